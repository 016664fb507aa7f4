package dev.meanwhile.trace.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Numbers that are left out in a run of IDs.
class GapsTest {
  @Test
  void whatIsLeftOutIsCounted() {
    assertThat(gaps(1, 2, 3, 5)).containsExactly(
        "the next ID of the run is A-5: 1 number is left out");
    assertThat(gaps(1, 2, 3, 7)).containsExactly(
        "the next ID of the run is A-7: 3 numbers are left out");
  }

  @Test
  void aWideGapBeginsAnotherChapter() {
    assertThat(gaps(1, 2, 3, 8, 9)).isEmpty();
  }

  @Test
  void aRunThatGoesUpInStepsHasNoGap() {
    assertThat(gaps(2, 4, 6, 8)).isEmpty();
    assertThat(gaps(1, 2, 4, 6, 8)).isEmpty();
  }

  @Test
  void twoNumbersAreNoRun() {
    assertThat(gaps(1, 3)).isEmpty();
  }

  private static List<String> gaps(int... numbers) {
    var text = IntStream.of(numbers).mapToObj(n -> "A-" + n + ": Part " + n + " shall go round.")
        .collect(Collectors.joining("\n"));
    return Extraction.of(List.of(Passage.paragraph(text, Source.line("a.txt", 1, null))))
        .findings().stream().filter(f -> f.rule().equals("id-gap")).map(Finding::why).toList();
  }
}

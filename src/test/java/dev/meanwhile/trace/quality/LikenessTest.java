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

/// Statements that say nearly the same.
class LikenessTest {
  private static final String LONG = "A-1: The left pump shall close its outlet valve after the alarm "
      + "of the tank rings and the lamp of the tank glows.\n";

  @Test
  void theSimilarityIsToldInWholePercentRoundedDown() {
    assertThat(alike(LONG + "A-2: The left pump shall close its outlet valve after the alarm "
        + "of the tank rings and the lamp of the tank glows twice."))
        .containsExactly("it says nearly the same as A-1 (similarity 95 %)");
  }

  @Test
  void aRareWordWeighsMoreThanOneThatMostStatementsHave() {
    var others = "A-3: The tank shall be full.\nA-4: The tank shall be clean.\nA-5: The tank shall be cold.";

    assertThat(alike(LONG + "A-2: The right pump shall close its inlet valve after the alarm "
        + "of the tank rings and the lamp of the tank glows.\n" + others)).isEmpty();
  }

  @Test
  void shortStatementsAreNotCompared() {
    assertThat(alike("A-1: The pump shall stop.\nA-2: The pump shall stop stop.")).isEmpty();
    assertThat(alike("A-1: The pump shall stop now.\nA-2: The pump shall stop now now."))
        .hasSize(1);
  }

  @Test
  void aStatementIsFoundAgainHundredsOfOthersLater() {
    var others = IntStream.range(0, 200)
        .mapToObj(
            n -> "B-" + n + ": After an alarm and at a break all units shall open valve w" + n)
        .collect(Collectors.joining(".\n"));
    var words = ": After an alarm and at a break all units shall drain the pressure regulator";

    assertThat(alike("A-1" + words + ".\n" + others + ".\nC-1" + words + " valve."))
        .singleElement().asString().startsWith("it says nearly the same as A-1 ");
  }

  @Test
  void whatIsDeletedIsNotCompared() {
    assertThat(alike(LONG + "A-2: DELETED: The left pump shall close its outlet valve after the "
        + "alarm of the tank rings and the lamp of the tank glows.")).isEmpty();
  }

  @Test
  void theSameTextIsADuplicateAndNotNearlyOne() {
    var findings = findings(LONG + LONG.replace("A-1", "A-2"));

    assertThat(findings).extracting(Finding::rule).doesNotContain("near-duplicate");
    assertThat(findings).filteredOn(f -> f.rule().equals("duplicate-text")).singleElement()
        .satisfies(f -> {
          assertThat(f.requirementId()).isEqualTo("A-2");
          assertThat(f.why()).isEqualTo("the statement is the same as that of A-1");
        });
  }

  private static List<String> alike(String text) {
    return findings(text).stream().filter(f -> f.rule().equals("near-duplicate"))
        .map(Finding::why).toList();
  }

  private static List<Finding> findings(String text) {
    return Extraction.of(List.of(Passage.paragraph(text, Source.line("a.txt", 1, null))))
        .findings();
  }
}

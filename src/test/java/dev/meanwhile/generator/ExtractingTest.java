package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExtractingTest {
  private static final List<Passage> LONG = List.of(Passage.paragraph(
      "The unit shall store one more record and tell it. ".repeat(10_000),
      Source.line("a.txt", 1, null)));

  @Test
  void aTextOfOneLineCanBeStoppedAllTheWay() {
    var asked = new AtomicInteger();
    Extraction.of(LONG, watch(asked::incrementAndGet, Duration.ofMinutes(1), false));
    assertThat(asked).hasValueGreaterThan(1_000);

    for (int at : List.of(1, 5, asked.get() / 2, asked.get())) {
      var left = new AtomicInteger(at);
      assertThatThrownBy(() -> Extraction.of(LONG, watch(() -> {
        if (left.decrementAndGet() == 0) {
          throw new IllegalStateException("stopped");
        }
      }, Duration.ofMinutes(1), false))).hasMessage("stopped");
    }
  }

  @Test
  void theLimitOfTimeIsNamed() {
    assertThatThrownBy(() -> Extraction.of(LONG, watch(() -> {}, Duration.ZERO, false)))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageContaining("meanwhile.generators.extraction-limit")
        .hasMessageContaining("0 s");
  }

  @Test
  void tooManyRequirementsAreToldBeforeTheirWordingIsLookedAt() {
    var words = new ArrayList<String>();
    var watch = new Extracting(() -> {}, settings(Duration.ofMinutes(1)), true,
        (percent, said) -> words.add(said));

    assertThatThrownBy(() -> Extraction.of(LONG, watch)).isInstanceOf(PermanentFailure.class)
        .hasMessageContaining("meanwhile.generators.max-requirements");
    assertThat(words).isNotEmpty().noneMatch(said -> said.contains("wording"));
  }

  private static Extracting watch(Runnable goOn, Duration limit, boolean counts) {
    return new Extracting(goOn, settings(limit), counts, (percent, words) -> {});
  }

  private static GeneratorSettings settings(Duration extractionLimit) {
    return new GeneratorSettings(Duration.ofMinutes(15), extractionLimit, 100, 40_000, 50, 200, 50,
        20,
        4, 100);
  }
}

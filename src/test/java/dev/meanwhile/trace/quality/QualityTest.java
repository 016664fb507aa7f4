package dev.meanwhile.trace.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Ears;
import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Finding.Severity;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityTest {
  private static final Source HERE = Source.line("srs.txt", 1, null);

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "The pump stops at noon.| no-binding-word | warning | The pump stops at noon.",
      "The pump shall stop and the valve shall close.| compound | warning | shall",
      "The pump shall stop after TBD seconds.| to-be-defined | error | TBD",
      "The pump shall stop after <MAX_TIME> seconds.| placeholder | info | <MAX_TIME>",
      "The pump shall hold <PLATFORM_DEFINED, 10> entries.| placeholder | info | <PLATFORM_DEFINED, 10>",
      "The pump shall hold <Mission-Defined> entries.| placeholder | info | <Mission-Defined>",
      "The pump shall have adequate pressure.| vague-word | warning | adequate",
      "The pump shall be easy to clean.| subjective-word | warning | easy",
      "The pump shall stop gracefully.| subjective-word | warning | gracefully",
      "When its lid is open, the pump shall stop.| pronoun | info | its",
      "The cover must be nice.| subjective-word | warning | nice",
      "The pump shall deliver good performance.| subjective-word | warning | good performance",
      "The noise shall be at an acceptable level.| subjective-word | warning | acceptable",
      "The pump shall be able to stop.| be-able-to | info | be able to",
      "The pump shall support two tanks.| open-verb | info | shall support",
      "The pump shall be stopped at noon.| passive | info | shall be stopped",
      "The bill shall be paid at noon.| passive | info | shall be paid",
      "Most pumps shall stop.| vague-word | warning | Most",
      "The radio shall call every guest.| absolute | info | every",
      "If the pump fails, it shall stop.| pronoun | info | it",
      "The pump shall always stop.| absolute | info | always",
      "The pump shall take the maximum pressure.| bound-without-value | warning | maximum",
      "The pump shall stop immediately.| time-without-value | warning | immediately",
      "The pump shall stop within a short time.| time-without-value | warning | within a short time",
      "The pump shall stop within 5.| number-without-unit | warning | within 5"})
  void eachRuleSaysWhereItFoundWhat(String text, String rule, String severity, String quote) {
    assertThat(rtm("A-1: " + text).findings()).filteredOn(f -> f.rule().equals(rule))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.severity()).hasToString(severity);
          assertThat(f.quote()).isEqualTo(quote);
          assertThat(text.substring(f.start(), f.end())).isEqualTo(quote);
          assertThat(List.of(f.why(), f.advice())).noneMatch(String::isBlank);
        });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"The pump shall stop within 5 s of the alarm.",
      "The pump shall report its state.", "The chart shall show the most recent alarm.",
      "The pump shall start at least once per second.", "The pump shall run 25 minutes maximum.",
      "The pump shall export at least CSV and JSON.",
      "The tracker shall find the maximum power point.", "The pump shall ask IT for help.",
      "The tank shall hold at least 40 litres.", "The valve shall close when the tank is full.",
      "The pump shall be stopped by the controller.",
      "If any valve is open, the pump shall stop.",
      "The boiler shall heat the water to the appropriate temperature (85 to 95 °C).",
      "The pump shall stop when the tank is full. Note: Most tanks must be easy to clean, as usual.",
      "The pump shall stop. For example, some pumps shall be fast.",
      "The radio shall send the level every 50 ms.",
      "The radio shall send the level every two hours.",
      "The radio shall send the level every second.",
      "The radio shall reset the level every other day.",
      "The radio shall make at most three calls.", "The radio shall answer 429 Too Many Calls.",
      "The radio shall stop when as many as 9 calls wait.", "The radio shall open the Quick Menu.",
      "The fan shall have the speeds slow and fast.",
      "The list shall have the filter state (all, open).",
      "The game shall be selectable as easy or hard."})
  void aGoodStatementHasNoFinding(String text) {
    assertThat(rtm("A-1: " + text).findings()).isEmpty();
  }

  @Test
  void fortyWordsAreNotTooLong() {
    assertThat(rules(rtm("A-1: The pump shall stop" + " now".repeat(36)))).isEmpty();
    assertThat(rules(rtm("A-1: The pump shall stop" + " now".repeat(37)))).containsExactly("long");
  }

  @Test
  void whatStandsBehindANoteKeepsItsPlace() {
    var text = "The pump shall stop. Note: it is fast. The valve shall close.";

    assertThat(rtm("A-1: " + text).findings()).singleElement().satisfies(f -> {
      assertThat(f.rule()).isEqualTo("compound");
      assertThat(text.substring(f.start())).startsWith("shall close");
    });
  }

  @Test
  void longStatementsAreToBeSplit() {
    assertThat(rules(rtm("A-1: The pump shall " + "stop and ".repeat(20) + "rest.")))
        .contains("long");
  }

  @Test
  void theSameIdTwiceIsAnErrorAndNearlyTheSameWordingAWarning() {
    var rtm = rtm("""
      A-1: The left pump shall close its outlet valve after the alarm of the tank rings.
      A-2: The left pump shall close its outlet valve after the alarm of the tank rings twice.
      A-2: The door shall open.""");

    assertThat(rtm.findings()).filteredOn(f -> f.rule().equals("duplicate-id")).singleElement()
        .extracting(Finding::severity).isEqualTo(Severity.ERROR);
    assertThat(rtm.findings()).filteredOn(f -> f.rule().equals("near-duplicate")).singleElement()
        .satisfies(f -> {
          assertThat(f.requirementId()).isEqualTo("A-2");
          assertThat(f.why()).contains("A-1");
        });
  }

  @Test
  void aNumberThatIsLeftOutIsReportedAndStepsOfTenAreNot() {
    assertThat(rtm("A-1: It shall go.\nA-2: It shall run.\nA-4: It shall stop.").findings())
        .filteredOn(f -> f.rule().equals("id-gap")).singleElement()
        .satisfies(f -> assertThat(f.requirementId()).isEqualTo("A-2"));
    assertThat(rules(rtm("B-10: It shall go.\nB-20: It shall run.\nB-30: It shall stop.")))
        .doesNotContain("id-gap");
  }

  @Test
  void whatIsNotInForceIsNotJudged() {
    assertThat(rtm("A-1: DELETED: It shall be easy.").findings()).isEmpty();
  }

  @Test
  void whoeverWatchesHearsOfEachStepOnceAndNeverOfOneBefore() {
    var requirements = rtm("A-1: It shall go.\nA-2: It shall run.\nA-3: It shall stop.")
        .requirements();
    var told = new ArrayList<Integer>();
    var ends = new LinkedHashSet<Integer>();
    var findings = Quality.findings(requirements, (done, all) -> {
      told.add(done);
      ends.add(all);
    });

    assertThat(ends).as("the end doesn't move").singleElement().satisfies(
        end -> assertThat(told).isEqualTo(IntStream.range(0, end).boxed().toList()));
    assertThat(Quality.findings(requirements)).isEqualTo(findings).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"The pump shall stop. | ubiquitous",
      "When the tank is full, the pump shall stop. | event",
      "Upon receipt of a reset command, the radio shall clear the counters. | event",
      "On any pump error, the valve shall close. | event",
      "Once the tank is full, the pump shall stop. | event",
      "The radio shall call at least once per second. | ubiquitous",
      "The chart shall print its title on a line of its own. | ubiquitous",
      "While the lid is open, the pump shall rest. | state",
      "During a dive the valve shall be closed. | state",
      "If the wire breaks, the pump shall stop. | unwanted",
      "Where a second pump is installed, the controller shall alternate. | optional",
      "Where a second pump is installed, once the first stops, the second shall start. | complex",
      "Where a second pump is installed, if the first fails, the second shall start. | complex",
      "While the lid is open, when the key is pressed, the pump shall beep. | complex"})
  void thePatternOfASentenceIsRead(String text, String pattern) {
    assertThat(Ears.of(text)).hasToString(pattern);
  }

  private static List<String> rules(Rtm rtm) {
    return rtm.findings().stream().map(Finding::rule).toList();
  }

  private static Rtm rtm(String text) {
    return Extraction.of(List.of(Passage.paragraph(text, HERE)));
  }
}

package dev.meanwhile.trace.test;

import static dev.meanwhile.trace.test.Designed.cases;
import static dev.meanwhile.trace.test.Designed.requirements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.testing.Effort;
import dev.meanwhile.trace.Ears;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDesignTest {
  @Test
  void eachCaseQuotesTheWordsThatItRestsOn() {
    var text = "If the door is closed and the key is present, the motor shall start within 5 s.";

    assertThat(cases(text)).hasSize(4).allSatisfy(c -> assertThat(text).contains(c.sourceQuote()))
        .extracting(TestCase::sourceQuote).contains("the key is present", "within 5 s");
  }

  @Test
  void nothingToGoByGivesOneNominalCaseThatSaysSo() {
    assertThat(cases("The system shall beep.")).singleElement().satisfies(c -> {
      assertThat(c.technique()).isEqualTo("requirement-based");
      assertThat(c.notes()).contains("the text states no condition, bound or list: add test data");
    });
  }

  @Test
  void aCaseCoversEachRequirementThatItNames() {
    var one = new Requirement("A-1", "", "It shall be easy.", Requirement.Status.ACTIVE,
        Ears.UBIQUITOUS, Requirement.Kind.FUNCTIONAL,
        Requirement.Tier.REQUIREMENT, Requirement.IdOrigin.EXPLICIT, null, null, null, List.of(),
        Source.line("a.txt", 1, null), "0");
    var both = requirements("It shall stop.").getFirst();
    var shared = TestDesign.casesFor(both).getFirst();
    var named = new TestCase("", shared.key(), shared.title(), List.of("A-0", "A-1"),
        shared.fingerprints(), shared.type(), shared.technique(), shared.sourceQuote(), null,
        shared.preconditions(), shared.testData(), shared.steps(), List.of(), null, null,
        shared.origin(), shared.ruleId(), shared.confidence(), List.of());

    var set = TestDesign.collect(List.of(one, both),
        r -> r.text().equals("It shall stop.") ? List.of(named) : List.of(), true);

    assertThat(set.uncovered()).isEmpty();
    assertThat(set.byTechnique()).containsExactly(Map.entry("requirement-based", 1));
  }

  @Test
  void casesAreNumberedOnWhenAnIdStandsTwice() {
    var twice = List.of(requirements("It shall stop.").getFirst(),
        requirements("It shall wait.").getFirst());

    assertThat(TestDesign.collect(twice, TestDesign::casesFor, true).cases())
        .extracting(TestCase::id).containsExactly(
            "TC-A-1-01", "TC-A-1-02");
  }

  @Test
  void theSameTextGivesTheSameCases() {
    var text = "If a is set or b is set, the unit shall send at most 5 messages within 2 s (red, green, blue).";

    assertThat(cases(text)).isEqualTo(cases(text)).hasSizeGreaterThan(5);
  }

  /// Each item may begin with an article or not: all their combinations would be tried.
  @Test
  void aListThatCouldBeReadInManyWaysTakesNoLonger() {
    var plain = "The unit shall " + "a, ".repeat(1_300);
    var ambiguous = "The unit shall " + "the the the, ".repeat(300);

    Effort.assertAtMost(6, () -> cases(plain), () -> cases(ambiguous));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a, ", "by a, b ", "minimum ", "maximum is ", "limit a ", "not ", "1,000",
      "<AB ", "(a, b) ", "from 1 to ", "5 a or ", "if a is ", "the following ", "and is ",
      "to a b c, ",
      "at most 5 failed ", "unless ", "\n- a: b", "1-", "if a for 5 s ",
      "which for 5 s ", "5x5x", "in 5 steps of 5 "})
  void noTextTakesLong(String part) {
    var text = "The unit shall " + part.repeat(4_000 / part.length());

    Effort.assertReadLikePlain(text, Designed::cases);
  }

  @Test
  void aCaseSaysWhichRuleMadeIt() {
    assertThat(cases("While the door is open, the lamp shall blink.")).extracting(TestCase::ruleId)
        .containsOnly("state");
    assertThat(cases("If the door is open, the lamp shall blink.")).extracting(TestCase::ruleId)
        .containsOnly("condition");
  }

  @Test
  void notesAreAddedToASet() {
    var set = TestCases.of(cases("It shall stop."), List.of()).noting(List.of("one"));

    assertThat(set.noting(List.of("two")).notes()).containsExactly("one", "two");
    assertThat(set.cases()).hasSize(1);
  }

  @Test
  void aSecondSentenceIsExpectedForWhatItSays() {
    assertThat(cases("The code shall be new. It shall never appear in the log."))
        .extracting(Designed::lastExpected)
        .containsExactly("It shall never appear in the log.", "The code shall be new.");
    assertThat(cases("The shop keeps its own list. A list has at most 9 rows."))
        .extracting(Designed::lastExpected).startsWith("A list has at most 9 rows.",
            "A list has at most 9 rows.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The pot shall be made of steel, and the lid shall not be locked.",
      "The pot shall be made of steel; the lid shall not be locked.",
      "The lid shall not be locked. The pot shall be made of steel."})
  void eachClauseThatBindsHasACase(String text) {
    assertThat(cases(text)).hasSize(2).anySatisfy(c -> {
      assertThat(c.ruleId()).isEqualTo("nominal");
      assertThat(c.steps().getLast().expected()).startsWith("The pot shall be made of steel");
    });
  }

  @Test
  void whatBindsNowhereIsSeenInAllItsSentences() {
    assertThat(cases("Steel pots with a lid of glass. Spare lids on the shelf.")).singleElement()
        .satisfies(c -> assertThat(c.steps().getLast().expected())
            .isEqualTo("Steel pots with a lid of glass. Spare lids on the shelf."));
  }

  @Test
  void whatIsDoneAndSeenTwiceIsOneCase() {
    assertThat(cases("The pot shall beep when the lid is open. The pot shall beep when the lid is "
        + "open.")).hasSize(2);
  }
}

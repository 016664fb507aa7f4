package dev.meanwhile.trace.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What makes a tester keep a case: it can be done as it is written, and its result can be seen.
class KeptCasesTest {
  @Test
  void theExpectedResultHasTheListThatItLeadsIn() {
    var cases = cases("Upon a reset, HK shall clear the following:\na) Counter\nb) Errors");

    assertThat(lastExpected(cases.get(0)))
        .isEqualTo("HK shall clear the following: Counter; Errors");
    assertThat(lastExpected(cases.get(1)))
        .isEqualTo("This doesn't happen: \"HK shall clear the following: Counter; Errors\"");
    assertThat(cases.subList(2, 4)).allSatisfy(
        c -> assertThat(c.preconditions()).containsExactly("Upon a reset"));
  }

  @Test
  void aNameThatSpeaksOfRejectionRejectsNothing() {
    assertThat(cases("The Command Rejected Counter shall have 16 bits."))
        .extracting(TestCase::type).doesNotContain(TestCase.Type.NEGATIVE);
    assertThat(cases("The unit shall send the Error Log every second."))
        .extracting(TestCase::type).doesNotContain(TestCase.Type.NEGATIVE);
    assertThat(cases("If the length is wrong, it shall increment the Command Rejected Counter."))
        .extracting(TestCase::type).contains(TestCase.Type.NEGATIVE);
    assertThat(cases("Rejected cards shall be kept.")).extracting(TestCase::type)
        .contains(TestCase.Type.NEGATIVE);
  }

  @Test
  void aReportedListIsQuotedWhereItSpeaksOfRejection() {
    assertThat(cases("HK shall report the following:\na) Sent messages\nb) Rejected commands"))
        .filteredOn(c -> c.type() == TestCase.Type.NEGATIVE).singleElement()
        .satisfies(c -> assertThat(c.sourceQuote()).isEqualTo("Rejected commands"));
  }

  @Test
  void amountsThatBelongTogetherAreNotCombined() {
    assertThat(cases("The mixer shall offer these drinks:\n- Weak: 180 ml, 3 minutes\n"
        + "- Medium: 180 ml, 4 minutes\n- Strong: 180 ml, 5 minutes"))
        .extracting(TestCase::technique)
        .containsExactly("equivalence-partitioning", "equivalence-partitioning",
            "equivalence-partitioning");
  }

  @Test
  void choicesBehindNamesAreCombined() {
    var cases = cases("The mixer shall offer each drink with:\n- colour: red, green\n"
        + "- size: 10 ml, 20 ml\n- lid: open, closed");

    assertThat(cases).hasSize(4).extracting(TestCase::technique).containsOnly("pairwise");
    assertThat(cases.getFirst().testData()).extracting(TestCase.Datum::name)
        .containsExactly("colour", "size", "lid");
  }

  @Test
  void twoParametersAreNotCombined() {
    assertThat(cases("The mixer shall offer each drink with:\n- colour: red, green\n"
        + "- size: 10 ml, 20 ml")).extracting(TestCase::technique).doesNotContain("pairwise");
  }

  @Test
  void aTimeIsMeasuredWhateverElseTheSentenceForbids() {
    var cases = cases("If the pressure exceeds 4 bar, the valve shall open within 100 ms.");

    assertThat(cases).filteredOn(c -> c.type() == TestCase.Type.PERFORMANCE).singleElement()
        .satisfies(c -> assertThat(c.testData()).extracting(d -> d.name() + " " + d.value())
            .containsExactly("limit 100", "inside 99", "outside 101"));
    assertThat(cases).filteredOn(c -> c.type() == TestCase.Type.BOUNDARY)
        .extracting(c -> c.testData().getFirst().value()).containsExactly("3", "4", "5");
  }

  @Test
  void aTimeThatIsToBeUndercutIsMeasuredHoweverLong() {
    assertThat(cases("The parcel shall arrive in less than 3 days.")).singleElement()
        .satisfies(c -> assertThat(c.testData()).extracting(d -> d.name() + " " + d.value())
            .containsExactly("limit, outside 3", "inside 2", "outside 4"));
    assertThat(cases("A stay of less than 3 days shall be free of charge.")).hasSize(3);
  }

  @Test
  void whyAConditionMattersIsNoPartOfIt() {
    assertThat(cases("The pump shall stop if the tank is full to prevent a flood.").getFirst()
        .steps().getFirst().action()).isEqualTo("Make this hold: \"if the tank is full\"");
  }

  @Test
  void whatElseHasToBeSoStandsBesideABound() {
    assertThat(bounds("If the lid is closed and the level exceeds 5 cm, the pump shall start."))
        .allSatisfy(c -> assertThat(c.preconditions())
            .containsExactly("If the lid is closed"));
    assertThat(bounds("If the lid is open or the level exceeds 5 cm, the pump shall stop."))
        .allSatisfy(c -> assertThat(c.preconditions())
            .containsExactly("Make sure that this doesn't hold: \"If the lid is open\""));
  }

  @Test
  void aLimitBeforeTheRefusalIsNotDecidedByIt() {
    assertThat(lastExpected(bounds(
        "The queue shall hold up to 100 orders, and shall reject further ones.").getLast()))
        .startsWith("Pending: 101 orders is outside");
    assertThat(lastExpected(bounds("The form shall reject names longer than 30 characters.")
        .getLast())).isEqualTo("The form shall reject names longer than 30 characters.");
  }

  @Test
  void whatCountsRefusalsIsLookedAtAfterOne() {
    var counted = cases("HK shall report the following:\na) Valid commands\nb) Rejected commands");

    assertThat(counted).extracting(TestCase::type).containsExactly(TestCase.Type.POSITIVE,
        TestCase.Type.NEGATIVE);
    assertThat(counted.getFirst().steps().getFirst().action())
        .isEqualTo("Exercise the requirement for this item: \"Valid commands\"");
    assertThat(counted.getLast().steps().getFirst().action()).isEqualTo(
        "Bring about something that is refused, then look at this item: \"Rejected commands\"");
    assertThat(cases("HK shall reset the following:\na) Valid commands\nb) Rejected commands"))
        .extracting(TestCase::type).containsOnly(TestCase.Type.POSITIVE);
  }

  @Test
  void aChoiceIsTriedOutsideToo() {
    assertThat(cases("The user shall choose one of red, green or blue.")).last()
        .satisfies(c -> {
          assertThat(c.type()).isEqualTo(TestCase.Type.NEGATIVE);
          assertThat(c.title()).isEqualTo("Not in the list: red, green, blue");
          assertThat(c.notes()).hasSize(1);
        });
  }

  @Test
  void eachRowOfADecisionTableNamesWhatDecides() {
    assertThat(cases("If the key is in or the code is right, the door shall open."))
        .extracting(TestCase::title).containsExactly(
            "If the key is in: the door shall open.", "the code is right: the door shall open.",
            "Not: If the key is in or the code is right: no response");
    assertThat(cases("If the key is in and the code is right, the door shall open."))
        .extracting(TestCase::sourceQuote).containsExactly(
            "If the key is in and the code is right", "If the key is in", "the code is right");
    assertThat(cases("If the key is in, the door shall open.").getLast().notes())
        .containsExactly("decide how it is observed that the response stays away");
  }

  @Test
  void aTitleStaysShortAndCutsNoNumber() {
    var title = cases("A very long name of a thing that nobody ever heard of before and that goes "
        + "on and on and on shall have 3 or more than 1234567 parts.").getFirst().title();

    assertThat(title.length()).isLessThanOrEqualTo(120);
    assertThat(Words.count(title)).isGreaterThan(10);
  }

  private static List<TestCase> bounds(String text) {
    return cases(text).stream().filter(c -> c.ruleId().equals("bound")).toList();
  }

  private static List<TestCase> cases(String text) {
    return TestDesign.casesFor(LabelledSentencesTest.requirement(text));
  }

  private static String lastExpected(TestCase testCase) {
    return testCase.steps().getLast().expected();
  }
}

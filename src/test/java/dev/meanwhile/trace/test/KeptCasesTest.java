package dev.meanwhile.trace.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        .steps().getFirst().action()).isEqualTo("Make sure that the tank is full");
  }

  @Test
  void whatElseHasToBeSoStandsBesideABound() {
    assertThat(bounds("If the lid is closed and the level exceeds 5 cm, the pump shall start."))
        .allSatisfy(c -> assertThat(c.preconditions())
            .containsExactly("If the lid is closed"));
    assertThat(bounds("If the lid is open or the level exceeds 5 cm, the pump shall stop."))
        .allSatisfy(c -> assertThat(c.preconditions())
            .containsExactly("Make sure that this isn't so: the lid is open"));
  }

  @Test
  void aLimitBeforeTheRefusalIsNotDecidedByIt() {
    assertThat(lastExpected(bounds(
        "The queue shall hold up to 100 orders, and shall reject broken ones.").getLast()))
        .startsWith("Pending: 101 orders is outside");
    assertThat(lastExpected(bounds("The form shall reject names longer than 30 characters.")
        .getLast())).isEqualTo("The form shall reject names longer than 30 characters.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "The queue shall hold up to 100 orders, and shall reject further ones. | shall reject further ones.",
      "Parcels of up to 9 kg shall be taken; heavier ones shall be refused. | heavier ones shall be refused.",
      "A stay shall last at most 9 nights. Longer stays shall be declined. | Longer stays shall be declined."})
  void whatTheTextSaysOfValuesBeyondIsExpectedThere(String text, String expected) {
    var beyond = bounds(text).getLast();

    assertThat(lastExpected(beyond)).isEqualTo(expected);
    assertThat(beyond.title()).endsWith(": " + expected);
    assertThat(beyond.notes()).isEmpty();
  }

  @Test
  void aClauseThatRefusesIsTriedAndTheOtherExpectedWithinTheBound() {
    var cases = cases("Parcels of up to 9 kg shall be taken; heavier parcels shall be refused.");

    assertThat(cases).extracting(KeptCasesTest::lastExpected).containsExactly(
        "Parcels of up to 9 kg shall be taken", "Parcels of up to 9 kg shall be taken",
        "heavier parcels shall be refused.", "heavier parcels shall be refused.");
    assertThat(cases.getLast().steps().getFirst().action()).isEqualTo(
        "Try to bring about what the requirement refuses or forbids: \"heavier parcels shall be refused.\"");
    assertThat(cases.getLast().sourceQuote()).isEqualTo("heavier parcels shall be refused.");
  }

  @Test
  void whatIsSaidOfLargerValuesSaysNothingOfSmallerOnes() {
    assertThat(bounds("A name shall have 3 to 9 letters; longer names shall be refused."))
        .extracting(KeptCasesTest::lastExpected).satisfies(e -> {
          assertThat(e.getFirst()).startsWith("Pending: 2 letters is outside");
          assertThat(e.getLast()).isEqualTo("longer names shall be refused.");
        });
  }

  @Test
  void whatLiesBeyondAProhibitionIsRuledOut() {
    assertThat(bounds("A hand shall not hold more than 9 cards.")).satisfiesExactly(
        c -> assertThat(lastExpected(c)).isEqualTo("A hand shall not hold more than 9 cards."),
        c -> assertThat(lastExpected(c)).isEqualTo("A hand shall not hold more than 9 cards."),
        c -> {
          assertThat(lastExpected(c))
              .isEqualTo("This rules it out: \"A hand shall not hold more than 9 cards.\"");
          assertThat(c.title())
              .isEqualTo("10 cards is outside \"shall not hold more than 9 cards\": ruled out");
          assertThat(c.notes()).isEmpty();
        });
    assertThat(lastExpected(bounds("The lift shall only move at loads below 600 kg.").getLast()))
        .isEqualTo("This rules it out: \"The lift shall only move at loads below 600 kg.\"");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "The light shall stay on for at least 20 minutes. | time | how long it lasts",
      "The bin shall be kept for 6 weeks or longer. | time | how long it lasts",
      "The clock shall strike every 15 minutes. | time | the time from one to the next",
      "The belt shall move at least 9 trays per minute. | time | how often it happens",
      "The scale shall be accurate to ±5 g. | measure | the value that is reached",
      "The weight shall not differ by more than 3 %. | measure | the value that is reached",
      "The site shall be available at least 99.5 % of the year. | measure | the value that is reached"})
  void whatTheProductReachesIsMeasured(String text, String rule, String measured) {
    assertThat(cases(text)).filteredOn(c -> c.ruleId().equals(rule)).singleElement()
        .satisfies(c -> {
          assertThat(c.steps().getFirst().action())
              .startsWith("Bring about the response, and measure " + measured + ": \"");
          assertThat(c.testData()).hasSize(3);
          assertThat(c.type()).isEqualTo(
              rule.equals("time") ? TestCase.Type.PERFORMANCE : TestCase.Type.BOUNDARY);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"The form shall accept an error of at most 5 %.",
      "The car shall be available at loads below 600 kg.",
      "Trainees shall have a working time limited to 38 hours."})
  void whatSomebodyGivesIsTried(String text) {
    assertThat(bounds(text)).hasSize(3).allSatisfy(
        c -> assertThat(c.steps().getFirst().action()).startsWith("Try "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "If the level exceeds 5 cm, the pump shall start. | Make sure that the level is 4 cm",
      "If the level rises above 5 cm, the pump shall start. | Make sure that the level is 4 cm",
      "If the level drops to 5 cm, the pump shall stop. | Make sure that the level is 4 cm",
      "When 5 or more guests wait, the gate shall open. | Try 4 guests for \"5 or more guests\"",
      "When at least 5 guests are waiting, the gate shall open. | Make sure that 4 guests are waiting",
      "If the room has between 5 and 9 guests, the fan shall run. | Make sure that the room has 4 guests",
      "If the guest is at a height between 5 and 9 m, the net shall open. | "
          + "Make sure that the guest is at a height of 4 m",
      "If the level falls outside the usual range (5 cm to 9 cm), the bell shall ring. | "
          + "Make sure that the level is 4 cm",
      "The bell shall ring when the level is outside the range 5 to 9 cm. | Make sure that the level is 4 cm",
      "If the level is below 5 cm or above 9 cm, the bell shall ring. | Try 4 cm for \"below 5 cm\"",
      "After 5 wrong codes, the lock shall stay shut. | Bring about: 4 wrong codes",
      "If the guest rings within 5 minutes, the door shall open. | "
          + "Make sure that the guest rings within 4 minutes"})
  void aConditionHasTheValueInTheBoundsPlace(String text, String action) {
    assertThat(bounds(text).getFirst().steps().getFirst().action()).isEqualTo(action);
  }

  @Test
  void whatCountsRefusalsIsLookedAtAfterOne() {
    var counted = cases("HK shall report the following:\na) Valid commands\nb) Rejected commands");

    assertThat(counted).extracting(TestCase::type).containsExactly(TestCase.Type.POSITIVE,
        TestCase.Type.NEGATIVE);
    assertThat(counted.getFirst().steps().getFirst().action())
        .isEqualTo("Look at this item of the list: \"Valid commands\"");
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
    var title = bounds("A very long name of a thing that nobody ever heard of before and that goes "
        + "on and on and on shall have 3 or more than 1234567 parts.").getLast().title();

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

  @Test
  void whatIsRefusedBeyondABoundIsExpectedThereWithoutASubjectOfItsOwn() {
    assertThat(cases("The form shall accept images of up to 10 MB and reject larger files."))
        .filteredOn(c -> c.type() == TestCase.Type.BOUNDARY)
        .extracting(c -> lastExpected(c)).containsExactly(
            "The form shall accept images of up to 10 MB",
            "The form shall accept images of up to 10 MB", "reject larger files.");
  }

  @Test
  void aBoundOfWhatTheResponseIsForDecides() {
    assertThat(cases("For orders of fewer than 3 items the shop shall add a fee."))
        .extracting(c -> lastExpected(c)).containsExactly(
            "For orders of fewer than 3 items the shop shall add a fee.",
            "This doesn't happen: \"For orders of fewer than 3 items the shop shall add a fee.\"",
            "This doesn't happen: \"For orders of fewer than 3 items the shop shall add a fee.\"");
  }

  @Test
  void whatIsDoneAsSoonAsSomethingIsSoHasACondition() {
    assertThat(cases("Heating must start as soon as the room is below 18.5 °C."))
        .extracting(c -> c.steps().getFirst().action())
        .contains("Make sure that the room is 18.4 °C");
    assertThat(cases("Heating must start as soon as possible.")).singleElement()
        .satisfies(c -> assertThat(c.technique()).isEqualTo("requirement-based"));
  }

  @Test
  void aBoundExpectsTheClauseOfItsOwnSubject() {
    assertThat(cases("The input shall be at least 5 V, and the output shall be at least 5 V."))
        .filteredOn(c -> c.testData().getFirst().value().equals("5"))
        .extracting(c -> lastExpected(c)).containsExactly("The input shall be at least 5 V",
            "the output shall be at least 5 V.");
    assertThat(cases("The input shall be at least 5 V, and the lamp shall be on."))
        .extracting(c -> lastExpected(c))
        .contains("The input shall be at least 5 V, and the lamp shall be on.");
  }

  @Test
  void whatGoesWrongIsToldWithAllThatIsDueThen() {
    assertThat(cases("The reader shall stop and refuse the file.")).singleElement()
        .satisfies(c -> assertThat(lastExpected(c))
            .isEqualTo("The reader shall stop and refuse the file."));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "The gate shall shut 9 seconds after a guest has passed at the latest. | "
          + "Make sure that a guest has passed, and measure how long it takes: \"",
      "When the key is turned, the gate shall shut within 9 s. | "
          + "Make sure that the key is turned, and measure how long it takes: \"",
      "Upon a reset, the gate shall shut within 9 s. | "
          + "Bring about: a reset, and measure how long it takes: \"",
      "The gate shall shut within 9 s of the press of the button. | "
          + "Bring about the press of the button, and measure how long it takes: \""})
  void aTimeIsMeasuredFromWhatStartsIt(String text, String step) {
    assertThat(cases(text)).filteredOn(c -> c.ruleId().equals("time")).singleElement().satisfies(
        c -> assertThat(c.steps().getFirst().action()).startsWith(step));
  }

  @Test
  void whatIsNeverTheCaseIsForbidden() {
    var cases = cases("It is never the case that the load exceeds 5 kg.");

    assertThat(cases).filteredOn(c -> c.ruleId().equals("refusal")).hasSize(1);
    assertThat(cases).filteredOn(c -> c.ruleId().equals("bound")).hasSize(3)
        .extracting(c -> c.title().replaceFirst(".*: ", "")).containsExactly(
            "It is never the case that the load exceeds 5 kg.",
            "It is never the case that the load exceeds 5 kg.", "ruled out");
  }
}

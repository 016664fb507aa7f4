package dev.meanwhile.trace.test;

import static dev.meanwhile.trace.test.Designed.cases;
import static dev.meanwhile.trace.test.Designed.lastExpected;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;

/// Cases for the conditions and states under which a requirement asks for something.
class ConditionCasesTest {
  @Test
  void aConditionGivesTheResponseAndItsAbsence() {
    var cases = cases("When the button is pressed, the door shall open.");

    assertThat(cases).extracting(TestCase::technique).containsOnly("decision-table");
    assertThat(lastExpected(cases.get(0))).isEqualTo("the door shall open.");
    assertThat(lastExpected(cases.get(1)))
        .isEqualTo("This doesn't happen: \"the door shall open.\"");
  }

  @Test
  void conditionsJoinedByAndFailOneAtATime() {
    var cases = cases("If the door is closed and the key is present, the motor shall start.");

    assertThat(cases).hasSize(3);
    assertThat(cases.get(1).steps().get(0).action())
        .startsWith("Make sure that this isn't so: the door");
    assertThat(cases.get(1).steps().get(1).action()).startsWith("Make sure that the key");
  }

  @Test
  void conditionsJoinedByOrSufficeOneAtATime() {
    assertThat(cases("If the user is admin or the user has a key, the door shall open."))
        .extracting(
            Designed::lastExpected)
        .containsExactly("the door shall open.", "the door shall open.",
            "This doesn't happen: \"the door shall open.\"");
  }

  @Test
  void unlessTurnsTheResponseAround() {
    assertThat(cases("The session shall expire unless the user is active."))
        .extracting(Designed::lastExpected)
        .containsExactly("This doesn't happen: \"The session shall expire\"",
            "The session shall expire");
  }

  @Test
  void whatIsRefusedUnlessAConditionHoldsIsTriedWithoutIt() {
    assertThat(cases("The form shall be rejected unless the name is given."))
        .extracting(TestCase::type)
        .containsExactly(TestCase.Type.POSITIVE, TestCase.Type.NEGATIVE);
  }

  @Test
  void whatIsGivenIsAConditionBesideTheEvent() {
    assertThat(cases("Given a hungry guest, when the bell rings, then the cook shall wake."))
        .extracting(Designed::lastExpected).hasSize(3).first().isEqualTo("the cook shall wake.");
  }

  @Test
  void aConditionBehindTheResponseNarrowsTheOneBeforeIt() {
    var cases = cases(
        "When the bell rings, the cook shall wake within 9 s if the kitchen is cold.");

    assertThat(cases).filteredOn(c -> c.ruleId().equals("condition"))
        .extracting(c -> c.steps().getFirst().action(), c -> c.steps().getLast().action())
        .containsExactly(
            tuple("Make sure that the bell rings", "Make sure that the kitchen is cold"),
            tuple("Make sure that this isn't so: the bell rings",
                "Make sure that the kitchen is cold"),
            tuple("Make sure that the bell rings",
                "Make sure that this isn't so: the kitchen is cold"));
    assertThat(cases.getLast().preconditions())
        .containsExactly("When the bell rings", "if the kitchen is cold");
    assertThat(lastExpected(cases.getFirst())).isEqualTo("the cook shall wake within 9 s");
  }

  @Test
  void whatIsDueEvenIfSomethingHoldsHasNoCondition() {
    assertThat(cases("The bell shall ring at noon, even if the cook is asleep.")).singleElement()
        .satisfies(c -> assertThat(lastExpected(c))
            .isEqualTo("The bell shall ring at noon, even if the cook is asleep."));
  }

  @Test
  void aStateGivesATransition() {
    assertThat(cases("While the door is open, the lamp shall blink.")).extracting(TestCase::type)
        .containsOnly(
            TestCase.Type.STATE);
  }

  @Test
  void noWordingStandsForWorkThatIsOpenButPending() {
    assertThat(cases("The name shall hold at most 64 characters.").toString())
        .doesNotContain("TODO").contains("Pending: ");
  }

  @Test
  void eachStepHasItsNumberAndSaysWhatIsSeenBeforeTheResponse() {
    var cases = cases("If the door is closed and the key is present, the motor shall start.");

    assertThat(cases).allSatisfy(
        c -> assertThat(c.steps()).extracting(TestCase.Step::n).containsExactly(1, 2));
    assertThat(cases.get(0).steps().getFirst().expected()).isEqualTo("It holds.");
    assertThat(cases.get(1).steps().getFirst().expected()).isEqualTo("It doesn't hold.");
    assertThat(cases.get(1).title()).isEqualTo("Not: If the door is closed: no response");
  }

  @Test
  void aConditionWithinAnotherFailsByItself() {
    assertThat(cases("When an alarm is set, if the clock stops, the unit shall beep."))
        .extracting(c -> c.steps().getFirst().action(), c -> c.steps().getLast().action())
        .containsExactly(
            tuple("Make sure that an alarm is set",
                "Make sure that the clock stops"),
            tuple("Make sure that this isn't so: an alarm is set",
                "Make sure that the clock stops"),
            tuple("Make sure that an alarm is set",
                "Make sure that this isn't so: the clock stops"));
    assertThat(cases("For all commands, if the length is odd, the unit shall beep.")).hasSize(2);
  }

  @Test
  void thenEndsAConditionWhereNothingBinds() {
    assertThat(cases("If the type is time based then the input is the packet's time."))
        .extracting(Designed::lastExpected)
        .containsExactly("the input is the packet's time.",
            "This doesn't happen: \"the input is the packet's time.\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The unit shall send the level once per second.",
      "The new page shall keep all links while improving its speed."})
  void whatIsNoConditionIsMadeToHoldByNobody(String text) {
    assertThat(cases(text)).extracting(TestCase::technique).doesNotContain("decision-table",
        "state-transition");
  }

  @Test
  void whatARuleLeadsToIsNoPartOfItsCondition() {
    assertThat(cases("The list shall be read again when the town changes, avoiding old rows."))
        .extracting(c -> c.steps().getFirst().action()).first()
        .isEqualTo("Make sure that the town changes");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "If the hall is full, the gate shall close, otherwise it shall stay open. | it shall stay open.",
      "The gate shall close when the hall is full, else stay open. | stay open.",
      "If the hall is full, the gate shall close. Otherwise, the gate shall open. | the gate shall open."})
  void whatIsDueOtherwiseIsExpectedWhereTheConditionFails(String text, String otherwise) {
    var cases = cases(text);

    assertThat(cases).extracting(Designed::lastExpected).hasSize(2).last().isEqualTo(otherwise);
    assertThat(cases.getLast().title()).endsWith(otherwise);
    assertThat(cases.getLast().notes()).isEmpty();
    assertThat(lastExpected(cases.getFirst())).doesNotContain(otherwise);
  }

  @Test
  void aBoundInAConditionHasWhatIsDueOtherwise() {
    assertThat(
        cases("If the hall holds more than 90 guests, the gate shall close, otherwise it shall "
            + "open."))
        .filteredOn(c -> c.type() == TestCase.Type.BOUNDARY)
        .extracting(Designed::lastExpected)
        .containsExactly("it shall open.", "it shall open.", "the gate shall close");
  }

  @Test
  void eachResponseHasTheConditionBehindIt() {
    var cases = cases(
        "The sign shall glow when the night falls, fade when the sun rises, and rest at "
            + "noon.");

    assertThat(cases).extracting(c -> c.steps().getFirst().action(), Designed::lastExpected)
        .containsExactly(
            tuple("Make sure that the night falls", "The sign shall glow"),
            tuple("Make sure that this isn't so: the night falls",
                "This doesn't happen: \"The sign shall glow\""),
            tuple("Make sure that the sun rises", "The sign shall fade"),
            tuple("Make sure that this isn't so: the sun rises",
                "This doesn't happen: \"The sign shall fade\""),
            tuple("Bring about: \"The sign shall rest at noon.\"", "The sign shall rest at noon."));
    assertThat(cases).extracting(TestCase::key).doesNotHaveDuplicates();
    assertThat(cases).extracting(TestCase::sourceQuote).containsExactly("when the night falls",
        "when the night falls", "when the sun rises", "when the sun rises", "rest at noon.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "The shop shall add a tip if the guest is pleased and a fee if the guest is late. | "
          + "The shop shall add a fee",
      "Bills shall be sent including tax when the guest is private, and excluding tax when the guest "
          + "is a firm. | Bills shall be sent excluding tax",
      "The door shall answer 1 when it is open and 2 when it is shut. | The door shall answer 2",
      "The lamp shall blink when it is dark, and the horn shall sound when it is late. | "
          + "the horn shall sound"})
  void aLaterResponseGoesOnFromTheWordsThatBothShare(String text, String response) {
    assertThat(cases(text)).extracting(Designed::lastExpected).hasSize(4).contains(response);
  }

  @Test
  void aConditionBehindTheSecondDeedIsNotTheFirstOnes() {
    var cases = cases(
        "The cook shall take at most 9 orders and shall ring the bell if the oven is cold.");

    assertThat(cases).filteredOn(c -> c.ruleId().equals("condition"))
        .extracting(Designed::lastExpected)
        .containsExactly("The cook shall ring the bell",
            "This doesn't happen: \"The cook shall ring the bell\"");
    assertThat(cases).filteredOn(c -> c.ruleId().equals("bound")).hasSize(3)
        .allSatisfy(c -> assertThat(c.preconditions()).isEmpty());
  }

  @Test
  void aSecondSentenceThatBindsHasItsConditionToo() {
    assertThat(cases("The lamp shall be red. When the key is turned, the lamp shall be green."))
        .extracting(Designed::lastExpected)
        .containsExactly("the lamp shall be green.",
            "This doesn't happen: \"the lamp shall be green.\"", "The lamp shall be red.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Upon a reset, the lamp shall blink. | Bring about: a reset | Don't bring about: a reset",
      "After three wrong codes, the lamp shall blink. | Bring about: three wrong codes | "
          + "Don't bring about: three wrong codes",
      "After the guest has left, the lamp shall blink. | Make sure that the guest has left | "
          + "Make sure that this isn't so: the guest has left",
      "If opening the door fails, the lamp shall blink. | Make sure that opening the door fails | "
          + "Make sure that this isn't so: opening the door fails",
      "The lamp shall blink when the level of the tank rises. | Make sure that the level of the tank rises | "
          + "Make sure that this isn't so: the level of the tank rises",
      "The lamp shall blink 2 minutes before the train leaves. | "
          + "Come to this moment: \"2 minutes before the train leaves\" | "
          + "Choose another moment than this: \"2 minutes before the train leaves\"",
      "When running on gas, the lamp shall blink. | Make this hold: \"When running on gas\" | "
          + "Make sure that this doesn't hold: \"When running on gas\"",
      "The lamp shall blink if either the door is shut. | Make sure that the door is shut | "
          + "Make sure that this isn't so: the door is shut",
      "On any loss of power, the lamp shall blink. | Bring about: any loss of power | "
          + "Don't bring about: any loss of power",
      "When requested by the guard, the lamp shall blink. | Make this hold: \"When requested by the guard\" | "
          + "Make sure that this doesn't hold: \"When requested by the guard\"",
      "The lamp shall blink during the night. | Observe it during the night | "
          + "Observe it outside of the night",
      "The lamp shall blink when the link is lost, keeping the door shut. | "
          + "Make sure that the link is lost | Make sure that this isn't so: the link is lost",
      "The lamp shall blink until 17:30. | Come to this end: \"until 17:30\" | "
          + "Stay before this end: \"until 17:30\"",
      "The lamp shall blink until the door is shut. | Make sure that the door is shut | "
          + "Make sure that this isn't so: the door is shut"})
  void aStepSaysHowToReachItsCondition(String text, String holds, String fails) {
    assertThat(cases(text)).filteredOn(c -> c.ruleId().equals("condition")
        || c.ruleId().equals("state")).extracting(c -> c.steps().getFirst().action())
        .containsExactly(holds, fails);
  }

  @Test
  void whatTheWholeIsDueInStaysWithTheResponse() {
    assertThat(cases("In manual mode, when the key is turned, the lamp shall blink.")).extracting(
        c -> c.steps().getLast().action(), Designed::lastExpected).containsExactly(
            tuple("Make sure that the key is turned", "In manual mode, the lamp shall blink."),
            tuple("Make sure that this isn't so: the key is turned",
                "This doesn't happen: \"In manual mode, the lamp shall blink.\""));
  }

  @Test
  void aPlaceIsNoCondition() {
    assertThat(cases("On the main page, the lamp shall blink.")).noneMatch(
        c -> c.ruleId().equals("condition"));
  }

  @Test
  void clausesBehindEitherAreNoListToChooseFrom() {
    assertThat(cases("The lamp shall blink as either the door is shut or the key is turned."))
        .noneMatch(c -> c.ruleId().startsWith("list"));
  }

  @Test
  void untilAllOfItIsSoTheResponseIsDue() {
    var table = cases("The lamp shall blink until the door is shut and the key is turned.");

    assertThat(table).extracting(Designed::lastExpected).containsExactly(
        "This doesn't happen: \"The lamp shall blink\"", "The lamp shall blink",
        "The lamp shall blink");
  }

  @Test
  void untilADayTheResponseIsDueOnThatDay() {
    assertThat(cases("Vouchers shall be valid until 2031-12-31.")).filteredOn(
        c -> c.ruleId().equals("bound")).extracting(Designed::lastExpected).containsExactly(
            "Vouchers shall be valid", "Vouchers shall be valid",
            "This doesn't happen: \"Vouchers shall be valid\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"until dusk", "until no guests remain", "until half past dusk"})
  void theResponseIsDueBeforeItsEndWhateverWordsTellTheEnd(String end) {
    assertThat(cases("The lamp shall blink " + end + ".")).extracting(
        c -> c.steps().getFirst().action(), Designed::lastExpected).containsExactly(
            tuple("Come to this end: \"" + end + "\"",
                "This doesn't happen: \"The lamp shall blink\""),
            tuple("Stay before this end: \"" + end + "\"", "The lamp shall blink"));
  }

  @Test
  void theBoundOfUntilEndsTheResponse() {
    assertThat(cases("The pump shall run until the level reaches 9 cm.")).filteredOn(
        c -> c.type() == TestCase.Type.BOUNDARY).extracting(Designed::lastExpected)
        .containsExactly("The pump shall run", "This doesn't happen: \"The pump shall run\"",
            "This doesn't happen: \"The pump shall run\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The pump shall keep running while the mains is lost.",
      "The pump shall continue to run during a loss of power.",
      "If the mains is lost, the pump shall keep its pressure.",
      "The pump shall tolerate a loss of its water while it runs.",
      "The pump shall remain operational while the lid is open.",
      "The pump shall run without interruption while the mains is lost."})
  void whatGoesOnAnywayIsNotKeptFromGoingOnElsewhere(String text) {
    assertThat(cases(text)).singleElement()
        .satisfies(c -> assertThat(lastExpected(c)).containsIgnoringCase("the pump shall "));
  }

  @Test
  void beyondTheTimeForWhichSomethingGoesOnTheReactionIsPending() {
    assertThat(cases("The pump shall keep running during a loss of power of up to 4 h."))
        .extracting(Designed::lastExpected).containsExactly("The pump shall keep running",
            "The pump shall keep running", "The pump shall keep running",
            "Pending: 5 h is outside \"up to 4 h\"; the text doesn't state the reaction: agree on "
                + "it, then write it here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The pump shall keep running until the tank is full.",
      "The pump shall keep running only while the tank is full.",
      "The pump shall keep running while the tank is full, otherwise it shall beep."})
  void whatTheWordsEndDoesNotGoOn(String text) {
    assertThat(cases(text)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "The gate shall not open while a train is near. | "
          + "This restriction doesn't apply: \"The gate shall not open\"",
      "The fan shall run for no longer than 6 s while the lid is open. | "
          + "This restriction doesn't apply: \"The fan shall run for no longer than 6 s\"",
      "The gate shall open while a train is near. | This doesn't happen: \"The gate shall open\""})
  void aRestrictionIsLiftedWhereItsConditionFails(String text, String expected) {
    assertThat(cases(text)).extracting(Designed::lastExpected).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "If the tank is full, the pump shall stop; if the tank is empty, the lamp shall blink.",
      "If the tank is full then the pump shall stop, if the tank is empty then the lamp shall blink.",
      "If the tank is full, the pump shall stop and if the tank is empty, the lamp shall blink.",
      "If the tank is full, the pump shall stop. If the tank is empty, the lamp shall blink."})
  void eachRuleOfARowHasItsOwnResponse(String text) {
    assertThat(cases(text)).extracting(c -> c.steps().getFirst().action() + " -> "
        + lastExpected(c).replaceFirst("\\.(?=\"?$)", "")).containsExactly(
            "Make sure that the tank is full -> the pump shall stop",
            "Make sure that this isn't so: the tank is full -> This doesn't happen: \"the pump shall stop\"",
            "Make sure that the tank is empty -> the lamp shall blink",
            "Make sure that this isn't so: the tank is empty -> This doesn't happen: \"the lamp shall blink\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {", otherwise it shall hum.", ". Otherwise it shall hum."})
  void whatIsDueOtherwiseBehindARowOfRulesIsDueIfNoneApplies(String otherwise) {
    var cases = cases("If A is set and B is set, the unit shall beep; if only A is set, the unit "
        + "shall blink" + otherwise);

    assertThat(cases).filteredOn(c -> lastExpected(c).equals("it shall hum.")).singleElement()
        .satisfies(c -> assertThat(c.steps()).extracting(TestCase.Step::action).containsExactly(
            "Make sure that this isn't so: A is set and B is set",
            "Make sure that this isn't so: only A is set"));
    assertThat(cases).hasSize(6);
  }

  @Test
  void aConditionBehindAResponseBeginsNoRule() {
    assertThat(cases("If it is dark, the unit shall beep, when the lid is open, and shall blink."))
        .allSatisfy(c -> assertThat(c.steps()).hasSize(2));
  }

  @Test
  void wordsInQuotationMarksAreQuotedInOthers() {
    assertThat(cases("If the lid is open, the pot shall show \"open\"."))
        .extracting(Designed::lastExpected).containsExactly("the pot shall show \"open\".",
            "This doesn't happen: “the pot shall show \"open\".”");
  }

  @Test
  void whatIsDoneOnlyOnAConditionIsRefusedWithoutIt() {
    assertThat(cases("The door shall open only after the key is in.")).extracting(TestCase::type,
        Designed::lastExpected).containsExactly(
            tuple(TestCase.Type.POSITIVE, "The door shall open"),
            tuple(TestCase.Type.NEGATIVE, "This doesn't happen: \"The door shall open\""));
  }
}

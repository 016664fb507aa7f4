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
    assertThat(cases.get(1).steps().get(0).action()).startsWith("Make sure that this doesn't hold");
    assertThat(cases.get(1).steps().get(1).action()).startsWith("Make this hold");
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
            tuple("Make this hold: \"When an alarm is set\"",
                "Make this hold: \"if the clock stops\""),
            tuple("Make sure that this doesn't hold: \"When an alarm is set\"",
                "Make this hold: \"if the clock stops\""),
            tuple("Make this hold: \"When an alarm is set\"",
                "Make sure that this doesn't hold: \"if the clock stops\""));
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
        .isEqualTo("Make this hold: \"when the town changes\"");
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
    assertThat(cases("If the hall holds more than 90 guests, the gate shall close, otherwise it shall "
        + "open.")).filteredOn(c -> c.type() == TestCase.Type.BOUNDARY)
        .extracting(Designed::lastExpected)
        .containsExactly("it shall open.", "it shall open.", "the gate shall close");
  }

  @Test
  void eachResponseHasTheConditionBehindIt() {
    var cases = cases("The sign shall glow when the night falls, fade when the sun rises, and rest at "
        + "noon.");

    assertThat(cases).extracting(c -> c.steps().getFirst().action(), Designed::lastExpected)
        .containsExactly(
            tuple("Make this hold: \"when the night falls\"", "The sign shall glow"),
            tuple("Make sure that this doesn't hold: \"when the night falls\"",
                "This doesn't happen: \"The sign shall glow\""),
            tuple("Make this hold: \"when the sun rises\"", "The sign shall fade"),
            tuple("Make sure that this doesn't hold: \"when the sun rises\"",
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
  void aSecondSentenceThatBindsHasItsConditionToo() {
    assertThat(cases("The lamp shall be red. When the key is turned, the lamp shall be green."))
        .extracting(Designed::lastExpected)
        .containsExactly("the lamp shall be green.",
            "This doesn't happen: \"the lamp shall be green.\"");
  }
}

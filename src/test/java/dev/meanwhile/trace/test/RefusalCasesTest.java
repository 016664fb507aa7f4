package dev.meanwhile.trace.test;

import static dev.meanwhile.trace.test.Designed.cases;
import static dev.meanwhile.trace.test.Designed.requirements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Verification;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;

/// Negative cases, and requirements for which no case can be given.
class RefusalCasesTest {
  @Test
  void aTextThatNobodyCanObserveGivesAReasonInsteadOfFiller() {
    assertThat(reason("The page shall be easy to use.")).contains("\"easy\" can't be observed");
    assertThat(reason("The page must look nice.")).contains("\"nice\" can't be observed");
    assertThat(reason("The range shall be TBD.")).contains("still open");
    assertThat(reason("Fast start-up")).contains("only a name");
    assertThat(cases("The page shall be easy to use and load within 2 seconds.")).hasSize(1);
  }

  @Test
  @Tag("MW-CASE-003")
  void rejectionIsANegativeCaseAndCanBeLeftOut() {
    var requirements = requirements("If the name is invalid, the system shall reject the command.");

    var all = TestDesign.collect(requirements, TestDesign::casesFor, true);
    var some = TestDesign.collect(requirements, TestDesign::casesFor, false);

    assertThat(all.byType()).containsEntry("negative", 1);
    assertThat(some.byType()).doesNotContainKey("negative");
    assertThat(some.cases()).isSubsetOf(all.cases());
  }

  @Test
  void aProhibitionAloneIsUncoveredWithoutNegativeCasesAndSaysSo() {
    var cases = TestDesign.collect(requirements("The system shall not store passwords."),
        TestDesign::casesFor, false);

    assertThat(cases.cases()).isEmpty();
    assertThat(cases.uncovered()).singleElement().satisfies(u -> assertThat(u.reason()).contains(
        "include_negative_tests"));
  }

  @Test
  void deletedAndInspectedRequirementsGetNoCaseAndAReason() {
    var deleted = TestDesign.collect(requirements("DELETED: The system shall beep."),
        TestDesign::casesFor, true);

    assertThat(deleted.uncovered()).singleElement().satisfies(u -> assertThat(u.reason()).isEqualTo(
        "its status is deleted"));
  }

  @Test
  void whatIsVerifiedOtherwiseIsUncoveredForThatReason() {
    var inspected = requirements("It shall be blue.").getFirst();
    var row = new Requirement("A-2", "", "It shall be blue.", inspected.status(),
        inspected.pattern(), inspected.kind(),
        inspected.tier(), inspected.idOrigin(), Verification.of("Inspection"), null, null,
        List.of(),
        inspected.source(), inspected.textHash());

    assertThat(TestDesign.collect(List.of(row), TestDesign::casesFor, true).uncovered())
        .extracting(TestCases.Uncovered::reason)
        .containsExactly("it is verified by Inspection, not by test");
  }

  @Test
  void fourWordsAreMoreThanAName() {
    assertThat(reason("Fast start-up screen")).contains("only a name");
    assertThat(cases("The blue lamp blinks")).hasSize(1);
  }

  private static String reason(String text) {
    return TestDesign.collect(requirements(text), TestDesign::casesFor, true).uncovered()
        .getFirst().reason();
  }

  @Test
  void whatIsRefusedIsTriedOnceWhateverElseIsDerived() {
    var cases = cases("The unit shall reject names of at least 65 characters.");

    assertThat(cases).filteredOn(c -> c.type() == TestCase.Type.NEGATIVE).singleElement()
        .satisfies(c -> {
          assertThat(c.ruleId()).isEqualTo("refusal");
          assertThat(c.sourceQuote())
              .isEqualTo("The unit shall reject names of at least 65 characters.");
        });
    assertThat(cases("If the name is invalid, the unit shall reject it."))
        .filteredOn(c -> c.type() == TestCase.Type.NEGATIVE).singleElement()
        .satisfies(c -> assertThat(c.ruleId()).isEqualTo("condition"));
  }

  @Test
  void aRefusalQuotesTheSentenceOrTheChoiceThatSpeaksOfIt() {
    assertThat(cases("The code shall be new. It shall never appear in the log."))
        .filteredOn(c -> c.type() == TestCase.Type.NEGATIVE).extracting(TestCase::sourceQuote)
        .containsExactly("It shall never appear in the log.");
    assertThat(cases("The unit shall report each of these:\n- colour: red, green\n"
        + "- size: small, large\n- errors: all, new"))
        .filteredOn(c -> c.type() == TestCase.Type.NEGATIVE).extracting(TestCase::sourceQuote)
        .containsExactly("errors: all, new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"No personal data shall be sent to others.",
      "No guest may open the safe."})
  void whatNothingMayDoIsForbidden(String text) {
    assertThat(cases(text)).extracting(TestCase::type).containsOnly(TestCase.Type.NEGATIVE);
  }

  @Test
  void noFewerThanANumberIsABoundAndNothingForbidden() {
    assertThat(cases("No fewer than 5 guests shall be in the room.")).extracting(TestCase::type)
        .contains(TestCase.Type.BOUNDARY).doesNotContain(TestCase.Type.NEGATIVE);
  }

  @Test
  void whatGoesWrongIsBroughtAboutAndNotRefused() {
    assertThat(cases("The unit shall retry failed calls.")).singleElement().satisfies(c -> {
      assertThat(c.type()).isEqualTo(TestCase.Type.NEGATIVE);
      assertThat(c.title()).startsWith("Failure: ");
      assertThat(c.steps().getFirst().action()).startsWith("Bring about what goes wrong here: ");
    });
    assertThat(cases("The unit shall reject invalid calls.")).singleElement().satisfies(c -> {
      assertThat(c.title()).startsWith("Refused or forbidden: ");
      assertThat(c.steps().getFirst().action()).startsWith("Try to bring about");
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Singing is not permitted when it rains.", "There shall be no lid on it.",
      "The lid may be opened only under a roof.", "The guest shall not exceed the usual bounds.",
      "If no valid order comes for an hour, the shop shall close.",
      "It shall be shown that no meal can be sent twice.",
      "The shop shall allow only registered guests.",
      "If the load lies outside 2 to 5 kg, the rail shall stop.",
      "The shop shall suppress the tone while the guest speaks.",
      "The cart shall move only along the wall.", "The lid may be opened only in a dry room.",
      "The gate shall take 3 codes before locking the card.",
      "An order outside the valid range shall be answered by the cook.",
      "Old orders shall be filtered out.", "The lid shall show no dents.",
      "No more lids shall be taken.", "A failed lamp shall be reported.",
      "When the shop is shut, no lamp shall be on.", "The rail shall declare a motor fault.",
      "The shop shall send orders, never a guess.", "Two orders at once shall return a conflict.",
      "Guests without a card shall receive HTTP 403.",
      "A discrepancy between two scales shall stop the sale.",
      "Invalid PIN shall stop the sale.",
      "An order of a dish that isn't on the menu shall return exception 02.",
      "Frames of a length other than 9 bytes shall be rejected."})
  void whatIsKeptFromHappeningWantsANegativeCase(String text) {
    assertThat(cases(text)).anyMatch(c -> c.type() == TestCase.Type.NEGATIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "The shop shall use a guard (≤ 5 s time-out).",
      "The load shall never exceed the rated one.", "The error (in g) shall be ≤ 5 g.",
      "The error of the scale shall not exceed 5 g.",
      "The rail shall stop without aborting the song.",
      "The speed of the rail shall exceed 5 km/h.",
      "The ferry shall hold its place on an incline/decline of 5 %.",
      "The cart shall find the edge of unknown ground.", "The scale error shall be ≤ 5 g.",
      "The scale error (in rain) shall be at most 5 g.", "The log shall hold the error count.",
      "The guest shall be able to abort the ride.", "The ride shall go on without abort.",
      "The bell shall ring when 9 samples are outside the allowed band.",
      "The lid cannot be cut into more than 5 pieces.",
      "The shop shall log a guest out after 15 minutes to avoid unauthorized use.",
      "The time-out shall be 5 s.", "The lid shall be no larger than 5 cm, no thicker than 1 cm.",
      "The rail shall require no oil.", "The ferry shall hold its place in GNSS-denied mode.",
      "The ferry shall call the state GOOD or DENIED.",
      "The rail shall run without exceeding its ratings.",
      "The rail shall carry 9 kg without failure.", "The shop must have no more than 2 waiters.",
      "The shop shall log a guest out after a configurable timeout.",
      "The lid shall be sealed with a ring to inhibit leakage.",
      "The meal must not require more than 3 steps.",
      "If the lid is opened, the pot shall go to the \"run-abort\" state.",
      "The lamp shall have a timeout between 2 and 9 s.",
      "No more than 5 lids shall be open at once.", "A failed lamp of the pot shall be replaced.",
      "The pot shall boil without error.", "The scale shall weigh with an error below 5 g.",
      "If the error is greater than 5 g, the scale shall be set.",
      "The scale shall weigh with an error not exceeding 5 g.",
      "The lid shall keep 90 % of its failure load.",
      "Pots whose weight exceeds that of the lid shall be moved.",
      "The lamp shall blink in all failure modes.",
      "No more than 2 % of the lamps shall fail.",
      "The belt must carry parcels exceeding 9 kg."})
  void aPurposeOrAMeasureRefusesNothing(String text) {
    assertThat(cases(text)).noneMatch(c -> c.type() == TestCase.Type.NEGATIVE);
  }

  @Test
  void aNoteBesideTheStatementIsNotWhatIsTried() {
    var cases = cases("The shop shall print a list of guests.\n\nNote: A guest who has no card is "
        + "refused after 5 s.");

    assertThat(cases).singleElement().satisfies(c -> {
      assertThat(c.type()).isEqualTo(TestCase.Type.POSITIVE);
      assertThat(c.steps().getFirst().action())
          .isEqualTo("Bring about: \"The shop shall print a list of guests.\"");
    });
  }
}

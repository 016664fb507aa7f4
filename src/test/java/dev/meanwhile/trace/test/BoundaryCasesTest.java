package dev.meanwhile.trace.test;

import static dev.meanwhile.trace.test.Designed.cases;
import static dev.meanwhile.trace.test.Designed.lastExpected;
import static dev.meanwhile.trace.test.Designed.firstValues;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.test.sentence.Wording;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cases at the bounds that a requirement states, and what stands for a bound without a number.
class BoundaryCasesTest {
  @Test
  @Tag("MW-CASE-002")
  void aBoundGivesThreeValuesWithTheirUnit() {
    var cases = cases("The name shall hold at most 64 characters.");

    assertThat(cases).extracting(c -> c.testData().getFirst().value()).containsExactly("63", "64",
        "65");
    assertThat(cases).extracting(c -> c.testData().getFirst().unit()).containsOnly("characters");
    assertThat(cases).extracting(TestCase::type).containsOnly(TestCase.Type.BOUNDARY);
    assertThat(lastExpected(cases.get(2))).startsWith("Pending: 65 characters is outside");
  }

  @Test
  void aDecimalBoundStepsInItsLastPlace() {
    assertThat(firstValues("The level shall be at least 2.5 l.")).containsExactly("2.4", "2.5",
        "2.6");
  }

  @Test
  void aRangeHasTwoBounds() {
    assertThat(firstValues("The password must be between 8 and 64 characters.")).containsExactly(
        "7",
        "8", "9", "63", "64",
        "65");
  }

  @Test
  void aPlaceholderStaysAName() {
    assertThat(
        firstValues("The path shall have a maximum length of <PLATFORM_DEFINED> characters."))
        .containsExactly(
            "MAX-1", "MAX", "MAX+1");
  }

  @Test
  void aBoundInsideTheConditionDecidesWhetherTheResponseIsDue() {
    var boundary = cases("If the temperature exceeds 80 °C, the heater shall stop.").stream()
        .filter(c -> c.type() == TestCase.Type.BOUNDARY).toList();

    assertThat(boundary).extracting(Designed::lastExpected).containsExactly(
        "This doesn't happen: \"the heater shall stop.\"",
        "This doesn't happen: \"the heater shall stop.\"",
        "the heater shall stop.");
  }

  @Test
  void aTimeIsMeasured() {
    var timed = cases("The system shall respond within 2 seconds.").getFirst();

    assertThat(timed.type()).isEqualTo(TestCase.Type.PERFORMANCE);
    assertThat(timed.testData().getFirst())
        .isEqualTo(new TestCase.Datum("limit", "2", "seconds", "within 2 seconds"));
  }

  @Test
  void aLimitThatTheTextRefusesDecidesWhetherItIsRefused() {
    assertThat(cases("The form shall reject names longer than 30 characters."))
        .extracting(Designed::lastExpected).first().asString()
        .startsWith("This doesn't happen: \"The form shall reject");
  }

  @Test
  void whatIsOutsideOfABoundIsToBeAgreedUnlessTheBoundDecides() {
    assertThat(cases("The name shall hold at most 64 characters.")).extracting(TestCase::notes)
        .containsExactly(List.of(), List.of(), List.of(Wording.UNSTATED));
    assertThat(bounds("If the temperature exceeds 80 °C, the heater shall stop."))
        .allMatch(c -> c.notes().isEmpty());
  }

  @Test
  void aBoundOfAnExceptionTurnsTheResponseAround() {
    assertThat(bounds("The pump shall run unless the tank holds more than 5 litres."))
        .extracting(Designed::lastExpected).containsExactly("The pump shall run",
            "The pump shall run", "This doesn't happen: \"The pump shall run\"");
  }

  @Test
  void theWordThatABoundBeginsWithRefusesNothing() {
    assertThat(bounds("The scale shall show the weight of parcels exceeding 5 kg."))
        .extracting(Designed::lastExpected).first().asString()
        .startsWith("Pending: 4 kg is outside \"exceeding 5 kg\"");
  }

  private static List<TestCase> bounds(String text) {
    return cases(text).stream().filter(c -> c.type() == TestCase.Type.BOUNDARY).toList();
  }

  @Test
  void theAttemptBeforeTheOneThatCountsIsNotEnough() {
    var third = bounds("After the third failed attempt the card shall be kept.");

    assertThat(third).extracting(c -> c.steps().getLast().action()).containsExactly(
        "Bring about: the second failed attempt", "Bring about: the third failed attempt",
        "Bring about: the fourth failed attempt");
    assertThat(third).extracting(Designed::lastExpected).containsExactly(
        "This doesn't happen: \"the card shall be kept.\"", "the card shall be kept.",
        "the card shall be kept.");
  }

  @Test
  void whatIsPreventedIsRuledOut() {
    assertThat(bounds("The valve shall prevent the pressure from exceeding 9 bar."))
        .extracting(Designed::lastExpected).containsExactly(
            "The valve shall prevent the pressure from exceeding 9 bar.",
            "The valve shall prevent the pressure from exceeding 9 bar.",
            "This rules it out: \"The valve shall prevent the pressure from exceeding 9 bar.\"");
  }

  @Test
  void bothNeighboursOfAValueThatIsExceptedCount() {
    assertThat(bounds("Frames of a length other than 9 bytes shall be rejected."))
        .extracting(TestCase::title).satisfiesExactly(
            t -> assertThat(t).startsWith("8 bytes is inside"),
            t -> assertThat(t).startsWith("9 bytes is outside"),
            t -> assertThat(t).startsWith("10 bytes is inside"));
  }

  @Test
  void theEndsOfACloseRangeTryNoValueTwice() {
    assertThat(firstValues("The supply shall be 2 to 3 V.")).containsExactly("1", "2", "3", "4");
    assertThat(firstValues("The PIN shall have 4 to 6 digits.")).containsExactly("3", "4", "5",
        "6", "7");
  }

  @Test
  void whatIsReachedIsMeasuredWhereverItsNameStands() {
    assertThat(cases("The unit shall have a minimum autonomy of 6 hours.")).extracting(
        TestCase::ruleId).containsExactly("time");
    assertThat(cases("The cell shall provide a minimum of 20 hours of light.")).extracting(
        TestCase::ruleId).containsExactly("time");
    assertThat(cases("The angle shall be at most 45°.").getFirst().title()).startsWith(
        "44° is inside");
  }

  @Test
  void bothEndsOfAMeasuredRangeAreMeasured() {
    assertThat(cases("The noise shall be between 60 and 80 dB.")).extracting(
        c -> c.testData().getFirst().value()).containsExactly("60", "80");
  }

  @Test
  void bothEndsOfARangeStepInTheFinerPlace() {
    assertThat(firstValues("The supply shall be from 1 to 2.5 V.")).containsExactly("0.9", "1",
        "1.1", "2.4", "2.5", "2.6");
    assertThat(firstValues("The delay shall be set from 900 ms to 2.5 s.")).containsExactly("899",
        "900", "901", "2.4", "2.5", "2.6");
  }

  @Test
  void aPlaceholderIsExplained() {
    assertThat(cases("The path shall hold at most <LIMIT> characters.")).allSatisfy(
        c -> assertThat(c.notes()).contains("MAX stands for <LIMIT>"));
    assertThat(cases("The path shall hold at most 5 characters."))
        .noneMatch(c -> c.notes().stream().anyMatch(n -> n.contains("stands for")));
  }

  @Test
  void aPlusBehindANumberIsALowerBoundUnlessItIsAVersion() {
    assertThat(firstValues("The server must carry 100+ concurrent users.")).containsExactly("99",
        "100",
        "101");
    assertThat(bounds("The app must run on Droid 8+ phones.")).isEmpty();
  }

  @Test
  void oneOfSeveralThingsIsSaidInTheSingular() {
    assertThat(cases("The array shall have 1 to 4 entries.")).extracting(TestCase::title)
        .anyMatch(t -> t.startsWith("1 entry is inside"))
        .anyMatch(t -> t.startsWith("2 entries is inside"));
    assertThat(cases("The array shall have 1 to 4 entries.").get(1).testData().getFirst().unit())
        .isEqualTo("entry");
  }

  @Test
  void theEndsOfARangeThatIsMeasuredHaveTitlesOfTheirOwn() {
    assertThat(cases("The horn shall have an efficiency between 60 and 80 %."))
        .extracting(TestCase::title).containsExactly(
            "Measure \"between 60 and 80 %\" at 60 %: The horn shall have an efficiency between 60 and 80 %.",
            "Measure \"between 60 and 80 %\" at 80 %: The horn shall have an efficiency between 60 and 80 %.");
  }

  @Test
  void boundsOfTheSameWordsAreCalledByTheWordsBefore() {
    var twice = cases("The cell shall have an input of 5 to 9 V and an output of 5 to 9 V.");

    assertThat(twice).hasSize(12).extracting(TestCase::title).doesNotHaveDuplicates()
        .satisfies(t -> assertThat(t.getFirst())
            .startsWith("4 V is outside \"an input of 5 to 9 V\""))
        .satisfies(t -> assertThat(t.getLast())
            .startsWith("10 V is outside \"an output of 5 to 9 V\""));
    assertThat(cases("The cell shall have an input of 5 to 9 V.").getFirst().title())
        .startsWith("4 V is outside \"5 to 9 V\"");
  }

  @Test
  void howLongSomethingHasToBeSoDecidesWhetherTheResponseIsDue() {
    var held = bounds("If the lid is open for 5 s, the pot shall beep.");

    assertThat(held).extracting(c -> c.steps().getLast().action()).containsExactly(
        "Make sure that the lid is open for 4 s", "Make sure that the lid is open for 5 s",
        "Make sure that the lid is open for 6 s");
    assertThat(held).extracting(Designed::lastExpected).containsExactly(
        "This doesn't happen: \"the pot shall beep.\"", "the pot shall beep.",
        "the pot shall beep.");
  }

  @Test
  void whatDoesNotHappenInTimeIsDueAtItsEnd() {
    var late = bounds("If no lid opens within 5 s, the pot shall beep.");

    assertThat(late).extracting(c -> c.steps().getLast().action()).containsExactly(
        "Make sure that no lid opens within 4 s",
        "Make sure that no lid opens within 5 s",
        "Make sure that no lid opens within 6 s");
    assertThat(late).extracting(Designed::lastExpected).containsExactly(
        "This doesn't happen: \"the pot shall beep.\"", "the pot shall beep.",
        "the pot shall beep.");
  }

  @Test
  void whatTheSubjectIsLikeDecidesWhetherTheResponseIsDue() {
    assertThat(bounds("A parcel that weighs more than 5 kg shall go by truck."))
        .extracting(Designed::lastExpected).first().asString()
        .isEqualTo(
            "This doesn't happen: \"A parcel that weighs more than 5 kg shall go by truck.\"");
    assertThat(bounds("A parcel that is open shall hold more than 5 lids."))
        .extracting(Designed::lastExpected).first().asString().startsWith("Pending");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The pump shall be set from 5 to 10 ml in increments of 0.5 ml.",
      "The lamp shall be read at 50 lux to 2 000 lux."})
  void theStepThatTheTextStatesIsNoNumberOfOurs(String text) {
    assertThat(cases(text)).isNotEmpty()
        .allSatisfy(c -> assertThat(Numbers.invented(c, text)).isEmpty());
  }

  @Test
  void timesForThemselvesAreCalledByTheirWordsAlone() {
    assertThat(cases("The gate shall open within 5 s and close within 9 s."))
        .extracting(TestCase::title).containsExactly(
            "Measure \"within 5 s\": The gate shall open within 5 s and close within 9 s.",
            "Measure \"within 9 s\": The gate shall open within 5 s and close within 9 s.");
  }

  @Test
  void aSubjectOfTwoThingsIsStillASentence() {
    assertThat(cases("If the level or the weight exceeds 5 kg, the lamp shall be lit."))
        .filteredOn(c -> c.type() == TestCase.Type.BOUNDARY)
        .extracting(c -> c.steps().getFirst().action())
        .containsExactly("Make sure that the level or the weight is 4 kg",
            "Make sure that the level or the weight is 5 kg",
            "Make sure that the level or the weight is 6 kg");
  }

  @Test
  void whatIsAllowedOnlyWithinABoundIsRuledOutBeyondIt() {
    assertThat(cases("The guest shall pay only with at most 3 coins."))
        .filteredOn(c -> c.type() == TestCase.Type.BOUNDARY).last()
        .satisfies(c -> assertThat(c.title())
            .isEqualTo("4 coins is outside \"at most 3 coins\": ruled out"));
  }

  @Test
  void boundsOfTheSameWordsInTwoClausesAreTriedEach() {
    assertThat(
        cases("The input shall be from 5 V to 9 V, and the output shall be from 5 V to 9 V."))
        .hasSize(12).extracting(c -> c.steps().getFirst().action()).doesNotHaveDuplicates();
  }
}

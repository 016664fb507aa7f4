package dev.meanwhile.trace.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.testing.Effort;
import dev.meanwhile.trace.Ears;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Verification;
import dev.meanwhile.trace.extract.Extraction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDesignTest {
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
  void oneOfTwoThingsInAConditionIsNoListToChooseFrom() {
    assertThat(cases("If either the X value or the Y value is zero, then the unit shall rest."))
        .extracting(TestCase::technique).containsOnly("decision-table");
    assertThat(cases("The user shall sign in with either a card or a code."))
        .extracting(TestCase::technique).contains("equivalence-partitioning");
  }

  @Test
  void thenEndsAConditionWhereNothingBinds() {
    assertThat(cases("If the type is time based then the input is the packet's time."))
        .extracting(TestDesignTest::lastExpected)
        .containsExactly("the input is the packet's time.",
            "This doesn't happen: \"the input is the packet's time.\"");
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
      assertThat(c.steps().getFirst().action()).startsWith("Bring about what goes wrong here: ");
    });
    assertThat(cases("The unit shall reject invalid calls.")).singleElement()
        .satisfies(c -> assertThat(c.steps().getFirst().action()).startsWith("Try to bring about"));
  }

  @Test
  void aSecondSentenceIsExpectedForWhatItSays() {
    assertThat(cases("The code shall be new. It shall never appear in the log.")).singleElement()
        .satisfies(c -> assertThat(lastExpected(c)).isEqualTo("It shall never appear in the log."));
    assertThat(cases("The shop keeps its own list. A list has at most 9 rows."))
        .extracting(TestDesignTest::lastExpected).startsWith("A list has at most 9 rows.",
            "A list has at most 9 rows.");
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

  @Test
  void aPlusBehindANumberIsALowerBoundUnlessItIsAVersion() {
    assertThat(values("The server must carry 100+ concurrent users.")).containsExactly("99", "100",
        "101");
    assertThat(bounds("The app must run on Droid 8+ phones.")).isEmpty();
  }

  @Test
  void oneOfSeveralThingsIsSaidInTheSingular() {
    assertThat(cases("The array shall have 1 to 4 entries.")).extracting(TestCase::title)
        .anyMatch(t -> t.startsWith("1 entry is inside"))
        .anyMatch(t -> t.startsWith("2 entries is inside"));
  }

  @Test
  void conditionsJoinedByOrSufficeOneAtATime() {
    assertThat(cases("If the user is admin or the user has a key, the door shall open."))
        .extracting(
            TestDesignTest::lastExpected)
        .containsExactly("the door shall open.", "the door shall open.",
            "This doesn't happen: \"the door shall open.\"");
  }

  @Test
  void unlessTurnsTheResponseAround() {
    assertThat(cases("The session shall expire unless the user is active."))
        .extracting(TestDesignTest::lastExpected)
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
    assertThat(values("The level shall be at least 2.5 l.")).containsExactly("2.4", "2.5", "2.6");
  }

  @Test
  void aRangeHasTwoBounds() {
    assertThat(values("The password must be between 8 and 64 characters.")).containsExactly("7",
        "8", "9", "63", "64",
        "65");
  }

  @Test
  void aPlaceholderStaysAName() {
    assertThat(values("The path shall have a maximum length of <PLATFORM_DEFINED> characters."))
        .containsExactly(
            "MAX-1", "MAX", "MAX+1");
  }

  @Test
  void aBoundInsideTheConditionDecidesWhetherTheResponseIsDue() {
    var boundary = cases("If the temperature exceeds 80 °C, the heater shall stop.").stream()
        .filter(c -> c.type() == TestCase.Type.BOUNDARY).toList();

    assertThat(boundary).extracting(TestDesignTest::lastExpected).containsExactly(
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
  void aListGivesOneCaseForEachItem() {
    var cases = cases("HK shall report the following:\na) Counter\nb) Errors");

    assertThat(cases).extracting(c -> c.testData().getFirst().value()).containsExactly("Counter",
        "Errors");
    assertThat(cases).extracting(TestCase::technique).containsOnly("equivalence-partitioning");
  }

  @Test
  void threeParametersGiveEachPairOfTheirValues() {
    var cases = cases("The mixer shall work with each colour (red, green or blue), each size "
        + "(small, large) and each mode (fast, slow).");

    assertThat(cases).hasSizeBetween(6, 8).extracting(TestCase::technique).containsOnly("pairwise");
    var rows = cases.stream().map(c -> c.testData().stream().map(TestCase.Datum::value).toList())
        .toList();
    for (var colour : List.of("red", "green", "blue")) {
      for (var mode : List.of("fast", "slow")) {
        assertThat(rows).anyMatch(r -> r.contains(colour) && r.contains(mode));
      }
    }
  }

  @Test
  void tooManyCombinationsTryEachValueOnce() {
    var values = "(v1, v2, v3, v4, v5, v6, v7, v8, v9)";
    var cases = cases("The unit shall work with aa " + values + ", bb " + values + ", cc " + values
        + ", dd " + values + ", ee " + values + " and ff " + values + ".");

    assertThat(cases).hasSize(9).extracting(TestCase::technique).containsOnly("each-choice");
  }

  @Test
  void aTextThatNobodyCanObserveGivesAReasonInsteadOfFiller() {
    assertThat(reason("The page shall be easy to use.")).contains("\"easy\" can't be observed");
    assertThat(reason("The range shall be TBD.")).contains("still open");
    assertThat(reason("Fast start-up")).contains("only a name");
    assertThat(cases("The page shall be easy to use and load within 2 seconds.")).hasSize(1);
  }

  @Test
  void eachCaseQuotesTheWordsThatItRestsOn() {
    var text = "If the door is closed and the key is present, the motor shall start within 5 s.";

    assertThat(cases(text)).hasSize(4).allSatisfy(c -> assertThat(text).contains(c.sourceQuote()))
        .extracting(TestCase::sourceQuote).contains("the key is present", "within 5 s");
  }

  @Test
  void aLimitThatTheTextRefusesDecidesWhetherItIsRefused() {
    assertThat(cases("The form shall reject names longer than 30 characters."))
        .extracting(TestDesignTest::lastExpected).first().asString()
        .startsWith("This doesn't happen: \"The form shall reject");
  }

  @Test
  void noWordingStandsForWorkThatIsOpenButPending() {
    assertThat(cases("The name shall hold at most 64 characters.").toString())
        .doesNotContain("TODO").contains("Pending: ");
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
  void nothingToGoByGivesOneNominalCaseThatSaysSo() {
    assertThat(cases("The system shall beep.")).singleElement().satisfies(c -> {
      assertThat(c.technique()).isEqualTo("requirement-based");
      assertThat(c.notes()).contains("the text states no condition, bound or list: add test data");
    });
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
  void fourWordsAreMoreThanAName() {
    assertThat(reason("Fast start-up screen")).contains("only a name");
    assertThat(cases("The blue lamp blinks")).hasSize(1);
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

  private static List<Requirement> requirements(String text) {
    return Extraction.of(List.of(Passage.paragraph("A-1: " + text, Source.line("a.txt", 1, null))))
        .requirements();
  }

  private static List<TestCase> cases(String text) {
    return TestDesign.casesFor(requirements(text).getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a, ", "by a, b ", "minimum ", "maximum is ", "limit a ", "not ", "1,000",
      "<AB ", "(a, b) ", "from 1 to ", "5 a or ", "if a is ", "the following ", "and is ",
      "to a b c, ",
      "at most 5 failed ", "unless ", "\n- a: b", "1-"})
  void noTextTakesLong(String part) {
    var text = "The unit shall " + part.repeat(4_000 / part.length());

    Effort.assertReadLikePlain(text, TestDesignTest::cases);
  }

  private static String reason(String text) {
    return TestDesign.collect(requirements(text), TestDesign::casesFor, true).uncovered()
        .getFirst().reason();
  }

  private static List<String> values(String text) {
    return cases(text).stream().map(c -> c.testData().getFirst().value()).toList();
  }

  private static String lastExpected(TestCase testCase) {
    return testCase.steps().getLast().expected();
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
  void aCaseSaysWhichRuleMadeIt() {
    assertThat(cases("While the door is open, the lamp shall blink.")).extracting(TestCase::ruleId)
        .containsOnly("state");
    assertThat(cases("If the door is open, the lamp shall blink.")).extracting(TestCase::ruleId)
        .containsOnly("condition");
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
        .extracting(TestDesignTest::lastExpected).containsExactly("The pump shall run",
            "The pump shall run", "This doesn't happen: \"The pump shall run\"");
  }

  private static List<TestCase> bounds(String text) {
    return cases(text).stream().filter(c -> c.type() == TestCase.Type.BOUNDARY).toList();
  }

  @Test
  void aPlaceholderIsExplained() {
    assertThat(cases("The path shall hold at most <LIMIT> characters.")).allSatisfy(
        c -> assertThat(c.notes()).contains("MAX stands for <LIMIT>"));
    assertThat(cases("The path shall hold at most 5 characters."))
        .noneMatch(c -> c.notes().stream().anyMatch(n -> n.contains("stands for")));
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
  void aCombinationIsCalledByItsValuesAndAParameterHasTwo() {
    var cases = cases("The fan shall run with speed (low, high), colour (red,, blue), size (s, m) "
        + "and mode (auto).");

    assertThat(cases).allSatisfy(c -> {
      assertThat(c.title()).contains("speed = ", "colour = ", "size = ");
      assertThat(c.testData()).extracting(TestCase.Datum::name)
          .containsExactly("speed", "colour", "size");
      assertThat(c.testData()).extracting(TestCase.Datum::value).doesNotContain("");
    }).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"The lamp shall show one of the states.",
      "The pumps (inner and outer) shall run."})
  void wordsThatNameNoListGiveNoPartitions(String text) {
    assertThat(cases(text)).extracting(TestCase::technique)
        .doesNotContain("equivalence-partitioning");
  }

  @Test
  void notesAreAddedToASet() {
    var set = TestCases.of(cases("It shall stop."), List.of()).noting(List.of("one"));

    assertThat(set.noting(List.of("two")).notes()).containsExactly("one", "two");
    assertThat(set.cases()).hasSize(1);
  }
}

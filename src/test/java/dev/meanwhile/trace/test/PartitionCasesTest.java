package dev.meanwhile.trace.test;

import static dev.meanwhile.trace.test.Designed.cases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cases for the values that a requirement lists, one by one and in combination.
class PartitionCasesTest {
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
      "The pumps (inner and outer) shall run.", "The load (10,000 lids) shall be kept.",
      "The load (default 5 kg, range 1 to 9 kg) shall be kept.",
      "The load (in kg, at most 5) shall be kept."})
  void wordsThatNameNoListGiveNoPartitions(String text) {
    assertThat(cases(text)).extracting(TestCase::technique)
        .doesNotContain("equivalence-partitioning");
  }

  @Test
  void oneOfTwoThingsInAConditionIsNoListToChooseFrom() {
    assertThat(cases("If either the X value or the Y value is zero, then the unit shall rest."))
        .extracting(TestCase::technique).containsOnly("decision-table");
    assertThat(cases("The user shall sign in with either a card or a code."))
        .extracting(TestCase::technique).contains("equivalence-partitioning");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "The guest shall be able to choose one of the following rooms: red room, tower, old barn. | "
          + "red room/tower/old barn",
      "The guest shall pay by one of these ways: card, cash. | card/cash",
      "The fan shall have the modes off, slow and fast. | off/slow/fast",
      "The menu shall be shown in German, Czech and Sorbian. | German/Czech/Sorbian",
      "The bell shall ring in the order first floor, attic, yard. | first floor/attic/yard",
      "The tower shall serve the zones A1, A2, A3 and A4 when it is open. | A1/A2/A3/A4",
      "The poster shall be printed in red, green or pale blue. | red/green/pale blue",
      "Upon receipt of a Stitch order, the loom shall weave 8, 16 or 32 threads. "
          + "| 8/16/32 threads"})
  void whatIsListedInASentenceIsLookedAtOneByOne(String text, String items) {
    assertThat(cases(text)).filteredOn(c -> c.ruleId().equals("list"))
        .extracting(TestCase::sourceQuote).containsExactly(items.split("/", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"The pump shall stop the motor, close the valve and ring the bell.",
      "The tower shall be painted in red and white.",
      "The order shall be kept and shown, printed and sent."})
  void deedsAndPairsAreNoList(String text) {
    assertThat(cases(text)).extracting(TestCase::ruleId).doesNotContain("list");
  }

  @Test
  void valuesToChooseFromHaveOneThatIsNotAmongThem() {
    assertThat(cases("The guest shall be able to select Folio, Quarto or Octavo."))
        .filteredOn(c -> c.type() == TestCase.Type.NEGATIVE).singleElement()
        .satisfies(c -> assertThat(c.title()).isEqualTo("Not in the list: Folio, Quarto, Octavo"));
  }

  @Test
  void theEndsOfBoundsAreNoList() {
    assertThat(cases("The press shall stop after at most 20, 30 or 40 sheets."))
        .extracting(TestCase::ruleId).contains("bound").doesNotContain("list");
  }

  @Test
  void theExpectedResultNamesTheItemItIsAbout() {
    assertThat(cases("The guest shall choose one of red, green or blue.").getFirst().steps())
        .singleElement().satisfies(s -> {
          assertThat(s.action()).isEqualTo("Use this value: \"red\"");
          assertThat(s.expected())
              .isEqualTo("For \"red\": The guest shall choose one of red, green or blue.");
        });
    assertThat(cases("HK shall report the following:\na) Counter\nb) Errors").getFirst().steps())
        .singleElement().satisfies(s -> {
          assertThat(s.action()).isEqualTo("Look at this item of the list: \"Counter\"");
          assertThat(s.expected()).isEqualTo("HK shall report the following: Counter");
        });
  }

  @Test
  void aParameterIsCalledByItsNameAlone() {
    assertThat(
        cases("The search shall take the parameters sort (name, price), order (up, down) and "
            + "state (all, open).").getFirst().testData())
        .extracting(TestCase.Datum::name)
        .containsExactly("sort", "order", "state");
  }

  @Test
  void aLineThatBindsByItselfIsAStatementWithItsOwnCases() {
    var cases = cases("The pot shall boil water.\n- The lid shall open when the pot is hot.\n"
        + "- The lamp shall blink for at most 9 s.\n- The guest shall not touch the pot.");

    assertThat(cases).extracting(TestCase::ruleId, Designed::lastExpected).containsExactly(
        tuple("nominal", "The pot shall boil water."),
        tuple("condition", "The lid shall open"),
        tuple("condition", "This doesn't happen: \"The lid shall open\""),
        tuple("time", "The lamp shall blink for at most 9 s."),
        tuple("refusal", "The guest shall not touch the pot."));
    assertThat(cases).extracting(TestCase::key).doesNotHaveDuplicates();
  }

  @Test
  void whatOnlyLeadsToSentencesThatBindIsTriedWithEachOfThem() {
    assertThat(cases("The pot shall follow these rules:\n\n1) The lid shall be shut by hand.\n"
        + "2) The lamp shall be red\n   and blink.\n\nThe pot shall beep at noon."))
        .extracting(Designed::lastExpected).containsExactly("The lid shall be shut by hand.",
            "The lamp shall be red and blink.", "The pot shall beep at noon.");
  }

  @Test
  void aLineOfAListGoesOnBelow() {
    assertThat(cases("The pot shall report:\n- the heat of\n  the lid;\n- the time").stream()
        .map(TestCase::sourceQuote)).containsExactly("the heat of the lid", "the time");
  }
}

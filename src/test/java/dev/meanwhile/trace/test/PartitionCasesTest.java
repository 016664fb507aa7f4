package dev.meanwhile.trace.test;

import static dev.meanwhile.trace.test.Designed.cases;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
      "The pumps (inner and outer) shall run."})
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
}

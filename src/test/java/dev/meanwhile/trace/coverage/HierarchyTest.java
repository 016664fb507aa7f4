package dev.meanwhile.trace.coverage;

import static dev.meanwhile.trace.coverage.Samples.count;
import static dev.meanwhile.trace.coverage.Samples.coverage;
import static dev.meanwhile.trace.coverage.Samples.row;
import static dev.meanwhile.trace.coverage.Samples.rtm;
import static dev.meanwhile.trace.coverage.Samples.stating;
import static dev.meanwhile.trace.coverage.Samples.table;
import static dev.meanwhile.trace.coverage.Samples.tableOf;
import static dev.meanwhile.trace.coverage.Samples.tested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.Rtm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HierarchyTest {
  private static final List<String> HEADER = List.of("ID", "Requirement", "Parent");

  @Test
  @Tag("MW-COV-007")
  void aFailureBelowIsShownAboveApartFromTheOwnStanding() {
    var rtm = table(HEADER, List.of("A-1", "It shall go.", ""),
        List.of("A-2", "It shall go left.", "A-1"), List.of("A-3", "It shall go right.", "A-2"));

    var coverage = tested(rtm, stating("A-1", "a", Outcome.PASSED),
        stating("A-2", "b", Outcome.PASSED), stating("A-3", "c", Outcome.FAILED));

    assertThat(row(coverage, "A-1")).satisfies(r -> {
      assertThat(r.standing()).isEqualTo("passed");
      assertThat(r.inherited()).isEqualTo("failed");
      assertThat(r.overall()).isEqualTo("failed");
    });
    assertThat(row(coverage, "A-3").inherited()).isEmpty();
    assertThat(count(coverage, "failed")).isEqualTo(1);
  }

  @Test
  @Tag("MW-COV-014")
  void aParentThatNoMatrixHoldsIsReportedWithTheOneThatIsPerhapsMeant() {
    var above = rtm("SYS-1: It shall go. SYS-2: It shall stop.");
    var below = table(HEADER, List.of("SW-1", "It shall go left.", "SYS-1"),
        List.of("SW-2", "It shall go right.", "SYS-9"),
        List.of("SW-3", "It shall turn.", "sys_02"));

    var coverage = coverage(new Material().matrix("sys", above).matrix("sw", below));

    assertThat(coverage.unknownParents()).containsExactly(
        new Coverage.UnknownParent("SW-2", "SYS-9", ""),
        new Coverage.UnknownParent("SW-3", "sys_02", "SYS-2"));
    assertThat(count(coverage, "unknown_parents")).isEqualTo(2);
  }

  @Test
  void aParentWithoutTestsStandsAsItsRefinementsDo() {
    var rtm = table(HEADER, List.of("A-1", "It shall go.", ""),
        List.of("A-2", "It shall go left.", "A-1"), List.of("B-1", "It shall stop.", ""),
        List.of("B-2", "It shall stop soon.", "B-1"));

    var coverage = tested(rtm, stating("A-2", "b", Outcome.PASSED));

    assertThat(row(coverage, "A-1").standing()).isEqualTo("uncovered");
    assertThat(row(coverage, "A-1").overall()).isEqualTo("passed");
    assertThat(row(coverage, "B-1").overall()).isEqualTo("uncovered");
    assertThat(count(coverage, "gaps")).isEqualTo(3);
    assertThat(count(coverage, "covered_by_refinements")).isEqualTo(1);
    assertThat(coverage.gaps().getFirst().suggestion()).contains("the 1 that refine it");
  }

  @Test
  void circlesAndLongChainsEnd() {
    var rows = new ArrayList<List<String>>(List.of(HEADER,
        List.of("A-1", "It shall go.", "A-2"), List.of("A-2", "It shall stop.", "A-1"),
        List.of("A-3", "It shall wait.", "A-3")));
    for (int i = 1; i < 5_000; i++) {
      rows.add(List.of("B-" + i, "It shall count to " + i + ".", "B-" + (i - 1)));
    }
    var rtm = tableOf(rows);

    var coverage = tested(rtm, stating("B-4999", "t", Outcome.FAILED));

    assertThat(row(coverage, "B-1").overall()).isEqualTo("failed");
    assertThat(row(coverage, "A-1").overall()).isEqualTo("uncovered");
  }

  @Test
  void aCircleInheritsNothingWithinItselfAndIsInheritedFromOutside() {
    var rtm = table(HEADER, List.of("A-1", "It shall run.", ""),
        List.of("A-4", "It shall wait.", "A-3"), List.of("A-2", "It shall go.", "A-3; A-1"),
        List.of("A-3", "It shall stop.", "A-2"), List.of("A-5", "It shall rest.", "A-1"));

    var coverage = tested(rtm, stating("A-1", "a", Outcome.PASSED),
        stating("A-2", "b", Outcome.PASSED), stating("A-3", "c", Outcome.PASSED),
        stating("A-4", "d", Outcome.FAILED), stating("A-5", "e", Outcome.NOTRUN));

    assertThat(row(coverage, "A-2").overall()).isEqualTo("passed");
    assertThat(row(coverage, "A-2").inherited()).isEmpty();
    assertThat(row(coverage, "A-3").overall()).isEqualTo("failed");
    assertThat(row(coverage, "A-1").inherited()).isEqualTo("notrun");
  }

  @Test
  void whatIsAboveACircleInheritsItsFailure() {
    var rtm = table(HEADER, List.of("A-1", "It shall run.", ""),
        List.of("A-2", "It shall go.", "A-3; A-1"), List.of("A-3", "It shall stop.", "A-2"),
        List.of("A-4", "It shall wait.", "A-4"));

    var coverage = tested(rtm, stating("A-1", "a", Outcome.PASSED),
        stating("A-2", "b", Outcome.FAILED));

    assertThat(row(coverage, "A-1").overall()).isEqualTo("failed");
    assertThat(row(coverage, "A-3").overall()).isEqualTo("uncovered");
  }

  @Test
  void aGapIsCoveredByItsRefinementsOnlyIfAllAre() {
    var rtm = table(HEADER, List.of("A-1", "It shall go.", ""),
        List.of("A-2", "It shall go left.", "A-1"), List.of("A-3", "It shall go right.", "A-1"),
        List.of("B-1", "It shall stop.", ""), List.of("B-2", "It shall stop soon.", "B-1"),
        List.of("B-3", "It shall stop at once.", "B-2"));

    var coverage = tested(rtm, stating("A-2", "a", Outcome.FAILED),
        stating("B-3", "b", Outcome.PASSED));

    assertThat(row(coverage, "A-1").overall()).isEqualTo("failed");
    assertThat(count(coverage, "gaps")).isEqualTo(4);
    assertThat(count(coverage, "covered_by_refinements")).isEqualTo(2);
  }

  @Test
  void aDeletedRefinementAsksForNothing() {
    var rtm = table(HEADER, List.of("A-1", "It shall go.", ""),
        List.of("A-2", "DELETED: It shall go left.", "A-1"),
        List.of("B-1", "It shall stop.", ""), List.of("B-2", "DELETED: It shall stop.", "B-1"),
        List.of("B-3", "It shall stop soon.", "B-1"));

    var coverage = tested(rtm, stating("B-3", "b", Outcome.PASSED));

    assertThat(row(coverage, "A-1").inherited()).isEmpty();
    assertThat(row(coverage, "B-1").overall()).isEqualTo("passed");
    assertThat(count(coverage, "covered_by_refinements")).isEqualTo(1);
  }

  @Test
  void aLinkOfAMatrixIsAParentTooAndATestOrAnUnknownIdIsNone() {
    var go = rtm("A-1: It shall go.\nA-2: It shall stop.");
    var linked = Rtm.of(go.requirements(), List.of(),
        List.of(new Link("A-2", Link.Type.PARENT, "A-1"), new Link("B-1", Link.Type.PARENT, "A-1"),
            new Link("A-1", Link.Type.PARENT, "SYS-1"), new Link("A-1", Link.Type.TEST, "A-2")),
        List.of());

    var coverage = coverage(
        new Material().matrix("a", linked).matrix("b", rtm("B-1: It shall wait.")));

    assertThat(row(coverage, "A-2").parents()).containsExactly("A-1");
    assertThat(row(coverage, "B-1").parents()).containsExactly("A-1");
    assertThat(row(coverage, "A-1").parents()).isEmpty();
  }
}

package dev.meanwhile.trace.coverage;

import static dev.meanwhile.trace.coverage.Samples.cases;
import static dev.meanwhile.trace.coverage.Samples.count;
import static dev.meanwhile.trace.coverage.Samples.coverage;
import static dev.meanwhile.trace.coverage.Samples.result;
import static dev.meanwhile.trace.coverage.Samples.row;
import static dev.meanwhile.trace.coverage.Samples.rtm;
import static dev.meanwhile.trace.coverage.Samples.run;
import static dev.meanwhile.trace.coverage.Samples.stating;
import static dev.meanwhile.trace.coverage.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.TestResult;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunsTest {
  private static final Rtm TWO = rtm("REQ-1: It shall go.\nREQ-10: It shall stop.");

  @ParameterizedTest
  @Tag("MW-COV-004")
  @CsvSource({"PASSED, passed", "FAILED, failed", "NOTRUN, notrun"})
  void aResultReachesItsRequirement(Outcome outcome, String standing) {
    var coverage = report(run("", stating("REQ-1", "t", outcome)));

    assertThat(row(coverage, "REQ-1").standing()).isEqualTo(standing);
    assertThat(count(coverage, "covered")).isEqualTo(1);
    assertThat(count(coverage, "executed")).isEqualTo(outcome == Outcome.NOTRUN ? 0 : 1);
    assertThat(row(coverage, "REQ-10").standing()).isEqualTo("uncovered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[REQ-1] goes", "test_req_1_goes", "goesREQ1Often", "REQ-1", "t[REQ-1]",
      "req 1: goes"})
  void anIdIsFoundInTheNameThatALanguageMadeOfIt(String name) {
    var coverage = report(run("", result(name, Outcome.PASSED)));

    assertThat(row(coverage, "REQ-1").standing()).isEqualTo("passed");
    assertThat(row(coverage, "REQ-10").standing()).isEqualTo("uncovered");
    assertThat(coverage.unneeded()).isEmpty();
  }

  @Test
  void theGroupAndTheDisplayNameAreLookedAtWhenTheNameSaysNothing() {
    var byGroup = new TestResult("goes", "REQ-1 Suite", Outcome.PASSED, List.of(), List.of(),
        List.of(), "REQ-10");
    var byOutput = new TestResult("stops", "S", Outcome.FAILED, List.of(), List.of(), List.of(),
        "unique-id: x\ndisplay-name: [REQ-10] stops");

    var coverage = report(run("", byGroup, byOutput));

    assertThat(row(coverage, "REQ-1").standing()).isEqualTo("passed");
    assertThat(row(coverage, "REQ-10").standing()).isEqualTo("failed");
  }

  @Test
  void aResultOfACaseCountsForTheCase() {
    var cases = cases("REQ-1: It shall go.");
    var id = cases.cases().getFirst().id();
    var stated = new TestResult("t", "S", Outcome.PASSED, List.of("REQ-1"), List.of(id), List.of(),
        "");

    var coverage = coverage(
        new Material().matrix("m", TWO).testCases("c", cases).results("r.xml", run("", stated)));

    assertThat(row(coverage, "REQ-1").tests()).singleElement().satisfies(t -> {
      assertThat(t.test()).isEqualTo(id);
      assertThat(t.outcome()).isEqualTo("passed");
    });
    assertThat(count(coverage, "tests")).isEqualTo(1);
  }

  @Test
  void theTestsOfTheMatrixAreFoundByTheirNames() {
    var rtm = table(List.of("ID", "Requirement", "Test case"),
        List.of("REQ-1", "It shall go.", "Pump Basic Test"));

    var coverage = coverage(new Material().matrix("m", rtm).results("r.xml",
        run("", result("pump_basic_test", Outcome.PASSED))));

    assertThat(row(coverage, "REQ-1").standing()).isEqualTo("passed");
    assertThat(coverage.unneeded()).isEmpty();
  }

  @Test
  @Tag("MW-COV-005")
  void allTestsOfARequirementHaveToPass() {
    var coverage = report(run("", stating("REQ-1", "a", Outcome.PASSED),
        stating("REQ-1", "b", Outcome.NOTRUN), stating("REQ-10", "c", Outcome.PASSED),
        stating("REQ-10", "d", Outcome.FAILED)));

    assertThat(row(coverage, "REQ-1").standing()).isEqualTo("partial");
    assertThat(row(coverage, "REQ-10").standing()).isEqualTo("failed");
    assertThat(count(coverage, "passed")).isZero();
  }

  @Test
  @Tag("MW-COV-005")
  void theWorstInstanceOfATestCounts() {
    var coverage = report(run("", stating("REQ-1", "t(int)[1]", Outcome.PASSED),
        stating("REQ-1", "t(int)[2]", Outcome.FAILED), stating("REQ-10", "u[1]", Outcome.PASSED),
        stating("REQ-10", "u[2]", Outcome.NOTRUN)));

    assertThat(row(coverage, "REQ-1").tests()).singleElement()
        .satisfies(t -> assertThat(t.outcome()).isEqualTo("failed"));
    assertThat(row(coverage, "REQ-10").standing()).isEqualTo("partial");
  }

  @Test
  @Tag("MW-COV-006")
  void theLatestRunOfATestCounts() {
    var failed = run("2026-01-02T00:00:00Z", stating("REQ-1", "t", Outcome.FAILED));
    var passed = run("2026-01-01T00:00:00Z", stating("REQ-1", "t", Outcome.PASSED));

    assertThat(row(report(failed, passed), "REQ-1").standing()).isEqualTo("failed");
    assertThat(row(report(passed, failed), "REQ-1").standing()).isEqualTo("failed");
    assertThat(row(report(run("", stating("REQ-1", "t", Outcome.FAILED)), passed), "REQ-1")
        .standing()).isEqualTo("passed");
  }

  @Test
  void anotherTestOfAnEarlierRunStillCounts() {
    var coverage = report(run("", stating("REQ-1", "a", Outcome.FAILED)),
        run("", stating("REQ-1", "b", Outcome.PASSED)));

    assertThat(row(coverage, "REQ-1").standing()).isEqualTo("failed");
    assertThat(count(coverage, "results")).isEqualTo(2);
  }

  @Test
  void aTestWithoutARequirementIsUnneeded() {
    var coverage = report(run("", result("goes", Outcome.FAILED)));

    assertThat(coverage.unneeded()).containsExactly(
        new Coverage.Unneeded("Suite.goes", "result", "failed"));
    assertThat(count(coverage, "covered")).isZero();
  }

  @Test
  @Tag("MW-COV-009")
  void aStatedIdThatNobodyKnowsIsAnOrphan() {
    var coverage = report(run("", stating("OLD-REQ-1", "t", Outcome.PASSED),
        stating("ELSE-77", "u", Outcome.PASSED), result("goes utf-8", Outcome.PASSED)));

    assertThat(coverage.orphans()).containsExactly(
        new Coverage.Orphan("Suite.t", "OLD-REQ-1", "REQ-1"),
        new Coverage.Orphan("Suite.u", "ELSE-77", ""));
    assertThat(coverage.unneeded()).hasSize(1);
  }

  @Test
  @Tag("MW-COV-009")
  void anIdOfAKnownFamilyInATestsNameIsAnOrphanToo() {
    var coverage = report(run("", result("[REQ-7] rests", Outcome.PASSED),
        result("V-2 engine", Outcome.PASSED)));

    assertThat(coverage.orphans()).containsExactly(
        new Coverage.Orphan("Suite.[REQ-7] rests", "REQ-7", ""));
    assertThat(coverage.unneeded()).singleElement()
        .satisfies(u -> assertThat(u.test()).isEqualTo("Suite.V-2 engine"));
  }

  @Test
  @Tag("MW-COV-011")
  void aBrokenFileIsSaidAndNotCounted() {
    var coverage = coverage(new Material().matrix("m", TWO).results("r.xml",
        new ResultFile.Broken("JUnit XML", "line 3: it ends")));

    assertThat(coverage.notes()).singleElement().asString().contains("r.xml").contains("line 3");
  }

  private static Coverage report(ResultFile.Run... runs) {
    var material = new Material().matrix("m", TWO);
    for (var run : runs) {
      material.results("r.xml", run);
    }
    return coverage(material);
  }

  @Test
  @Tag("MW-COV-005")
  void aTestThatRanInPartIsPartialWhicheverInstanceComesFirst() {
    var coverage = report(run("", stating("REQ-1", "t[1]", Outcome.PASSED),
        stating("REQ-1", "t[2]", Outcome.NOTRUN), stating("REQ-10", "u[1]", Outcome.NOTRUN),
        stating("REQ-10", "u[2]", Outcome.UNKNOWN)));

    assertThat(row(coverage, "REQ-1").standing()).isEqualTo("partial");
    assertThat(row(coverage, "REQ-10").standing()).isEqualTo("notrun");
  }

  @Test
  @Tag("MW-COV-006")
  void runsAreReadAsTheyWereUploadedIfOneHasNoTime() {
    var dated = run("2026-01-01T00:00:00Z", stating("REQ-1", "t", Outcome.FAILED));
    var undated = run("", stating("REQ-1", "t", Outcome.PASSED));

    assertThat(row(report(dated, undated), "REQ-1").standing()).isEqualTo("passed");
    assertThat(row(report(undated, dated), "REQ-1").standing()).isEqualTo("failed");
  }

  @Test
  void whatAResultStatesGoesBeforeWhatItsNameSays() {
    var coverage = report(run("", stating("REQ-1", "[REQ-10] stops", Outcome.PASSED)));

    assertThat(row(coverage, "REQ-1").standing()).isEqualTo("passed");
    assertThat(row(coverage, "REQ-10").standing()).isEqualTo("uncovered");
  }

  @Test
  void instancesAboutSeveralRequirementsAreOneTest() {
    var coverage = report(run("", stating("REQ-1", "t[1]", Outcome.PASSED),
        stating("REQ-10", "t[2]", Outcome.PASSED)));

    assertThat(row(coverage, "REQ-1").standing()).isEqualTo("passed");
    assertThat(row(coverage, "REQ-10").standing()).isEqualTo("passed");
    assertThat(count(coverage, "tests")).isEqualTo(1);
  }

  @Test
  void aNameWithTheIdOfACaseIsOfTheCase() {
    var cases = cases("REQ-1: It shall go.");
    var id = cases.cases().getFirst().id();

    var coverage = coverage(new Material().matrix("m", TWO).testCases("c", cases).results("r.xml",
        run("", result("checks " + id + " again", Outcome.PASSED))));

    assertThat(row(coverage, "REQ-1").tests()).singleElement()
        .satisfies(t -> assertThat(t.test()).isEqualTo(id));
  }

  @Test
  void theTitleOfACaseIsNoWordOnTheRequirementsThatItSpeaksOf() {
    var cases = cases("REQ-1: If REQ-10 fails, it shall go.");
    var first = cases.cases().getFirst();
    assertThat(first.title()).contains("REQ-10");

    var coverage = coverage(new Material().matrix("m", TWO).testCases("c", cases).results("r.xml",
        run("", result(first.id() + ": " + first.title(), Outcome.PASSED))));

    assertThat(row(coverage, "REQ-1").tests()).anySatisfy(t -> {
      assertThat(t.test()).isEqualTo(first.id());
      assertThat(t.outcome()).isEqualTo("passed");
    });
    assertThat(row(coverage, "REQ-10").standing()).isEqualTo("uncovered");
  }

  @Test
  void aTestOfTheMatrixMayHaveOneWordForAName() {
    var rtm = table(List.of("ID", "Requirement", "Test case"),
        List.of("REQ-1", "It shall go.", "Startup"),
        List.of("REQ-2", "It shall stop.", "Shutdown"));

    var coverage = coverage(new Material().matrix("m", rtm).results("r.xml",
        run("", result("startup", Outcome.PASSED), result("before shutdown", Outcome.PASSED))));

    assertThat(row(coverage, "REQ-1").standing()).isEqualTo("passed");
    assertThat(row(coverage, "REQ-2").standing()).isEqualTo("notrun");
    assertThat(coverage.unneeded()).hasSize(1);
  }

  @Test
  void aNumberIsAnIdAmongWordsAndAWordIsNot() {
    var rtm = table(List.of("Requirement ID", "Requirement text"),
        List.of("42", "It shall go."), List.of("Login", "It shall let users in."));

    var coverage = coverage(new Material().matrix("m", rtm).results("r.xml",
        run("", result("42 goes", Outcome.PASSED), result("before login", Outcome.PASSED))));

    assertThat(row(coverage, "42").standing()).isEqualTo("passed");
    assertThat(row(coverage, "Login").standing()).isEqualTo("uncovered");
  }

  @Test
  void anIdOfTwelvePartsIsFoundInATestsName() {
    var rtm = table(List.of("Requirement ID", "Requirement text"),
        List.of("MILL-3.2.4.1.1.2.5.1.7.2.9", "It shall grind."));

    var coverage = coverage(new Material().matrix("m", rtm).results("r.xml",
        run("", result("mill_3_2_4_1_1_2_5_1_7_2_9_grinds", Outcome.PASSED))));

    assertThat(row(coverage, "MILL-3.2.4.1.1.2.5.1.7.2.9").standing()).isEqualTo("passed");
  }

  @ParameterizedTest
  @CsvSource({"AB-1, AB-7 rests, 1", "A-1, A-7 rests, 0"})
  void aFamilyOfIdsBeginsWithThreeCharacters(String known, String name, int orphans) {
    var coverage = coverage(new Material().matrix("m", rtm(known + ": It shall go."))
        .results("r.xml", run("", result(name, Outcome.PASSED))));

    assertThat(coverage.orphans()).hasSize(orphans);
  }
}

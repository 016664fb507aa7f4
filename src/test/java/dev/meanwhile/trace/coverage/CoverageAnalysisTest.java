package dev.meanwhile.trace.coverage;

import static dev.meanwhile.trace.coverage.Samples.cases;
import static dev.meanwhile.trace.coverage.Samples.count;
import static dev.meanwhile.trace.coverage.Samples.coverage;
import static dev.meanwhile.trace.coverage.Samples.row;
import static dev.meanwhile.trace.coverage.Samples.rtm;
import static dev.meanwhile.trace.coverage.Samples.run;
import static dev.meanwhile.trace.coverage.Samples.stating;
import static dev.meanwhile.trace.coverage.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.result.ResultFile.Reference;
import dev.meanwhile.trace.result.ResultFile.References;
import dev.meanwhile.trace.result.TestResult;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CoverageAnalysisTest {
  private static final String THREE = "A-1: It shall go.\nA-2: If x is invalid, it shall reject x.\nA-3: It shall stop.";

  @Test
  @Tag("MW-COV-001")
  void coverageCountsWhatCasesNameAndSaysOfHowMany() {
    var coverage = coverage(new Material().matrix("rtm", rtm(THREE))
        .testCases("cases", cases("A-1: It shall go.")));

    assertThat(count(coverage, "requirements")).isEqualTo(3);
    assertThat(coverage.figure("covered").count()).isEqualTo(1);
    assertThat(coverage.figure("covered").of()).isEqualTo(3);
    assertThat(coverage.figure("covered").percentageText()).isEqualTo("33.3");
    assertThat(coverage.figures().values()).allMatch(f -> !f.definition().isBlank());
    assertThat(coverage.gaps()).extracting(Coverage.Gap::requirementId).containsExactly("A-2",
        "A-3");
    assertThat(coverage.gaps().getFirst().suggestion()).contains("negative")
        .contains("If x is invalid");
    assertThat(row(coverage, "A-1").standing()).isEqualTo("planned");
  }

  @Test
  @Tag("MW-COV-003")
  void deletedRequirementsAndInspectionsAreListedAndNotCounted() {
    var coverage = coverage(new Material().matrix("rtm",
        table(List.of("ID", "Requirement", "Verification Method"),
            List.of("A-1", "It shall go.", "Test"),
            List.of("A-2", "It shall be blue.", "Inspection"),
            List.of("A-3", "DELETED: It shall stop.", "Test"))));

    assertThat(count(coverage, "requirements")).isEqualTo(1);
    assertThat(count(coverage, "not_by_test")).isEqualTo(1);
    assertThat(count(coverage, "inactive")).isEqualTo(1);
    assertThat(row(coverage, "A-2").standing()).isEqualTo("not_testable");
    assertThat(row(coverage, "A-3").standing()).isEqualTo("inactive");
  }

  @Test
  void theSameStatementInTwoMatricesIsOneRequirementAndADifferentOneIsReported() {
    var coverage = coverage(new Material()
        .matrix("old", rtm("A-1: It shall go.\nA-2: It shall wait."))
        .matrix("new", rtm("A-1: It shall go.\nA-2: It shall stop.")));

    assertThat(count(coverage, "requirements")).isEqualTo(2);
    assertThat(coverage.duplicates()).extracting(Coverage.Duplicate::id).containsExactly("A-2");
    assertThat(coverage.rows().get(1).title()).isEqualTo("It shall stop.");
  }

  @Test
  void aTestThatTheMatrixLinksCoversAndHasNotRun() {
    var coverage = coverage(new Material().matrix("rtm", table(
        List.of("ID", "Requirement", "Test case"), List.of("A-1", "It shall go.", "T1"))));

    assertThat(count(coverage, "covered")).isEqualTo(1);
    assertThat(row(coverage, "A-1").standing()).isEqualTo("notrun");
  }

  @Test
  void aTableOfReferencesCovers() {
    var table = new References(List.of(new Reference("t1", "A-1"),
        new Reference("", "A-9")));

    var coverage = coverage(
        new Material().matrix("rtm", rtm(THREE)).results("references.csv", table));

    assertThat(count(coverage, "covered")).isEqualTo(1);
    assertThat(coverage.orphans()).containsExactly(
        new Coverage.Orphan("references", "A-9", ""));
    assertThat(row(coverage, "A-1").tests()).singleElement()
        .satisfies(t -> assertThat(t.test()).isEqualTo("t1"));
  }

  @Test
  void aTableOfReferencesThatAMatrixHoldsTooCountsOnce() {
    var matrix = Extraction.of(List.of(
        Passage.row(List.of("Test", "Requirement"), Source.row("checks.csv", 1, 1, null)),
        Passage.row(List.of("", "A-1"), Source.row("checks.csv", 1, 2, null)),
        Passage.row(List.of("", "A-9"), Source.row("checks.csv", 1, 3, null))));

    var coverage = coverage(new Material().matrix("rtm", rtm(THREE)).matrix("checks", matrix)
        .results("checks.csv",
            new References(List.of(new Reference("", "A-1"), new Reference("", "A-9")))));

    assertThat(row(coverage, "A-1").tests()).extracting(Coverage.TestLink::test)
        .containsExactly("checks");
    assertThat(coverage.orphans()).containsExactly(new Coverage.Orphan("checks", "A-9", ""));
  }

  @Test
  void aMissingKindOfCaseIsAWeaknessNotAGap() {
    var positive = cases("A-2: If x is invalid, it shall reject x.").cases().stream()
        .filter(c -> c.type() == TestCase.Type.POSITIVE).toList();

    var coverage = coverage(new Material().matrix("rtm", rtm(THREE)).testCases("cases",
        TestCases.of(positive, List.of())));

    assertThat(coverage.weaknesses()).singleElement()
        .satisfies(w -> assertThat(w.missing()).isEqualTo("negative"));
    assertThat(count(coverage, "covered")).isEqualTo(1);
    assertThat(count(coverage, "technique")).isZero();
  }

  @Test
  void allCoveredIsAHundredPercentAndNothingLess() {
    var coverage = coverage(
        new Material().matrix("rtm", rtm(THREE)).testCases("cases", cases(THREE)));

    assertThat(coverage.figure("covered").percentageText()).isEqualTo("100.0");
    assertThat(coverage.figure("technique").percentageText()).isEqualTo("100.0");
    assertThat(coverage.gaps()).isEmpty();
  }

  @Test
  @Tag("MW-COV-008")
  void aRewordedRequirementMakesItsCasesSuspectAndShowsBothWordings() {
    var before = rtm("A-1: It shall go.");
    var coverage = coverage(new Material().matrix("rtm", rtm("A-1: It shall go at once."))
        .testCases("cases", cases("A-1: It shall go."))
        .formerText(before.requirements().getFirst().textHash(), "It shall go."));

    assertThat(row(coverage, "A-1").standing()).isEqualTo("suspect");
    assertThat(count(coverage, "suspect")).isEqualTo(1);
    assertThat(coverage.suspects()).allSatisfy(s -> {
      assertThat(s.was()).isEqualTo("It shall go.");
      assertThat(s.now()).isEqualTo("It shall go at once.");
    }).isNotEmpty();
  }

  @Test
  void theTrendGoesOn() {
    var first = coverage(new Material().matrix("rtm", rtm(THREE)).history("t1", List.of()));
    var second = coverage(new Material().matrix("rtm", rtm(THREE)).testCases("c", cases(THREE))
        .history("t2", first.trend()));

    assertThat(second.trend()).extracting(p -> p.at() + " " + p.figures().get("covered"))
        .containsExactly("t1 0", "t2 3");
  }

  @Test
  void theSameMaterialGivesTheSameReport() {
    assertThat(coverage(material())).isEqualTo(coverage(material()));
  }

  @Test
  void aLongCalculationCanBeStopped() {
    assertThatThrownBy(() -> CoverageAnalysis.of(material(), () -> {
      throw new IllegalStateException("stopped");
    })).hasMessage("stopped");
  }

  @Test
  void aLongCalculationTellsHowFarItIs() {
    var heard = new ArrayList<Integer>();
    var coverage = CoverageAnalysis.of(material(), (int percent) -> heard.add(percent));

    assertThat(coverage).isEqualTo(coverage(material()));
    assertThat(heard).isSorted().hasSizeGreaterThan(2).allMatch(p -> p >= 0 && p <= 99)
        .startsWith(0);
  }

  @Test
  void anEmptyProjectTellsHowFarItIsToo() {
    var heard = new ArrayList<Integer>();
    CoverageAnalysis.of(new Material(), (int percent) -> heard.add(percent));

    assertThat(heard).isSorted().isNotEmpty().allMatch(p -> p >= 0 && p <= 99);
  }

  @Test
  void eachFileThatIsUploadedIsAChanceToStop() {
    int without = looks(material());

    assertThat(looks(material().results("a.xml", run("")).results("b.xml", run(""))))
        .as("two runs without a test").isEqualTo(without + 2);
    assertThat(looks(material().testCases("d", cases("")).testCases("e", cases(""))))
        .as("two sets without a case").isEqualTo(without + 2);
  }

  private static int looks(Material material) {
    var looks = new AtomicInteger();
    CoverageAnalysis.of(material, (Runnable) looks::incrementAndGet);
    return looks.get();
  }

  private static Material material() {
    return new Material().matrix("rtm", rtm(THREE)).testCases("c", cases("A-1: It shall go."));
  }

  @Test
  void noRequirementsAtAllAreNoPercent() {
    var coverage = coverage(new Material());

    assertThat(coverage.figure("covered").percentageText()).isEqualTo("0.0");
    assertThat(coverage.figures()).containsKeys("requirements", "passed");
    assertThat(Map.copyOf(coverage.figures())).hasSameSizeAs(coverage.figures());
  }

  @Test
  void testsOfUnknownKindCoverAndFulfilNoTechnique() {
    var coverage = coverage(new Material().matrix("rtm", table(
        List.of("ID", "Requirement", "Test case"), List.of("A-1", "It shall go.", "T1"))));

    assertThat(count(coverage, "covered")).isEqualTo(1);
    assertThat(count(coverage, "technique")).isZero();
    assertThat(coverage.weaknesses()).isEmpty();
  }

  @Test
  void progressIsSpreadOverResultsAndRequirements() {
    var text = new StringBuilder();
    var results = new TestResult[100];
    for (int i = 0; i < 100; i++) {
      text.append("A-").append(i).append(": It shall count to ").append(i).append(".\n");
      results[i] = stating("A-" + i, "t" + i, Outcome.PASSED);
    }
    var heard = new ArrayList<Integer>();

    CoverageAnalysis.of(
        new Material().matrix("rtm", rtm(text.toString())).results("r.xml", run("", results)),
        (int percent) -> heard.add(percent));

    assertThat(heard.get(50)).isBetween(20, 30);
    assertThat(heard.get(100)).isBetween(45, 55);
    assertThat(heard.getLast()).isBetween(95, 99);
  }
}

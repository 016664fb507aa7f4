package dev.meanwhile.trace.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import dev.meanwhile.trace.test.TestDesign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageAnalysisTest {
  private static final String THREE = "A-1: It shall go.\nA-2: If x is invalid, it shall reject x.\nA-3: It shall stop.";

  @Test
  void coverageCountsWhatCasesName() {
    var coverage = CoverageAnalysis.of(Map.of("rtm", rtm(THREE)),
        Map.of("cases", cases("A-1: It shall go.")));

    assertThat(coverage.figures().requirements()).isEqualTo(3);
    assertThat(coverage.figures().covered()).isEqualTo(1);
    assertThat(coverage.figures().percentage()).isEqualByComparingTo("33.3");
    assertThat(coverage.gaps()).extracting(Coverage.Gap::requirementId).containsExactly("A-2",
        "A-3");
    assertThat(coverage.gaps().getFirst().suggestion()).contains("negative")
        .contains("If x is invalid");
  }

  @Test
  void deletedRequirementsAndInspectionsAreListedAndNotCounted() {
    var rtm = table(List.of("ID", "Requirement", "Verification Method"),
        List.of("A-1", "It shall go.", "Test"), List.of(
            "A-2", "It shall be blue.", "Inspection"),
        List.of("A-3", "DELETED: It shall stop.", "Test"));

    var figures = CoverageAnalysis.of(Map.of("rtm", rtm), Map.of()).figures();

    assertThat(figures.requirements()).isEqualTo(1);
    assertThat(figures.notByTest()).isEqualTo(1);
    assertThat(figures.inactive()).isEqualTo(1);
  }

  @Test
  void aCaseForAnUnknownIdIsAnOrphanWithAGuess() {
    var cases = TestCases.of(
        cases("A-1: It shall go.").cases().stream().map(c -> naming(c, "ISF-A-1")).toList(), List
            .of());

    var coverage = CoverageAnalysis.of(Map.of("rtm", rtm("A-1: It shall go.")),
        Map.of("cases", cases));

    assertThat(coverage.orphans())
        .containsExactly(new Coverage.Orphan("TC-A-1-01", "ISF-A-1", "A-1"));
    assertThat(coverage.figures().covered()).isZero();
  }

  @Test
  void theSameStatementInTwoMatricesIsOneRequirementAndADifferentOneIsReported() {
    var matrices = new LinkedHashMap<String, Rtm>();
    matrices.put("old", rtm("A-1: It shall go.\nA-2: It shall wait."));
    matrices.put("new", rtm("A-1: It shall go.\nA-2: It shall stop."));

    var coverage = CoverageAnalysis.of(matrices, Map.of());

    assertThat(coverage.figures().requirements()).isEqualTo(2);
    assertThat(coverage.duplicates()).extracting(Coverage.Duplicate::id).containsExactly("A-2");
    assertThat(coverage.rows().get(1).title()).isEqualTo("It shall stop.");
  }

  @Test
  void aTestThatTheMatrixLinksCovers() {
    var rtm = table(List.of("ID", "Requirement", "Test case"),
        List.of("A-1", "It shall go.", "T1"));

    assertThat(CoverageAnalysis.of(Map.of("rtm", rtm), Map.of()).figures().covered()).isEqualTo(1);
  }

  @Test
  void aMissingKindOfCaseIsAWeaknessNotAGap() {
    var positive = cases("A-2: If x is invalid, it shall reject x.").cases().stream()
        .filter(c -> c.type() == TestCase.Type.POSITIVE).toList();

    var coverage = CoverageAnalysis.of(Map.of("rtm", rtm(THREE)),
        Map.of("cases", TestCases.of(positive, List.of())));

    assertThat(coverage.weaknesses()).singleElement()
        .satisfies(w -> assertThat(w.missing()).isEqualTo("negative"));
    assertThat(coverage.figures().covered()).isEqualTo(1);
  }

  @Test
  void allCoveredIsAHundredPercentAndNothingLess() {
    var covered = CoverageAnalysis.of(Map.of("rtm", rtm(THREE)), Map.of("cases", cases(THREE)));

    assertThat(covered.figures().percentage()).isEqualByComparingTo("100");
    assertThat(covered.gaps()).isEmpty();
  }

  private static Rtm rtm(String text) {
    return Extraction.of(List.of(Passage.paragraph(text, Source.line("a.txt", 1, null))));
  }

  private static TestCases cases(String text) {
    return TestDesign.collect(rtm(text).requirements(), TestDesign::casesFor, true);
  }

  private static TestCase naming(TestCase testCase, String requirement) {
    return new TestCase(testCase.id(), testCase.key(), testCase.title(), List.of(requirement),
        Map.of(), testCase.type(),
        testCase.technique(), "", null,
        List.of(), List.of(), testCase.steps(), List.of(), null, null, "rule", "x", "low",
        List.of());
  }

  @SafeVarargs
  private static Rtm table(List<String>... rows) {
    var passages = new ArrayList<Passage>();
    for (var row : rows) {
      passages.add(Passage.row(row, Source.row("srs.docx", 1, passages.size() + 1, null)));
    }
    return Extraction.of(passages);
  }
}

package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.TestResult;
import dev.meanwhile.trace.test.TestCases;
import dev.meanwhile.trace.test.TestDesign;
import java.util.ArrayList;
import java.util.List;

/// Matrices, cases and results of a few words.
final class Samples {
  private Samples() {}

  static Rtm rtm(String text) {
    return Extraction.of(List.of(Passage.paragraph(text, Source.line("a.txt", 1, null))));
  }

  static TestCases cases(String text) {
    return TestDesign.collect(rtm(text).requirements(), TestDesign::casesFor, true);
  }

  @SafeVarargs
  static Rtm table(List<String>... rows) {
    var all = new ArrayList<List<String>>();
    for (var row : rows) {
      all.add(row);
    }
    return tableOf(all);
  }

  static Rtm tableOf(List<List<String>> rows) {
    var passages = new ArrayList<Passage>();
    for (var row : rows) {
      passages.add(Passage.row(row, Source.row("srs.docx", 1, passages.size() + 1, null)));
    }
    return Extraction.of(passages);
  }

  static ResultFile.Run run(String at, TestResult... results) {
    return new ResultFile.Run("JUnit XML", at, List.of(results));
  }

  static TestResult result(String name, Outcome outcome) {
    return new TestResult(name, "Suite", outcome, List.of(), List.of(), List.of(), "");
  }

  static TestResult stating(String requirement, String name, Outcome outcome) {
    return new TestResult(name, "Suite", outcome, List.of(requirement), List.of(), List.of(), "");
  }

  static Coverage coverage(Material material) {
    return CoverageAnalysis.of(material, () -> {});
  }

  /// The coverage of a matrix by one run of tests.
  static Coverage tested(Rtm rtm, TestResult... results) {
    return coverage(new Material().matrix("m", rtm).results("r.xml", run("", results)));
  }

  static int count(Coverage coverage, String figure) {
    return coverage.figure(figure).count();
  }

  static Coverage.Row row(Coverage coverage, String id) {
    return coverage.rows().stream().filter(r -> r.requirementId().equals(id)).findFirst()
        .orElseThrow();
  }
}

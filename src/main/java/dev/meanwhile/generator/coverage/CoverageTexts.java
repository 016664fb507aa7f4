package dev.meanwhile.generator.coverage;

import dev.meanwhile.trace.Csv;
import dev.meanwhile.trace.Markdown;
import dev.meanwhile.trace.coverage.Coverage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Writes a coverage report as Markdown and as CSV.
final class CoverageTexts {
  private static final int MATRIX_COLUMNS = 500;

  private CoverageTexts() {}

  /// The matrix: a row for each requirement, a column for each test case as long as there are few enough.
  static String csv(Coverage coverage) {
    var tests = coverage.rows().stream().flatMap(r -> r.testCases().stream()).distinct().toList();
    var columns = tests.size() <= MATRIX_COLUMNS ? tests : List.<String>of();
    var csv = new Csv().row("Figure", "Value", "Definition");
    Headlines.of(coverage).forEach(
        (name, value) -> csv.row(name, value,
            Objects.requireNonNullElse(coverage.definitions().get(name), "")));
    csv.row(Stream.concat(
        Stream.of("Requirement", "Title", "Status", "State", "Test Cases", "Linked Tests",
            "Source"),
        columns.stream()).toList());
    for (var row : coverage.rows()) {
      csv.row(Stream.concat(Stream.of(row.requirementId(), row.title(), row.status(), row.state(),
          String.join("; ", row.testCases()), String.join("; ", row.linkedTests()), row.source()),
          columns.stream().map(c -> row.testCases().contains(c) ? "x" : "")).toList());
    }
    return csv.text();
  }

  static String markdown(Coverage coverage, String title) {
    var text = new StringBuilder("# ").append(Markdown.text(title)).append("\n\n")
        .append(Markdown.header(List.of("Figure", "Value", "Definition")));
    Headlines.of(coverage).forEach((name, value) -> text.append(Markdown.row(
        List.of(name, value, Objects.requireNonNullElse(coverage.definitions().get(name), "")))));
    section(text, "Gaps", List.of("Requirement", "Title", "Reason", "Suggestion"),
        coverage.gaps().stream()
            .map(g -> List.of(g.requirementId(), g.title(), g.reason(), g.suggestion())));
    section(text, "Weaknesses", List.of("Requirement", "Missing", "Suggestion"),
        coverage.weaknesses().stream()
            .map(w -> List.of(w.requirementId(), w.missing(), w.suggestion())));
    section(text, "Orphans", List.of("Test case", "Unknown requirement", "Perhaps"),
        coverage.orphans().stream()
            .map(o -> List.of(o.testCaseId(), o.requirementId(), o.similar())));
    section(text, "Duplicates", List.of("Kind", "ID", "Where"),
        coverage.duplicates().stream()
            .map(d -> List.of(d.kind(), d.id(), String.join("; ", d.where()))));
    section(text, "Requirements",
        List.of("Requirement", "Title", "Status", "State", "Test cases", "Linked tests"),
        coverage.rows().stream()
            .map(r -> List.of(r.requirementId(), r.title(), r.status(), r.state(),
                String.join("; ", r.testCases()), String.join("; ", r.linkedTests()))));
    section(text, "Inputs", List.of("Artifact"), coverage.inputs().stream().map(List::of));
    return text.toString();
  }

  private static void section(StringBuilder text, String title, List<String> columns,
      Stream<List<String>> rows) {
    var lines = rows.toList();
    if (!lines.isEmpty()) {
      text.append("\n## ").append(title).append("\n\n").append(Markdown.header(columns));
      lines.forEach(l -> text.append(Markdown.row(l)));
    }
  }
}

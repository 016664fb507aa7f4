package dev.meanwhile.generator.testcase;

import dev.meanwhile.trace.Csv;
import dev.meanwhile.trace.Markdown;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Writes test cases for people: a table with a row for each step, and how to run the rendered files.
final class CaseTexts {
  private CaseTexts() {}

  static String csv(TestCases set) {
    var csv = new Csv().row("ID", "Title", "Requirement IDs", "Type", "Technique", "Priority",
        "Preconditions",
        "Test Data", "Step", "Action", "Expected Result", "Notes", "File", "Symbol");
    for (var test : set.cases()) {
      for (var step : test.steps()) {
        csv.row(row(test, step));
      }
    }
    return csv.text();
  }

  private static List<String> row(TestCase test, TestCase.Step step) {
    var automation = test.automation();
    var data = test.testData().stream()
        .map(d -> d.name() + " = " + d.value() + (d.unit() == null ? "" : " " + d.unit()))
        .collect(Collectors.joining("; "));
    return List.of(test.id(), test.title(), String.join("; ", test.requirementIds()),
        test.type().toString(),
        test.technique(), Objects.requireNonNullElse(test.priority(), ""),
        String.join("; ", test.preconditions()), data,
        String.valueOf(step.n()), step.action(), step.expected(), String.join("; ", test.notes()),
        automation == null ? "" : automation.file(), automation == null ? "" : automation.symbol());
  }

  static String readme(TestCases set, Framework framework, List<String> files, String rtmHash) {
    var text = new StringBuilder(
        "# Test cases\n\n%d test cases, derived from requirements (RTM hash %s). ".formatted(
            set.cases().size(), rtmHash))
        .append("Review them before use: every test is pending, none proves anything yet.\n\n");
    text.append(switch (framework) {
      case PYTEST -> "Run with `pytest`: each test is skipped until its `pytest.skip` is replaced. "
          + "`pytest --junit-xml=report.xml` carries the IDs as properties.\n\n";
      case JUNIT ->
        "Put the files into a test source folder with JUnit 5 or newer: each test is aborted until its "
            + "`pending` is replaced. Display names and tags carry the IDs.\n\n";
      case GHERKIN ->
        "Run with Cucumber or any tool for Gherkin: each step is undefined until it is defined. "
            + "Tags carry the IDs.\n\n";
    });
    files.forEach(f -> text.append("- ").append(Markdown.text(f)).append('\n'));
    set.byType().forEach(
        (type, count) -> text.append("- ").append(type).append(": ").append(count).append('\n'));
    set.notes().forEach(n -> text.append("- ").append(Markdown.text(n)).append('\n'));
    if (!set.uncovered().isEmpty()) {
      text.append("\n## Requirements without a case\n\n")
          .append(Markdown.header(List.of("Requirement", "Reason")));
      set.uncovered()
          .forEach(u -> text.append(Markdown.row(List.of(u.requirementId(), u.reason()))));
    }
    return text.toString();
  }
}

package dev.meanwhile.generator.testcase.render;

import dev.meanwhile.trace.Csv;
import dev.meanwhile.trace.Markdown;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Writes test cases for people and for test management: a table with a row for each step, and how to run the files.
public final class CaseTexts {
  private CaseTexts() {}

  /// One row a step. What belongs to the whole case stands in its first row; later rows repeat the ID, by whose change
  /// an importer knows where the next case begins.
  public static String csv(TestCases set) {
    var csv = new Csv().row("TCID", "Test Type", "Test Summary", "Test Priority", "Component",
        "Precondition", "Step", "Action", "Data", "Result", "Test Repo Path", "Requirement", "Type",
        "Technique", "Source Quote", "Notes", "File", "Symbol");
    for (var test : set.cases()) {
      for (var step : test.steps()) {
        csv.row(step.n() == 1 ? first(test, step) : later(test, step));
      }
    }
    return csv.text();
  }

  private static List<String> first(TestCase test, TestCase.Step step) {
    var automation = test.automation();
    var data = test.testData().stream()
        .map(d -> d.name() + " = " + d.value() + (d.unit() == null ? "" : " " + d.unit()))
        .collect(Collectors.joining("; "));
    return List.of(test.id(), "Manual", test.title(),
        Objects.requireNonNullElse(test.priority(), ""), "",
        String.join("; ", test.preconditions()), "1", step.action(), data, step.expected(),
        "/" + test.requirementIds().getFirst(), String.join(",", test.requirementIds()),
        test.type().toString(), test.technique(), test.sourceQuote(),
        String.join("; ", test.notes()), automation == null ? "" : automation.file(),
        automation == null ? "" : automation.symbol());
  }

  private static List<String> later(TestCase test, TestCase.Step step) {
    return List.of(test.id(), "", "", "", "", "", String.valueOf(step.n()), step.action(), "",
        step.expected(), "", "", "", "", "", "", "", "");
  }

  /// How to run the files, and what is in them.
  public static String readme(TestCases set, Framework framework, List<String> files,
      String rtmHash) {
    var text = new StringBuilder(
        "# Test cases\n\n%s, derived from requirements (RTM hash %s). ".formatted(
            Words.counted(set.cases().size(), "test case"), rtmHash))
        .append("Review them before use: every test is pending, none proves anything yet.\n\n")
        .append(
            "`test_cases_….json` and `.csv` are the source of truth; the CSV has a row for each "
                + "step and goes into test management tools.\n\n")
        .append(howToRun(framework)).append(" Keep the files of each framework in a folder of its "
            + "own.\n\n");
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

  private static String howToRun(Framework framework) {
    return switch (framework) {
      case PYTEST -> "Run with `pytest`: each test is skipped until its `pytest.skip` is replaced. "
          + "`pytest --junit-xml=report.xml` carries the IDs as properties.";
      case JUNIT ->
        "Put the files into a test source folder with JUnit 5 or newer: each test is aborted until its "
            + "`pending` is replaced. Method names, display names and tags carry the IDs.";
      case GHERKIN ->
        "Run with Cucumber (`--format junit:report.xml`) or any tool for Gherkin: each step is undefined until it "
            + "is defined. Tags and scenario names carry the IDs.";
      case ROBOT ->
        "Run with `robot .` (Robot Framework 4 or newer): each test is skipped until its `Skip` is removed. Test "
            + "names and tags carry the IDs, and `output.xml` has them.";
      case PLAYWRIGHT ->
        "Run with `npx playwright test --reporter=junit`: each test is skipped until its `test.fixme` is a "
            + "`test`. Annotations come back as properties; titles carry the IDs too.";
    };
  }
}

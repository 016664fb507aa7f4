package dev.meanwhile.generator.coverage;

import dev.meanwhile.trace.coverage.Coverage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a coverage report as one page that needs nothing else: no script, no picture, no address.
final class CoverageHtml {
  private static final int BAR_PIXELS = 600;
  private static final String STYLE = """
    body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
    table{border-collapse:collapse;width:100%;margin:1rem 0}
    th,td{border:1px solid #d0d7de;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
    th{background:#f2f4f7}
    .gap{background:#fdecea}.covered{background:#e9f6ec}.inactive,.not_by_test{background:#f2f4f7}
    """;

  private CoverageHtml() {}

  static String page(Coverage coverage, String title) {
    var figures = Headlines.of(coverage).entrySet().stream()
        .map(f -> List.of(f.getKey(), f.getValue(),
            Objects.requireNonNullElse(coverage.definitions().get(f.getKey()), "")));
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      %s</style>
      </head>
      <body>
      <h1>%s</h1>
      %s%s%s</body>
      </html>
      """.formatted(escaped(title), STYLE, escaped(title), bar(coverage.figures()),
        table("Figures", List.of("Figure", "Value", "Definition"), figures), tables(coverage));
  }

  private static String tables(Coverage coverage) {
    return table("Gaps", List.of("Requirement", "Title", "Reason", "Suggestion"),
        coverage.gaps().stream()
            .map(g -> List.of(g.requirementId(), g.title(), g.reason(), g.suggestion())))
        + table("Weaknesses", List.of("Requirement", "Missing", "Suggestion"),
            coverage.weaknesses().stream()
                .map(w -> List.of(w.requirementId(), w.missing(), w.suggestion())))
        + table("Orphans", List.of("Test case", "Unknown requirement", "Perhaps"),
            coverage.orphans().stream()
                .map(o -> List.of(o.testCaseId(), o.requirementId(), o.similar())))
        + table("Duplicates", List.of("Kind", "ID", "Where"),
            coverage.duplicates().stream()
                .map(d -> List.of(d.kind(), d.id(), String.join("; ", d.where()))))
        + requirements(coverage)
        + table("Inputs", List.of("Artifact"), coverage.inputs().stream().map(List::of));
  }

  private static String bar(Coverage.Figures figures) {
    int covered = figures.requirements() == 0
        ? 0
        : BAR_PIXELS * figures.covered() / figures.requirements();
    var label = "%d of %d requirements covered, %s %%".formatted(figures.covered(),
        figures.requirements(),
        figures.percentage().toPlainString());
    return """
      <svg width="%d" height="28" role="img" aria-label="%s"><rect width="%d" height="28" fill="#f3c6c0"/>\
      <rect width="%d" height="28" fill="#4f9d69"/></svg>
      <p>%s</p>
      """
        .formatted(BAR_PIXELS, label, BAR_PIXELS, covered, label);
  }

  private static String requirements(Coverage coverage) {
    var rows = coverage.rows().stream().map(r -> "<tr class=\"%s\">%s</tr>\n".formatted(r.state(),
        cells("td",
            List.of(r.requirementId(), r.title(), r.status(), r.state(),
                String.join(", ", r.testCases()),
                String.join(", ", r.linkedTests()), r.source()))))
        .collect(Collectors.joining());
    return "<h2>Requirements</h2>\n<table>\n<tr>%s</tr>\n%s</table>\n"
        .formatted(cells("th", List.of("Requirement",
            "Title", "Status", "State", "Test cases", "Linked tests", "Source")), rows);
  }

  private static String table(String title, List<String> columns, Stream<List<String>> rows) {
    var lines = rows.map(r -> "<tr>" + cells("td", r) + "</tr>\n").collect(Collectors.joining());
    return lines.isEmpty()
        ? ""
        : "<h2>%s</h2>\n<table>\n<tr>%s</tr>\n%s</table>\n".formatted(title, cells("th", columns),
            lines);
  }

  private static String cells(String element, List<String> texts) {
    return texts.stream().map(t -> "<" + element + ">" + escaped(t) + "</" + element + ">")
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

package dev.meanwhile.generator.coverage;

import dev.meanwhile.trace.Csv;
import dev.meanwhile.trace.Markdown;
import dev.meanwhile.trace.coverage.Coverage;
import java.util.List;
import java.util.stream.Stream;

/// Writes a coverage report as Markdown and as CSV.
final class CoverageTexts {
  private CoverageTexts() {}

  /// One table after the other, each under its title and with an empty row behind it. Every row has the same number of
  /// cells, as readers of CSV expect. The matrix is left out: the table of requirements has the same links.
  static String csv(Coverage coverage) {
    var sections = Sections.of(coverage).stream().filter(s -> !s.title().equals(Matrix.TITLE))
        .toList();
    int width = sections.stream().mapToInt(s -> s.columns().size()).max().orElse(1);
    var csv = new Csv();
    for (var section : sections) {
      csv.row(padded(List.of(section.title(), section.lead()), width))
          .row(padded(section.columns(), width));
      section.rows().forEach(r -> csv.row(padded(r, width)));
      csv.row(padded(List.of(), width));
    }
    return csv.text();
  }

  private static List<String> padded(List<String> cells, int width) {
    return Stream.concat(cells.stream(), Stream.generate(() -> "")).limit(width).toList();
  }

  static String markdown(Coverage coverage, String title) {
    var text = new StringBuilder("# ").append(Markdown.text(title)).append('\n');
    for (var section : Sections.of(coverage)) {
      text.append("\n## ").append(section.title()).append("\n\n")
          .append(Markdown.text(section.lead())).append("\n\n")
          .append(Markdown.header(section.columns()));
      section.rows().forEach(r -> text.append(Markdown.row(r)));
    }
    return text.toString();
  }
}

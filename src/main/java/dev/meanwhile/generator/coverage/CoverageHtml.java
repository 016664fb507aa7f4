package dev.meanwhile.generator.coverage;

import dev.meanwhile.trace.Html;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.coverage.Coverage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a coverage report as one page that needs nothing else: no script, no address, pictures in the text.
final class CoverageHtml {
  private static final Set<String> STATES = Set.of("passed", "partial", "planned", "notrun",
      "suspect", "failed", "uncovered", "inactive", "not_testable");
  private static final String STYLE = """
    body{font:15px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
    h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem}
    nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1rem}
    a{color:#0550ae}
    figure{margin:1rem 0}svg{max-width:100%}.key{margin-right:1rem;white-space:nowrap}
    .wide{overflow-x:auto}
    table{border-collapse:collapse;width:100%;margin:.6rem 0}
    caption{text-align:left;color:#424a53;padding:.2rem 0}
    th,td{border:1px solid #d0d7de;padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:break-word;max-width:34rem}
    thead th{background:#f2f4f7}tbody th{font-weight:600}
    .passed{background:#dff3e4}.partial,.planned,.notrun,.suspect{background:#fff4d6}
    .failed,.uncovered{background:#fde4e1}.inactive,.not_testable{background:#eceff2}
    .long{min-width:16rem}
    ins{background:#dff3e4}del{background:#fde4e1}
    @media print{nav{display:none}}
    """;

  private CoverageHtml() {}

  static String page(Coverage coverage, String title) {
    var sections = Sections.of(coverage);
    return Html.document(title, STYLE, """
      <header>
      <h1>%s</h1>
      <p>%s</p>
      %s%s</header>
      <main>
      %s</main>
      """.formatted(Html.text(title), Html.text(headline(coverage)), Charts.standings(coverage),
        contents(sections), body(coverage, sections)));
  }

  /// The figures that answer the first question of a reader.
  static String headline(Coverage coverage) {
    var covered = coverage.figure("covered");
    return "%d of %s covered, %s %%; %d executed, %d passed, %d failed, %d suspect, %s."
        .formatted(covered.count(),
            Words.counted(coverage.figure("requirements").count(), "requirement"),
            covered.percentageText(), coverage.figure("executed").count(),
            coverage.figure("passed").count(),
            coverage.figure("failed").count(), coverage.figure("suspect").count(),
            Words.counted(coverage.figure("gaps").count(), "gap"));
  }

  private static String contents(List<Section> sections) {
    return sections.stream()
        .map(s -> "<li><a href=\"#" + anchor(s) + "\">" + Html.text(s.title()) + "</a></li>\n")
        .collect(
            Collectors.joining("", "<nav aria-label=\"Contents\">\n<ul>\n", "</ul>\n</nav>\n"));
  }

  private static String anchor(Section section) {
    return section.title().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static String body(Coverage coverage, List<Section> sections) {
    return sections.stream().map(s -> section(s,
        s.title().equals("Trend") ? Charts.trend(coverage) : "")).collect(Collectors.joining());
  }

  private static String section(Section section, String picture) {
    return """
      <section>
      <h2 id="%s">%s</h2>
      %s<div class="wide" role="region" aria-label="%s" tabindex="0">
      <table>
      <caption>%s</caption>
      <thead><tr>%s</tr></thead>
      <tbody>
      %s</tbody>
      </table>
      </div>
      </section>
      """.formatted(anchor(section), Html.text(section.title()), picture,
        Html.text(section.title()),
        Html.text(section.lead()), header(section), rows(section));
  }

  private static String header(Section section) {
    return section.columns().stream().map(c -> "<th scope=\"col\">" + Html.text(c) + "</th>")
        .collect(Collectors.joining());
  }

  private static String rows(Section section) {
    int was = section.columns().indexOf(Section.WAS);
    return section.rows().stream()
        .map(r -> "<tr>" + cells(section.columns(), r, was) + "</tr>\n")
        .collect(Collectors.joining());
  }

  /// @param was the place of an earlier wording, with today's behind it; -1 if there is none
  private static String cells(List<String> columns, List<String> row, int was) {
    var cells = new StringBuilder("<th scope=\"row\">" + Html.text(row.getFirst()) + "</th>");
    for (int i = 1; i < (was < 0 ? row.size() : was); i++) {
      cells.append(cell(columns.get(i), row.get(i)));
    }
    if (was >= 0) {
      var rewording = new Rewording(row.get(was), row.get(was + 1));
      cells.append("<td>").append(rewording.was()).append("</td><td>").append(rewording.now())
          .append("</td>");
    }
    return cells.toString();
  }

  private static String cell(String column, String text) {
    if (STATES.contains(text)) {
      return "<td class=\"" + text + "\">" + text + "</td>";
    }
    return (CoverageSheets.LONG.contains(column) ? "<td class=\"long\">" : "<td>") + Html.text(text)
        + "</td>";
  }
}

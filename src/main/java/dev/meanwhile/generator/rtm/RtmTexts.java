package dev.meanwhile.generator.rtm;

import dev.meanwhile.generator.Spreadsheet;
import dev.meanwhile.generator.Spreadsheet.Colour;
import dev.meanwhile.generator.Spreadsheet.Column;
import dev.meanwhile.trace.Csv;
import dev.meanwhile.trace.Html;
import dev.meanwhile.trace.Markdown;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a matrix for people. The CSV and the workbook can be given back as requirements.
final class RtmTexts {
  private static final String TITLE = "Requirements traceability matrix";
  private static final Map<String, Colour> STANDINGS = Map.of("passed", Colour.GOOD, "planned",
      Colour.DOUBTFUL, "notrun", Colour.DOUBTFUL, "partial", Colour.DOUBTFUL, "suspect",
      Colour.DOUBTFUL, "failed", Colour.BAD, "uncovered", Colour.BAD, "inactive", Colour.QUIET,
      "not_testable", Colour.QUIET);
  private static final Map<String, Colour> STATUSES = Map.of("deleted", Colour.QUIET, "future",
      Colour.QUIET, "optional", Colour.DOUBTFUL, "tbd", Colour.BAD);
  private static final Map<String, Colour> OUTCOMES = Map.of("passed", Colour.GOOD, "failed",
      Colour.BAD, "partial", Colour.DOUBTFUL, "notrun", Colour.DOUBTFUL);
  private static final Map<String, Integer> WIDTHS = Map.of("Title", 30, "Text", 70, "Rationale",
      40,
      "Tests", 40, "Requirements", 60, "Source", 30, "Findings", 30, "Test", 40, "Children", 24);
  private static final int USUAL_WIDTH = 16;
  private static final int LONG_WIDTH = 30;

  private RtmTexts() {}

  static String csv(Rtm rtm) {
    var csv = new Csv().row(Matrix.FORWARD);
    new Matrix(rtm).forward().forEach(csv::row);
    return csv.text();
  }

  static String markdown(Rtm rtm) {
    var matrix = new Matrix(rtm);
    var text = new StringBuilder("# " + TITLE + "\n\n" + summary(rtm) + "\n\n");
    rtm.notes().forEach(n -> text.append("- ").append(Markdown.text(n)).append('\n'));
    text.append(rtm.notes().isEmpty() ? "" : "\n").append(Markdown.header(Matrix.FORWARD));
    matrix.forward().forEach(r -> text.append(Markdown.row(r)));
    section("Tests", Matrix.BACKWARD, matrix.backward(), text);
    section("Changes", Matrix.CHANGES, matrix.changes(), text);
    section("Findings", Matrix.FINDINGS, matrix.findings(), text);
    return text.toString();
  }

  private static void section(String heading, List<String> columns, List<List<String>> rows,
      StringBuilder text) {
    if (!rows.isEmpty()) {
      text.append("\n## ").append(heading).append("\n\n").append(Markdown.header(columns));
      rows.forEach(r -> text.append(Markdown.row(r)));
    }
  }

  static String html(Rtm rtm) {
    var matrix = new Matrix(rtm);
    var tables = new LinkedHashMap<String, String>();
    add("Requirements", Matrix.FORWARD, matrix.forward(), tables);
    add("Tests", Matrix.BACKWARD, matrix.backward(), tables);
    add("Changes", Matrix.CHANGES, matrix.changes(), tables);
    add("Findings", Matrix.FINDINGS, matrix.findings(), tables);
    return Html.page(TITLE, "<p>" + Html.text(summary(rtm)) + "</p>\n" + Html.list(rtm.notes())
        + Html.contents(List.copyOf(tables.keySet())) + String.join("", tables.values()));
  }

  private static void add(String heading, List<String> columns, List<List<String>> rows,
      Map<String, String> tables) {
    if (!rows.isEmpty()) {
      tables.put(heading, Html.table(heading, columns, rows, RtmTexts::look));
    }
  }

  private static String look(String column, String text) {
    var colour = colours(column).get(text);
    if (colour != null) {
      return colour.name().toLowerCase(Locale.ROOT);
    }
    return !text.isEmpty() && WIDTHS.getOrDefault(column, USUAL_WIDTH) >= LONG_WIDTH ? "long" : "";
  }

  /// Two sheets: what each requirement is tested by, and what each test verifies.
  ///
  /// @param tick is called again and again while it is written; what it throws flies on
  static Spreadsheet workbook(Rtm rtm, Runnable tick) {
    var matrix = new Matrix(rtm);
    return new Spreadsheet(tick).sheet("Requirements", columns(Matrix.FORWARD), matrix.forward())
        .sheet("Tests", columns(Matrix.BACKWARD), matrix.backward());
  }

  private static List<Column> columns(List<String> names) {
    return names.stream()
        .map(name -> new Column(name, WIDTHS.getOrDefault(name, USUAL_WIDTH), false,
            colours(name)))
        .toList();
  }

  private static Map<String, Colour> colours(String column) {
    return switch (column) {
      case "Standing by Links" -> STANDINGS;
      case "Status" -> STATUSES;
      case "Outcomes" -> OUTCOMES;
      case "Tier" -> Map.of("candidate", Colour.DOUBTFUL);
      default -> Map.of();
    };
  }

  private static String summary(Rtm rtm) {
    return String.join(", ", Words.counted(rtm.requirements().size(), "requirement"),
        Words.counted(rtm.candidates().size(), "candidate"),
        Words.counted(rtm.links().size(), "link"),
        Words.counted(rtm.findings().size(), "finding")) + ".";
  }
}

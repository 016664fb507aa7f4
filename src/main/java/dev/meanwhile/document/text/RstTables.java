package dev.meanwhile.document.text;

import dev.meanwhile.document.reading.CellLines;
import dev.meanwhile.document.reading.Line;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.document.reading.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The tables of reStructuredText: drawn as a grid, drawn with rules, as nested lists, and as CSV.
final class RstTables {
  private static final Pattern GRID = Pattern.compile("^\\+(?:-{1,4000}\\+){1,200}$");
  private static final Pattern RULES = Pattern.compile("^={2,4000}(?:[ ]{1,100}={2,4000}){1,200}$");
  private static final int WIDEST_LINE = 100_000;

  private final Passages passages;

  RstTables(Passages passages) {
    this.passages = passages;
  }

  /// Whether a table is drawn from a line on; behind the last line none is.
  static boolean begins(List<Line> lines, int at) {
    var line = at < lines.size() ? lines.get(at).text() : "";
    return line.length() <= WIDEST_LINE
        && (GRID.matcher(line).matches() || RULES.matcher(line).matches());
  }

  /// Reads the drawn table that begins at a line.
  ///
  /// @return the index of the line after it
  int read(List<Line> lines, int at) {
    return lines.get(at).text().charAt(0) == '+' ? grid(lines, at) : rules(lines, at);
  }

  /// Reads a table directive.
  ///
  /// @return false if it isn't one
  boolean read(RstDirective directive) {
    switch (directive.name()) {
      case "list-table", "flat-table" -> list(directive);
      case "csv-table" -> csv(directive);
      default -> {
        return false;
      }
    }
    return true;
  }

  private int grid(List<Line> lines, int at) {
    int end = at;
    while (end < lines.size() && !lines.get(end).isBlank()
        && "+|".indexOf(lines.get(end).text().charAt(0)) >= 0) {
      end++;
    }
    var rows = new TableRows(passages);
    var edges = edges(lines.get(at).text());
    var cells = new CellLines(edges.size() - 1);
    int first = lines.get(at).number();
    for (var line : lines.subList(at + 1, end)) {
      if (isSeparator(line.text())) {
        rows.add(cells.taken(), first);
        first = line.number() + 1;
      } else {
        cut(line.text(), edges, cells);
      }
    }
    rows.add(cells.taken(), first);
    return end;
  }

  private static List<Integer> edges(String border) {
    var edges = new ArrayList<Integer>();
    for (int i = 0; i < border.length(); i++) {
      if (border.charAt(i) == '+') {
        edges.add(i);
      }
    }
    return edges;
  }

  private static boolean isSeparator(String line) {
    return line.contains("+-") || line.contains("+=") || line.contains("-+");
  }

  /// A cell that spans columns ends at the next bar that stands on an edge.
  private static void cut(String line, List<Integer> edges, CellLines cells) {
    int column = 0;
    for (int i = 1; i < edges.size(); i++) {
      int end = Math.min(edges.get(i), line.length());
      boolean isEdge = end == line.length() || line.charAt(end) == '|' || line.charAt(end) == '+';
      if (isEdge || i == edges.size() - 1) {
        int start = Math.min(edges.get(column) + 1, end);
        cells.add(column, line.substring(start, end));
        column = i;
      }
    }
  }

  private int rules(List<Line> lines, int at) {
    var starts = starts(lines.get(at).text());
    var rows = new TableRows(passages);
    var cells = new CellLines(starts.size());
    int first = lines.get(at).number();
    int rule = 1;
    int i = at + 1;
    for (; i < lines.size(); i++) {
      var line = lines.get(i);
      boolean isRule = RULES.matcher(line.text()).matches();
      if (isRule || line.isBlank() || isNewRow(line, starts)) {
        rows.add(cells.taken(), first);
        first = line.number();
      }
      rule += isRule ? 1 : 0;
      if (isRule && (rule >= 3 || i + 1 >= lines.size() || lines.get(i + 1).isBlank())) {
        return i + 1;
      }
      if (!isRule && !line.text().startsWith("--")) {
        slice(line.text(), starts, cells);
      }
    }
    rows.add(cells.taken(), first);
    return i;
  }

  /// In a table of rules, a line with nothing in the first column goes on with the row before.
  private static boolean isNewRow(Line line, List<Integer> starts) {
    int end = Math.min(starts.get(1), line.text().length());
    return !line.text().substring(0, end).isBlank();
  }

  private static List<Integer> starts(String rule) {
    var starts = new ArrayList<Integer>();
    for (int i = 0; i < rule.length(); i++) {
      if (rule.charAt(i) == '=' && (i == 0 || rule.charAt(i - 1) == ' ')) {
        starts.add(i);
      }
    }
    return starts;
  }

  private static void slice(String line, List<Integer> starts, CellLines cells) {
    for (int i = 0; i < starts.size(); i++) {
      int start = Math.min(starts.get(i), line.length());
      int end = i + 1 < starts.size() ? Math.min(starts.get(i + 1), line.length()) : line.length();
      cells.add(i, line.substring(start, end));
    }
  }

  /// Each item of the outer list is a row, each item of the inner ones a cell.
  private void list(RstDirective directive) {
    var rows = new TableRows(passages);
    for (var row : items(directive.content())) {
      var cells = new ArrayList<String>();
      items(row).forEach(cell -> cells.add(Line.joined(Line.dedented(cell))));
      rows.add(cells, row.getFirst().number());
    }
  }

  private static List<List<Line>> items(List<Line> lines) {
    var items = new ArrayList<List<Line>>();
    for (var line : Line.dedented(lines)) {
      boolean bullet = !line.isBlank() && "*-+".indexOf(line.text().charAt(0)) >= 0
          && (line.text().length() == 1 || line.text().charAt(1) == ' ');
      if (bullet) {
        items.add(new ArrayList<>());
      }
      if (!items.isEmpty()) {
        items.getLast().add(bullet ? new Line(line.number(), " " + line.from(1).text()) : line);
      }
    }
    return items;
  }

  private void csv(RstDirective directive) {
    var rows = new TableRows(passages);
    var delimiter = delimiter(directive.options().getOrDefault("delim", ","));
    var header = directive.options().get("header");
    if (header != null) {
      CsvText.rows(passages.file(), header, delimiter, (cells, _) -> rows.add(cells,
          directive.line()));
    }
    var content = directive.content();
    if (!content.isEmpty()) {
      int first = content.getFirst().number();
      CsvText.rows(passages.file(), Line.joined(content), delimiter,
          (cells, line) -> rows.add(cells, first + line - 1));
    }
  }

  private static char delimiter(String option) {
    return switch (option) {
      case "tab" -> '\t';
      case "space" -> ' ';
      case "" -> ',';
      default -> option.charAt(0);
    };
  }
}

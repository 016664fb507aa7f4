package dev.meanwhile.document.text;

import dev.meanwhile.document.reading.CellLines;
import dev.meanwhile.document.reading.Line;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.document.reading.TableRows;
import dev.meanwhile.trace.extract.Extraction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A table in plain text whose columns stand apart by blanks alone, below the names of a header. A row begins with text in
/// its first column; what has none there goes on with the row above.
final class ColumnTable {
  private static final Pattern NAME = Pattern.compile("\\S+(?: \\S+)*");
  private static final Pattern RULE = Pattern.compile("[ \\t]*[-=_+]{2}[-=_+ \\t]*");
  private static final int LONGEST_HEADER = 300;

  private final List<Line> lines;
  private final List<Integer> starts;
  private final int header;

  private ColumnTable(List<Line> lines, int header) {
    this.lines = lines;
    this.header = header;
    this.starts = starts(lines.get(header).text());
  }

  private static List<Integer> starts(String line) {
    return NAME.matcher(line).results().map(name -> name.start()).toList();
  }

  /// Whether the header of such a table stands on a line, with a row below it.
  static boolean begins(List<Line> lines, int at) {
    var text = lines.get(at).text();
    if (text.length() > LONGEST_HEADER || !text.strip().contains("  ")) {
      return false;
    }
    var names = NAME.matcher(text).results().map(name -> name.group()).toList();
    if (names.size() < 2 || !Extraction.isHeader(names)) {
      return false;
    }
    var table = new ColumnTable(lines, at);
    int first = table.firstRow();
    return first < lines.size() && table.fits(first) && table.beginsRow(first);
  }

  private int firstRow() {
    int at = header + 1;
    while (at < lines.size() && at - header < 3
        && (lines.get(at).isBlank() || RULE.matcher(lines.get(at).text()).matches())) {
      at++;
    }
    return at;
  }

  /// Reads the table whose header stands on a line.
  ///
  /// @return the index of the line after it
  static int read(List<Line> lines, int at, Passages passages) {
    return new ColumnTable(lines, at).read(passages);
  }

  private int read(Passages passages) {
    var rows = new TableRows(passages);
    var cells = new CellLines(0);
    rows.add(parts(lines.get(header).text()), lines.get(header).number());
    int first = 0;
    int at = firstRow();
    for (; at < lines.size() && goesOn(at); at++) {
      var line = lines.get(at);
      if (line.isBlank() || RULE.matcher(line.text()).matches()) {
        continue;
      }
      if (beginsRow(at)) {
        rows.add(cells.taken(), first);
        first = line.number();
      }
      var parts = parts(line.text());
      for (int i = 0; i < parts.size(); i++) {
        cells.add(i, parts.get(i));
      }
    }
    rows.add(cells.taken(), first);
    return at;
  }

  /// After a blank line only a whole row goes on.
  private boolean goesOn(int at) {
    if (lines.get(at).isBlank()) {
      return at + 1 < lines.size() && !lines.get(at + 1).isBlank() && fits(at + 1)
          && beginsRow(at + 1) && filled(at + 1) > 1;
    }
    return RULE.matcher(lines.get(at).text()).matches() || fits(at);
  }

  /// Whether no word of a line goes across the beginning of a column.
  private boolean fits(int at) {
    var text = lines.get(at).text();
    return lines.get(at).indent() >= starts.getFirst()
        && starts.stream().skip(1).allMatch(start -> start > text.length()
            || Character.isWhitespace(text.charAt(start - 1)));
  }

  private boolean beginsRow(int at) {
    return lines.get(at).indent() < starts.get(1);
  }

  private long filled(int at) {
    return parts(lines.get(at).text()).stream().filter(part -> !part.isBlank()).count();
  }

  private List<String> parts(String line) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < starts.size(); i++) {
      int from = Math.min(line.length(), starts.get(i));
      int to = i + 1 < starts.size() ? Math.min(line.length(), starts.get(i + 1)) : line.length();
      parts.add(line.substring(from, to).strip());
    }
    return parts;
  }
}

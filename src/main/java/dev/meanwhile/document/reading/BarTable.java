package dev.meanwhile.document.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A table whose cells stand between bars, as converters of old documents write it, a row over several lines. A row
/// begins with text in its first cell; where that column is empty all the way down, with text in the second that isn't
/// the rest of the line above.
public final class BarTable {
  private static final int FEWEST_BARS = 3;
  private static final Pattern LINE = Pattern.compile("^ *\\|.*\\|$");
  private static final Pattern BARS = Pattern.compile("\\|");
  private static final Pattern RULE = Pattern.compile(":?-{2,}:?");

  private final List<Line> lines;
  private final List<List<String>> parts = new ArrayList<>();
  private final boolean emptyKeys;

  private BarTable(List<Line> lines) {
    this.lines = lines;
    lines.forEach(line -> parts.add(parts(line.text().strip())));
    this.emptyKeys = parts.size() > 2
        && parts.stream().skip(1).allMatch(p -> p.getFirst().isBlank() && p.size() > 1);
  }

  /// Whether a table drawn with bars begins at this line.
  public static boolean begins(List<Line> lines, int at) {
    var text = lines.get(at).text();
    return LINE.matcher(text).matches()
        && text.chars().filter(c -> c == '|').count() >= FEWEST_BARS;
  }

  /// Reads the table that begins at a line.
  ///
  /// @return the index of the line after it
  public static int read(List<Line> lines, int from, Passages passages) {
    int end = from;
    while (end < lines.size() && LINE.matcher(lines.get(end).text()).matches()) {
      end++;
    }
    new BarTable(lines.subList(from, end)).read(passages);
    return end;
  }

  private void read(Passages passages) {
    var rows = new TableRows(passages);
    var cells = new CellLines(0);
    int first = lines.getFirst().number();
    for (int at = 0; at < lines.size(); at++) {
      boolean rule = parts.get(at).stream().allMatch(p -> RULE.matcher(p.strip()).matches());
      if (rule || isNewRow(at)) {
        rows.add(cells.taken(), first);
        first = lines.get(at).number();
      }
      for (int i = 0; i < parts.get(at).size() && !rule; i++) {
        cells.add(i, parts.get(at).get(i));
      }
    }
    rows.add(cells.taken(), first);
  }

  private boolean isNewRow(int at) {
    var line = parts.get(at);
    if (at == 0 || !line.getFirst().isBlank() || line.stream().allMatch(String::isBlank)) {
      return true;
    }
    return emptyKeys && !line.get(1).isBlank() && !isWrapped(parts.get(at - 1).get(1), line.get(1));
  }

  /// Whether a part of a cell is there because the part above had no room for its first word.
  private static boolean isWrapped(String above, String part) {
    int room = above.length() - above.strip().length();
    return !above.isBlank() && part.strip().split(" ", 2)[0].length() >= room;
  }

  private static List<String> parts(String line) {
    return List.of(BARS.split(line.substring(1, line.length() - 1), -1));
  }
}

package dev.meanwhile.trace;

import java.util.List;
import java.util.stream.Collectors;

/// Writes Markdown in which foreign text stays text: no markup, no HTML, no broken table.
public final class Markdown {
  private static final String SPECIAL = "\\`*_{}[]<>|#~!&";

  private Markdown() {}

  /// A text on one line with its markup escaped.
  public static String text(String value) {
    return value.strip().lines().map(Markdown::escaped).collect(Collectors.joining("<br>"));
  }

  /// A row of a table.
  public static String row(List<String> cells) {
    return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /// A table's first two lines.
  public static String header(List<String> names) {
    return row(names) + "|" + " --- |".repeat(names.size()) + "\n";
  }

  private static String escaped(String line) {
    var escaped = new StringBuilder(line.length() + 8);
    line.chars().forEach(c -> {
      if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append((char) c);
    });
    return escaped.toString();
  }
}

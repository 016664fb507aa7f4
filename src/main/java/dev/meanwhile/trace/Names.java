package dev.meanwhile.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Several names in one cell of a table, between semicolons. A name that has a separator in it or begins with a quote is
/// written in quotes, its own quotes doubled; what stands in quotes without need is a name with quotes.
public final class Names {
  private static final String SEPARATORS = ";\n";
  private static final String DOUBTFUL = SEPARATORS + ",";
  private static final char QUOTE = '"';

  private Names() {}

  /// The cell that [#in] reads as these names.
  public static String joined(Stream<String> names) {
    return names.map(Names::quoted).collect(Collectors.joining("; "));
  }

  /// The names in a cell: between semicolons or lines, or between commas if no part has a space in it, as lists of IDs
  /// haven't.
  public static List<String> in(String cell) {
    var parts = parts(cell);
    if (parts.size() > 1 || !parts.getFirst().equals(cell.strip())) {
      return parts.stream().filter(part -> !part.isEmpty()).toList();
    }
    var ids = Stream.of(cell.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty())
        .toList();
    return ids.stream().anyMatch(id -> id.indexOf(' ') > 0) ? List.of(cell) : ids;
  }

  private static String quoted(String name) {
    return isDoubtful(name) ? QUOTE + name.replace("\"", "\"\"") + QUOTE : name;
  }

  private static boolean isDoubtful(String name) {
    return name.startsWith("\"") || name.chars().anyMatch(c -> DOUBTFUL.indexOf(c) >= 0);
  }

  private static List<String> parts(String cell) {
    var parts = new ArrayList<String>();
    int from = 0;
    while (from <= cell.length()) {
      int end = end(cell, from);
      parts.add(unquoted(cell.substring(from, end).strip()));
      from = end + 1;
    }
    return parts;
  }

  /// Where the part that begins here ends: behind its quotes, or else at the next separator.
  private static int end(String cell, int from) {
    int open = from;
    while (open < cell.length() && cell.charAt(open) == ' ') {
      open++;
    }
    int close = closing(cell, open);
    int after = close + 1;
    while (close >= 0 && after < cell.length() && cell.charAt(after) == ' ') {
      after++;
    }
    return close >= 0 && isEnd(cell, after) ? after : separator(cell, from);
  }

  private static int separator(String cell, int from) {
    int at = from;
    while (!isEnd(cell, at)) {
      at++;
    }
    return at;
  }

  private static boolean isEnd(String cell, int at) {
    return at >= cell.length() || SEPARATORS.indexOf(cell.charAt(at)) >= 0;
  }

  /// The quote that closes the one at this place; -1 if there is none.
  private static int closing(String cell, int open) {
    if (open >= cell.length() || cell.charAt(open) != QUOTE) {
      return -1;
    }
    int close = cell.indexOf(QUOTE, open + 1);
    while (close >= 0 && close + 1 < cell.length() && cell.charAt(close + 1) == QUOTE) {
      close = cell.indexOf(QUOTE, close + 2);
    }
    return close;
  }

  private static String unquoted(String part) {
    if (part.length() < 2 || closing(part, 0) != part.length() - 1) {
      return part;
    }
    var name = part.substring(1, part.length() - 1).replace("\"\"", "\"");
    return isDoubtful(name) ? name : part;
  }
}

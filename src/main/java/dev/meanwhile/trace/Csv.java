package dev.meanwhile.trace;

import java.util.List;

/// Writes CSV (RFC 4180, CRLF) that a spreadsheet shows and never computes: a cell that begins like a formula gets a
/// leading apostrophe.
public final class Csv {
  private static final String FORMULA_STARTS = "=+-@\t\r\n\0＝＋－＠";

  private final StringBuilder text = new StringBuilder();

  /// Adds a row.
  public Csv row(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    text.append("\r\n");
    return this;
  }

  /// Adds a row.
  public Csv row(String... cells) {
    return row(List.of(cells));
  }

  /// The rows so far.
  public String text() {
    return text.toString();
  }

  private static String cell(String value) {
    var safe = isFormula(value) ? "'" + value : value;
    var plain = safe.chars()
        .noneMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static boolean isFormula(String value) {
    return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
  }
}

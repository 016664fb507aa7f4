package dev.meanwhile.document.reading;

import dev.meanwhile.trace.Source;
import java.util.List;

/// The rows of one table of a text document, numbered as they come. Rows of empty cells are no rows.
public final class TableRows {
  private final Passages passages;
  private int table;
  private int row;

  /// Rows that go to these passages.
  public TableRows(Passages passages) {
    this.passages = passages;
  }

  /// Adds a row that stands on this line.
  public void add(List<String> cells, int line) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (table == 0) {
      table = passages.nextTable();
    }
    passages.row(cells, new Source(passages.file(), null, null, table, ++row, line, null,
        passages.heading()));
  }
}

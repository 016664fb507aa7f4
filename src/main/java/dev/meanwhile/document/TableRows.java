package dev.meanwhile.document;

import dev.meanwhile.trace.Source;
import java.util.List;

/// The rows of one table of a text document, numbered as they come. Rows of empty cells are no rows.
final class TableRows {
  private final Passages passages;
  private int table;
  private int row;

  TableRows(Passages passages) {
    this.passages = passages;
  }

  void add(List<String> cells, int line) {
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

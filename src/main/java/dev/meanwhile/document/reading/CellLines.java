package dev.meanwhile.document.reading;

import java.util.ArrayList;
import java.util.List;

/// The cells of a row that is drawn over several lines, gathered line by line.
public final class CellLines {
  private final List<StringBuilder> cells = new ArrayList<>();

  /// A row of so many columns, empty so far.
  public CellLines(int columns) {
    for (int i = 0; i < columns; i++) {
      cells.add(new StringBuilder());
    }
  }

  /// Adds a line to a cell.
  public void add(int column, String part) {
    while (cells.size() <= column) {
      cells.add(new StringBuilder());
    }
    var text = part.strip();
    if (!text.isEmpty()) {
      var cell = cells.get(column);
      cell.append(cell.isEmpty() ? "" : "\n").append(text);
    }
  }

  /// Whether no cell has got anything.
  public boolean isEmpty() {
    return cells.stream().allMatch(StringBuilder::isEmpty);
  }

  /// The cells so far; the next row begins empty.
  public List<String> taken() {
    var taken = cells.stream().map(StringBuilder::toString).toList();
    cells.forEach(cell -> cell.setLength(0));
    return taken;
  }
}

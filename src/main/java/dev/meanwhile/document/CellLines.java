package dev.meanwhile.document;

import java.util.ArrayList;
import java.util.List;

/// The cells of a row that is drawn over several lines, gathered line by line.
final class CellLines {
  private final List<StringBuilder> cells = new ArrayList<>();

  CellLines(int columns) {
    for (int i = 0; i < columns; i++) {
      cells.add(new StringBuilder());
    }
  }

  void add(int column, String part) {
    while (cells.size() <= column) {
      cells.add(new StringBuilder());
    }
    var text = part.strip();
    if (!text.isEmpty()) {
      var cell = cells.get(column);
      cell.append(cell.isEmpty() ? "" : "\n").append(text);
    }
  }

  boolean isEmpty() {
    return cells.stream().allMatch(StringBuilder::isEmpty);
  }

  /// The cells so far; the next row begins empty.
  List<String> taken() {
    var taken = cells.stream().map(StringBuilder::toString).toList();
    cells.forEach(cell -> cell.setLength(0));
    return taken;
  }
}

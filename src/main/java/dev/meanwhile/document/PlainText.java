package dev.meanwhile.document;

import dev.meanwhile.trace.Source;
import java.util.regex.Pattern;

/// Reads plain text: paragraphs end at empty lines, and each bullet or letter begins an item.
final class PlainText {
  private static final Pattern ITEM = Pattern
      .compile("^[ \\t]*(?:[-*+•·]|\\(?(?:\\d{1,3}|[a-z])[.)])[ \\t]+(\\S.*)$");

  private final Passages passages;
  private final StringBuilder block = new StringBuilder();
  private int blockLine;
  private boolean item;

  private PlainText(Passages passages) {
    this.passages = passages;
  }

  static void read(String text, Passages passages) {
    var reader = new PlainText(passages);
    int number = 0;
    for (var line : (Iterable<String>) text.lines()::iterator) {
      reader.line(line, ++number);
    }
    reader.end();
  }

  private void line(String line, int number) {
    var bullet = ITEM.matcher(line);
    if (line.isBlank()) {
      end();
    } else if (bullet.matches()) {
      end();
      begin(bullet.group(1), number, true);
    } else if (block.isEmpty()) {
      begin(line, number, false);
    } else {
      block.append('\n').append(line);
    }
  }

  private void begin(String line, int number, boolean isItem) {
    block.append(line);
    blockLine = number;
    item = isItem;
  }

  private void end() {
    var source = Source.line(passages.file(), blockLine, null);
    if (item) {
      passages.item(block.toString(), 1, source);
    } else {
      passages.paragraph(block.toString(), source);
    }
    block.setLength(0);
    item = false;
  }
}

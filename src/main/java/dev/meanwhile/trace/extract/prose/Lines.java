package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;

/// Places in a passage, asked for in their order: a passage of thousands of lines is gone through once.
final class Lines {
  private final Passage passage;
  private int counted;
  private int newlines;

  Lines(Passage passage) {
    this.passage = passage;
  }

  Source at(int offset) {
    var line = passage.source().line();
    if (line == null) {
      return passage.source();
    }
    for (; counted < offset; counted++) {
      newlines += passage.text().charAt(counted) == '\n' ? 1 : 0;
    }
    return passage.source().atLine(line + newlines);
  }
}

package dev.meanwhile.document;

import dev.meanwhile.Problem;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what a reader finds, within the limits of one document.
final class Passages {
  private final String file;
  private final DocumentSettings limits;
  private final long deadline;
  private final List<Passage> passages = new ArrayList<>();
  private long characters;
  private long cells;
  private int tables;
  private @Nullable String heading;

  Passages(String file, DocumentSettings limits) {
    this.file = file;
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.timeLimit().toNanos();
  }

  String file() {
    return file;
  }

  @Nullable
  String heading() {
    return heading;
  }

  List<Passage> all() {
    return passages;
  }

  int nextTable() {
    return ++tables;
  }

  void heading(String text, int level, Source source) {
    heading = Words.trimmed(text);
    add(Passage.heading(Words.trimmed(text), level, source));
  }

  void paragraph(String text, Source source) {
    add(Passage.paragraph(Words.trimmed(text), source));
  }

  void item(String text, int depth, Source source) {
    add(Passage.item(Words.trimmed(text), depth, source));
  }

  void code(String text, Source source) {
    add(Passage.code(text, source));
  }

  void row(List<String> row, Source source) {
    cells += row.size();
    if (cells > limits.maxCells()) {
      throw tooMuch(limits.maxCells() + " cells");
    }
    if (row.stream().anyMatch(c -> !c.isBlank())) {
      add(Passage.row(row.stream().map(Words::trimmed).toList(), source));
    }
  }

  private void add(Passage passage) {
    if (passage.text().isBlank()) {
      return;
    }
    counts(passage.text().length());
    passages.add(passage);
    if (passages.size() > limits.maxPassages()) {
      throw tooMuch(limits.maxPassages() + " passages");
    }
  }

  /// Adds to the characters read, and looks at the clock: for readers that collect before they add.
  void counts(int more) {
    characters += more;
    if (characters > limits.maxCharacters()) {
      throw tooMuch(limits.maxCharacters() + " characters");
    }
    if (System.nanoTime() - deadline > 0) {
      throw Problem.unreadable(
          file + ": reading it takes longer than " + limits.timeLimit().toSeconds() + " s");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw Problem.unreadable(file + ": reading it was interrupted");
    }
  }

  private Problem tooMuch(String limit) {
    return Problem.unreadable(file + ": it holds more than " + limit);
  }
}

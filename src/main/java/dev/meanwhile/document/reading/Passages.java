package dev.meanwhile.document.reading;

import dev.meanwhile.Problem;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Collects what a reader finds, within the limits of one document.
public final class Passages {
  private static final int NOTES = 50;

  private final String file;
  private final DocumentSettings limits;
  private final long deadline;
  private final IntConsumer percent;
  private final List<Passage> passages = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private long characters;
  private long expected;
  private long cells;
  private int tables;
  private int told = -1;
  private @Nullable String heading;
  private @Nullable RuntimeException thrown;

  /// @param percent told how far reading has come
  public Passages(String file, DocumentSettings limits, IntConsumer percent) {
    this.file = file;
    this.percent = percent;
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.timeLimit().toNanos();
  }

  /// The file as messages call it.
  public String file() {
    return file;
  }

  /// What one document may hold.
  public DocumentSettings limits() {
    return limits;
  }

  /// The heading that what is added now stands under, or null before the first.
  @Nullable
  public String heading() {
    return heading;
  }

  /// Something about the document that whoever uses it should know, once.
  public void note(String note) {
    if (notes.size() < NOTES) {
      notes.add(note);
    }
  }

  /// The document of all that was collected.
  public Document document(String format, int pages) {
    return new Document(file, format, pages, passages, List.copyOf(notes));
  }

  /// The number of one more table, from 1.
  public int nextTable() {
    return ++tables;
  }

  /// Adds a heading.
  public void heading(String text, int level, Source source) {
    heading = Words.trimmed(plain(text));
    add(Passage.heading(heading, level, source));
  }

  /// Adds a paragraph.
  public void paragraph(String text, Source source) {
    add(Passage.paragraph(Words.trimmed(plain(text)), source));
  }

  /// Adds an item of a list.
  public void item(String text, int depth, Source source) {
    add(Passage.item(Words.trimmed(plain(text)), depth, source));
  }

  /// Adds text that is quoted as it is, such as code.
  public void code(String text, Source source) {
    add(Passage.code(text, source));
  }

  /// Adds a requirement that the format itself marks as one.
  public void need(String text, Map<String, String> fields, Source source) {
    fields.values().forEach(value -> counts(value.length()));
    counts(text.length());
    keep(Passage.need(Words.trimmed(text), fields, source));
  }

  /// Adds a row of a table.
  public void row(List<String> row, Source source) {
    cells += row.size();
    if (cells > limits.maxCells()) {
      throw tooMuch(limits.maxCells() + " cells");
    }
    if (row.stream().anyMatch(c -> !c.isBlank())) {
      add(Passage.row(row.stream().map(cell -> Words.trimmed(plain(cell))).toList(), source));
    }
  }

  /// Blanks that only keep words on one line are blanks like others.
  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u2007', ' ');
  }

  private void add(Passage passage) {
    if (passage.text().isBlank()) {
      return;
    }
    counts(passage.text().length());
    keep(passage);
  }

  private void keep(Passage passage) {
    passages.add(passage);
    if (passages.size() > limits.maxPassages()) {
      throw tooMuch(limits.maxPassages() + " passages");
    }
  }

  /// Adds to the characters read, and looks at the clock: for readers that collect before they add.
  public void counts(int more) {
    characters += more;
    if (characters > limits.maxCharacters()) {
      throw tooMuch(limits.maxCharacters() + " characters");
    }
    progress(characters, expected);
    if (System.nanoTime() - deadline > 0) {
      throw Problem.unreadable(
          file + ": reading it takes longer than " + limits.timeLimit().toSeconds() + " s");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw Problem.unreadable(file + ": reading it was interrupted");
    }
  }

  /// Says about how many characters there are to come, for a format that knows no better measure of its progress.
  public void expect(long most) {
    expected = most;
  }

  /// Tells each new percentage once.
  public void progress(long done, long total) {
    int now = total <= 0 ? 0 : (int) Math.min(100, 100 * done / total);
    if (now > told) {
      told = now;
      tell(now);
    }
  }

  private void tell(int now) {
    try {
      percent.accept(now);
    } catch (RuntimeException e) {
      thrown = e;
      throw e;
    }
  }

  /// Why reading ended: what its listener threw comes before what a reader made of it.
  public RuntimeException reason(Problem found) {
    return thrown == null ? found : thrown;
  }

  private Problem tooMuch(String limit) {
    return Problem.unreadable(file + ": it holds more than " + limit);
  }
}

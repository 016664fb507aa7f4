package dev.meanwhile.llm.embedded.said;

import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.phrase.Phrasebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a sentence into the things it asks for, and sees which of them are to follow another.
public final class Clauses {
  private static final Phrasebook BOOK = Phrasebook.of(Clauses.class);
  private static final Phrases SEQUENCE = BOOK.phrases("sequence");
  private static final Phrases BOUNDARY = BOOK.phrases("boundary");
  private static final Phrases REVERSED = BOOK.phrases("reversed");
  private static final Phrases TOGETHER = BOOK.phrases("together");

  /// A thing asked for.
  ///
  /// @param text in lower case
  /// @param chained whether it is to follow what was asked before
  /// @param together whether the whole message wants things done side by side
  public record Clause(String text, boolean chained, boolean together) {}

  private final List<Clause> found = new ArrayList<>();
  private final boolean together;

  private Clauses(boolean together) {
    this.together = together;
  }

  /// The clauses of these words, in their order.
  public static List<Clause> in(String words) {
    var lower = Spelling.mended(words.toLowerCase(Locale.ROOT).replace('\u2019', '\'')
        .replaceAll("[ \\t]+", " ").strip());
    var clauses = new Clauses(TOGETHER.areIn(lower));
    var reversed = REVERSED.in(lower);
    if (reversed.matches()) {
      clauses.cut(reversed.group(2), false);
      clauses.cut(reversed.group(1), true);
      clauses.cut(reversed.group(3), true);
    } else {
      clauses.cut(lower, false);
    }
    return clauses.found;
  }

  private void cut(String words, boolean chained) {
    for (var piece : BOUNDARY.pattern().split(words, -1)) {
      sequence(piece, chained);
    }
  }

  private void sequence(String piece, boolean chained) {
    var parts = SEQUENCE.pattern().split(piece, -1);
    for (int i = 0; i < parts.length; i++) {
      boolean endsInSequence = i == parts.length - 2 && parts[i + 1].isBlank();
      if (!parts[i].isBlank()) {
        found.add(new Clause(parts[i].strip(), !together && (chained || i > 0 || endsInSequence),
            together));
      }
    }
  }
}

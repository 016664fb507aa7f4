package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;
import org.jspecify.annotations.Nullable;

/// A text behind an ID whose first line is the title of the statement in the lines below it.
record TitleLine(String title, String statement) {
  private static final Phrases OPENINGS = Phrasebook.of(TitleLine.class)
      .phrases("openings of sentences");
  private static final int MOST_WORDS = 10;

  /// The two parts of a text; null if its first line is no title, or what follows isn't a sentence that binds.
  static @Nullable TitleLine of(String text) {
    int end = text.indexOf('\n');
    if (end < 0) {
      return null;
    }
    var title = text.substring(0, end).strip();
    var statement = text.substring(end + 1).strip();
    return isTitle(title) && OPENINGS.begin(statement) && Words.binds(statement)
        ? new TitleLine(title, statement)
        : null;
  }

  private static boolean isTitle(String line) {
    return !line.isEmpty() && Words.count(line) <= MOST_WORDS && !Words.binds(line)
        && !Words.wishes(line) && !OPENINGS.begin(line)
        && Character.isLetterOrDigit(line.codePointBefore(line.length()));
  }
}

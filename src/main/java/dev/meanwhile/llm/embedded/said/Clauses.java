package dev.meanwhile.llm.embedded.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Cuts a sentence into the things it asks for, and sees which of them are to follow another.
public final class Clauses {
  private static final String DONE = "(?:'s| is| are|'re| has| have)? ?(?:been )?(?:done|finished|ready|completed?|through|over)";
  private static final Pattern SEQUENCE = Pattern.compile(
      "\\b(?:and then|then|after (?:that|it|this)|afterwards|followed by|and finally|finally|"
          + "(?:once|when|as soon as) (?:that|it|this|they|these|everything)" + DONE
          + ")\\b|^(?:next|now)\\b|\\blater\\b");
  private static final Pattern BOUNDARY = Pattern
      .compile("[.;!?](?=\\s|$)|,|\\n|\\b(?:and|plus|as well as)\\b(?! then| finally)");
  private static final Pattern REVERSED = Pattern.compile(
      "^(.*?)\\bafter (?:you(?:'ve| have)? )?((?:generat|mak|creat|writ|build|produc|process|read)\\w+\\b[^,.]*)(.*)$",
      Pattern.DOTALL);
  private static final Pattern TOGETHER = Pattern.compile(
      "\\b(?:at once|at the same time|in parallel|simultaneously|concurrently|side by side)\\b");

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
    var clauses = new Clauses(TOGETHER.matcher(lower).find());
    var reversed = REVERSED.matcher(lower);
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
    for (var piece : BOUNDARY.split(words, -1)) {
      sequence(piece, chained);
    }
  }

  private void sequence(String piece, boolean chained) {
    var parts = SEQUENCE.split(piece, -1);
    for (int i = 0; i < parts.length; i++) {
      boolean endsInSequence = i == parts.length - 2 && parts[i + 1].isBlank();
      if (!parts[i].isBlank()) {
        found.add(new Clause(parts[i].strip(), !together && (chained || i > 0 || endsInSequence),
            together));
      }
    }
  }
}

package dev.meanwhile.trace.extract.statement;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.extract.sentence.Wording;
import java.util.regex.Pattern;

/// What is listed below a line such as `Preconditions:` and is said beside the statements: it demands nothing.
public final class ListedAside {
  private static final Pattern LEADS = Pattern.compile(
      "(?:pre-?conditions?|assumptions?|(?:primary |secondary )?actors?|triggers?|rationale|notes?|examples?)\\s?:?",
      Pattern.CASE_INSENSITIVE);
  private static final int NONE = Integer.MAX_VALUE;

  private int level = NONE;

  /// The list is over.
  public void end() {
    level = NONE;
  }

  /// Whether a passage is listed below such a line; what has an ID is not.
  public boolean takes(Passage passage) {
    boolean isItem = passage.kind() == Passage.Kind.ITEM;
    if (isItem && passage.level() > level) {
      return Clauses.of(passage.text()).stream().allMatch(c -> c.id() == null);
    }
    level = !LEADS.matcher(Wording.of(passage.text())).matches()
        ? NONE
        : isItem ? passage.level() : -1;
    return false;
  }
}

package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.extract.harvest.Draft;
import dev.meanwhile.trace.extract.harvest.Harvest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Headings of nothing but an ID and a title, and what deeper headings hold: where that has IDs of its own with the same
/// letters, the heading's ID is that of a document or a group.
final class Groups {
  private static final int FEWEST = 2;
  private static final Pattern NO_LETTERS = Pattern.compile("[^A-Za-z]+");

  private static final class Open {
    private final Draft title;
    private final int level;
    private final boolean isFirst;
    private int below;

    Open(Draft title, int level, boolean isFirst) {
      this.title = title;
      this.level = level;
      this.isFirst = isFirst;
    }
  }

  private final Harvest harvest;
  private final Deque<Open> open = new ArrayDeque<>();
  /// How many headings the document has had.
  private int headings;

  Groups(Harvest harvest) {
    this.harvest = harvest;
  }

  /// A heading of this level named a requirement and nothing stood directly below it.
  void title(Draft title, int level) {
    open.addLast(new Open(title, level, headings == 1));
  }

  /// A heading begins: it ends what isn't above it. Headings without an ID don't end what the first one of a document named.
  void heading(int level, boolean hasId) {
    while (!open.isEmpty() && open.getLast().level >= level
        && (hasId || !open.getLast().isFirst)) {
      open.removeLast();
    }
    headings++;
  }

  /// Nothing goes on.
  void end() {
    open.clear();
    headings = 0;
  }

  /// A requirement is stated.
  void stated(@Nullable String id) {
    if (id == null) {
      return;
    }
    for (var group : open) {
      if (isOne(String.valueOf(group.title.id()), id) && ++group.below == FEWEST) {
        harvest.group(group.title);
      }
    }
  }

  /// Whether an ID has the letters of a group's, but doesn't begin with it as the ID of a part does.
  private static boolean isOne(String group, String id) {
    var letters = NO_LETTERS.split(group, -1)[0];
    return !id.startsWith(group)
        && NO_LETTERS.splitAsStream(id).anyMatch(part -> part.equals(letters));
  }
}

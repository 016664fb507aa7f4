package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Harvest;
import java.util.regex.Pattern;

/// The last statement, if it ends as one does before a list: the items that don't bind by themselves go on with it.
final class Lead {
  private static final Pattern LEADS = Pattern.compile(
      ":$|\\b(?:shall|must|should|will|can)(?: not)?(?: be able to)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern FOLLOWING = Pattern.compile("\\bfollowing\\b",
      Pattern.CASE_INSENSITIVE);
  private static final int NONE = Integer.MAX_VALUE;

  private final Harvest harvest;
  /// The items that are deeper than this go on with it.
  private int level = NONE;

  Lead(Harvest harvest) {
    this.harvest = harvest;
  }

  /// A statement was found that ends in these words.
  void statement(String text) {
    statement(text, 0);
  }

  /// A statement was found in an item of this level, 0 where it is none. What it says of the following are the items
  /// within it.
  void statement(String text, int at) {
    level = LEADS.matcher(text).find() ? 0 : at > 0 && FOLLOWING.matcher(text).find() ? at : NONE;
  }

  void end() {
    level = NONE;
  }

  /// Adds an item to the statement that leads it.
  ///
  /// @param text what the passage says, or a part of it
  boolean takes(Passage passage, String text) {
    if (passage.kind() != Passage.Kind.ITEM || passage.level() <= level || Words.binds(text)) {
      return false;
    }
    var last = harvest.last();
    harvest.replaceLast(last.withText(last.text() + "\n- " + text));
    return true;
  }
}

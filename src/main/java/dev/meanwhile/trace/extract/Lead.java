package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;

/// The last statement, if it ends as one does before a list: the items that don't bind by themselves go on with it.
final class Lead {
  private static final Pattern LEADS = Pattern.compile(
      ":$|\\b(?:shall|must|should|will|can)(?: not)?(?: be able to)?$", Pattern.CASE_INSENSITIVE);

  private final Harvest harvest;
  private boolean open;

  Lead(Harvest harvest) {
    this.harvest = harvest;
  }

  /// A statement was found that ends in these words.
  void statement(String text) {
    open = LEADS.matcher(text).find();
  }

  void end() {
    open = false;
  }

  /// Adds an item to the statement that leads it.
  ///
  /// @param text what the passage says, or a part of it
  boolean takes(Passage passage, String text) {
    if (!open || passage.kind() != Passage.Kind.ITEM || Words.binds(text)) {
      return false;
    }
    var last = harvest.last();
    harvest.replaceLast(last.withText(last.text() + "\n- " + text));
    return true;
  }
}

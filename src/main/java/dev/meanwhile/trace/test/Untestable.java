package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Subjective;
import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why a text without condition, bound, list or prohibition gives no case either: a case would be filler.
final class Untestable {
  private static final int NAME_WORDS = 3;
  private static final Pattern OPEN = Pattern.compile("\\b(?:TBD|TBC|TBR|TBS)\\b");

  private Untestable() {}

  static @Nullable String reason(String text) {
    var open = OPEN.matcher(text);
    if (open.find()) {
      return "it is still open: \"" + open.group() + "\"";
    }
    if (!Words.binds(text) && !Words.wishes(text) && Words.count(text) <= NAME_WORDS) {
      return "its text is only a name: \"" + Words.oneLine(text) + "\" states nothing to observe";
    }
    var vague = Subjective.WORDS.in(text);
    return vague.find()
        ? "\"" + vague.group()
            + "\" can't be observed as it is worded: state a measurable criterion"
        : null;
  }
}

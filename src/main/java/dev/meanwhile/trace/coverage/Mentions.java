package dev.meanwhile.trace.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds known IDs in the names that tools and languages make of them: `REQ-7` in `test_req_7_is_met`, `CF1002` in
/// `rejectsCF1002Twice`. The longest ID at a place is meant.
final class Mentions {
  private static final int MOST_PARTS = 12;
  private static final int ANALYSED_CHARACTERS = 4_000;
  private static final Pattern BETWEEN = Pattern.compile(
      "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})");

  private final Map<String, String> byParts = new HashMap<>();

  Mentions(Collection<String> known) {
    for (var id : known) {
      var parts = parts(id);
      if (!parts.isEmpty() && parts.size() <= MOST_PARTS && isTelling(parts)) {
        byParts.putIfAbsent(String.join(" ", parts), id);
      }
    }
  }

  /// A plain word isn't an ID when it stands among others.
  private static boolean isTelling(List<String> parts) {
    return parts.size() > 1 || parts.getFirst().chars().anyMatch(Character::isDigit);
  }

  /// The same for every way to write a name.
  static String plain(String name) {
    return String.join(" ", parts(name));
  }

  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    for (var part : BETWEEN.split(text, -1)) {
      if (!part.isEmpty()) {
        parts.add(part.toLowerCase(Locale.ROOT));
      }
    }
    return parts;
  }

  /// The IDs in a text, each once, in order.
  List<String> in(String text) {
    var found = new ArrayList<String>();
    var parts = parts(text.substring(0, Math.min(text.length(), ANALYSED_CHARACTERS)));
    int at = 0;
    while (at < parts.size()) {
      int used = longest(parts, at);
      if (used > 0) {
        var id = byParts.get(String.join(" ", parts.subList(at, at + used)));
        if (id != null && !found.contains(id)) {
          found.add(id);
        }
      }
      at += Math.max(used, 1);
    }
    return found;
  }

  private int longest(List<String> parts, int at) {
    for (int count = Math.min(MOST_PARTS, parts.size() - at); count > 0; count--) {
      if (byParts.containsKey(String.join(" ", parts.subList(at, at + count)))) {
        return count;
      }
    }
    return 0;
  }
}

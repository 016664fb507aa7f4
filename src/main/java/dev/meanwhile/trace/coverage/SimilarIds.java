package dev.meanwhile.trace.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Guesses which known ID an unknown one means: the same letters and numbers but for case, separators and leading zeros;
/// a part more or less in front; or a prefix that was renamed as a whole. A guess is shown, never counted.
final class SimilarIds {
  private static final Pattern PREFIX = Pattern.compile("^(\\D{1,60}?)[-_.]?(\\d[\\w.-]*)$");
  private static final int LEAST_RENAMED = 3;

  private final Map<String, String> byPlain = new HashMap<>();
  private final Map<String, Set<String>> byTail = new HashMap<>();
  private final Map<String, Map<String, String>> byPrefix = new TreeMap<>();
  private final Map<String, String> renamed = new HashMap<>();

  /// @param known IDs of requirements
  /// @param unknown IDs that tests name and no matrix holds
  SimilarIds(Collection<String> known, Collection<String> unknown) {
    for (var id : known) {
      byPlain.putIfAbsent(plain(id), id);
      tails(id).forEach(t -> byTail.computeIfAbsent(t, k -> new HashSet<>()).add(id));
      var parts = PREFIX.matcher(id);
      if (parts.matches()) {
        byPrefix.computeIfAbsent(parts.group(1), p -> new HashMap<>()).put(parts.group(2), id);
      }
    }
    renames(unknown);
  }

  /// The known ID, or an empty text.
  String to(String id) {
    var same = byPlain.get(plain(id));
    if (same != null) {
      return same;
    }
    for (var tail : tails(id)) {
      var ends = byTail.getOrDefault(tail, Set.of());
      if (ends.size() == 1) {
        return ends.iterator().next();
      }
    }
    return renamed.getOrDefault(id, "");
  }

  /// A prefix is renamed if at least three of its IDs, and most of them, are there under one other prefix, and the other
  /// way round.
  private void renames(Collection<String> unknown) {
    var groups = new LinkedHashMap<String, Map<String, String>>();
    for (var id : unknown) {
      var parts = PREFIX.matcher(id);
      if (parts.matches()) {
        groups.computeIfAbsent(parts.group(1), p -> new LinkedHashMap<>()).put(parts.group(2), id);
      }
    }
    groups.forEach((prefix, ids) -> {
      var fitting = new ArrayList<Map<String, String>>();
      byPrefix.forEach((other, numbers) -> {
        if (!other.equals(prefix) && isRename(ids.keySet(), numbers.keySet())) {
          fitting.add(numbers);
        }
      });
      if (fitting.size() == 1) {
        ids.forEach((number, id) -> renamed.put(id,
            fitting.getFirst().getOrDefault(number, "")));
      }
    });
  }

  private static boolean isRename(Set<String> unknown, Set<String> known) {
    long common = unknown.stream().filter(known::contains).count();
    return common >= LEAST_RENAMED && 3 * common >= 2L * unknown.size();
  }

  private static String plain(String id) {
    return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")
        .replaceAll("(?<![0-9])0+(?=[0-9])", "");
  }

  /// Whole, and without its first part: `ISF-HTH-001` and `HTH-001` end alike.
  private static List<String> tails(String id) {
    var whole = id.toLowerCase(Locale.ROOT).replace('_', '-');
    int first = whole.indexOf('-');
    int last = whole.lastIndexOf('-');
    return first < last ? List.of(whole, whole.substring(first + 1)) : List.of(whole);
  }
}

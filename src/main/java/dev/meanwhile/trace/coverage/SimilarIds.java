package dev.meanwhile.trace.coverage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Guesses which known ID an unknown one means: the same letters and numbers but for case, separators, leading zeros and
/// a prefix more or less. A guess is shown, never counted.
final class SimilarIds {
  private final Map<String, String> byPlain = new HashMap<>();
  private final Map<String, String> byTail = new HashMap<>();

  SimilarIds(Collection<String> known) {
    for (var id : known) {
      byPlain.putIfAbsent(plain(id), id);
      byTail.merge(tail(id), id, (first, second) -> "");
    }
  }

  /// The known ID, or an empty text.
  String to(String unknown) {
    var same = byPlain.get(plain(unknown));
    return same != null ? same : byTail.getOrDefault(tail(unknown), "");
  }

  private static String plain(String id) {
    return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")
        .replaceAll("(?<![0-9])0+(?=[0-9])", "");
  }

  /// Without a first part: `ISF-HTH-001` and `HTH-001` end alike.
  private static String tail(String id) {
    var parts = id.toLowerCase(Locale.ROOT).split("[-_]", -1);
    return parts.length < 3
        ? String.join("-", parts)
        : parts[parts.length - 2] + "-" + parts[parts.length - 1];
  }
}

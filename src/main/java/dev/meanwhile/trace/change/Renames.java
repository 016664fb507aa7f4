package dev.meanwhile.trace.change;

import dev.meanwhile.trace.Changes.Renamed;
import dev.meanwhile.trace.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Guesses which IDs are the same requirement under another name: after the same or nearly the same wording, and after
/// a prefix that was exchanged for all of them at once.
final class Renames {
  private static final double SAME_WORDING = 0.9;
  private static final double LIKE_WORDING = 0.5;
  private static final double MOST_OF_THEM = 0.6;
  private static final int LEAST_EXCHANGED = 2;

  private final Map<String, Requirement> gone;
  private final Map<String, Requirement> come;
  private final Wordings goneTexts;
  private final Wordings comeTexts;
  private final Runnable tick;
  private final List<Renamed> renamed = new ArrayList<>();

  private Renames(Map<String, Requirement> gone, Map<String, Requirement> come, Runnable tick) {
    this.gone = new LinkedHashMap<>(gone);
    this.come = new LinkedHashMap<>(come);
    this.goneTexts = wordings(gone);
    this.comeTexts = wordings(come);
    this.tick = tick;
  }

  private static Wordings wordings(Map<String, Requirement> requirements) {
    var texts = new LinkedHashMap<String, String>();
    requirements.forEach((id, requirement) -> texts.put(id, requirement.text()));
    return new Wordings(texts);
  }

  /// Which of the requirements that are gone came back under another ID.
  ///
  /// @param tick is called again and again; what it throws flies on
  static List<Renamed> of(Map<String, Requirement> gone, Map<String, Requirement> come,
      Runnable tick) {
    var renames = new Renames(gone, come, tick);
    renames.prefixes();
    renames.wordings();
    return List.copyOf(renames.renamed);
  }

  private static Map<String, Set<String>> families(Collection<String> ids) {
    var families = new TreeMap<String, Set<String>>();
    for (var id : ids) {
      var prefix = prefix(id);
      if (!prefix.isEmpty() && prefix.length() < id.length()) {
        families.computeIfAbsent(prefix, p -> new LinkedHashSet<>())
            .add(id.substring(prefix.length()));
      }
    }
    return families;
  }

  private static String prefix(String id) {
    int at = 0;
    while (at < id.length() && !Character.isDigit(id.charAt(at))) {
      at++;
    }
    return id.substring(0, at);
  }

  private void prefixes() {
    var families = families(come.keySet());
    families(gone.keySet()).forEach((before, rests) -> {
      tick.run();
      if (rests.size() >= LEAST_EXCHANGED) {
        families.keySet().stream()
            .filter(after -> !after.equals(before) && isExchanged(before, after, rests))
            .findFirst().ifPresent(after -> exchange(before, after, rests));
      }
    });
  }

  private void exchange(String before, String after, Set<String> rests) {
    rests.stream().filter(rest -> come.containsKey(after + rest))
        .forEach(rest -> rename(before + rest, after + rest,
            "the prefix " + before + " became " + after + " throughout"));
  }

  private boolean isExchanged(String before, String after, Set<String> rests) {
    long same = rests.stream()
        .filter(rest -> gone.containsKey(before + rest) && come.containsKey(after + rest))
        .filter(rest -> likeness(goneTexts.get(before + rest), after + rest) >= LIKE_WORDING)
        .count();
    return same >= LEAST_EXCHANGED && same >= MOST_OF_THEM * rests.size();
  }

  private double likeness(Similarity text, String other) {
    return text.to(comeTexts.get(other));
  }

  private void wordings() {
    var byHash = new LinkedHashMap<String, String>();
    come.values().forEach(r -> byHash.merge(r.textHash(), r.id(),
        (one, other) -> one.compareTo(other) > 0 ? one : other));
    for (var one : List.copyOf(gone.values())) {
      tick.run();
      var same = byHash.get(one.textHash());
      if (same != null && come.containsKey(same)) {
        rename(one, same);
      } else {
        nearest(one);
      }
    }
  }

  private void nearest(Requirement one) {
    var text = goneTexts.get(one.id());
    comeTexts.perhapsLike(text, SAME_WORDING).stream().filter(come::containsKey)
        .filter(other -> likeness(text, other) >= SAME_WORDING)
        .max(Comparator.comparingDouble((String other) -> likeness(text, other))
            .thenComparing(Comparator.naturalOrder()))
        .ifPresent(other -> rename(one, other));
  }

  private void rename(Requirement one, String other) {
    var now = come.get(other);
    rename(one.id(), other, now != null && now.textHash().equals(one.textHash())
        ? "the wording is the same"
        : "the wording is nearly the same");
  }

  private void rename(String before, String after, String because) {
    if (gone.remove(before) != null && come.remove(after) != null) {
      renamed.add(new Renamed(before, after, because));
    }
  }
}

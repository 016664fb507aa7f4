package dev.meanwhile.trace.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Texts by ID, of which those that are like another one are found without comparing it with each.
final class Wordings {
  private final Map<String, Similarity> texts = new LinkedHashMap<>();
  private final Map<String, List<String>> idsByWord = new HashMap<>();

  Wordings(Map<String, String> texts) {
    texts.forEach((id, text) -> this.texts.put(id, Similarity.of(text)));
    this.texts.forEach((id, text) -> text.counts().keySet()
        .forEach(w -> idsByWord.computeIfAbsent(w, k -> new ArrayList<>()).add(id)));
  }

  Similarity get(String id) {
    return Objects.requireNonNull(texts.get(id), id);
  }

  /// The IDs of all texts that are at least so much like the given one, and perhaps of others.
  Set<String> perhapsLike(Similarity text, double least) {
    if (text.size() == 0) {
      return texts.keySet();
    }
    var found = new LinkedHashSet<String>();
    rarest(text, least).forEach(w -> found.addAll(idsByWord.getOrDefault(w, List.of())));
    return found;
  }

  /// A like text must share so many words that it can't do without all of these.
  private List<String> rarest(Similarity text, double least) {
    int needed = (int) Math.ceil(text.size() * least / (2 - least));
    int spare = text.size() - needed + 1;
    var words = new ArrayList<>(text.counts().keySet());
    words.sort(Comparator
        .comparingInt((String w) -> idsByWord.getOrDefault(w, List.of()).size())
        .thenComparing(Comparator.naturalOrder()));
    int taken = 0;
    int count = 0;
    while (count < words.size() && taken < spare) {
      taken += text.counts().getOrDefault(words.get(count++), 0);
    }
    return words.subList(0, count);
  }
}

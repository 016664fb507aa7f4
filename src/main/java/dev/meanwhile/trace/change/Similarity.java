package dev.meanwhile.trace.change;

import dev.meanwhile.trace.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// A text's words with how often each occurs, and how much two texts have in common.
///
/// @param counts by word
/// @param size how many words there are in all
record Similarity(Map<String, Integer> counts, int size) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  static Similarity of(String text) {
    var counts = new HashMap<String, Integer>();
    WORD.matcher(Words.lower(Words.analysed(text))).results()
        .forEach(w -> counts.merge(w.group(), 1, Integer::sum));
    return new Similarity(counts, counts.values().stream().mapToInt(n -> n).sum());
  }

  /// The F1 of their words: 1 for the same words, 0 for none in common.
  double to(Similarity other) {
    boolean isSmaller = counts.size() <= other.counts.size();
    var smaller = isSmaller ? counts : other.counts;
    var larger = isSmaller ? other.counts : counts;
    int common = 0;
    for (var word : smaller.entrySet()) {
      common += Math.min(word.getValue(), larger.getOrDefault(word.getKey(), 0));
    }
    int all = size + other.size;
    return all == 0 ? 1 : 2.0 * common / all;
  }
}

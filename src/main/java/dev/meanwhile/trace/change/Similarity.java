package dev.meanwhile.trace.change;

import dev.meanwhile.trace.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// How much two texts have in common, word by word.
final class Similarity {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Similarity() {}

  /// The F1 of their words: 1 for the same words, 0 for none in common.
  static double of(String one, String other) {
    var mine = words(one);
    var theirs = words(other);
    int common = mine.entrySet().stream()
        .mapToInt(w -> Math.min(w.getValue(), theirs.getOrDefault(w.getKey(), 0))).sum();
    int all = count(mine) + count(theirs);
    return all == 0 ? 1 : 2.0 * common / all;
  }

  private static Map<String, Integer> words(String text) {
    var words = new HashMap<String, Integer>();
    WORD.matcher(Words.lower(Words.analysed(text))).results()
        .forEach(w -> words.merge(w.group(), 1, Integer::sum));
    return words;
  }

  private static int count(Map<String, Integer> words) {
    return words.values().stream().mapToInt(n -> n).sum();
  }
}

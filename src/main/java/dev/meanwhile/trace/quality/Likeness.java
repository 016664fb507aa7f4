package dev.meanwhile.trace.quality;

import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Finding.Severity;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds statements that are nearly the same: TF-IDF with a cosine of 0.9 and more. Only statements that share one of
/// their rarest words are compared, so that large documents cost little.
final class Likeness {
  /// How often each statement is gone through: its words are counted, weighed, and compared.
  static final int ROUNDS = 3;
  private static final double ALIKE = 0.9;
  private static final int RAREST = 6;
  private static final int MOST_SHARING = 60;
  private static final int FEWEST_WORDS = 5;
  private static final int QUOTE_CHARACTERS = 160;
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");

  private final List<Requirement> requirements;
  private final List<Map<String, Double>> vectors = new ArrayList<>();
  private final Map<String, Integer> frequency = new HashMap<>();

  private Likeness(List<Requirement> requirements) {
    this.requirements = requirements;
  }

  /// @param step hears how far it is, up to [#ROUNDS] times the number of statements
  static void findings(List<Requirement> all, List<Finding> findings, IntConsumer step) {
    var inForce = all.stream().filter(r -> r.status().isInForce()).toList();
    var likeness = new Likeness(inForce);
    likeness.weigh(step);
    likeness.compare(findings, done -> step.accept(2 * inForce.size() + done));
  }

  private void weigh(IntConsumer step) {
    var counts = new ArrayList<Map<String, Integer>>();
    for (var requirement : requirements) {
      step.accept(counts.size());
      var words = counts(requirement.text());
      counts.add(words);
      words.keySet().forEach(word -> frequency.merge(word, 1, Integer::sum));
    }
    for (var words : counts) {
      step.accept(requirements.size() + vectors.size());
      vectors.add(vector(words));
    }
  }

  private static Map<String, Integer> counts(String text) {
    var counts = new TreeMap<String, Integer>();
    TOKEN.matcher(Words.lower(Words.analysed(text))).results()
        .forEach(t -> counts.merge(t.group(), 1, Integer::sum));
    return counts;
  }

  private Map<String, Double> vector(Map<String, Integer> counts) {
    var vector = new TreeMap<String, Double>();
    counts.forEach((word, times) -> vector.put(word, (1 + Math.log(times)) * rarity(word)));
    double length = Math.sqrt(vector.values().stream().mapToDouble(v -> v * v).sum());
    vector.replaceAll((word, weight) -> length == 0 ? 0 : weight / length);
    return vector;
  }

  private double rarity(String word) {
    return Math.log(1 + (double) requirements.size() / frequency.getOrDefault(word, 1));
  }

  private void compare(List<Finding> findings, IntConsumer compared) {
    var sharing = new HashMap<String, List<Integer>>();
    for (int i = 0; i < requirements.size(); i++) {
      compared.accept(i);
      var rarest = rarest(vectors.get(i));
      for (int other : others(rarest, sharing)) {
        report(i, other, findings);
      }
      for (var word : rarest) {
        sharing.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
      }
    }
  }

  private List<String> rarest(Map<String, Double> vector) {
    return vector.keySet().stream()
        .sorted(Comparator.comparingInt((String w) -> frequency.getOrDefault(w, 1))
            .thenComparing(Comparator.naturalOrder()))
        .limit(RAREST).toList();
  }

  private static Set<Integer> others(List<String> rarest, Map<String, List<Integer>> sharing) {
    return rarest.stream().flatMap(w -> {
      var with = sharing.getOrDefault(w, List.of());
      return with.subList(Math.max(0, with.size() - MOST_SHARING), with.size()).stream();
    }).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void report(int at, int other, List<Finding> findings) {
    var one = requirements.get(at);
    var before = requirements.get(other);
    boolean reported = one.id().equals(before.id()) || one.textHash().equals(before.textHash());
    double cosine = reported || vectors.get(at).size() < FEWEST_WORDS ? 0 : cosine(at, other);
    if (cosine >= ALIKE) {
      findings.add(Quality.finding(one, "near-duplicate", Severity.WARNING,
          Words.shortened(one.text(), QUOTE_CHARACTERS),
          "it says nearly the same as %s (similarity %d %%)".formatted(before.id(),
              (int) Math.floor(cosine * 100)),
          "make one of both, or say how they differ"));
    }
  }

  private double cosine(int one, int other) {
    var longer = vectors.get(other);
    return vectors.get(one).entrySet().stream()
        .mapToDouble(e -> e.getValue() * longer.getOrDefault(e.getKey(), 0.0)).sum();
  }
}

package dev.meanwhile.trace.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Ranks tests for requirements by TF-IDF: the logarithm of a word's count, weighed by how few of all texts have it, and
/// the cosine between both texts. It can't know what a test really checks, so that a rank is a suggestion and no link.
public final class LinkSuggestions {
  private static final int TICK_EVERY_TEXTS = 20;

  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Map<String, Double>> requirements = new LinkedHashMap<>();
  private final List<String> tests = new ArrayList<>();
  private final Map<String, List<Posting>> postings = new HashMap<>();
  private final int count;
  private final Runnable tick;

  /// A target with how near it is.
  ///
  /// @param score from 0 (no word in common) to 1 (the same words as often)
  public record Ranked(String test, double score) {}

  /// A test that has a term.
  ///
  /// @param test its place in the list of tests
  private record Posting(int test, double weight) {}

  /// Compares texts.
  ///
  /// @param requirements statements by ID
  /// @param tests what is known of each test in words, by its name
  /// @param tick is called again and again; what it throws flies on
  public LinkSuggestions(Map<String, String> requirements, Map<String, String> tests,
      Runnable tick) {
    this.tick = tick;
    this.count = requirements.size() + tests.size();
    var requirementTerms = terms(requirements);
    var testTerms = terms(tests);
    requirementTerms.forEach((id, terms) -> this.requirements.put(id, weights(terms)));
    testTerms.forEach((name, terms) -> {
      weights(terms).forEach((term, weight) -> postings
          .computeIfAbsent(term, t -> new ArrayList<>())
          .add(new Posting(this.tests.size(), weight)));
      this.tests.add(name);
    });
  }

  private Map<String, Map<String, Integer>> terms(Map<String, String> byName) {
    var all = new LinkedHashMap<String, Map<String, Integer>>();
    byName.forEach((name, text) -> {
      if (all.size() % TICK_EVERY_TEXTS == 0) {
        tick.run();
      }
      var terms = Terms.of(text);
      terms.keySet().forEach(t -> texts.merge(t, 1, Integer::sum));
      all.put(name, terms);
    });
    return all;
  }

  /// Of length 1, in the order of the terms, so that sums are the same each time.
  private Map<String, Double> weights(Map<String, Integer> terms) {
    var weights = new TreeMap<String, Double>();
    terms.forEach((term, often) -> weights.put(term, (1 + Math.log(often))
        * Math.log(1 + (double) count / texts.getOrDefault(term, 1))));
    double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    weights.replaceAll((term, weight) -> weight / length);
    return weights;
  }

  /// Every test that has a word in common with the requirement, the nearest first; by name where they are equally near.
  public List<Ranked> ranked(String requirementId) {
    var scores = new double[tests.size()];
    requirements.getOrDefault(requirementId, Map.of()).forEach((term, weight) -> postings
        .getOrDefault(term, List.of()).forEach(p -> scores[p.test()] += weight * p.weight()));
    var ranked = new ArrayList<Ranked>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0) {
        ranked.add(new Ranked(tests.get(i), scores[i]));
      }
    }
    ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::test));
    return ranked;
  }

  /// The tests that are worth a look: near enough, and not much less near than the nearest.
  ///
  /// @param most how many at the most
  /// @param least the lowest score
  /// @param share of the highest score that the others reach
  public List<Ranked> best(String requirementId, int most, double least, double share) {
    tick.run();
    var ranked = ranked(requirementId);
    double floor = ranked.isEmpty() ? 1 : Math.max(least, share * ranked.getFirst().score());
    return ranked.stream().filter(r -> r.score() >= floor).limit(most).toList();
  }
}

package dev.meanwhile.trace.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Ranks tests for requirements by TF-IDF: the square root of a word's count, weighed by how few of all texts have it, and
/// the cosine between both texts. A requirement is read together with what it refines, which often says what it is about.
/// It can't know what a test really checks, so that a rank is a suggestion and no link.
public final class LinkSuggestions {
  private static final int TICK_EVERY_TEXTS = 20;
  /// What a parent's words count beside the requirement's own; what its parent in turn says counts that much less again.
  private static final double SHARE_OF_PARENTS = 0.5;
  private static final int MOST_LEVELS = 3;
  private static final int MOST_PARENTS = 10;

  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Map<String, Double>> requirements = new LinkedHashMap<>();
  private final Function<String, List<String>> parents;
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
  /// @param parents the IDs of what a requirement refines
  /// @param tests what is known of each test in words, by its name
  /// @param tick is called again and again; what it throws flies on
  public LinkSuggestions(Map<String, String> requirements,
      Function<String, List<String>> parents, Map<String, String> tests, Runnable tick) {
    this.parents = parents;
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
    terms.forEach((term, often) -> weights.put(term,
        Math.sqrt(often) * Math.log(1 + (double) count / texts.getOrDefault(term, 1))));
    return ofLengthOne(weights);
  }

  private static Map<String, Double> ofLengthOne(Map<String, Double> weights) {
    double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    weights.replaceAll((term, weight) -> weight / length);
    return weights;
  }

  /// The requirement's own words and, level by level, those of what it refines.
  private Map<String, Double> inContext(String requirementId) {
    var weights = new TreeMap<>(requirements.getOrDefault(requirementId, Map.of()));
    var seen = new HashSet<>(Set.of(requirementId));
    var level = above(List.of(requirementId), seen);
    double share = SHARE_OF_PARENTS;
    for (int i = 0; i < MOST_LEVELS && !level.isEmpty(); i++) {
      double each = share / level.size();
      level.forEach(id -> requirements.getOrDefault(id, Map.of())
          .forEach((term, weight) -> weights.merge(term, each * weight, Double::sum)));
      level = above(level, seen);
      share *= SHARE_OF_PARENTS;
    }
    return ofLengthOne(weights);
  }

  private List<String> above(List<String> level, Set<String> seen) {
    return level.stream().flatMap(id -> parents.apply(id).stream())
        .filter(id -> requirements.containsKey(id) && seen.add(id)).limit(MOST_PARENTS).toList();
  }

  /// Every test that has a word in common with the requirement, the nearest first; by name where they are equally near.
  public List<Ranked> ranked(String requirementId) {
    var scores = new double[tests.size()];
    inContext(requirementId).forEach((term, weight) -> postings
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

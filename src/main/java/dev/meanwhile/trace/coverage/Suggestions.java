package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.coverage.Coverage.Suggestion;
import dev.meanwhile.trace.coverage.Material.TestDocument;
import dev.meanwhile.trace.link.LinkSuggestions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tests that gaps may belong to: documents of tests, and tests with a name of several words.
final class Suggestions {
  private static final int MOST = 3;
  private static final double LEAST = 0.10;
  /// A name has few words, so that one in common is soon much.
  private static final double LEAST_OF_NAMES = 0.25;
  private static final double SHARE = 0.7;
  private static final int MOST_TESTS = 2_000;
  private static final int LEAST_WORDS = 3;

  private Suggestions() {}

  static Map<String, List<Suggestion>> of(List<String> gaps, Requirements requirements,
      Collection<KnownTest> tests, Map<String, TestDocument> documents, Runnable tick) {
    var texts = new LinkedHashMap<String, String>();
    documents.forEach((name, document) -> texts.put(name, document.text()));
    tests.stream().filter(t -> Mentions.plain(t.words()).split(" ", -1).length >= LEAST_WORDS)
        .limit(MOST_TESTS).forEach(t -> texts.putIfAbsent(t.name(), spaced(t)));
    if (gaps.isEmpty() || texts.isEmpty()) {
      return Map.of();
    }
    var statements = new LinkedHashMap<String, String>();
    requirements.all().forEach(r -> statements.put(r.id(), r.text()));
    var ranking = new LinkSuggestions(statements, requirements::parents, texts, tick);
    var suggestions = new LinkedHashMap<String, List<Suggestion>>();
    gaps.forEach(id -> suggestions.put(id, ranking.best(id, MOST, LEAST, SHARE).stream()
        .filter(r -> documents.containsKey(r.test()) || r.score() >= LEAST_OF_NAMES)
        .map(r -> new Suggestion(id, r.test(), rounded(r.score()))).toList()));
    return suggestions;
  }

  /// A test's name is one word to programs and several to people.
  private static String spaced(KnownTest test) {
    return test.words() + "\n" + Mentions.plain(test.name());
  }

  private static double rounded(double score) {
    return BigDecimal.valueOf(score).setScale(3, RoundingMode.HALF_UP).doubleValue();
  }
}

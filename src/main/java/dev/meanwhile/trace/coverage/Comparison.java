package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.coverage.Coverage.Contradiction;
import dev.meanwhile.trace.coverage.Material.TestDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Holds what the documents of tests say against what the matrices say, for each test that both know.
final class Comparison {
  private static final Set<String> FILLERS = Set.of("test", "tests", "scenario", "case",
      "procedure",
      "specification", "description", "document", "plan", "the", "of", "for", "and", "txt", "doc",
      "docx", "md", "pdf", "csv", "html", "htm", "rst");
  private static final double LEAST_COMMON = 0.6;

  private final List<Contradiction> contradictions = new ArrayList<>();
  private int agreeing;

  /// @param stated requirement IDs of each test, as the matrices say
  /// @param known requirement IDs that a matrix holds; others are orphans, not contradictions
  Comparison(Map<String, Set<String>> stated, Map<String, TestDocument> documents,
      Set<String> known) {
    var names = new TestNames(stated.keySet());
    documents.forEach((name, document) -> byTest(document).forEach((test, ids) -> {
      var same = names.same(test, name);
      if (same != null) {
        ids.retainAll(known);
        compare(same, name, ids, Objects.requireNonNull(stated.get(same)));
      }
    }));
  }

  private static Map<String, Set<String>> byTest(TestDocument document) {
    var tests = new LinkedHashMap<String, Set<String>>();
    document.links().forEach(l -> tests.computeIfAbsent(l.target(), t -> new TreeSet<>())
        .add(l.requirementId()));
    return tests;
  }

  private void compare(String test, String document, Set<String> there, Set<String> here) {
    var all = new TreeSet<>(there);
    all.addAll(here);
    for (var id : all) {
      if (there.contains(id) && here.contains(id)) {
        agreeing++;
      } else {
        contradictions.add(new Contradiction(test, id, document,
            there.contains(id) ? "document" : "matrix"));
      }
    }
  }

  List<Contradiction> contradictions() {
    return contradictions;
  }

  int agreeing() {
    return agreeing;
  }

  int onlyIn(String side) {
    return Math.toIntExact(contradictions.stream().filter(c -> c.onlyIn().equals(side)).count());
  }

  /// Test names by the words in them, whatever their order: `FM File Delete Stress Test` is
  /// `FM Stress File Delete Test Scenario.txt`.
  private static final class TestNames {
    private final Map<String, Set<String>> words = new HashMap<>();

    TestNames(Collection<String> names) {
      names.forEach(n -> words.put(n, words(n)));
    }

    private static Set<String> words(String name) {
      var words = new LinkedHashSet<>(List.of(Mentions.plain(name).split(" ", -1)));
      words.removeAll(FILLERS);
      return words;
    }

    /// The test of that name, or else of the document's; null if no name or more than one fits.
    @Nullable
    String same(String test, String document) {
      var byTest = nearest(words(test));
      return byTest != null ? byTest : nearest(words(document));
    }

    private @Nullable String nearest(Set<String> wanted) {
      double best = LEAST_COMMON;
      String found = null;
      for (var name : new TreeSet<>(words.keySet())) {
        double common = common(wanted, words.getOrDefault(name, Set.of()));
        if (common > best) {
          best = common;
          found = name;
        } else if (common == best) {
          found = null;
        }
      }
      return found;
    }

    private static double common(Set<String> one, Set<String> other) {
      long both = one.stream().filter(other::contains).count();
      long all = one.size() + other.size() - both;
      return all == 0 ? 0 : (double) both / all;
    }
  }
}

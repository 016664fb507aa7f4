package dev.meanwhile.trace.test;

import dev.meanwhile.trace.test.TestCase.Datum;
import dev.meanwhile.trace.test.sentence.Statement;
import dev.meanwhile.trace.test.sentence.Wording;
import io.github.pavelicii.allpairs4j.AllPairs;
import io.github.pavelicii.allpairs4j.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Pairwise combinations of three or more stated parameters: each pair of values occurs in a case.
final class Combinations {
  /// Above this many combinations each value is tried once instead: the pairs would be too many to review.
  private static final long MOST_COMBINATIONS = 100_000;

  private Combinations() {}

  static List<Draft> drafts(Map<String, List<String>> parameters, Statement statement) {
    boolean pairwise = product(parameters) <= MOST_COMBINATIONS;
    var drafts = new ArrayList<Draft>();
    for (var row : pairwise ? pairs(parameters) : each(parameters)) {
      drafts.add(draft(row, statement, pairwise ? "pairwise" : "each-choice"));
    }
    return drafts;
  }

  private static long product(Map<String, List<String>> parameters) {
    long product = 1;
    for (var values : parameters.values()) {
      product = Math.min(Long.MAX_VALUE / 100, product * values.size());
    }
    return product;
  }

  private static List<Map<String, String>> pairs(Map<String, List<String>> parameters) {
    var builder = new AllPairs.AllPairsBuilder();
    parameters.forEach((name, values) -> builder.withParameter(new Parameter(name, values)));
    var rows = new ArrayList<Map<String, String>>();
    for (var combination : builder.build()) {
      var row = new LinkedHashMap<String, String>();
      parameters.keySet().forEach(name -> row.put(name, String.valueOf(combination.get(name))));
      rows.add(row);
    }
    return rows;
  }

  private static List<Map<String, String>> each(Map<String, List<String>> parameters) {
    int rows = parameters.values().stream().mapToInt(List::size).max().orElse(0);
    var each = new ArrayList<Map<String, String>>();
    for (int i = 0; i < rows; i++) {
      var row = new LinkedHashMap<String, String>();
      int index = i;
      parameters.forEach((name, values) -> row.put(name, values.get(index % values.size())));
      each.add(row);
    }
    return each;
  }

  private static Draft draft(Map<String, String> row, Statement statement, String technique) {
    var words = row.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue())
        .collect(Collectors.joining(", "));
    var draft = new Draft(TestCase.Type.POSITIVE, technique, "combination").about(words)
        .quoting(row.keySet().iterator().next()).sure("medium").given(statement.given())
        .titled(words + ": " + statement.response());
    row.forEach((name, value) -> draft.with(new Datum(name, value, null, value)));
    return draft.step("Use this combination: " + Wording.quoted(words), statement.response());
  }
}

package dev.meanwhile.generator.testcase.render;

import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/// Renders a set of cases into files of a bounded size, and notes in each case where its test is.
///
/// @param cases the set with its automation filled in
/// @param files the rendered files
public record Rendering(TestCases cases, List<NewArtifact> files) {
  private static final int CASES_PER_FILE = 500;
  private static final int HASH_CHARACTERS = 6;

  static Rendering of(TestCases set, Framework framework, String scope, String rtmHash) {
    return of(set, framework, scope, rtmHash, done -> {});
  }

  /// Renders the cases of a scope.
  ///
  /// @param rtmHash of the matrix that they were made from
  /// @param progress hears how many cases are done, after each file
  public static Rendering of(TestCases set, Framework framework, String scope, String rtmHash,
      IntConsumer progress) {
    var renderer = framework.renderer();
    var symbols = symbols(set.cases(), renderer);
    var places = new LinkedHashMap<String, TestCase.Automation>();
    var files = new ArrayList<NewArtifact>();
    parts(set.cases()).forEach((part, cases) -> {
      var file = renderer.fileName(scope, part);
      var named = cases.stream()
          .map(c -> new Renderer.Named(c, String.valueOf(symbols.get(c.id())))).toList();
      named.forEach(n -> places.put(n.testCase().id(),
          new TestCase.Automation(framework.toString(), file, n.symbol(), "pending")));
      files.add(NewArtifact.text(file, Stored.TESTS, renderer.mediaType(),
          renderer.render(file, rtmHash, named)));
      progress.accept(places.size());
    });
    return new Rendering(set.with(
        set.cases().stream().map(c -> c.withAutomation(Objects.requireNonNull(places.get(c.id()))))
            .toList(),
        set.notes()), files);
  }

  /// By part of the file name. A requirement stays in its part when others are inserted: parts are told by its ID, and
  /// their number doubles when they grow too large.
  private static Map<String, List<TestCase>> parts(List<TestCase> cases) {
    int count = 1;
    while (cases.size() > (long) count * CASES_PER_FILE) {
      count *= 2;
    }
    var parts = new TreeMap<String, List<TestCase>>();
    for (var test : cases) {
      int number = Math.floorMod(test.requirementIds().getFirst().hashCode(), count) + 1;
      var part = count == 1 ? "" : "_part%03d".formatted(number);
      var name = part;
      for (int n = 2; parts.getOrDefault(name, List.of()).size() >= 2 * CASES_PER_FILE; n++) {
        name = part + "_" + n;
      }
      parts.computeIfAbsent(name, p -> new ArrayList<>()).add(test);
    }
    return parts;
  }

  /// IDs that are written alike as names get a fingerprint of the ID behind them, all but the first in their order.
  private static Map<String, String> symbols(List<TestCase> cases, Renderer renderer) {
    var used = new HashSet<String>();
    var symbols = new LinkedHashMap<String, String>();
    for (var id : cases.stream().map(TestCase::id).sorted(Comparator.naturalOrder()).toList()) {
      var symbol = renderer.symbol(id);
      var unique = symbol;
      for (int n = 0; !used.add(unique.toLowerCase(Locale.ROOT)); n++) {
        unique = symbol + "_" + Words.hash(id + "\0" + n).substring(0, HASH_CHARACTERS);
      }
      symbols.put(id, unique);
    }
    return symbols;
  }
}

package dev.meanwhile.generator.testcase;

import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Renders a set of cases into files of a bounded size, and notes in each case where its test is.
///
/// @param cases the set with its automation filled in
/// @param files the rendered files
record Rendering(TestCases cases, List<NewArtifact> files) {
  private static final int CASES_PER_FILE = 500;

  static Rendering of(TestCases set, Framework framework, String scope, String rtmHash) {
    var renderer = framework.renderer();
    var cases = new ArrayList<TestCase>();
    var files = new ArrayList<NewArtifact>();
    for (int from = 0; from < set.cases().size(); from += CASES_PER_FILE) {
      var part = set.cases().subList(from, Math.min(set.cases().size(), from + CASES_PER_FILE));
      var file = renderer.fileName(scope, from / CASES_PER_FILE + 1);
      var named = named(part, renderer);
      named.forEach(n -> cases.add(n.testCase().withAutomation(
          new TestCase.Automation(framework.toString(), file, n.symbol(), "pending"))));
      files.add(NewArtifact.text(file, Stored.TESTS, renderer.mediaType(),
          renderer.render(file, rtmHash, named)));
    }
    return new Rendering(set.with(cases, set.notes()), files);
  }

  /// IDs that differ only in punctuation get a number behind their names.
  private static List<Renderer.Named> named(List<TestCase> cases, Renderer renderer) {
    Map<String, Integer> used = new HashMap<>();
    var named = new ArrayList<Renderer.Named>();
    for (var test : cases) {
      var symbol = renderer.symbol(test.id());
      var unique = symbol;
      for (int n = 2; used.putIfAbsent(unique.toLowerCase(Locale.ROOT), 1) != null; n++) {
        unique = symbol + "_" + n;
      }
      named.add(new Renderer.Named(test, unique));
    }
    return named;
  }
}

package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.coverage.Coverage.Duplicate;
import dev.meanwhile.trace.coverage.KnownTest.Origin;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every test that cases, matrices and tables of references know, each once.
final class Tests {
  private final Map<String, KnownTest> byName = new LinkedHashMap<>();
  private final Map<String, KnownTest> byPlainName = new HashMap<>();
  private final Map<String, List<KnownTest>> bySymbol = new HashMap<>();
  private final Map<String, Set<String>> caseTexts = new LinkedHashMap<>();
  private int cases;

  /// @param tick is called again and again; what it throws flies on
  Tests(Material material, Runnable tick) {
    var newest = new LinkedHashMap<String, TestCase>();
    material.testCases.forEach((name, set) -> {
      tick.run();
      collect(name, set, newest);
    });
    tick.run();
    newest.values().forEach(this::testCase);
    tick.run();
    cases = newest.size();
    material.matrices.values().forEach(rtm -> {
      links(rtm.links());
      links(rtm.unknown());
    });
    material.references.forEach((file, table) -> table.references().forEach(r -> test(
        r.test().isEmpty() ? Source.bareName(file) : r.test(), Origin.REFERENCE)
        .names(r.requirementId(), null)));
  }

  private void collect(String name, TestCases set, Map<String, TestCase> newest) {
    for (var testCase : set.cases()) {
      caseTexts.computeIfAbsent(testCase.id(), id -> new LinkedHashSet<>())
          .add(Words.hash(testCase.title()) + "\0" + name);
      newest.put(testCase.id(), testCase);
    }
  }

  private void testCase(TestCase testCase) {
    var test = test(testCase.id(), Origin.CASE);
    test.is(testCase.type());
    test.describe(testCase.title());
    testCase.steps().forEach(s -> test.describe(s.action() + "\n" + s.expected()));
    testCase.requirementIds().forEach(id -> test.names(id, null));
    testCase.fingerprints().forEach(test::madeFor);
    var automation = testCase.automation();
    if (automation != null) {
      bySymbol.computeIfAbsent(automation.symbol(), s -> new ArrayList<>()).add(test);
    }
  }

  private void links(List<Link> links) {
    for (var link : links) {
      if (link.type() == Link.Type.TEST) {
        var result = link.result();
        var test = test(link.target(), Origin.MATRIX);
        test.names(link.requirementId(), result == null ? null : result.outcome());
        if (link.suspect()) {
          test.suspect(link.requirementId());
        }
      }
    }
  }

  private KnownTest test(String name, Origin origin) {
    var same = byPlainName.get(Mentions.plain(name));
    return same != null ? same : add(new KnownTest(name, origin, name));
  }

  /// Adds a test that nobody knew.
  KnownTest add(KnownTest test) {
    byPlainName.putIfAbsent(Mentions.plain(test.name()), test);
    byName.putIfAbsent(test.name(), test);
    return test;
  }

  Collection<KnownTest> all() {
    return byName.values();
  }

  /// How many cases there are, each ID once.
  int cases() {
    return cases;
  }

  @Nullable
  KnownTest named(String name) {
    return byPlainName.get(Mentions.plain(name));
  }

  /// The case that was rendered as this function or method, if there is one only.
  @Nullable
  KnownTest rendered(String symbol) {
    var same = bySymbol.getOrDefault(symbol, List.of());
    return same.size() == 1 ? same.getFirst() : null;
  }

  List<Duplicate> duplicates() {
    return Requirements.duplicates("test_case", caseTexts);
  }

  /// The tests that name each requirement.
  Map<String, List<KnownTest>> byRequirement() {
    var tests = new HashMap<String, List<KnownTest>>();
    all().forEach(t -> t.requirements()
        .forEach(r -> tests.computeIfAbsent(r, id -> new ArrayList<>()).add(t)));
    return tests;
  }
}

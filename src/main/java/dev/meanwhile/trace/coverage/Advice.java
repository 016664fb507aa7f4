package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.coverage.Coverage.Gap;
import dev.meanwhile.trace.coverage.Coverage.Suggestion;
import dev.meanwhile.trace.coverage.Coverage.Weakness;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestDesign;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Says what to do about a requirement that lacks tests, in the requirement's own words.
final class Advice {

  private Advice() {}

  /// What a gap needs.
  ///
  /// @param refinements how many counted requirements refine it
  /// @param suggestions tests that may be the missing ones
  static Gap gap(Requirement requirement, int refinements, List<Suggestion> suggestions) {
    var reason = "no test case names it, and no matrix, table or result links a test to it";
    var advice = new ArrayList<String>();
    if (!suggestions.isEmpty()) {
      advice.add("look whether " + suggestions.getFirst().test() + " tests it, and link it then");
    }
    if (refinements > 0) {
      advice.add("or leave it to the tests of the " + refinements + " that refine it");
    }
    advice.add(first(requirement));
    return new Gap(requirement.id(), requirement.title(), reason, String.join("; ", advice));
  }

  private static String first(Requirement requirement) {
    var cases = TestDesign.casesFor(requirement);
    return cases.isEmpty()
        ? "its wording gives no test: say what can be observed, or mark it for inspection or analysis"
        : write(cases.getFirst());
  }

  private static String write(TestCase wanted) {
    return "write a " + wanted.type() + " case (" + wanted.technique() + "): " + wanted.title();
  }

  /// Kinds of cases that the wording asks for and none of the tests is. Tests whose kind nobody knows aren't judged.
  static List<Weakness> weaknesses(Requirement requirement, List<KnownTest> tests) {
    var present = new HashSet<TestCase.Type>();
    tests.forEach(t -> present.addAll(t.types()));
    if (present.isEmpty()) {
      return List.of();
    }
    Map<TestCase.Type, TestCase> missing = new EnumMap<>(TestCase.Type.class);
    TestDesign.casesFor(requirement).stream()
        .filter(c -> c.type() != TestCase.Type.POSITIVE && c.type() != TestCase.Type.STATE
            && !present.contains(c.type()))
        .forEach(c -> missing.putIfAbsent(c.type(), c));
    return missing.values().stream()
        .map(c -> new Weakness(requirement.id(), c.type().toString(), write(c))).toList();
  }
}

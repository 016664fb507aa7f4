package dev.meanwhile.generator.testcase;

import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.TestCase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A requirement's cases by rule and by a model in one list, the same case once: the rules' one.
final class Joined {
  private static final String FALLBACK = "nominal";

  private final List<TestCase> byRule;
  private final List<TestCase> byModel;
  private final Set<String> seen = new HashSet<>();

  Joined(List<TestCase> byRule, List<TestCase> byModel) {
    this.byRule = byRule;
    this.byModel = byModel;
  }

  List<TestCase> cases() {
    var cases = new ArrayList<TestCase>();
    byRule.stream().filter(c -> !isFallback(c) || !hasBetter()).forEach(c -> add(c, cases));
    byModel.forEach(c -> add(c, cases));
    return cases;
  }

  /// The rules' case of a text that gives them nothing to go by says no more than the text.
  private static boolean isFallback(TestCase test) {
    return test.ruleId().equals(FALLBACK);
  }

  private boolean hasBetter() {
    return byModel.stream().anyMatch(c -> c.type() == TestCase.Type.POSITIVE);
  }

  private void add(TestCase test, List<TestCase> cases) {
    boolean isNew = test.origin().equals("rule") || abouts(test).stream().noneMatch(seen::contains);
    seen.addAll(abouts(test));
    if (isNew) {
      cases.add(test);
    }
  }

  /// Two cases are the same if they are called the same, do the same, or try the same values at a bound.
  private static List<String> abouts(TestCase test) {
    var abouts = new ArrayList<String>();
    abouts.add("title " + Words.hash(test.title()));
    abouts.add("steps " + Words.hash(test.steps().stream()
        .map(s -> s.action() + "\0" + s.expected()).collect(Collectors.joining("\0"))));
    if (test.type() == TestCase.Type.BOUNDARY && !test.testData().isEmpty()) {
      abouts.add("values " + test.testData().stream().map(TestCase.Datum::value)
          .sorted().collect(Collectors.joining("\0")));
    }
    return abouts;
  }
}

package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.test.TestCases.Uncovered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// Designs test cases from the wording of requirements, with the techniques that the wording supports: conditions give
/// decision tables, states give transitions, lists give partitions, bounds give three values each, times give
/// measurements, prohibitions give negative cases; nothing of all this gives one nominal case that says so.
///
/// Values and expected results are quotes of the text, or one step beside a number in it. Nothing is invented.
public final class TestDesign {
  /// What goes beyond isn't given, so that nobody has to review it.
  static final int MAX_CASES_EACH = 40;

  private TestDesign() {}

  /// The cases of one requirement, numbered from 1; none if it isn't in force or isn't verified by test.
  public static List<TestCase> casesFor(Requirement requirement) {
    if (!requirement.wantsTest()) {
      return List.of();
    }
    var cases = Techniques.cases(requirement);
    return new Numbering().numbered(requirement.id(),
        cases.subList(0, Math.min(cases.size(), MAX_CASES_EACH)));
  }

  /// The cases of many requirements, numbered from 1 within each ID.
  ///
  /// @param design gives a requirement's cases: [#casesFor], or another one with the same promises
  public static TestCases collect(List<Requirement> requirements,
      Function<Requirement, List<TestCase>> design, boolean includeNegative) {
    return collect(requirements, design, includeNegative, new Numbering());
  }

  /// The cases of many requirements. Negative cases that are left out keep their IDs, so that the others have the same
  /// with and without them.
  ///
  /// @param numbering used for this set only
  public static TestCases collect(List<Requirement> requirements,
      Function<Requirement, List<TestCase>> design, boolean includeNegative, Numbering numbering) {
    var cases = new ArrayList<TestCase>();
    var reasons = new LinkedHashMap<String, String>();
    for (var requirement : requirements) {
      var all = numbering.numbered(requirement.id(), design.apply(requirement));
      var kept = all.stream().filter(c -> includeNegative || c.type() != TestCase.Type.NEGATIVE)
          .toList();
      cases.addAll(kept);
      if (kept.isEmpty()) {
        reasons.put(requirement.id(), reason(requirement, !all.isEmpty()));
      }
    }
    return TestCases.of(cases, uncovered(reasons, cases)).reserving(numbering.reserved(cases));
  }

  private static List<Uncovered> uncovered(Map<String, String> reasons, List<TestCase> cases) {
    cases.forEach(c -> c.requirementIds().forEach(reasons::remove));
    return reasons.entrySet().stream().map(r -> new Uncovered(r.getKey(), r.getValue())).toList();
  }

  private static String reason(Requirement requirement, boolean onlyNegative) {
    if (!requirement.status().isInForce()) {
      return "its status is " + requirement.status();
    }
    if (onlyNegative) {
      return "its wording gives negative cases only, and include_negative_tests is false";
    }
    var verification = requirement.verification();
    return verification != null && verification.excludesTest()
        ? "it is verified by " + verification.original() + ", not by test"
        : Objects.requireNonNullElse(Techniques.reason(requirement), "no case could be derived");
  }
}

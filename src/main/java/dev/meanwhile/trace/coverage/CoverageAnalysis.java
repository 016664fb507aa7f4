package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.coverage.Coverage.Duplicate;
import dev.meanwhile.trace.coverage.Coverage.Figures;
import dev.meanwhile.trace.coverage.Coverage.Gap;
import dev.meanwhile.trace.coverage.Coverage.Orphan;
import dev.meanwhile.trace.coverage.Coverage.Row;
import dev.meanwhile.trace.coverage.Coverage.Weakness;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import dev.meanwhile.trace.test.TestDesign;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Calculates coverage over matrices and test cases. The same ID in two matrices is one requirement: the last matrix
/// given states it, and if the statements differ, the ID is reported as a duplicate. Only linked and named tests count,
/// never guessed ones.
public final class CoverageAnalysis {
  private static final Map<String, String> DEFINITIONS = definitions();

  private final Map<String, Requirement> requirements = new LinkedHashMap<>();
  private final Map<String, Set<String>> statements = new LinkedHashMap<>();
  private final Map<String, Set<String>> linked = new LinkedHashMap<>();
  private final Map<String, TestCase> cases = new LinkedHashMap<>();
  private final Map<String, Set<String>> caseTexts = new LinkedHashMap<>();
  private final Map<String, List<TestCase>> casesOf = new LinkedHashMap<>();
  private final List<Duplicate> duplicates = new ArrayList<>();
  private final Set<String> candidates = new LinkedHashSet<>();

  private CoverageAnalysis() {}

  /// The coverage of everything given.
  ///
  /// @param matrices by name, the oldest first
  /// @param testCases by name, the oldest first
  public static Coverage of(Map<String, Rtm> matrices, Map<String, TestCases> testCases) {
    var analysis = new CoverageAnalysis();
    matrices.forEach(analysis::matrix);
    testCases.forEach(analysis::cases);
    return analysis.report(inputs(matrices.keySet(), testCases.keySet()));
  }

  private void matrix(String name, Rtm rtm) {
    for (var requirement : rtm.requirements()) {
      var place = requirement.source().where();
      requirements.put(requirement.id(), requirement);
      statements.computeIfAbsent(requirement.id(), id -> new LinkedHashSet<>())
          .add(requirement.textHash() + "\0" + name
              + ": " + place);
    }
    rtm.candidates().forEach(c -> candidates.add(c.id()));
    for (var link : rtm.links()) {
      if (link.type() == Link.Type.TEST) {
        linked.computeIfAbsent(link.requirementId(), id -> new LinkedHashSet<>())
            .add(link.target());
      }
    }
  }

  private void cases(String name, TestCases set) {
    for (var testCase : set.cases()) {
      caseTexts.computeIfAbsent(testCase.id(), id -> new LinkedHashSet<>())
          .add(Words.hash(testCase.title()) + "\0"
              + name);
      cases.put(testCase.id(), testCase);
    }
  }

  private Coverage report(List<String> inputs) {
    cases.values()
        .forEach(c -> c.requirementIds().stream().distinct().forEach(r -> casesOf.computeIfAbsent(r,
            id -> new ArrayList<>()).add(c)));
    var rows = requirements.values().stream().map(this::row).toList();
    var gaps = rows.stream().filter(r -> r.state().equals("gap")).map(this::gap).toList();
    var weaknesses = rows.stream().filter(r -> r.state().equals("covered"))
        .flatMap(r -> weaknesses(r).stream()).toList();
    var orphans = orphans();
    duplicates("requirement", statements);
    duplicates("test_case", caseTexts);
    return new Coverage(Coverage.SCHEMA, DEFINITIONS,
        figures(rows, weaknesses.size(), orphans.size()), rows, gaps,
        weaknesses, orphans, duplicates, inputs);
  }

  private Row row(Requirement requirement) {
    var tests = List.copyOf(linked.getOrDefault(requirement.id(), Set.of()));
    var ids = casesOf.getOrDefault(requirement.id(), List.of()).stream().map(TestCase::id).toList();
    return new Row(requirement.id(), requirement.title(), requirement.status().toString(),
        state(requirement, ids.size()
            + tests.size()),
        ids, tests, requirement.source().where());
  }

  private static String state(Requirement requirement, int tests) {
    if (!requirement.status().isInForce()) {
      return "inactive";
    }
    if (!requirement.wantsTest()) {
      return "not_by_test";
    }
    return tests > 0 ? "covered" : "gap";
  }

  private Gap gap(Row row) {
    var cases = TestDesign.casesFor(requirement(row));
    return new Gap(row.requirementId(), row.title(),
        "no test case names it, and the matrix links no test to it",
        cases.isEmpty()
            ? "reword it, so that a test can decide it"
            : "write a " + cases.getFirst().type() + " case (" + cases.getFirst().technique()
                + "): " + cases.getFirst().title());
  }

  private Requirement requirement(Row row) {
    return Objects.requireNonNull(requirements.get(row.requirementId()));
  }

  /// A test that only the matrix names has no type that could be compared.
  private List<Weakness> weaknesses(Row row) {
    var present = casesOf.getOrDefault(row.requirementId(), List.of()).stream().map(TestCase::type)
        .toList();
    if (present.isEmpty()) {
      return List.of();
    }
    var missing = new TreeMap<TestCase.Type, TestCase>();
    TestDesign.casesFor(requirement(row)).stream()
        .filter(c -> c.type() != TestCase.Type.POSITIVE && c.type() != TestCase.Type.STATE
            && !present.contains(c.type()))
        .forEach(c -> missing.putIfAbsent(c.type(), c));
    return missing.values().stream()
        .map(c -> new Weakness(row.requirementId(), c.type().toString(), "write a " + c.type()
            + " case (" + c.technique() + "): " + c.title()))
        .toList();
  }

  private List<Orphan> orphans() {
    var similar = new SimilarIds(requirements.keySet());
    return cases.values().stream()
        .flatMap(c -> c.requirementIds().stream().filter(r -> !requirements.containsKey(r))
            .map(r -> new Orphan(c.id(), r, similar.to(r))))
        .toList();
  }

  /// An ID is a duplicate if it stands for two wordings; the same wording in two documents is one requirement.
  private void duplicates(String kind, Map<String, Set<String>> places) {
    places.forEach((id, wordings) -> {
      long different = wordings.stream().map(w -> w.substring(0, w.indexOf('\0'))).distinct()
          .count();
      if (different > 1) {
        duplicates.add(new Duplicate(kind, id,
            wordings.stream().map(w -> w.substring(w.indexOf('\0') + 1)).toList()));
      }
    });
  }

  private Figures figures(List<Row> rows, int weaknesses, int orphans) {
    int covered = count(rows, "covered");
    int gaps = count(rows, "gap");
    return new Figures(covered + gaps, covered, percentage(covered, covered + gaps), gaps,
        weaknesses, orphans,
        duplicates.size(), count(rows, "inactive"), count(rows, "not_by_test"), candidates.size(),
        cases.size());
  }

  private static int count(List<Row> rows, String state) {
    return Math.toIntExact(rows.stream().filter(r -> r.state().equals(state)).count());
  }

  private static BigDecimal percentage(int covered, int all) {
    return all == 0
        ? new BigDecimal("0.0")
        : BigDecimal.valueOf(100L * covered).divide(BigDecimal.valueOf(all), 1, RoundingMode.DOWN);
  }

  private static List<String> inputs(Set<String> matrices, Set<String> testCases) {
    var inputs = new ArrayList<>(matrices);
    inputs.addAll(testCases);
    return inputs;
  }

  private static Map<String, String> definitions() {
    var words = new LinkedHashMap<String, String>();
    words.put("requirements",
        "requirement IDs that are in force (not deleted, not future) and verified by test: the "
            + "denominator");
    words.put("covered",
        "of these, the IDs that at least one test case names or the matrix links to a test; planned, "
            + "not executed");
    words.put("percentage", "covered / requirements in percent, rounded down to one decimal");
    words.put("gaps", "requirements that aren't covered");
    words.put("weaknesses",
        "covered requirements whose wording asks for a kind of case that none of their cases is");
    words.put("orphans", "references of test cases to IDs that no matrix holds");
    words.put("duplicates",
        "IDs that stand for different statements or cases; counted once, as the newest says");
    words.put("inactive", "deleted or future requirements: listed, not counted");
    words.put("not_by_test",
        "requirements verified by inspection or analysis alone: listed, not counted");
    words.put("candidates", "sentences that sound like requirements and don't bind: not counted");
    return Collections.unmodifiableMap(words);
  }
}

package dev.meanwhile.trace.test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A set of test cases, as it is stored.
///
/// @param schema the name and version of this structure
/// @param cases in the order of their requirements
/// @param uncovered requirements that got no case, with the reason
/// @param reserved IDs of cases that aren't in the set, with their keys: they were given once, so no other case gets them
/// @param notes what a reader has to know about how the cases came about
public record TestCases(String schema, List<TestCase> cases, List<Uncovered> uncovered,
    Map<String, String> reserved, List<String> notes) {

  /// The version of this structure.
  public static final String SCHEMA = "meanwhile.test-cases/1";

  /// A requirement without a case.
  public record Uncovered(String requirementId, String reason) {}

  public TestCases {
    if (!schema.equals(SCHEMA)) {
      throw new IllegalArgumentException("schema is '" + schema + "', not '" + SCHEMA + "'");
    }
    cases = List.copyOf(cases);
    uncovered = List.copyOf(uncovered);
    reserved = InOrder.copy(reserved);
    notes = List.copyOf(notes);
  }

  /// Cases in the current structure.
  public static TestCases of(List<TestCase> cases, List<Uncovered> uncovered) {
    return new TestCases(SCHEMA, cases, uncovered, Map.of(), List.of());
  }

  /// The same set with other cases and notes.
  public TestCases with(List<TestCase> otherCases, List<String> otherNotes) {
    return new TestCases(schema, otherCases, uncovered, reserved, otherNotes);
  }

  /// The same set with notes behind those that it has.
  public TestCases noting(List<String> more) {
    return with(cases, Stream.concat(notes.stream(), more.stream()).toList());
  }

  /// The same set with IDs that are taken.
  TestCases reserving(Map<String, String> ids) {
    return new TestCases(schema, cases, uncovered, ids, notes);
  }

  /// How many cases there are of each type.
  public Map<String, Integer> byType() {
    return count(c -> c.type().toString());
  }

  /// How many cases there are of each technique.
  public Map<String, Integer> byTechnique() {
    return count(TestCase::technique);
  }

  private Map<String, Integer> count(Function<TestCase, String> by) {
    return cases.stream().collect(Collectors.toMap(by, c -> 1, Integer::sum, TreeMap::new));
  }
}

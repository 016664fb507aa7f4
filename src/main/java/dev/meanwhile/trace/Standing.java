package dev.meanwhile.trace;

import java.util.List;

/// Where a requirement stands, by what the documents say of its tests.
public enum Standing {
  /// No test is linked.
  UNCOVERED,
  /// A case was generated and hasn't run.
  PLANNED,
  /// Tests are linked, and none has a result.
  NOTRUN,
  /// All linked tests passed.
  PASSED,
  /// Some passed, or the document says so; none failed.
  PARTIAL,
  /// A linked test failed.
  FAILED,
  /// Reworded since it was tested.
  SUSPECT,
  /// It is verified by inspection or analysis.
  NOT_TESTABLE,
  /// Deleted, or planned for the future.
  INACTIVE;

  /// The standing of a requirement with its links to tests.
  public static Standing of(Requirement requirement, List<Link> tests) {
    if (!requirement.status().isInForce()) {
      return INACTIVE;
    }
    if (tests.stream().anyMatch(Link::suspect)) {
      return SUSPECT;
    }
    if (tests.isEmpty()) {
      return requirement.wantsTest() ? UNCOVERED : NOT_TESTABLE;
    }
    return ofOutcomes(tests.stream().map(Standing::outcome).toList());
  }

  private static Outcome outcome(Link test) {
    return test.result() == null ? Outcome.NOTRUN : test.result().outcome();
  }

  private static Standing ofOutcomes(List<Outcome> outcomes) {
    if (outcomes.contains(Outcome.FAILED)) {
      return FAILED;
    }
    if (outcomes.stream().allMatch(o -> o == Outcome.PASSED)) {
      return PASSED;
    }
    return outcomes.contains(Outcome.PASSED) || outcomes.contains(Outcome.PARTIAL)
        ? PARTIAL
        : NOTRUN;
  }

  @Override
  public String toString() {
    return Words.lower(name());
  }
}

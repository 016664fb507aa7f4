package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.test.TestCase;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A test that something speaks of: a case, a matrix, a table of references or a run.
final class KnownTest {

  /// Who says that there is this test, and whose word on it comes first.
  enum Origin {
    CASE, MATRIX, REFERENCE, RESULT;

    private static final Map<Origin, String> WORDS = new EnumMap<>(Map.of(CASE, "case", MATRIX,
        "matrix", REFERENCE, "reference", RESULT, "result"));

    @Override
    public String toString() {
      return Objects.requireNonNull(WORDS.get(this));
    }
  }

  private final String name;
  private final Origin origin;
  private final Map<String, Outcome> stated = new LinkedHashMap<>();
  private final Set<String> suspects = new LinkedHashSet<>();
  private final Map<String, String> fingerprints = new LinkedHashMap<>();
  private final Set<TestCase.Type> types = new LinkedHashSet<>();
  private String words;
  private @Nullable Outcome run;
  private @Nullable Instant ranAt;

  KnownTest(String name, Origin origin, String words) {
    this.name = name;
    this.origin = origin;
    this.words = words;
  }

  String name() {
    return name;
  }

  Origin origin() {
    return origin;
  }

  /// What is known of it in words.
  String words() {
    return words;
  }

  void describe(String more) {
    words = words + "\n" + more;
  }

  void is(TestCase.Type type) {
    types.add(type);
  }

  Set<TestCase.Type> types() {
    return types;
  }

  /// Names a requirement, with what somebody says about the test's result for it.
  void names(String requirementId, @Nullable Outcome outcome) {
    stated.merge(requirementId, outcome == null ? Outcome.NOTRUN : outcome,
        (before, now) -> now == Outcome.NOTRUN ? before : now);
  }

  /// Was made for this wording of a requirement.
  void madeFor(String requirementId, String fingerprint) {
    fingerprints.put(requirementId, fingerprint);
  }

  void suspect(String requirementId) {
    suspects.add(requirementId);
  }

  Set<String> requirements() {
    return stated.keySet();
  }

  /// Ran, or was listed in a run. Several results of one test are worth as much as the worst of them, and are as old as the
  /// oldest.
  ///
  /// @param at null if nobody knows when
  void ran(Outcome outcome, @Nullable Instant at) {
    run = run == null ? outcome : worse(run, outcome);
    ranAt = ranAt == null || (at != null && at.isBefore(ranAt)) ? at : ranAt;
  }

  /// Whether it is known to have run before.
  boolean ranBefore(Instant time) {
    return ranAt != null && ranAt.isBefore(time);
  }

  /// What it came to for a requirement: a run knows better than a document.
  Outcome outcome(String requirementId) {
    return run != null ? run : stated.getOrDefault(requirementId, Outcome.NOTRUN);
  }

  /// What it came to in a run, whatever it names.
  Outcome outcome() {
    return run != null ? run : Outcome.NOTRUN;
  }

  boolean isInARun() {
    return run != null;
  }

  /// Whether the requirement reads otherwise than when the test was made for it.
  boolean isSuspect(String requirementId, String fingerprint) {
    return suspects.contains(requirementId)
        || !fingerprints.getOrDefault(requirementId, fingerprint).equals(fingerprint);
  }

  String fingerprint(String requirementId) {
    return fingerprints.getOrDefault(requirementId, "");
  }

  static Outcome worse(Outcome one, Outcome other) {
    if (one == other) {
      return one;
    }
    if (one == Outcome.FAILED || other == Outcome.FAILED) {
      return Outcome.FAILED;
    }
    boolean executed = isExecuted(one) || isExecuted(other);
    return executed ? Outcome.PARTIAL : Outcome.NOTRUN;
  }

  static boolean isExecuted(Outcome outcome) {
    return switch (outcome) {
      case PASSED, PARTIAL, FAILED -> true;
      case NOTRUN, UNKNOWN -> false;
    };
  }
}

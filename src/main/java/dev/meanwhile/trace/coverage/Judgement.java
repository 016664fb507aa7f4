package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.Standing;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Outcome;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where each requirement stands by its own tests.
final class Judgement {
  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private final Map<String, List<KnownTest>> tests;
  private final Set<String> suspects = new HashSet<>();
  private final Set<String> executed = new HashSet<>();

  Judgement(Requirements requirements, Tests known) {
    tests = known.byRequirement();
    requirements.all().forEach(r -> standings.put(r.id(), judged(r)));
  }

  private Standing judged(Requirement requirement) {
    if (!requirement.status().isInForce()) {
      return Standing.INACTIVE;
    }
    if (!requirement.wantsTest()) {
      return Standing.NOT_TESTABLE;
    }
    var own = tests(requirement.id());
    var outcomes = own.stream().map(t -> t.outcome(requirement.id())).toList();
    if (outcomes.stream().anyMatch(KnownTest::isExecuted)) {
      executed.add(requirement.id());
    }
    if (own.stream().anyMatch(t -> t.isSuspect(requirement.id(), requirement.textHash()))) {
      suspects.add(requirement.id());
    }
    return own.isEmpty() ? Standing.UNCOVERED : tested(requirement.id(), own, outcomes);
  }

  private Standing tested(String id, List<KnownTest> own, List<Outcome> outcomes) {
    if (outcomes.contains(Outcome.FAILED)) {
      return Standing.FAILED;
    }
    if (suspects.contains(id)) {
      return Standing.SUSPECT;
    }
    if (outcomes.stream().allMatch(o -> o == Outcome.PASSED)) {
      return Standing.PASSED;
    }
    if (executed.contains(id)) {
      return Standing.PARTIAL;
    }
    return own.stream().allMatch(t -> t.origin() == KnownTest.Origin.CASE && !t.isInARun())
        ? Standing.PLANNED
        : Standing.NOTRUN;
  }

  /// By ID, in the requirements' order.
  Map<String, Standing> standings() {
    return standings;
  }

  Standing of(String id) {
    return standings.getOrDefault(id, Standing.UNCOVERED);
  }

  List<KnownTest> tests(String id) {
    return tests.getOrDefault(id, List.of());
  }

  boolean isCounted(String id) {
    return of(id) != Standing.INACTIVE && of(id) != Standing.NOT_TESTABLE;
  }

  boolean isSuspect(String id) {
    return suspects.contains(id);
  }

  boolean isExecuted(String id) {
    return executed.contains(id);
  }

  /// How many requirements stand so.
  int count(Standing standing) {
    return Math.toIntExact(standings.values().stream().filter(s -> s == standing).count());
  }
}

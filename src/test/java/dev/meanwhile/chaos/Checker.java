package dev.meanwhile.chaos;

import dev.meanwhile.chaos.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Holds a [Recording] against what was promised. What tasks did lies in [Lives], what conversations were told in
/// [Tellings]; here is what concerns the whole.
final class Checker {
  private final Recording recording;
  private final List<Violation> violations = new ArrayList<>();

  private Checker(Recording recording) {
    this.recording = recording;
  }

  /// All broken promises.
  static List<Violation> check(Recording recording) {
    var checker = new Checker(recording);
    checker.checkAccepted();
    checker.checkKeys();
    checker.checkCancels();
    checker.checkLeaks();
    recording.promised().surprises().forEach(answer -> checker.found(Kind.WRONG_ANSWER, answer));
    checker.violations.addAll(Lives.check(recording));
    checker.violations.addAll(Work.check(recording));
    checker.violations.addAll(Tellings.check(recording));
    return checker.violations;
  }

  private void found(Kind kind, String what) {
    violations.add(new Violation(kind, what));
  }

  private void checkAccepted() {
    var known = recording.tasks().stream().map(Recording.Task::id).collect(Collectors.toSet());
    var promised = recording.promised();
    promised.accepted().forEach((key, ids) -> checkKnown(known, ids, "under the key " + key));
    promised.retries().forEach((id, retries) -> checkKnown(known, retries, "as a retry of " + id));
  }

  private void checkKnown(Set<UUID> known, Set<UUID> ids, String how) {
    ids.stream().filter(id -> !known.contains(id))
        .forEach(id -> found(Kind.LOST_TASK, id + " was accepted " + how + " and isn't there"));
  }

  private void checkKeys() {
    recording.promised().accepted().forEach((key, ids) -> {
      if (ids.size() > 1) {
        found(Kind.DOUBLED_TASK, "the key " + key + " was answered with " + ids);
      }
    });
    recording.tasks().stream().filter(task -> task.isTrial() && task.retryOf() == null)
        .collect(Collectors.groupingBy(Recording.Task::name)).forEach((key, tasks) -> {
          if (tasks.size() > 1) {
            found(Kind.DOUBLED_TASK, "the key %s made %s".formatted(key,
                tasks.stream().map(Recording.Task::id).toList()));
          }
        });
  }

  private void checkCancels() {
    var states = recording.tasks().stream()
        .collect(Collectors.toMap(Recording.Task::id, Recording.Task::state));
    recording.promised().cancels().forEach((id, answered) -> {
      if (!answered.equals(states.get(id))) {
        found(Kind.CANCEL_UNDONE,
            "the cancel of %s was answered %s, and it is %s".formatted(id, answered,
                states.get(id)));
      }
    });
  }

  private void checkLeaks() {
    var left = recording.leftovers();
    if (left.tickets() > 0) {
      found(Kind.LEAK, left.tickets() + " tickets are left");
    }
    recording.tasks().stream().filter(Recording.Task::holdsSlot)
        .forEach(task -> found(Kind.LEAK, "%s is %s and holds a slot".formatted(task.id(),
            task.state())));
    left.waiting().forEach((user, waiting) -> checkLine(user, waiting, left.counted()));
  }

  private void checkLine(String user, int waiting, Map<String, Integer> counted) {
    int real = Objects.requireNonNullElse(counted.get(user), 0);
    if (waiting != real || real > 0) {
      found(Kind.LEAK, "%d tasks of %s are said to wait, and %d do".formatted(waiting, user, real));
    }
  }
}

package dev.meanwhile.chaos;

import dev.meanwhile.chaos.Recording.Entry;
import dev.meanwhile.chaos.Recording.Task;
import dev.meanwhile.chaos.Recording.Told;
import dev.meanwhile.chaos.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Follows each task from its creation to its end, in its history and in its user's feed.
final class Lives {
  /// Failures that a chaotic world may cause in any task.
  private static final Set<String> BAD_LUCK = Set.of("node_lost", "store_unavailable",
      "dependency_failed");

  private final Map<UUID, List<Entry>> history;
  private final Map<UUID, List<Told>> told;
  private final Map<UUID, Set<String>> steps;
  private final List<Violation> violations = new ArrayList<>();

  private Lives(Recording recording) {
    this.history = recording.history().stream().collect(Collectors.groupingBy(Entry::task));
    this.told = recording.feed().stream()
        .filter(event -> event.task() != null && event.type().startsWith("task."))
        .collect(Collectors.groupingBy(event -> java.util.Objects.requireNonNull(event.task())));
    this.steps = recording.steps().stream().collect(Collectors.groupingBy(Recording.Step::task,
        Collectors.mapping(Recording.Step::key, Collectors.toSet())));
  }

  static List<Violation> check(Recording recording) {
    var lives = new Lives(recording);
    recording.tasks().forEach(lives::check);
    return lives.violations;
  }

  private void found(Kind kind, Task task, String what) {
    violations.add(new Violation(kind, "%s of %s %s: %s; its history: %s".formatted(task.id(),
        task.user(), task.plan(), what, entries(task).stream().map(Entry::type).toList())));
  }

  private List<Entry> entries(Task task) {
    return history.getOrDefault(task.id(), List.of());
  }

  private void check(Task task) {
    if (!task.isTerminal()) {
      found(Kind.NOT_ENDED, task, "it is " + task.state());
    }
    checkMoves(task);
    checkAttempts(task);
    checkFeed(task);
    if (task.isTrial()) {
      checkEnd(task);
      checkArtifacts(task);
    }
  }

  /// Where a task stands between two entries of its history.
  private enum Stand {
    NOWHERE, PENDING, RUNNING, COMPLETED, FAILED, CANCELLED;

    boolean isOver() {
      return compareTo(COMPLETED) >= 0;
    }
  }

  private void checkMoves(Task task) {
    var stand = Stand.NOWHERE;
    int seq = 0;
    for (var entry : entries(task)) {
      if (entry.seq() != ++seq) {
        found(Kind.ILLEGAL_MOVE, task, "its history has no number " + seq);
      }
      if (stand.isOver()) {
        found(Kind.ENDED_TWICE, task, "%s came after the end".formatted(entry.type()));
      } else if (!isLegal(stand, entry.type(), task)) {
        found(Kind.ILLEGAL_MOVE, task, "%s from %s".formatted(entry.type(), stand));
      }
      stand = stand.isOver() ? stand : after(stand, entry.type());
    }
    if (task.isTerminal() && !stand.name().equalsIgnoreCase(task.state())) {
      found(Kind.ILLEGAL_MOVE, task, "it is %s, its history says %s".formatted(task.state(),
          stand));
    }
  }

  private static boolean isLegal(Stand stand, String type, Task task) {
    return switch (type) {
      case "task.created" -> stand == Stand.NOWHERE;
      case "task.started" -> stand == Stand.PENDING || stand == Stand.RUNNING;
      case "step.finished", "task.retrying", "task.progress", "task.completed" ->
        stand == Stand.RUNNING;
      case "task.failed" -> stand == Stand.RUNNING
          || (stand == Stand.PENDING && "dependency_failed".equals(task.error()));
      case "task.cancelled" -> stand == Stand.RUNNING || stand == Stand.PENDING;
      default -> false;
    };
  }

  private static Stand after(Stand stand, String type) {
    return switch (type) {
      case "task.created", "task.retrying" -> Stand.PENDING;
      case "task.started" -> Stand.RUNNING;
      case "task.completed" -> Stand.COMPLETED;
      case "task.failed" -> Stand.FAILED;
      case "task.cancelled" -> Stand.CANCELLED;
      default -> stand;
    };
  }

  private void checkAttempts(Task task) {
    int expected = 1;
    for (var entry : entries(task)) {
      if (entry.type().equals("task.started")) {
        if (entry.attempt() != expected || expected > task.maxAttempts()) {
          found(Kind.WRONG_ATTEMPT, task, "try %d started as try %d of at most %d".formatted(
              expected, entry.attempt(), task.maxAttempts()));
        }
        expected = entry.attempt() + 1; // if the node dies, the next start is the next try
      } else if (entry.type().equals("task.retrying") && entry.handedOver()) {
        expected--;
      }
    }
  }

  private void checkFeed(Task task) {
    var events = told.getOrDefault(task.id(), List.of());
    var types = events.stream().map(Told::type).filter(type -> !type.equals("task.progress"))
        .toList();
    var expected = entries(task).stream().map(Entry::type)
        .filter(type -> !type.equals("step.finished")).toList();
    if (!types.equals(expected)) {
      found(Kind.FEED_DIFFERS, task, "its feed says " + types);
    }
    if (events.stream().anyMatch(event -> !event.user().equals(task.user()))) {
      found(Kind.FEED_DIFFERS, task, "it is told in somebody else's feed");
    }
    checkProgress(task, events);
  }

  private void checkProgress(Task task, List<Told> events) {
    var stand = Stand.NOWHERE;
    for (var event : events) {
      if (event.type().equals("task.progress") && stand != Stand.RUNNING) {
        found(stand.isOver() ? Kind.ENDED_TWICE : Kind.ILLEGAL_MOVE, task,
            "progress is told as number %d while %s".formatted(event.seq(), stand));
      }
      stand = stand.isOver() ? stand : after(stand, event.type());
    }
  }

  private void checkEnd(Task task) {
    var plan = task.plan();
    if (task.state().equals("failed") && !mayFail(plan, String.valueOf(task.error()))) {
      found(Kind.WRONG_END, task, "it failed: " + task.error());
    }
    if (task.state().equals("completed") && (plan.contains(Trial.HOPELESS)
        || plan.contains("poison") || !steps.getOrDefault(task.id(), Set.of())
            .containsAll(planned(plan)))) {
      found(Kind.WRONG_END, task, "it completed with the steps " + steps.get(task.id()));
    }
  }

  private static boolean mayFail(List<String> plan, String error) {
    return BAD_LUCK.contains(error) || plan.contains(error)
        || (error.equals(Trial.HOPELESS) && plan.contains("fatal"));
  }

  private static Set<String> planned(List<String> plan) {
    return java.util.stream.IntStream.range(0, plan.size())
        .filter(i -> Trial.isStep(plan.get(i))).mapToObj(Trial::stepKey)
        .collect(Collectors.toSet());
  }

  private void checkArtifacts(Task task) {
    int expected = task.state().equals("completed") ? Trial.files(task.plan()) : 0;
    if (task.artifacts() != expected) {
      found(Kind.WRONG_ARTIFACTS, task, "it is %s with %d artifacts".formatted(task.state(),
          task.artifacts()));
    }
  }
}

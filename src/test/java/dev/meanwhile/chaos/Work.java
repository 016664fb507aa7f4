package dev.meanwhile.chaos;

import dev.meanwhile.chaos.Diary.Event;
import dev.meanwhile.chaos.Diary.Line;
import dev.meanwhile.chaos.Recording.Step;
import dev.meanwhile.chaos.Recording.Task;
import dev.meanwhile.chaos.Violation.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// Compares the steps that are stored with the work that the trials noted.
///
/// A step in flight when its node dies or freezes is done again, so several executions of a step are legal. But the
/// stored result is of the newest try that worked on the step: no try that begins later works on it again, and none
/// that began earlier can still store its result.
final class Work {
  private record Place(UUID task, String step) {}

  private final Recording recording;
  private final Map<String, Long> begun;
  private final Map<Place, List<Line>> executions;
  private final Map<Place, Step> stored;
  private final List<Violation> violations = new ArrayList<>();

  private Work(Recording recording) {
    this.recording = recording;
    this.begun = recording.diary().stream().filter(line -> line.event() == Event.TRY)
        .collect(Collectors.toMap(Line::tryId, Line::nanos));
    this.executions = recording.diary().stream().filter(line -> line.event() == Event.STEP)
        .collect(Collectors.groupingBy(line -> new Place(line.task(), line.step())));
    this.stored = recording.steps().stream()
        .collect(Collectors.toMap(step -> new Place(step.task(), step.key()), step -> step));
  }

  static List<Violation> check(Recording recording) {
    var work = new Work(recording);
    work.executions.forEach(work::checkTries);
    var trials = recording.tasks().stream().filter(Task::isTrial).toList();
    trials.forEach(work::checkHistory);
    var ids = trials.stream().map(Task::id).collect(Collectors.toSet());
    recording.steps().stream().filter(step -> ids.contains(step.task()) && step.epoch() > 0)
        .forEach(work::checkStored);
    trials.stream().filter(task -> task.retryOf() != null).forEach(work::checkRetry);
    return work.violations;
  }

  private void found(Kind kind, UUID task, String what) {
    violations.add(new Violation(kind, task + ": " + what));
  }

  private void checkTries(Place place, List<Line> lines) {
    lines.stream().collect(Collectors.groupingBy(Line::tryId)).forEach((tryId, ofTry) -> {
      if (ofTry.size() > 1) {
        found(Kind.STEP_REPEATED, place.task(), "the try %s worked %d times on %s"
            .formatted(tryId, ofTry.size(), place.step()));
      }
    });
  }

  private void checkStored(Step step) {
    var lines = executions.getOrDefault(new Place(step.task(), step.key()), List.of());
    var newest = lines.stream().max(Comparator.comparingLong(this::begunAt));
    if (newest.isEmpty() || !newest.get().token().equals(step.token())) {
      found(Kind.STEP_REPEATED, step.task(),
          "%s is stored with %s of epoch %d, and the newest try that worked on it made %s"
              .formatted(step.key(), step.token(), step.epoch(),
                  newest.map(Line::token).orElse("nothing")));
    }
  }

  private long begunAt(Line line) {
    return Objects.requireNonNull(begun.get(line.tryId()), line::toString);
  }

  /// What was stored is in the history, once each, and nothing else is.
  private void checkHistory(Task task) {
    var told = recording.history().stream()
        .filter(entry -> entry.task().equals(task.id()) && entry.type().equals("step.finished"))
        .map(Recording.Entry::step).sorted().toList();
    var kept = recording.steps().stream()
        .filter(step -> step.task().equals(task.id()) && step.epoch() > 0).map(Step::key).sorted()
        .toList();
    if (!told.equals(kept)) {
      found(Kind.STEP_REPEATED, task.id(),
          "its history says %s finished, stored are %s".formatted(told, kept));
    }
  }

  private void checkRetry(Task retry) {
    recording.steps().stream().filter(step -> step.task().equals(retry.retryOf()))
        .forEach(step -> checkTakenOver(retry, step));
  }

  private void checkTakenOver(Task retry, Step before) {
    var place = new Place(retry.id(), before.key());
    var taken = stored.get(place);
    if (taken == null || !taken.token().equals(before.token()) || executions.containsKey(place)) {
      found(Kind.RETRY_REPEATED, retry.id(),
          "%s was finished by %s before".formatted(before.key(), before.task()));
    }
  }
}

package dev.meanwhile.task;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.store.Signals;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How tries and tasks end: each method is one transaction in which artifacts, result, state, notice, event, dependents
/// and the slot's next holder change together. A try that lost its epoch changes nothing.
@Component
class Endings {
  static final String CANCEL = "task_cancel";

  private final TaskRows rows;
  private final Moves moves;
  private final Dependencies dependencies;
  private final Slots slots;
  private final Admission admission;
  private final Tickets tickets;
  private final Artifacts artifacts;
  private final TaskNews news;
  private final ApplicationEventPublisher events;
  private final Signals signals;
  private final TaskSettings settings;
  private final JsonMapper json;
  private final Clock clock;

  Endings(TaskRows rows, Moves moves, Dependencies dependencies, Slots slots, Admission admission,
      Tickets tickets, Artifacts artifacts,
      TaskNews news, ApplicationEventPublisher events, Signals signals, TaskSettings settings,
      JsonMapper json, Clock clock) {
    this.rows = rows;
    this.moves = moves;
    this.dependencies = dependencies;
    this.slots = slots;
    this.admission = admission;
    this.tickets = tickets;
    this.artifacts = artifacts;
    this.news = news;
    this.events = events;
    this.signals = signals;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  /// The try made its outcome.
  ///
  /// @return false when the try may no longer write
  @Transactional
  public boolean complete(TaskRow started, TaskOutcome outcome) {
    var slot = slots.lock(started.user());
    var row = current(started);
    if (row.isEmpty()) {
      return false;
    }
    var stored = artifacts.store(started.user(), started.project(), started.taskId(),
        started.conversationId(), outcome.artifacts());
    var end = new Moves.End(TaskState.COMPLETED, result(outcome, stored), null,
        row.get().progress().ended("completed", 100, outcome.summary()), clock.instant(),
        clock.instant().plus(settings.retention()));
    var ended = moves.end(row.get(), end, false);
    moves.meetDependency(ended.taskId());
    tell("task.completed", ended, List.of(), outcome.summary());
    admission.admit(started.user(), slot);
    return true;
  }

  private ObjectNode result(TaskOutcome outcome, List<Artifact> stored) {
    ObjectNode result = json.valueToTree(outcome.result());
    result.set("generated_files", json.valueToTree(stored.stream().map(Artifact::name).toList()));
    return result;
  }

  /// The try failed for good.
  ///
  /// @return false when the try may no longer write
  @Transactional
  public boolean fail(TaskRow started, TaskError error) {
    var slot = slots.lock(started.user());
    var row = current(started);
    row.ifPresent(running -> fail(running, error, slot));
    return row.isPresent();
  }

  /// A task whose node died once more than it may.
  @Transactional
  public void failLost(UserId user, UUID taskId, int ticket) {
    var slot = slots.lock(user);
    rows.lock(user, taskId).filter(row -> row.state() == TaskState.RUNNING
        && row.ticket() == ticket && row.attempt() >= row.maxAttempts())
        .ifPresent(row -> fail(row, new TaskError("node_lost",
            "the node that ran it died %d times".formatted(row.attempt()), true), slot));
  }

  private void fail(TaskRow row, TaskError error, Slots.Slot slot) {
    var ended = moves.end(row, bad(row, TaskState.FAILED, error), false);
    countLine(row);
    tell("task.failed", ended, fall(ended, TaskState.FAILED), error.message());
    admission.admit(row.user(), slot);
  }

  /// A task that is over before it began, because what it depends on has failed or was cancelled; its creation holds
  /// the lock.
  Task fallAtOnce(TaskRow row, TaskRow parent) {
    var state = parent.state() == TaskState.CANCELLED ? TaskState.CANCELLED : TaskState.FAILED;
    var error = dependencyFailed(parent);
    var ended = moves.end(row, bad(row, state, error), false);
    countLine(row);
    return tell("task." + state.word(), ended, List.of(), error.message());
  }

  /// Ends the user's task now; a try at work is told to stop, and keeps its slot until it has.
  ///
  /// @throws Problem not found
  @Transactional
  public Task cancel(UserId user, UUID taskId) {
    var slot = slots.lock(user);
    var row = rows.lock(user, taskId).orElseThrow(() -> Problem.notFound("task " + taskId));
    if (row.state().isTerminal()) {
      return row.view(news.withLinks());
    }
    boolean running = row.state() == TaskState.RUNNING;
    var ended = moves.end(row, new Moves.End(TaskState.CANCELLED, null, null,
        row.progress().ended("cancelled", 0, "cancelled"), clock.instant(),
        clock.instant().plus(settings.retention())), running);
    countLine(row);
    if (running) {
      signals.send(CANCEL, taskId.toString());
    }
    var task = tell("task.cancelled", ended, fall(ended, TaskState.CANCELLED), "cancelled");
    admission.admit(user, slot);
    return task;
  }

  /// The thread of an ended task is gone, so its slot is free.
  @Transactional
  public void release(UserId user, UUID taskId) {
    var slot = slots.lock(user);
    if (moves.releaseSlot(taskId)) {
      admission.admit(user, slot);
    }
  }

  /// The try failed in a way that may pass: the slot is given back and the task stands in line again after the back-off.
  ///
  /// @return false when the try may no longer write
  @Transactional
  public boolean tryLater(TaskRow started, TaskError error, Duration delay) {
    return putBack(started, delay, Map.of("error", error, "delay_seconds", delay.toSeconds()));
  }

  /// The node stops: another goes on where the last finished step ended, and no try is counted.
  @Transactional
  public boolean handBack(TaskRow started) {
    return putBack(started, null, Map.of("handed_over", true));
  }

  private boolean putBack(TaskRow started, @Nullable Duration delay, Map<String, ?> details) {
    var slot = slots.lock(started.user());
    var row = current(started);
    if (row.isEmpty()) {
      return false;
    }
    var waiting = moves.putBack(row.get(), delay, delay != null);
    slots.waiting(started.user(), 1);
    if (delay != null) {
      tickets.issueLater(waiting.taskId(), waiting.epoch(), delay);
    }
    news.tell("task.retrying", waiting, details);
    admission.admit(started.user(), slot);
    return true;
  }

  /// A back-off is over.
  @Transactional
  public void due(UserId user, UUID taskId) {
    var slot = slots.lock(user);
    if (moves.clearDue(taskId)) {
      admission.admit(user, slot);
    }
  }

  private Optional<TaskRow> current(TaskRow started) {
    return rows.lock(started.user(), started.taskId())
        .filter(row -> row.state() == TaskState.RUNNING && row.epoch() == started.epoch());
  }

  private List<Task> fall(TaskRow parent, TaskState state) {
    var fallen = new ArrayList<Task>();
    var error = dependencyFailed(parent);
    for (var row : dependencies.lockBelow(parent.taskId())) {
      var ended = moves.end(row, bad(row, state, error), false);
      countLine(row);
      fallen.add(news.tell("task." + state.word(), ended, Map.of("error", error)));
    }
    return fallen;
  }

  private static TaskError dependencyFailed(TaskRow parent) {
    return new TaskError("dependency_failed", "task %s, which it depends on, %s".formatted(
        parent.taskId(), parent.state() == TaskState.CANCELLED ? "was cancelled" : "failed"), true);
  }

  private Moves.End bad(TaskRow row, TaskState state, TaskError error) {
    return new Moves.End(state, null, error,
        row.progress().ended(state.word(), 0, error.message()), clock.instant(),
        clock.instant().plus(settings.retention()));
  }

  private void countLine(TaskRow before) {
    if (before.state() == TaskState.WAITING) {
      slots.waiting(before.user(), -1);
    }
  }

  private Task tell(String type, TaskRow ended, List<Task> fallen, String summary) {
    var error = ended.error();
    Map<String, Object> details = error == null ? Map.of() : Map.of("error", error);
    var task = news.tell(type, ended, details);
    events.publishEvent(new TaskEnded(task, fallen, summary));
    return task;
  }
}

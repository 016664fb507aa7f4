package dev.meanwhile.task.work;

import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.line.Admission;
import dev.meanwhile.task.line.Slots;
import dev.meanwhile.task.line.Tickets;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskNews;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.row.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a try's end does to its task: each method is one transaction that takes the try's ticket with it, and a try that
/// lost its epoch changes nothing.
@Component
class TryEndings {
  private final TaskRows rows;
  private final Moves moves;
  private final Slots slots;
  private final Admission admission;
  private final Tickets tickets;
  private final Artifacts artifacts;
  private final Endings endings;
  private final TaskNews news;
  private final JsonMapper json;

  TryEndings(TaskRows rows, Moves moves, Slots slots, Admission admission, Tickets tickets,
      Artifacts artifacts, Endings endings, TaskNews news, JsonMapper json) {
    this.rows = rows;
    this.moves = moves;
    this.slots = slots;
    this.admission = admission;
    this.tickets = tickets;
    this.artifacts = artifacts;
    this.endings = endings;
    this.news = news;
    this.json = json;
  }

  /// The try made its outcome.
  ///
  /// @return false when the try may no longer write
  @Transactional
  public boolean complete(TaskRow started, TaskOutcome outcome) {
    return end(started, (running, slot) -> endings.complete(List.of(made(running, outcome)),
        Map.of(running.user(), slot)));
  }

  /// What a try made.
  record Finished(TaskRow started, TaskOutcome outcome) {}

  /// Tries of several tasks made their outcomes: as [#complete(TaskRow, TaskOutcome)] for each, but for those whose
  /// user's line somebody is changing right now.
  ///
  /// @param done by task
  /// @return by task, whether the try could still write; those that are missing wait for somebody
  @Transactional
  public Map<UUID, Boolean> completeTogether(Map<UUID, Finished> done) {
    var users = slots.lockFree(done.values().stream().map(each -> each.started().user()).toList());
    var free = done.values().stream().map(Finished::started)
        .filter(started -> users.containsKey(started.user())).toList();
    var written = new HashMap<UUID, Boolean>();
    free.forEach(started -> written.put(started.taskId(), false));
    var made = new ArrayList<Endings.Made>();
    for (var running : rows.lockCurrent(free)) {
      made.add(made(running, Objects.requireNonNull(done.get(running.taskId())).outcome()));
      tickets.redeem(running.taskId(), running.ticket());
      written.put(running.taskId(), true);
    }
    if (!made.isEmpty()) {
      endings.complete(made, users);
    }
    return written;
  }

  private Endings.Made made(TaskRow running, TaskOutcome outcome) {
    return new Endings.Made(running, result(running, outcome), outcome.summary());
  }

  /// What a try stored before an end that it may not write.
  void discard(TaskRow started, TaskOutcome outcome) {
    artifacts.discard(started.taskId(), outcome.artifacts());
  }

  private ObjectNode result(TaskRow row, TaskOutcome outcome) {
    var stored = artifacts.store(row.user(), row.project(), row.taskId(), row.conversationId(),
        outcome.artifacts());
    ObjectNode result = json.valueToTree(outcome.result());
    result.set("generated_files", json.valueToTree(stored.stream().map(Artifact::name).toList()));
    return result;
  }

  /// The try failed for good.
  ///
  /// @return false when the try may no longer write
  @Transactional
  public boolean fail(TaskRow started, TaskError error) {
    return end(started, (running, slot) -> endings.fail(running, error, slot));
  }

  /// A task whose node died once more than it may.
  @Transactional
  public void failLost(UserId user, UUID taskId, int ticket) {
    var slot = slots.lock(user);
    rows.lock(user, taskId).filter(row -> row.state() == TaskState.RUNNING
        && row.ticket() == ticket && row.attempt() >= row.maxAttempts())
        .ifPresent(row -> endings.fail(row, new TaskError("node_lost",
            row.attempt() == 1
                ? "the node that ran it died"
                : "the node that ran it died %d times".formatted(row.attempt()),
            true), slot));
  }

  /// The try failed in a way that may pass: the slot is given back and the task stands in line again after the back-off.
  ///
  /// @return false when the try may no longer write
  @Transactional
  public boolean tryLater(TaskRow started, TaskError error, Duration delay) {
    return end(started, (running, slot) -> putBack(running, slot, delay,
        Map.of("error", error, "delay_seconds", delay.toSeconds())));
  }

  /// The node stops: another goes on where the last finished step ended, and no try is counted.
  ///
  /// @return false when the try may no longer write
  @Transactional
  public boolean handBack(TaskRow started) {
    return end(started,
        (running, slot) -> putBack(running, slot, null, Map.of("handed_over", true)));
  }

  /// The try may no longer write: it has its ticket to give back, and its slot if its task was cancelled.
  @Transactional
  public void leave(TaskRow started) {
    admission.release(started.user(), started.taskId(), started.node());
    tickets.redeemVoid(started.taskId(), started.ticket());
  }

  private void putBack(TaskRow running, Slots.Slot slot, @Nullable Duration delay,
      Map<String, ?> details) {
    var waiting = moves.putBack(running, delay, delay != null);
    if (delay != null) {
      tickets.issueLater(waiting.taskId(), waiting.epoch(), delay);
    }
    news.tell("task.retrying", waiting, details);
    admission.rejoin(running.user(), slot);
  }

  /// Ends the try if it may still write; with a removed user everything went that it could write to.
  private boolean end(TaskRow started, BiConsumer<TaskRow, Slots.Slot> ending) {
    var slot = slots.lockIfThere(started.user());
    var row = slot.flatMap(_ -> rows.lockCurrent(List.of(started)).stream().findFirst());
    row.ifPresent(running -> {
      ending.accept(running, slot.orElseThrow());
      tickets.redeem(running.taskId(), running.ticket());
    });
    return row.isPresent();
  }
}

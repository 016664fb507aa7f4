package dev.meanwhile.task.door;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.line.Slots;
import dev.meanwhile.task.row.Steps;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.row.TaskState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes new tasks of failed and cancelled ones, with the current transaction. An ended task never changes.
@Component
class Retries {
  private final TaskRows rows;
  private final Slots slots;
  private final Idempotency idempotency;
  private final Creation creation;
  private final Steps steps;
  private final Views views;

  Retries(TaskRows rows, Slots slots, Idempotency idempotency, Creation creation, Steps steps,
      Views views) {
    this.rows = rows;
    this.slots = slots;
    this.idempotency = idempotency;
    this.creation = creation;
    this.steps = steps;
    this.views = views;
  }

  /// A task like this one, which takes over its finished steps and what it depended on.
  ///
  /// @throws Problem not found, or a conflict when the task isn't failed or cancelled
  Task retry(UserId user, UUID taskId, @Nullable UUID turnId, @Nullable String idempotencyKey) {
    creation.checkNotDraining();
    var slot = slots.lock(user);
    var row = rows.lock(user, taskId).orElseThrow(() -> Problem.notFound("task " + taskId));
    if (row.state() != TaskState.FAILED && row.state() != TaskState.CANCELLED) {
      throw Problem.conflict("task %s is %s; only failed and cancelled ones are retried"
          .formatted(taskId, row.state().status().word()));
    }
    var wish = new NewTask(user, row.type(), row.project(), row.input(), row.priority(), List.of(),
        row.conversationId(), turnId, idempotencyKey);
    var known = idempotency.find(wish);
    return known.isPresent() ? views.get(user, known.get()) : retry(row, wish, slot);
  }

  private Task retry(TaskRow row, NewTask wish, Slots.Slot slot) {
    var dependsOn = row.dependsOn().stream().map(rows::newestRetry).distinct().toList();
    var task = creation.create(wish, new Acceptance.Accepted(row.type(), dependsOn), slot,
        row.taskId());
    steps.takeOver(row.taskId(), task.taskId());
    return task;
  }
}

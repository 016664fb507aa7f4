package dev.meanwhile.task.door;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.project.Projects;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.line.Admission;
import dev.meanwhile.task.line.Slots;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskNews;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.row.TaskState;
import dev.meanwhile.task.work.Endings;
import dev.meanwhile.task.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How a wish becomes a task, with the current transaction.
@Component
class Creation {
  private static final Duration LINE_MOVES = Duration.ofSeconds(30);
  private static final Duration RESTARTED = Duration.ofSeconds(10);

  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
  private final TaskRows rows;
  private final Moves moves;
  private final Slots slots;
  private final Admission admission;
  private final Endings endings;
  private final Acceptance acceptance;
  private final Idempotency idempotency;
  private final Projects projects;
  private final TaskNews news;
  private final Views views;
  private final TaskSettings settings;
  private final Worker worker;
  private final Clock clock;

  Creation(TaskRows rows, Moves moves, Slots slots, Admission admission, Endings endings,
      Acceptance acceptance, Idempotency idempotency, Projects projects, TaskNews news, Views views,
      TaskSettings settings, Worker worker, Clock clock) {
    this.rows = rows;
    this.moves = moves;
    this.slots = slots;
    this.admission = admission;
    this.endings = endings;
    this.acceptance = acceptance;
    this.idempotency = idempotency;
    this.projects = projects;
    this.news = news;
    this.views = views;
    this.settings = settings;
    this.worker = worker;
    this.clock = clock;
  }

  /// @throws Problem bad field, too large, quota, idempotency mismatch, or unavailable while the node drains
  Tasks.Created create(NewTask wish) {
    checkNotDraining();
    var accepted = acceptance.accept(wish);
    var slot = slots.lock(wish.user());
    var known = idempotency.find(wish);
    if (known.isPresent()) {
      return new Tasks.Created(views.get(wish.user(), known.get()), true);
    }
    return new Tasks.Created(create(wish, accepted, slot, null), false);
  }

  /// @throws Problem unavailable while the node drains
  void checkNotDraining() {
    if (worker.isDraining()) {
      throw Problem.unavailable("the server is shutting down and takes no new tasks", RESTARTED);
    }
  }

  /// Writes the task, and lets it run if it may; the user's lock is held.
  ///
  /// @param retryOf the task that is tried again, if one is
  Task create(NewTask wish, Acceptance.Accepted accepted, Slots.Slot slot,
      @Nullable UUID retryOf) {
    checkPending(slot);
    projects.use(wish.user(), wish.project());
    var parents = rows.lockAll(wish.user(), accepted.dependsOn());
    int open = (int) parents.stream().filter(parent -> parent.state() != TaskState.COMPLETED)
        .count();
    var row = moves
        .insert(new Moves.Insert(ids.generate(), wish, accepted.type(), accepted.dependsOn(), open,
            settings.maxAttempts(), retryOf, clock.instant()));
    idempotency.remember(wish, row.taskId());
    var created = news.tell("task.created", row,
        retryOf == null ? Map.of() : Map.of("retry_of", retryOf));
    return parents.stream()
        .filter(
            parent -> parent.state() == TaskState.FAILED || parent.state() == TaskState.CANCELLED)
        .findFirst().map(parent -> endings.fallAtOnce(row, parent))
        .orElseGet(() -> admitted(wish.user(), slot, created));
  }

  private Task admitted(UserId user, Slots.Slot slot, Task created) {
    admission.join(user, slot);
    return views.placed(user, created);
  }

  private void checkPending(Slots.Slot slot) {
    if (slot.waiting() >= slot.pendingLimit()) {
      throw Problem.quota("per-user-pending", "%,d tasks wait already, the most is %,d "
          .formatted(slot.waiting(), slot.pendingLimit()) + "(meanwhile.tasks.per-user-pending)",
          LINE_MOVES);
    }
  }
}

package dev.meanwhile.task.work;

import dev.meanwhile.UserId;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskEnded;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.line.Admission;
import dev.meanwhile.task.line.Slots;
import dev.meanwhile.task.row.Dependencies;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskNews;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// How tasks end: state, notice, event, dependents and the slot's next holder change together, with the current
/// transaction, which holds the user's lock and the row's.
@Component
public class Endings {
  private final Moves moves;
  private final Dependencies dependencies;
  private final Slots slots;
  private final Admission admission;
  private final TaskNews news;
  private final ApplicationEventPublisher events;
  private final TaskSettings settings;
  private final Clock clock;

  Endings(Moves moves, Dependencies dependencies, Slots slots, Admission admission, TaskNews news,
      ApplicationEventPublisher events, TaskSettings settings, Clock clock) {
    this.moves = moves;
    this.dependencies = dependencies;
    this.slots = slots;
    this.admission = admission;
    this.news = news;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  /// What a try made of its task.
  record Made(TaskRow row, ObjectNode result, String summary) {
    Moves.End end(Instant now, Duration retention) {
      return new Moves.End(row, TaskState.COMPLETED, result, null,
          row.progress().ended("completed", 100, summary), now, now.plus(retention), false);
    }
  }

  void complete(List<Made> made, Map<UserId, Slots.Slot> slotsOfUsers) {
    var now = clock.instant();
    var ended = moves.end(made.stream().map(each -> each.end(now, settings.retention())).toList());
    for (int i = 0; i < made.size(); i++) {
      tell("task.completed", ended.get(i), List.of(), made.get(i).summary());
    }
    admission.admit(slotsOfUsers);
  }

  void fail(TaskRow row, TaskError error, Slots.Slot slot) {
    var ended = end(bad(row, TaskState.FAILED, error));
    countLine(row);
    tell("task.failed", ended, fall(ended, TaskState.FAILED), error.message());
    admission.admit(row.user(), slot);
  }

  private TaskRow end(Moves.End end) {
    return moves.end(List.of(end)).getFirst();
  }

  /// Ends a task because its user says so; one whose try is at work keeps its slot until the try's thread is gone.
  public Task cancel(TaskRow row, Slots.Slot slot) {
    var now = clock.instant();
    var ended = end(new Moves.End(row, TaskState.CANCELLED, null, null,
        row.progress().ended("cancelled", 0, "cancelled"), now, now.plus(settings.retention()),
        row.state() == TaskState.RUNNING));
    countLine(row);
    var task = tell("task.cancelled", ended, fall(ended, TaskState.CANCELLED), "cancelled");
    admission.admit(row.user(), slot);
    return task;
  }

  /// A task that is over before it began and never stood in line, because what it depends on has failed or was cancelled.
  public Task fallAtOnce(TaskRow row, TaskRow parent) {
    var state = parent.state() == TaskState.CANCELLED ? TaskState.CANCELLED : TaskState.FAILED;
    var error = dependencyFailed(parent);
    var ended = end(bad(row, state, error));
    return tell("task." + state.word(), ended, List.of(), error.message());
  }

  private List<Task> fall(TaskRow parent, TaskState state) {
    var fallen = new ArrayList<Task>();
    var error = dependencyFailed(parent);
    for (var row : dependencies.lockBelow(parent.taskId())) {
      var ended = end(bad(row, state, error));
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
    var now = clock.instant();
    return new Moves.End(row, state, null, error,
        row.progress().ended(state.word(), 0, error.message()), now,
        now.plus(settings.retention()), false);
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

package dev.meanwhile.task.door;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.line.Slots;
import dev.meanwhile.task.row.TaskNews;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.row.TaskState;
import dev.meanwhile.task.run.Runs;
import dev.meanwhile.task.work.Endings;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Ends tasks because their user says so.
@Component
class Cancels {
  private final TaskRows rows;
  private final Slots slots;
  private final Endings endings;
  private final Runs runs;
  private final TaskNews news;

  Cancels(TaskRows rows, Slots slots, Endings endings, Runs runs, TaskNews news) {
    this.rows = rows;
    this.slots = slots;
    this.endings = endings;
    this.runs = runs;
    this.news = news;
  }

  /// Ends the user's task now, in one transaction; a try at work is told to stop, and keeps its slot until it has. A task
  /// that ended before stays as it is.
  ///
  /// @throws Problem not found
  @Transactional
  public Task cancel(UserId user, UUID taskId) {
    var slot = slots.lock(user);
    var row = rows.lock(user, taskId).orElseThrow(() -> Problem.notFound("task " + taskId));
    if (row.state().isTerminal()) {
      return row.view(news.withLinks());
    }
    if (row.state() == TaskState.RUNNING) {
      runs.stopAnywhere(taskId);
    }
    return endings.cancel(row, slot);
  }
}

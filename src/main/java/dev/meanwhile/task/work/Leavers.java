package dev.meanwhile.task.work;

import dev.meanwhile.security.user.UserRemoved;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.run.Runs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Stops what runs for a user who is removed. The rows go with the user, so nothing else is left to end.
@Component
class Leavers {
  private final TaskRows rows;
  private final Runs runs;

  Leavers(TaskRows rows, Runs runs) {
    this.rows = rows;
    this.runs = runs;
  }

  @EventListener
  void removed(UserRemoved leaver) {
    rows.openTasks(leaver.user()).forEach(runs::stopAnywhere);
  }
}

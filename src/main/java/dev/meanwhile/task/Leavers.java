package dev.meanwhile.task;

import dev.meanwhile.security.user.UserRemoved;
import dev.meanwhile.store.Signals;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Stops what runs for a user who is removed. The rows go with the user, so nothing else is left to end.
@Component
class Leavers {
  private final TaskRows rows;
  private final Signals signals;

  Leavers(TaskRows rows, Signals signals) {
    this.rows = rows;
    this.signals = signals;
  }

  @EventListener
  void removed(UserRemoved leaver) {
    rows.openTasks(leaver.user())
        .forEach(taskId -> signals.send(Endings.CANCEL, taskId.toString()));
  }
}

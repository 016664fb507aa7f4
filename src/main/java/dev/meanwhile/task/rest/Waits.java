package dev.meanwhile.task.rest;

import dev.meanwhile.UserId;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.door.TaskEnds;
import dev.meanwhile.task.door.Tasks;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Requests that wait for a task's end, bounded in time and number.
@Component
class Waits {
  /// The longest that a request waits.
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final Tasks tasks;
  private final TaskEnds ends;
  private final TaskSettings settings;
  private final Map<UserId, Integer> waiting = new ConcurrentHashMap<>();

  Waits(Tasks tasks, TaskEnds ends, TaskSettings settings) {
    this.tasks = tasks;
    this.ends = ends;
    this.settings = settings;
  }

  /// Waits until the user's task ended or the limit passed; doesn't wait when too many of the user's requests do.
  Task await(UserId user, UUID taskId, Duration limit) throws InterruptedException {
    if (waiting.merge(user, 1, Integer::sum) > settings.waits()) {
      leave(user);
      return tasks.get(user, taskId);
    }
    try {
      return ends.await(user, taskId, limit.compareTo(LONGEST) > 0 ? LONGEST : limit);
    } finally {
      leave(user);
    }
  }

  private void leave(UserId user) {
    waiting.computeIfPresent(user, (_, count) -> count > 1 ? count - 1 : null);
  }
}

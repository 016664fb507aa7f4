package dev.meanwhile.task.door;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.task.Task;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Waits for the ends of tasks, woken by the feed.
@Component
public class TaskEnds {
  private final Tasks tasks;
  private final Feed feed;

  TaskEnds(Tasks tasks, Feed feed) {
    this.tasks = tasks;
    this.feed = feed;
  }

  /// The user's task as it is when it ended, or when the limit has passed.
  ///
  /// @throws Problem not found
  public Task await(UserId user, UUID taskId, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    try (var subscription = feed.subscribe(user)) {
      var task = tasks.get(user, taskId);
      long left = limit.toNanos();
      while (!task.status().isTerminal() && left > 0) {
        subscription.await(Duration.ofNanos(left));
        task = tasks.get(user, taskId);
        left = end - System.nanoTime();
      }
      return task;
    }
  }
}

package dev.meanwhile.task.row;

import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.NewEvent;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskApi;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells what happens to tasks, in their history and in their user's feed, with the current transaction. What is told
/// is counted too.
@Component
public class TaskNews {
  private final Feed feed;
  private final History history;
  private final TaskMeters meters;
  private final TaskApi api;

  TaskNews(Feed feed, History history, TaskMeters meters, TaskApi api) {
    this.feed = feed;
    this.history = history;
    this.meters = meters;
    this.api = api;
  }

  /// A change of state: told in both, and returned as users see it now.
  public Task tell(String type, TaskRow row, Map<String, ?> details) {
    history.add(row.taskId(), type, details);
    meters.count(type, row);
    return publish(type, row);
  }

  /// Told in the history alone.
  public void history(String type, UUID taskId, Map<String, ?> details) {
    history.add(taskId, type, details);
  }

  /// Whether views carry links.
  public boolean withLinks() {
    return api.enabled();
  }

  /// Progress is told but isn't history.
  public Task publish(String type, TaskRow row) {
    var task = row.view(api.enabled());
    feed.tell(new NewEvent(row.user(), type, row.conversationId(), row.taskId(),
        row.turnId() == null
            ? Map.of("task", task)
            : Map.of("task", task, "turn_id", row.turnId())));
    return task;
  }
}

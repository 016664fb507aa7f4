package dev.meanwhile.task.door;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.row.TaskNews;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tasks as users see them.
@Component
class Views {
  private final TaskRows rows;
  private final Places places;
  private final TaskNews news;

  Views(TaskRows rows, Places places, TaskNews news) {
    this.rows = rows;
    this.places = places;
    this.news = news;
  }

  /// The user's task as it is now.
  ///
  /// @throws Problem not found
  Task get(UserId user, UUID taskId) {
    var row = rows.find(user, taskId).orElseThrow(() -> Problem.notFound("task " + taskId));
    return placed(user, row.view(news.withLinks()));
  }

  /// A view with the place in the user's line, if the task is pending.
  Task placed(UserId user, Task task) {
    return places.placed(user, List.of(task)).getFirst();
  }

  /// Views with the places in the user's line.
  List<Task> placed(UserId user, List<TaskRow> found) {
    return places.placed(user, of(found));
  }

  /// Views without places.
  List<Task> of(List<TaskRow> found) {
    return found.stream().map(row -> row.view(news.withLinks())).toList();
  }
}

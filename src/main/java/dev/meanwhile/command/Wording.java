package dev.meanwhile.command;

import dev.meanwhile.task.Task;
import java.util.List;
import java.util.stream.Collectors;

/// How commands speak of tasks. Paths are named only while users may reach them.
final class Wording {
  static final String HELP = """
    Commands need no model:

    - `/testcases [pytest|junit|gherkin|robot|playwright] [RTM]`: test cases for the RTM that follows, or for the project's newest
    - `/rtm [requirements]`: an RTM from the text that follows, or from the attached files
    - `/coverage [project]`: coverage of the project's requirements
    - `/tasks`, `/task ID`: your tasks, or one of them
    - `/cancel ID`, `/retry ID`: stop a task, or run a failed or cancelled one again
    - `/artifacts`: what the project's tasks made
    - `/project NAME`: the project that this conversation works on
    - `/help`: this list""";

  private final boolean api;

  Wording(boolean api) {
    this.api = api;
  }

  String started(Task task) {
    return """
      Started **%s** for project `%s`: task `%s`. You will be told here when it is done; until then ask about it, \
      look at its card, or write `/task %s`.%s%s The result will be among the artifacts of project `%s`."""
        .formatted(words(task.taskType()), task.projectId(), task.taskId(), task.taskId(),
            waiting(task), paths(task), task.projectId());
  }

  private static String waiting(Task task) {
    return task.dependsOn().isEmpty()
        ? ""
        : task.dependsOn().stream().map(id -> "`" + id + "`")
            .collect(Collectors.joining(" and ", " It begins when ", " is done."));
  }

  private String paths(Task task) {
    return api ? " Programs read `GET /api/v1/tasks/%s`.".formatted(task.taskId()) : "";
  }

  String list(List<Task> tasks) {
    return tasks.isEmpty()
        ? "You have no tasks."
        : tasks.stream().map(task -> "- `%s` %s, project `%s`: %s".formatted(task.taskId(),
            words(task.taskType()), task.projectId(), state(task)))
            .collect(Collectors.joining("\n", "Your newest tasks:\n\n", ""));
  }

  String details(Task task) {
    return "Task `%s`, %s, project `%s`: %s".formatted(task.taskId(), words(task.taskType()),
        task.projectId(), state(task));
  }

  String cancelled(Task task) {
    return switch (task.status()) {
      case CANCELLED -> "Task `%s` is cancelled.".formatted(task.taskId());
      case PENDING, RUNNING, COMPLETED, FAILED -> "Task `%s` had ended already: %s"
          .formatted(task.taskId(), state(task));
    };
  }

  private static String state(Task task) {
    var error = task.error();
    return switch (task.status()) {
      case PENDING -> task.queuePosition() == null
          ? "**pending**."
          : "**pending**, number %d in your line.".formatted(task.queuePosition());
      case RUNNING -> "**running**, %d %%: %s.".formatted(task.progress().percentage(),
          task.progress().message());
      case COMPLETED -> "**completed**: %s.".formatted(task.progress().message());
      case FAILED -> "**failed**: %s.".formatted(error == null ? "no reason" : error.message());
      case CANCELLED -> "**cancelled**.";
    };
  }

  private static String words(String type) {
    return type.replace('_', ' ');
  }
}

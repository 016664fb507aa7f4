package dev.meanwhile.llm.embedded;

import dev.meanwhile.llm.embedded.said.Said;
import dev.meanwhile.llm.embedded.wish.Offer;
import dev.meanwhile.llm.embedded.wish.Talk.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Says what a tool answered. Nothing is said that isn't in the answer.
final class Wording {
  private static final int MOST_SHOWN = 3000;
  private static final Map<String, String> TYPES = Map.of("generate_test_cases", "test cases",
      "generate_rtm", "an RTM", "coverage_analysis", "a coverage analysis", "file_processing",
      "reading the file");

  private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

  private Wording() {}

  static String of(Call call) {
    if (call.wantsConfirmation()) {
      return "I have just read text that others may have written, so I ask before I act: shall I go on with `"
          + call.tool() + "`? Say yes or no.";
    }
    if (call.failed()) {
      return "That didn't work: " + call.problem();
    }
    return switch (call.tool()) {
      case Offer.LIST_TASKS -> list(call.result());
      case Offer.GET_TASK -> standing(call.result());
      case Offer.CANCEL_TASK -> cancelled(call);
      case Offer.RETRY_TASK -> "I started it again as a new task. " + started(call.result());
      case Offer.LIST_ARTIFACTS -> artifacts(call.result());
      case Offer.READ_ARTIFACT -> content(call.result());
      default -> started(call.result());
    };
  }

  private static String cancelled(Call call) {
    var status = call.result().path("status").asString("");
    return status.equals("cancelled")
        ? "Task `%s` is cancelled.".formatted(call.taskId())
        : "Task `%s` had ended already: it %s, and stays so.".formatted(call.taskId(),
            status.equals("failed") ? "has failed" : "is " + status);
  }

  static String type(String type) {
    return TYPES.getOrDefault(type, type.replace('_', ' '));
  }

  private static String started(JsonNode task) {
    var type = task.path("task_type").asString("");
    if (task.hasNonNull("error")) {
      return "Task `%s` (%s) ended at once: %s".formatted(task.path("task_id").asString(""),
          type(type), task.at("/error/message").asString(""));
    }
    if (ENDED.contains(task.path("status").asString(""))) {
      return "That ended already.\n" + standing(task);
    }
    var link = task.at("/links/self").asString("");
    return """
      I started %s in the background.
      - Task ID: `%s`
      - Type: %s
      - Project: %s%s

      You can go on meanwhile: ask me how it is doing, or watch its card%s. \
      You'll be told here when it is done, and the result will be among the project's artifacts."""
        .formatted(
            type(type), task.path("task_id").asString(""), type,
            task.path("project_id").asString(""), waiting(task),
            link.isEmpty() ? "" : " or `GET " + link + "`");
  }

  private static String waiting(JsonNode task) {
    var open = task.path("waits_for").valueStream().map(id -> "`" + id.asString("") + "`").toList();
    return open.isEmpty() ? "" : "\n- Begins when completed: " + String.join(", ", open);
  }

  private static String list(JsonNode result) {
    var tasks = result.path("tasks").valueStream().toList();
    if (tasks.isEmpty()) {
      return "You have no such tasks.";
    }
    var more = result.path("more").asBoolean(false) ? "\nThere are more, older ones." : "";
    return "Your tasks, newest first:\n" + tasks(tasks) + more;
  }

  static String tasks(List<JsonNode> tasks) {
    return tasks.stream()
        .map(it -> "- `%s` %s, project %s: %s".formatted(it.path("task_id").asString(""),
            type(it.path("task_type").asString("")), it.path("project_id").asString(""), state(it)))
        .collect(Collectors.joining("\n"));
  }

  private static String state(JsonNode task) {
    var status = task.path("status").asString("");
    var percentage = task.at("/progress/percentage");
    return status.equals("running") && percentage.isNumber()
        ? "running, %d %%".formatted(percentage.asInt())
        : status;
  }

  private static String standing(JsonNode task) {
    var said = new ArrayList<String>();
    said.add("Task `%s` (%s, project %s) is %s.".formatted(task.path("task_id").asString(""),
        type(task.path("task_type").asString("")), task.path("project_id").asString(""),
        state(task)));
    addText(said, "Now: %s.", task.at("/progress/current_step"),
        task.path("status").asString("").equals("running"));
    addText(said, "It is number %s in your line.", task.path("queue_position"), true);
    addText(said, "%s", task.at("/progress/message"), true);
    addText(said, "Reason: %s", task.at("/error/message"), true);
    addResult(said, task.path("result"));
    return String.join("\n", said);
  }

  private static void addResult(List<String> said, JsonNode result) {
    addText(said, "In all: %s.", result.path("total_count"), true);
    var files = result.path("generated_files").valueStream().map(it -> "`" + it.asString("") + "`")
        .toList();
    if (!files.isEmpty()) {
      said.add("Files: " + String.join(", ", files));
    }
  }

  private static void addText(List<String> said, String form, JsonNode value, boolean wanted) {
    if (wanted && value.isValueNode() && !value.isNull() && !value.asString("").isBlank()) {
      said.add(form.formatted(value.asString("")));
    }
  }

  private static String artifacts(JsonNode result) {
    var artifacts = result.path("artifacts").valueStream().toList();
    return artifacts.isEmpty()
        ? "Nothing was made yet."
        : artifacts.stream()
            .map(it -> "- `%s` (%s, version %s), ID `%s`".formatted(it.path("name").asString(""),
                it.path("kind").asString(""), it.path("version").asString(""),
                it.path("artifact_id").asString("")))
            .collect(Collectors.joining("\n", "Here is what was made:\n", ""));
  }

  private static String content(JsonNode artifact) {
    var text = artifact.path("content").asString("");
    boolean cut = text.length() > MOST_SHOWN || artifact.has("next_offset");
    var shown = text.substring(0, Math.min(MOST_SHOWN, text.length())).replace("```", "'''");
    return "`%s`:\n```\n%s\n```%s".formatted(artifact.path("name").asString(""), shown.strip(),
        cut ? "\nThis is only its beginning; the whole file is among the artifacts." : "");
  }

  /// What the server reported, in a line for each task.
  static String news(List<Said.News> news) {
    return news.stream().map(Wording::news).collect(Collectors.joining("\n"));
  }

  private static String news(Said.News news) {
    return news.text().contains(news.taskId())
        ? news.text()
        : "Task `%s` (%s) is %s%s".formatted(news.taskId(), type(news.type()), news.status(),
            news.text().isBlank() ? "." : ": " + news.text());
  }
}

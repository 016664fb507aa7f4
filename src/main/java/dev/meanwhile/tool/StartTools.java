package dev.meanwhile.tool;

import dev.meanwhile.Problem;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.InputSchema;
import dev.meanwhile.task.handler.TaskKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The tools that start tasks, one for each generator. They answer at once.
@Component
class StartTools {
  private static final String NOTE = "Runs in the background. The user will be told when it is "
      + "done. Do not poll, do not guess a result.";

  private final Tasks tasks;
  private final JsonMapper json;
  private final JsonMapper canonical;

  StartTools(Tasks tasks, JsonMapper json) {
    this.tasks = tasks;
    this.json = json;
    this.canonical = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  }

  static String nameOf(TaskKind<?> kind) {
    return (kind.type().equals("file_processing") ? "process_file" : kind.type())
        + "_background_tool";
  }

  List<Tool> tools() {
    return tasks.kinds().stream().map(StartTools::tool).toList();
  }

  private static Tool tool(TaskKind<?> kind) {
    var description = kind.description() + " Starts a background task and answers at once with "
        + "its task ID.";
    return new Tool(nameOf(kind), description, schema(kind));
  }

  private static Map<String, Object> schema(TaskKind<?> kind) {
    var schema = new LinkedHashMap<>(InputSchema.of(kind.input()));
    var properties = new LinkedHashMap<String, Object>();
    properties.put("project_id", Map.of("type", "string", "description",
        "the user's key of the project; left out: the conversation's"));
    properties.putAll(asMap(schema.get("properties")));
    properties.put("depends_on", Map.of("type", "array", "items",
        Map.of("type", "string", "format", "uuid"), "description",
        "IDs of tasks that must complete first"));
    schema.put("properties", properties);
    return schema;
  }

  private static Map<String, Object> asMap(@Nullable Object value) {
    var map = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> raw) {
      raw.forEach((key, member) -> map.put(String.valueOf(key), member));
    }
    return map;
  }

  /// Starts a task.
  ///
  /// @throws Problem what the model or the user can mend
  ToolAnswer start(ToolCaller caller, TaskKind<?> kind, ObjectNode arguments) {
    var input = arguments.deepCopy();
    var project = project(caller, input.remove("project_id"));
    var dependsOn = ids(input.remove("depends_on"));
    var created = tasks.create(new NewTask(caller.user(), kind.type(), project, input,
        NewTask.DEFAULT_PRIORITY, dependsOn, caller.conversationId(), caller.turnId(),
        key(caller, kind, project, arguments)));
    return new ToolAnswer(json.writeValueAsString(answer(caller, created)), created.task().taskId(),
        false);
  }

  private static ProjectKey project(ToolCaller caller, @Nullable JsonNode named) {
    return named == null || named.isNull() || named.asString("").isBlank()
        ? caller.project()
        : new ProjectKey(named.asString("").strip());
  }

  private static List<UUID> ids(@Nullable JsonNode named) {
    var ids = new ArrayList<UUID>();
    if (named != null && named.isArray()) {
      for (int i = 0; i < named.size(); i++) {
        ids.add(Arguments.uuid(named.get(i), "depends_on[%d]".formatted(i)));
      }
    }
    return ids;
  }

  private @Nullable String key(ToolCaller caller, TaskKind<?> kind, ProjectKey project,
      ObjectNode arguments) {
    if (caller.turnId() == null) {
      return null;
    }
    var wish = kind.type() + " " + project + " "
        + canonical.writeValueAsString(canonical.convertValue(arguments, LinkedHashMap.class));
    return "turn:%s:%s".formatted(caller.turnId(),
        UUID.nameUUIDFromBytes(wish.getBytes(StandardCharsets.UTF_8)));
  }

  private Map<String, Object> answer(ToolCaller caller, Tasks.Created created) {
    Task task = created.task();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("task_id", task.taskId());
    answer.put("task_type", task.taskType());
    answer.put("status", task.status());
    answer.put("project_id", task.projectId());
    if (created.replayed()) {
      answer.put("duplicate", true);
    }
    if (task.error() != null) {
      answer.put("error", task.error());
    }
    var open = tasks.of(caller.user(), task.dependsOn()).stream()
        .filter(parent -> !parent.status().isTerminal()).map(Task::taskId).toList();
    if (!open.isEmpty()) {
      answer.put("waits_for", open);
    }
    answer.put("note", NOTE);
    if (task.links() != null) {
      answer.put("links", task.links());
    }
    return answer;
  }
}

package dev.meanwhile.task.rest;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.handler.InputSchema;
import dev.meanwhile.task.handler.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a wish from a request's body: the common fields, and what remains is the generator's input.
@Component
class Wishes {
  private static final List<String> COMMON = List.of("project_id", "priority", "depends_on",
      "conversation_id");

  private final TaskConversations conversations;

  Wishes(TaskConversations conversations) {
    this.conversations = conversations;
  }

  /// @throws Problem bad field
  NewTask read(UserId user, TaskKind<?> kind, ObjectNode body, @Nullable String idempotencyKey) {
    var input = body.deepCopy();
    var project = new ProjectKey(text(input.remove("project_id"), "project_id"));
    int priority = priority(input.remove("priority"));
    var dependsOn = dependsOn(input.remove("depends_on"));
    var conversation = conversation(user, input.remove("conversation_id"));
    refuseUnknown(input, InputSchema.names(kind.input()));
    return new NewTask(user, kind.type(), project, input, priority, dependsOn, conversation, null,
        idempotencyKey);
  }

  /// Names the common fields too: whoever slips in one of them looks for it in the list.
  private static void refuseUnknown(ObjectNode input, List<String> own) {
    input.propertyNames().stream().filter(name -> !own.contains(name)).findFirst()
        .ifPresent(name -> {
          throw Problem.badField(name, "unknown field; known are "
              + Stream.concat(own.stream(), COMMON.stream()).collect(Collectors.joining(", ")));
        });
  }

  private static String text(@Nullable JsonNode node, String field) {
    if (node == null || node.isNull()) {
      throw Problem.badField(field, "is missing");
    }
    if (!node.isString()) {
      throw Problem.badField(field, "must be a string");
    }
    return node.asString();
  }

  private static int priority(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return NewTask.DEFAULT_PRIORITY;
    }
    if (!node.isInt()) {
      throw Problem.badField("priority", "must be a whole number between 1 and 9");
    }
    return node.asInt();
  }

  private static List<UUID> dependsOn(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw Problem.badField("depends_on", "must be a list of task IDs");
    }
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < node.size(); i++) {
      ids.add(uuid(node.get(i), "depends_on[%d]".formatted(i)));
    }
    return ids;
  }

  private @Nullable UUID conversation(UserId user, @Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    var id = uuid(node, "conversation_id");
    if (!conversations.exists(user, id)) {
      throw Problem.badField("conversation_id", "no conversation " + id);
    }
    return id;
  }

  static UUID uuid(JsonNode node, String field) {
    try {
      return UUID.fromString(text(node, field));
    } catch (IllegalArgumentException _) {
      throw Problem.badField(field, "isn't an ID");
    }
  }
}

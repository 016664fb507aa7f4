package dev.meanwhile.task;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A wish for a task.
///
/// @param type a task type in any case
/// @param input what its handler reads, without the common fields
/// @param priority 1–9, 9 first
/// @param dependsOn own tasks that must complete first, 20 at the most
/// @param conversationId where its end is told
/// @param turnId the turn that started it
/// @param idempotencyKey the same key and wish again gives the same task
public record NewTask(UserId user, String type, ProjectKey project, ObjectNode input, int priority,
    List<UUID> dependsOn, @Nullable UUID conversationId, @Nullable UUID turnId,
    @Nullable String idempotencyKey) {
  /// The priority of a wish that names none.
  public static final int DEFAULT_PRIORITY = 5;
  /// How many tasks a wish may name as its dependencies.
  public static final int MOST_DEPENDENCIES = 20;
  static final int LONGEST_KEY = 200;

  public NewTask {
    if (priority < 1 || priority > 9) {
      throw Problem.badField("priority", priority + " isn't between 1 and 9");
    }
    if (dependsOn.size() > MOST_DEPENDENCIES) {
      throw Problem.badField("depends_on",
          "%d tasks, the most is %d".formatted(dependsOn.size(), MOST_DEPENDENCIES));
    }
    if (idempotencyKey != null
        && (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY)) {
      throw Problem.badField("Idempotency-Key",
          "must have 1 to %d characters".formatted(LONGEST_KEY));
    }
    dependsOn = List.copyOf(dependsOn);
  }

  /// A wish with the default priority that depends on nothing and belongs to no conversation.
  public static NewTask of(UserId user, String type, ProjectKey project, ObjectNode input) {
    return new NewTask(user, type, project, input, DEFAULT_PRIORITY, List.of(), null, null, null);
  }
}

package dev.meanwhile.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A task as users see it, at one moment.
///
/// @param result what it made; set when completed
/// @param error why it ended badly; set when failed, or cancelled by a dependency
/// @param priority 1–9, 9 first, within the user's own line
/// @param attempt the number of the current try, from 1; rises when a try failed or died
/// @param queuePosition the place in the user's own line, 1 is next; set while pending, where it was asked for
/// @param etaSeconds an estimate of the seconds until the start; null without experience
/// @param version rises with each change
/// @param expiresAt when it may be removed; set when terminal
/// @param links absent when the task API is off
public record Task(UUID taskId, UserId userId, ProjectKey projectId, @Nullable UUID conversationId,
    String taskType, TaskStatus status, Instant createdAt, @Nullable Instant startedAt,
    @Nullable Instant completedAt, @Nullable ObjectNode result, @Nullable TaskError error,
    Progress progress, int priority, int attempt, int maxAttempts, @Nullable UUID retryOf,
    List<UUID> dependsOn, @Nullable Integer queuePosition, @Nullable Integer etaSeconds,
    @Nullable Usage usage, int version, @Nullable Instant expiresAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Links links) {

  /// Where more is to be had.
  public record Links(String self, String artifacts, String events) {
    /// The links of a task.
    public static Links of(UUID taskId) {
      String self = "/api/v1/tasks/" + taskId;
      return new Links(self, self + "/artifacts", self + "/events");
    }
  }

  /// The same task with its place in the line.
  public Task inLine(int position, @Nullable Integer eta) {
    return new Task(taskId, userId, projectId, conversationId, taskType, status, createdAt,
        startedAt, completedAt, result, error, progress, priority, attempt, maxAttempts, retryOf,
        dependsOn, position, eta, usage, version, expiresAt, links);
  }
}

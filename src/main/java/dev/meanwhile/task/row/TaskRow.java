package dev.meanwhile.task.row;

import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.Progress;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.Usage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A row of the table `task`: what users see and what the engine needs beside it.
///
/// @param ticket the epoch at which the row was queued last: a ticket for another one is void
/// @param epoch rises with every start and every forced end, and fences
public record TaskRow(UUID taskId, UserId user, ProjectKey project, @Nullable UUID conversationId,
    @Nullable UUID turnId, String type, TaskState state, int priority, boolean holdsSlot,
    int ticket, ObjectNode input, @Nullable ObjectNode result, @Nullable TaskError error,
    Progress progress, int openDependencies, int epoch, int attempt, int maxAttempts,
    @Nullable UUID retryOf, @Nullable String node, @Nullable Usage usage, int version,
    Instant createdAt, @Nullable Instant startedAt, @Nullable Instant completedAt,
    @Nullable Instant expiresAt, List<UUID> dependsOn) {

  /// The row once it has ended; what it was before is the row that was locked.
  TaskRow ended(Moves.End end) {
    return new TaskRow(taskId, user, project, conversationId, turnId, type, end.state(), priority,
        holdsSlot && end.keepSlot(), ticket, input, end.result(), end.error(), end.progress(),
        openDependencies, epoch + 1, attempt, maxAttempts, retryOf, node, usage, version + 1,
        createdAt, startedAt, end.now(), end.expires(), dependsOn);
  }

  /// The row of a try that still runs: all that its epoch doesn't fence may have changed.
  TaskRow now(Progress made, @Nullable Usage spent, int changes) {
    return new TaskRow(taskId, user, project, conversationId, turnId, type, state, priority,
        holdsSlot, ticket, input, result, error, made, openDependencies, epoch, attempt,
        maxAttempts, retryOf, node, spent, changes, createdAt, startedAt, completedAt, expiresAt,
        dependsOn);
  }

  /// The task as its user sees it, without a place in the line.
  public Task view(boolean withLinks) {
    return new Task(taskId, user, project, conversationId, type, state.status(), createdAt,
        startedAt, completedAt, result, error, progress, priority, attempt, maxAttempts, retryOf,
        dependsOn, null, null, usage, version, expiresAt,
        withLinks ? Task.Links.of(taskId) : null);
  }
}

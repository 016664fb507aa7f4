package dev.meanwhile.task.handler;

import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.util.List;
import java.util.UUID;

/// A generator. A Spring bean of this type is all that the engine, the API and the agent need to offer it.
///
/// The engine runs it at least once: work worth keeping goes into [TaskRun#step], and nothing but the outcome may have
/// an effect outside.
///
/// @param <I> its input
public interface TaskHandler<I extends Record> {

  /// What it offers. Constant.
  TaskKind<I> kind();

  /// The tasks whose results it reads; the new task depends on them.
  default List<UUID> dependencies(I input) {
    return List.of();
  }

  /// Checks the input against the user's world when the task is created, in the caller's request.
  ///
  /// @throws dev.meanwhile.Problem naming the field
  default void check(UserId user, ProjectKey project, I input) {}

  /// Does the work, on a platform thread of its own that is interrupted when the task is cancelled.
  ///
  /// @throws TransientFailure when another try may help
  /// @throws PermanentFailure when it won't; so does a [dev.meanwhile.Problem]
  TaskOutcome run(I input, TaskRun run) throws Exception;
}

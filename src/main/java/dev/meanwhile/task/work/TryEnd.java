package dev.meanwhile.task.work;

import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.handler.TaskOutcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a try ended.
sealed interface TryEnd {
  /// The handler made an outcome.
  record Done(TaskOutcome outcome) implements TryEnd {}

  /// Another try won't help.
  record Failed(TaskError error) implements TryEnd {}

  /// Another try may help.
  ///
  /// @param retryAfter what the other side asked for, if it did
  record TryLater(TaskError error, @Nullable Duration retryAfter) implements TryEnd {}

  /// The node stops before the handler was done.
  record Handed() implements TryEnd {}

  /// The task ended without it, or another try took over.
  record Fenced() implements TryEnd {}
}

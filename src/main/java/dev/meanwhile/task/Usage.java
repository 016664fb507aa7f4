package dev.meanwhile.task;

import org.jspecify.annotations.Nullable;

/// What a task's model calls came to.
///
/// @param model the name of the model asked last
/// @param calls finished calls
public record Usage(String model, int calls, long inputTokens, long outputTokens) {

  /// Both together, under the model asked last.
  public static Usage sum(@Nullable Usage before, Usage more) {
    return before == null
        ? more
        : new Usage(more.model, before.calls + more.calls, before.inputTokens + more.inputTokens,
            before.outputTokens + more.outputTokens);
  }
}

package dev.meanwhile.task.operations;

import dev.meanwhile.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task that doesn't get on.
///
/// @param state as the engine sees it: `waiting`, `queued`, `running`, or how it ended
/// @param reason one of the words of [Reason]
/// @param detail the reason in words, with figures
/// @param since since when, as far as the store knows
/// @param node the node that has or had it
record Stuck(UUID taskId, String taskType, UserId userId, String state, Instant createdAt,
    int attempt, @Nullable String node, Reason reason, String detail, @Nullable Instant since) {}

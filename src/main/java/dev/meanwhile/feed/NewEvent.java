package dev.meanwhile.feed;

import dev.meanwhile.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event that the current transaction is about to tell; it gets its number when the transaction commits.
///
/// @param body anything that becomes a JSON object
public record NewEvent(UserId user, String type, @Nullable UUID conversationId,
    @Nullable UUID taskId, Object body) {}

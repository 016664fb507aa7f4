package dev.meanwhile.chat;

import dev.meanwhile.project.ProjectKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A user's conversation.
///
/// @param title the user's own, else the beginning of the first message
/// @param projectId the project that its tasks belong to unless a message names another
/// @param updatedAt when its last message came
public record Conversation(UUID conversationId, String title, @Nullable ProjectKey projectId,
    Instant createdAt, Instant updatedAt) {}

package dev.meanwhile.chat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A message of a conversation.
///
/// @param seq its place, from 1
/// @param role `user`, `assistant`, or `notice` for the end of a task
/// @param content Markdown for an assistant and a notice, plain text for a user
/// @param taskIds the tasks that it started or tells of
public record Message(UUID messageId, int seq, String role, String content, List<UUID> taskIds,
    Instant createdAt) {}

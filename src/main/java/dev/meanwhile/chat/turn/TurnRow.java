package dev.meanwhile.chat.turn;

import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the table `turn`.
///
/// @param epoch fences: only the turn's own start may end it
/// @param userSeq the place of the message that it answers
/// @param replySeq the place of its reply, taken when it starts
record TurnRow(UUID turnId, UUID conversationId, UserId user, TurnState state,
    @Nullable String node, int epoch, String draft, @Nullable ProjectKey project,
    List<UUID> fileIds, int userSeq, @Nullable Integer replySeq) {}

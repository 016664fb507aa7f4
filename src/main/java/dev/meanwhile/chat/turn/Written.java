package dev.meanwhile.chat.turn;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a turn came to, before it is stored.
///
/// @param state how it ended
/// @param reply what the user reads, also when it failed
/// @param exchange the turn as the model saw it, a JSON array; null when nothing of it may be remembered
/// @param taskIds the tasks that it started
/// @param answered those of them whose end the reply tells
/// @param error why it failed, for people
/// @param told the notices that the model has now been told, by their places
record Written(TurnState state, String reply, @Nullable String exchange, List<UUID> taskIds,
    List<UUID> answered, @Nullable String error, @Nullable String promptHash,
    @Nullable Integer tokens,
    List<Integer> told) {}

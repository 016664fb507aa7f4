package dev.meanwhile.agent;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a turn came to. The news of the request count as told, however it ended.
///
/// @param reply what the user reads, also when it failed; names every task that was started
/// @param exchange the turn as the model saw it, a JSON array of messages; always a whole, valid exchange
/// @param startedTasks in the order they were started
/// @param answeredTasks those of them whose end the model was told
/// @param failure why it failed, one sentence for people
/// @param inputTokens of all calls, 0 when the server doesn't say
/// @param outputTokens of all calls, 0 when the server doesn't say
/// @param promptHash of the system prompt
public record TurnOutcome(Ending ending, String reply, String exchange, List<UUID> startedTasks,
    List<UUID> answeredTasks, @Nullable String failure, long inputTokens, long outputTokens,
    String promptHash) {

  /// How a turn ends.
  public enum Ending {
    /// With a whole reply.
    COMPLETED,
    /// Without one, because of the model, the time, or a fault of ours.
    FAILED,
    /// Because the user stopped it.
    CANCELLED
  }

  public TurnOutcome {
    startedTasks = List.copyOf(startedTasks);
    answeredTasks = List.copyOf(answeredTasks);
  }
}

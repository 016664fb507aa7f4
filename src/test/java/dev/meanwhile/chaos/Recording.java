package dev.meanwhile.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that a run left behind: what the store recorded, what the trials noted, what the clients were told.
record Recording(List<Task> tasks, List<Entry> history, List<Told> feed, Map<String, Long> heads,
    List<Message> messages, List<Turn> turns, List<Step> steps, List<Diary.Line> diary,
    Promised promised, Leftovers leftovers) {

  /// A row of `task`.
  ///
  /// @param plan of a [Trial], empty for other tasks
  /// @param error its code
  /// @param fallenWith the task that this one fell with
  /// @param artifacts versions of artifacts that bear its ID
  record Task(UUID id, String user, String name, List<String> plan, String state, int attempt,
      int maxAttempts, boolean holdsSlot, @Nullable UUID conversation, @Nullable UUID retryOf,
      @Nullable String error, @Nullable UUID fallenWith, int artifacts) {
    boolean isTrial() {
      return !plan.isEmpty();
    }

    boolean isTerminal() {
      return Set.of("completed", "failed", "cancelled").contains(state);
    }
  }

  /// A row of `task_event`.
  ///
  /// @param attempt 0 if the entry doesn't say
  record Entry(UUID task, int seq, String type, int attempt, boolean handedOver, String step) {}

  /// A row of `feed_event`.
  ///
  /// @param message the ID of the message that it tells
  record Told(String user, long seq, String type, @Nullable UUID task, @Nullable UUID conversation,
      @Nullable UUID message, @Nullable UUID turn) {}

  /// A row of `message`.
  record Message(UUID id, UUID conversation, String user, int seq, String role,
      @Nullable UUID turn, List<UUID> tasks) {}

  /// A row of `turn`.
  record Turn(UUID id, UUID conversation, String user, String state, String clientId) {}

  /// A row of `task_step`.
  record Step(UUID task, String key, int epoch, String token) {}

  /// What is left once nothing moves any more.
  ///
  /// @param tickets rows of `scheduled_tasks`
  /// @param waiting what `user_slot` says by user
  /// @param counted tasks in line by user
  record Leftovers(long tickets, Map<String, Integer> waiting, Map<String, Integer> counted) {}

  /// What clients were told.
  ///
  /// @param accepted tasks by the key they were asked for with; several if the key was answered with several
  /// @param retries retry by the task that was retried
  /// @param cancels the status that the answer to a cancel gave
  /// @param turns by client ID
  /// @param surprises answers that the contract doesn't know
  record Promised(Map<String, Set<UUID>> accepted, Map<UUID, Set<UUID>> retries,
      Map<UUID, String> cancels, Map<String, Set<UUID>> turns, List<String> surprises) {}
}

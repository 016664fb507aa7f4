package dev.meanwhile.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Notes what the clients are told, from many threads.
final class Promises {
  private final Map<String, Set<UUID>> accepted = new ConcurrentHashMap<>();
  private final Map<UUID, Set<UUID>> retries = new ConcurrentHashMap<>();
  private final Map<UUID, String> cancels = new ConcurrentHashMap<>();
  private final Map<String, Set<UUID>> turns = new ConcurrentHashMap<>();
  private final List<String> surprises = new CopyOnWriteArrayList<>();

  void accepted(String key, UUID task) {
    accepted.computeIfAbsent(key, _ -> ConcurrentHashMap.newKeySet()).add(task);
  }

  void retried(UUID task, UUID retry) {
    retries.computeIfAbsent(task, _ -> ConcurrentHashMap.newKeySet()).add(retry);
  }

  void cancelled(UUID task, String status) {
    cancels.put(task, status);
  }

  void queued(String clientId, UUID turn) {
    turns.computeIfAbsent(clientId, _ -> ConcurrentHashMap.newKeySet()).add(turn);
  }

  void surprise(String answer) {
    surprises.add(answer);
  }

  /// Of a test that looks for itself at what it was told.
  static Recording.Promised none() {
    return new Promises().all();
  }

  Recording.Promised all() {
    return new Recording.Promised(Map.copyOf(accepted), Map.copyOf(retries), Map.copyOf(cancels),
        Map.copyOf(turns), List.copyOf(surprises));
  }
}

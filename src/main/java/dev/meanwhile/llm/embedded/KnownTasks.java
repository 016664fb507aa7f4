package dev.meanwhile.llm.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The tasks that the conversation has spoken of, as far as tools and the server's news have told.
final class KnownTasks {
  static final Pattern ID = Pattern
      .compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");

  /// A task as last heard of.
  record Known(String id, String type, String status) {
    boolean isOver() {
      return wasCompleted() || canBeRetried();
    }

    boolean wasCompleted() {
      return status.equals("completed");
    }

    boolean canBeRetried() {
      return status.equals("failed") || status.equals("cancelled");
    }
  }

  private final Map<String, Known> byId = new LinkedHashMap<>();

  static KnownTasks in(Talk talk) {
    var known = new KnownTasks();
    for (var turn : talk.newestFirst().reversed()) {
      turn.said().news().forEach(it -> known.heard(it.taskId(), it.type(), it.status()));
      turn.calls().stream().filter(it -> !it.taskId().isEmpty())
          .forEach(it -> known.heard(it.taskId(),
              it.result().path("task_type").asString(""), it.result().path("status").asString("")));
    }
    return known;
  }

  private void heard(String id, String type, String status) {
    var old = byId.remove(id);
    byId.put(id, new Known(id, type.isEmpty() && old != null ? old.type() : type, status));
  }

  Optional<Known> newest(Predicate<Known> like) {
    return newestFirst().stream().filter(like).findFirst();
  }

  /// The task that a user means: the newest that fits, or the first, which is meant whatever its state is.
  Optional<Known> meant(Which which, Predicate<Known> like) {
    var ofType = newestFirst().stream().filter(it -> which.fits(it.type()));
    return which.first()
        ? ofType.min(Comparator.comparing(Known::id))
        : ofType.filter(like).findFirst();
  }

  Optional<Known> newest() {
    return newest(_ -> true);
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }

  private List<Known> newestFirst() {
    return new ArrayList<>(byId.values()).reversed();
  }
}

package dev.meanwhile.llm.embedded.wish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The tasks that the conversation has spoken of, as far as tools and the server's news have told.
public final class KnownTasks {
  static final Pattern ID = Pattern
      .compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");

  /// A task as last heard of.
  public record Known(String id, String type, String status) {
    /// Whether it has ended, well or not.
    public boolean isOver() {
      return wasCompleted() || canBeRetried();
    }

    /// Whether it made its result.
    public boolean wasCompleted() {
      return status.equals("completed");
    }

    /// Whether it ended without a result.
    public boolean canBeRetried() {
      return status.equals("failed") || status.equals("cancelled");
    }
  }

  private final Map<String, Known> byId = new LinkedHashMap<>();

  /// Those of this conversation.
  public static KnownTasks in(Talk talk) {
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

  /// The one last heard of that is like this.
  public Optional<Known> newest(Predicate<Known> like) {
    return newestFirst().stream().filter(like).findFirst();
  }

  /// The task that a user means: the newest that fits, or the first, which is meant whatever its state is.
  public Optional<Known> meant(Which which, Predicate<Known> like) {
    var ofType = newestFirst().stream().filter(it -> which.fits(it.type()));
    return which.first()
        ? ofType.min(Comparator.comparing(Known::id))
        : ofType.filter(like).findFirst();
  }

  /// The one last heard of.
  public Optional<Known> newest() {
    return newest(_ -> true);
  }

  /// Whether a task of this ID was spoken of.
  public boolean has(String id) {
    return byId.containsKey(id);
  }

  private List<Known> newestFirst() {
    return new ArrayList<>(byId.values()).reversed();
  }
}

package dev.meanwhile.task.row;

import dev.meanwhile.task.TaskStatus;
import java.util.Locale;
import java.util.Set;

/// How a task stands, as the engine sees it: `waiting` has no slot, `queued` has a slot and a ticket.
public enum TaskState {
  WAITING, QUEUED, RUNNING, COMPLETED, FAILED, CANCELLED;

  /// Whether the task never changes again.
  public boolean isTerminal() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }

  boolean canBecome(TaskState next) {
    return nexts().contains(next);
  }

  /// Refuses a move that the state machine doesn't have: whoever asks for it has a bug.
  void checkCanBecome(TaskState next) {
    if (!canBecome(next)) {
      throw new IllegalStateException(this + " can't become " + next);
    }
  }

  private Set<TaskState> nexts() {
    return switch (this) {
      case WAITING -> Set.of(QUEUED, FAILED, CANCELLED);
      case QUEUED -> Set.of(RUNNING, FAILED, CANCELLED);
      case RUNNING -> Set.of(RUNNING, WAITING, COMPLETED, FAILED, CANCELLED);
      case COMPLETED, FAILED, CANCELLED -> Set.of();
    };
  }

  /// What users see of it.
  public TaskStatus status() {
    return switch (this) {
      case WAITING, QUEUED -> TaskStatus.PENDING;
      case RUNNING -> TaskStatus.RUNNING;
      case COMPLETED -> TaskStatus.COMPLETED;
      case FAILED -> TaskStatus.FAILED;
      case CANCELLED -> TaskStatus.CANCELLED;
    };
  }

  /// The state in lower case, as it stands in the store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TaskState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}

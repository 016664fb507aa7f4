package dev.meanwhile.task;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.meanwhile.Problem;
import java.util.Arrays;
import java.util.Locale;

/// How a task stands, as users see it.
public enum TaskStatus {
  /// Accepted, not started: waits for a slot, a dependency or its next try.
  PENDING,
  /// A node works on it.
  RUNNING,
  /// Ended well; its result and artifacts are there.
  COMPLETED,
  /// Ended badly; its error says why.
  FAILED,
  /// Ended because somebody asked for it, or because a task it depended on was cancelled.
  CANCELLED;

  /// The status in lower case, as it stands in JSON.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the task never changes again.
  public boolean isTerminal() {
    return this != PENDING && this != RUNNING;
  }

  /// The status of a word in any case.
  ///
  /// @throws Problem bad field `status`
  public static TaskStatus of(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equalsIgnoreCase(word)).findAny()
        .orElseThrow(() -> Problem.badField("status",
            "\"%s\" is none of pending, running, completed, failed, cancelled".formatted(word)));
  }
}

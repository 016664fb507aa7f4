package dev.meanwhile.llm.gate;

import java.util.Locale;

/// Who a model call is made for.
public enum Lane {
  /// A person waits for the reply.
  TURN,
  /// A background task.
  TASK;

  /// The lane's name in metrics.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

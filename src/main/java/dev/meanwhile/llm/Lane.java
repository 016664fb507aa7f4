package dev.meanwhile.llm;

import java.util.Locale;

/// Who a model call is made for.
enum Lane {
  /// A person waits for the reply.
  TURN,
  /// A background task.
  TASK;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

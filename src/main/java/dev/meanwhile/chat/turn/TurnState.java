package dev.meanwhile.chat.turn;

import java.util.Locale;

/// How a turn stands. A turn whose node died is never run again: it ends `failed`.
enum TurnState {
  QUEUED, RUNNING, COMPLETED, FAILED, CANCELLED;

  boolean isTerminal() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }

  boolean canBecome(TurnState next) {
    return switch (this) {
      case QUEUED -> next == RUNNING;
      case RUNNING -> next.isTerminal();
      case COMPLETED, FAILED, CANCELLED -> false;
    };
  }

  /// Refuses a move that the state machine doesn't have: whoever asks for it has a bug.
  void checkCanBecome(TurnState next) {
    if (!canBecome(next)) {
      throw new IllegalStateException(this + " can't become " + next);
    }
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TurnState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}

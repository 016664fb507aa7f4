package dev.meanwhile.chaos;

/// A broken promise.
///
/// @param what with the IDs that it is about
record Violation(Kind kind, String what) {
  /// The promises.
  enum Kind {
    /// An accepted task isn't in the store.
    LOST_TASK,
    /// A task hasn't ended.
    NOT_ENDED,
    /// More than one end, or something after it.
    ENDED_TWICE,
    /// An end that the task's input doesn't lead to.
    WRONG_END,
    /// A move that the state machine doesn't know.
    ILLEGAL_MOVE,
    /// The counter of tries fell, jumped, passed its limit, or counted a hand-over.
    WRONG_ATTEMPT,
    /// The feed tells another story than the history.
    FEED_DIFFERS,
    /// A feed's numbers have a gap.
    FEED_GAP,
    /// A step was done again though its result was stored, or an outdated try's result was stored.
    STEP_REPEATED,
    /// A retry did again what the task before had finished.
    RETRY_REPEATED,
    /// Artifacts without the end, or the end without or with doubled artifacts.
    WRONG_ARTIFACTS,
    /// An end that was told never or twice, or elsewhere.
    WRONG_NOTICE,
    /// A cancel that was answered but didn't hold.
    CANCEL_UNDONE,
    /// One key, several tasks.
    DOUBLED_TASK,
    /// A turn that didn't end once, with at most one reply.
    WRONG_TURN,
    /// A slot, a place in line or a ticket that nobody needs any more.
    LEAK,
    /// An answer that the contract doesn't know.
    WRONG_ANSWER
  }

  @Override
  public String toString() {
    return kind + ": " + what;
  }
}

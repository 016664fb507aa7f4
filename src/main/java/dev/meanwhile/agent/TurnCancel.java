package dev.meanwhile.agent;

import dev.meanwhile.llm.call.Cancellation;

/// Stops one turn from any thread: a call of the model ends at once, a tool that runs is let finish, no other begins.
public final class TurnCancel {
  private final Cancellation calls = new Cancellation();
  private volatile boolean expired;

  /// A turn that nobody has stopped.
  public TurnCancel() {}

  /// Stops the turn, also before it has begun.
  public void cancel() {
    calls.cancel();
  }

  void expire() {
    expired = !calls.isCancelled();
    calls.cancel();
  }

  boolean isStopped() {
    return calls.isCancelled();
  }

  boolean isExpired() {
    return expired;
  }

  Cancellation calls() {
    return calls;
  }
}

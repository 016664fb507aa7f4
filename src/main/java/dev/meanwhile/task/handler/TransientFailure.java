package dev.meanwhile.task.handler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A try failed in a way that may pass: the engine tries again after a back-off.
public final class TransientFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final @Nullable Duration retryAfter;

  /// @param code a stable word, for example `model_unavailable`
  /// @param message what a person reads
  /// @param retryAfter what the other side asked for, if it did
  public TransientFailure(String code, String message, @Nullable Duration retryAfter) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /// The stable word.
  public String code() {
    return code;
  }

  /// What the other side asked for, if it did.
  @Nullable
  public Duration retryAfter() {
    return retryAfter;
  }
}

package dev.meanwhile.llm.call;

import dev.langchain4j.exception.UnresolvedModelServerException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A model call that didn't bring a whole, usable reply. The message is fit for users: it never holds a key, an address
/// or what the provider wrote.
public final class ModelFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Why there is no reply, and whether trying again may help.
  public enum Reason {
    /// Too many calls wait at the gate, or this one waited too long.
    BUSY(true),
    /// The provider asks for fewer calls.
    RATE_LIMITED(true),
    /// The provider can't be reached or failed.
    UNAVAILABLE(true),
    /// No first byte, silence in the stream, or the reply took too long in all.
    TIMED_OUT(true),
    /// The reply ended before it was whole.
    CUT_OFF(true),
    /// The provider refused the request as it is: a wrong key, model or request.
    REFUSED(false),
    /// A whole reply that can't be used.
    UNUSABLE(false),
    /// The caller stopped it.
    CANCELLED(false);

    private final boolean isTransient;

    Reason(boolean isTransient) {
      this.isTransient = isTransient;
    }
  }

  private static final String BASE_URL = "meanwhile.llm.base-url";

  private final Reason reason;
  private final @Nullable Duration retryAfter;
  private final boolean isBadRequest;

  /// A failure that says all there is to say.
  ///
  /// @param message is shown to people
  public ModelFailure(Reason reason, String message) {
    this(reason, message, null, null);
  }

  /// A failure with what the provider asked for and what lies below.
  public ModelFailure(Reason reason, String message, @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    this(reason, message, retryAfter, cause, false);
  }

  private ModelFailure(Reason reason, String message, @Nullable Duration retryAfter,
      @Nullable Throwable cause,
      boolean isBadRequest) {
    super(message, cause);
    this.reason = reason;
    this.retryAfter = retryAfter;
    this.isBadRequest = isBadRequest;
  }

  /// The server refused with a status that no repetition changes. Which setting is wrong, an operator is told here; what
  /// the server wrote, in the log.
  public static ModelFailure refused(int status) {
    return new ModelFailure(Reason.REFUSED,
        "The model's server %s (status %d).".formatted(refusal(status), status), null, null,
        status == 400 || status == 422);
  }

  private static String refusal(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> "is elsewhere: an operator can correct " + BASE_URL;
      case 401, 403 -> "doesn't accept the key: an operator can correct meanwhile.llm.api-key";
      case 404, 405, 410 -> "knows no such address or model: an operator can correct " + BASE_URL
          + " or meanwhile.llm.model";
      default -> "refused the request";
    };
  }

  /// What answers doesn't speak a model's protocol.
  public static ModelFailure notAModel() {
    return new ModelFailure(Reason.UNUSABLE, "What answers isn't a model's server, or doesn't "
        + "stream replies. An operator can correct " + BASE_URL + ".");
  }

  /// Finds the failure in what a library made of it; anything unknown counts as an unusable reply.
  public static ModelFailure from(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ModelFailure failure) {
        return failure;
      }
      if (cause instanceof UnresolvedModelServerException) {
        return new ModelFailure(Reason.UNAVAILABLE,
            "The model's server can't be found. An operator can correct " + BASE_URL + ".",
            null, thrown);
      }
    }
    return new ModelFailure(Reason.UNUSABLE, "The model's reply can't be read.", null, thrown);
  }

  /// The answer broke off.
  public static ModelFailure cutOff(@Nullable Throwable cause) {
    return new ModelFailure(Reason.CUT_OFF, "The model's reply was cut off.", null, cause);
  }

  /// The call was stopped by whoever made it.
  public static ModelFailure cancelled() {
    return new ModelFailure(Reason.CANCELLED, "The model call was stopped.");
  }

  /// Whether the server refused what was asked, not who asked: a simpler request may pass.
  public boolean isBadRequest() {
    return isBadRequest;
  }

  /// What went wrong.
  public Reason reason() {
    return reason;
  }

  /// A stable word for programs, for example `model_rate_limited`.
  public String code() {
    return "model_" + reason.name().toLowerCase(java.util.Locale.ROOT);
  }

  /// Whether the same call may succeed later.
  public boolean isTransient() {
    return reason.isTransient;
  }

  /// When the provider wants to be asked again, if it said so.
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}

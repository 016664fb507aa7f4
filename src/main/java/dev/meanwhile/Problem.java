package dev.meanwhile;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A failure that the caller can act on. Thrown anywhere, turned into the door's own form once: problem details over
/// HTTP, a sentence in a tool answer or a chat line.
///
/// The message is shown to the caller: it names the field or limit, and never holds SQL, class names or secrets.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What went wrong, with the HTTP status that says so.
  public enum Kind {
    BAD_REQUEST(400), UNAUTHENTICATED(401), FORBIDDEN(403), CROSS_ORIGIN(403), NOT_FOUND(404),
    CONFLICT(409), TOO_LARGE(
        413),
    UNSUPPORTED_TYPE(415), IDEMPOTENCY_MISMATCH(422), UNREADABLE(422), QUOTA(429), UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /// The HTTP status of this kind.
    public int status() {
      return status;
    }

    /// The kind in lower case, as clients see it in `code` and `type`.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A field of the request that is wrong.
  ///
  /// @param field the field as the client wrote it, for example `depends_on[2]`
  /// @param message what is wrong with it
  public record FieldError(String field, String message) {}

  private final Kind kind;
  private final String code;
  private final transient List<FieldError> errors;
  private final @Nullable Duration retryAfter;

  private Problem(Kind kind, String code, String message, List<FieldError> errors,
      @Nullable Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  /// One field is wrong: 400 with its name.
  public static Problem badField(String field, String message) {
    return badFields(List.of(new FieldError(field, message)));
  }

  /// Several fields are wrong: 400 with their names.
  public static Problem badFields(List<FieldError> errors) {
    var first = errors.getFirst();
    return new Problem(Kind.BAD_REQUEST, "bad_field", first.field() + ": " + first.message(),
        errors, null);
  }

  /// The request as a whole is wrong: 400.
  public static Problem badRequest(String message) {
    return of(Kind.BAD_REQUEST, message);
  }

  /// Nobody is signed in: 401.
  public static Problem unauthenticated(String message) {
    return of(Kind.UNAUTHENTICATED, message);
  }

  /// The path is for admins: 403.
  public static Problem forbidden(String message) {
    return of(Kind.FORBIDDEN, message);
  }

  /// A browser sent the request from another site: 403.
  public static Problem crossOrigin(String message) {
    return of(Kind.CROSS_ORIGIN, message);
  }

  /// It doesn't exist, or isn't the caller's, which looks the same: 404.
  ///
  /// @param what for example `task 0198…`
  public static Problem notFound(String what) {
    return of(Kind.NOT_FOUND, "no " + what);
  }

  /// The state forbids it: 409.
  public static Problem conflict(String message) {
    return of(Kind.CONFLICT, message);
  }

  /// Over a limit, which the message names with its unit: 413.
  public static Problem tooLarge(String message) {
    return of(Kind.TOO_LARGE, message);
  }

  /// A media type or file type that isn't supported: 415.
  public static Problem unsupportedType(String message) {
    return of(Kind.UNSUPPORTED_TYPE, message);
  }

  /// The same idempotency key with another body: 422.
  public static Problem idempotencyMismatch(String message) {
    return of(Kind.IDEMPOTENCY_MISMATCH, message);
  }

  /// A document that can't be read, with the reason: 422.
  public static Problem unreadable(String message) {
    return of(Kind.UNREADABLE, message);
  }

  /// What the request started has failed: 422 with the failure's own code.
  public static Problem failed(String code, String message) {
    return new Problem(Kind.UNREADABLE, code, message, List.of(), null);
  }

  /// A quota is used up: 429.
  ///
  /// @param quota the setting's name, for example `per-user-pending`; becomes the code
  /// @param retryAfter when trying again may help
  public static Problem quota(String quota, String message, Duration retryAfter) {
    return new Problem(Kind.QUOTA, "quota_" + quota.replace('-', '_'), message, List.of(),
        retryAfter);
  }

  /// Draining, or the store is away: 503.
  public static Problem unavailable(String message, Duration retryAfter) {
    return new Problem(Kind.UNAVAILABLE, Kind.UNAVAILABLE.code(), message, List.of(), retryAfter);
  }

  private static Problem of(Kind kind, String message) {
    return new Problem(kind, kind.code(), message, List.of(), null);
  }

  /// What went wrong.
  public Kind kind() {
    return kind;
  }

  /// A stable word for programs, for example `bad_field` or `quota_per_user_pending`.
  public String code() {
    return code;
  }

  /// What a person reads.
  public String detail() {
    return String.valueOf(getMessage());
  }

  /// The wrong fields, empty for other kinds.
  public List<FieldError> errors() {
    return errors;
  }

  /// When to try again, for quotas and unavailability.
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}

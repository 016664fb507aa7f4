package dev.meanwhile.web;

import dev.meanwhile.Problem;
import dev.meanwhile.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/// How a failure is answered.
///
/// @param errors the wrong fields, mostly none
record Failure(int status, String code, String detail, List<FieldError> errors,
    HttpHeaders headers) {

  static Failure of(Problem problem) {
    var headers = new HttpHeaders();
    var retryAfter = problem.retryAfter();
    if (retryAfter != null) {
      headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(retryAfter)));
    }
    if (retryAfter != null && problem.kind() == Problem.Kind.QUOTA) {
      headers.set("RateLimit", "\"%s\";r=0;t=%d".formatted(problem.code(), seconds(retryAfter)));
    }
    if (problem.kind() == Problem.Kind.UNAUTHENTICATED) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return new Failure(problem.kind().status(), problem.code(), problem.detail(), problem.errors(),
        headers);
  }

  /// Of a status that no [Problem] has.
  static Failure of(HttpStatusCode status, String detail) {
    var known = HttpStatus.resolve(status.value());
    var code = known == null ? "status_" + status.value() : known.name().toLowerCase(Locale.ROOT);
    return new Failure(status.value(), code, detail, List.of(), new HttpHeaders());
  }

  Failure with(HttpHeaders more) {
    headers.putAll(more);
    return this;
  }

  private static long seconds(Duration time) {
    return Math.max(1, time.plusMillis(999).toSeconds());
  }

  String title() {
    var known = HttpStatus.resolve(status);
    return known == null ? "Status " + status : known.getReasonPhrase();
  }
}

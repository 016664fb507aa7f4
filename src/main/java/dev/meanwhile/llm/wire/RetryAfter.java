package dev.meanwhile.llm.wire;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long a server asks its callers to wait: `retry-after-ms`, or `Retry-After` in seconds or as a date.
final class RetryAfter {
  private RetryAfter() {}

  /// The wait, or null when the server names none that can be understood.
  static @Nullable Duration in(HttpHeaders headers, Clock clock) {
    return headers.firstValue("retry-after-ms")
        .flatMap(
            millis -> decimal(millis).map(value -> Duration.ofNanos((long) (value * 1_000_000))))
        .or(() -> headers.firstValue("retry-after").flatMap(value -> secondsOrDate(value, clock)))
        .filter(wait -> !wait.isNegative())
        .orElse(null);
  }

  private static Optional<Duration> secondsOrDate(String value, Clock clock) {
    return decimal(value).map(seconds -> Duration.ofNanos((long) (seconds * 1_000_000_000)))
        .or(() -> date(value, clock));
  }

  private static Optional<Double> decimal(String value) {
    try {
      return Optional.of(Double.valueOf(value.strip())).filter(Double::isFinite);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(String value, Clock clock) {
    try {
      var at = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      var wait = Duration.between(clock.instant(), at);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

package dev.meanwhile.task.work;

import dev.meanwhile.task.TaskSettings;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How long is waited between a failed try and the next.
@Component
class BackOff {
  /// More doublings than any limit leaves room for.
  private static final int DOUBLINGS = 20;

  private final TaskSettings settings;

  BackOff(TaskSettings settings) {
    this.settings = settings;
  }

  /// The time after a try: twice that after the one before, or what the other side asked for if that is longer. Up to a
  /// quarter of the first one is left to chance, so that what failed together doesn't come back together.
  ///
  /// @param attempt which try failed, from 1
  /// @param retryAfter what the other side asked for, if it did
  Duration after(int attempt, @Nullable Duration retryAfter) {
    long base = settings.backOff().toMillis() << Math.min(attempt - 1, DOUBLINGS);
    long asked = retryAfter == null ? 0 : retryAfter.toMillis();
    long most = settings.maxBackOff().toMillis();
    long jitter = ThreadLocalRandom.current().nextLong(settings.backOff().toMillis() / 4 + 1);
    return Duration.ofMillis(Math.min(most, Math.max(base, asked)) + jitter);
  }
}

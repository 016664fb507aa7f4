package dev.meanwhile.task;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How long tasks of a type usually run, for estimates.
@Component
class RunTimes {
  private static final long FRESH_NANOS = java.time.Duration.ofSeconds(10).toNanos();

  private final TaskRows rows;
  private final TaskSettings settings;
  private final Map<String, Median> medians = new ConcurrentHashMap<>();

  RunTimes(TaskRows rows, TaskSettings settings) {
    this.rows = rows;
    this.settings = settings;
  }

  private record Median(Optional<Double> seconds, long at) {
    boolean isFresh() {
      return System.nanoTime() - at < FRESH_NANOS;
    }
  }

  /// Seconds until a task at this place of its user's line may start; null without experience.
  @Nullable
  Integer eta(String type, int place) {
    var median = medians.compute(type,
        (_, known) -> known != null && known.isFresh() ? known : median(type));
    int rounds = (place + settings.perUserRunning() - 1) / settings.perUserRunning();
    return median.seconds().map(seconds -> (int) Math.ceil(seconds * rounds)).orElse(null);
  }

  private Median median(String type) {
    return new Median(rows.medianSeconds(type), System.nanoTime());
  }
}

package dev.meanwhile.task.door;

import dev.meanwhile.task.TaskSettings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How long tasks of a type usually run, for estimates.
@Component
class RunTimes {
  private static final long FRESH_NANOS = java.time.Duration.ofSeconds(10).toNanos();

  private final JdbcClient jdbc;
  private final TaskSettings settings;
  private final Map<String, Median> medians = new ConcurrentHashMap<>();

  RunTimes(JdbcClient jdbc, TaskSettings settings) {
    this.jdbc = jdbc;
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
    return new Median(medianSeconds(type), System.nanoTime());
  }

  /// The median seconds that the last hundred completed tasks of a type ran.
  private Optional<Double> medianSeconds(String type) {
    return jdbc.sql("""
      select percentile_cont(0.5) within group (order by seconds) from (
        select extract(epoch from completed_at - started_at) as seconds from task
        where task_type = ? and result is not null order by completed_at desc limit 100) last
      """).param(type).query((row, _) -> row.getObject(1, Double.class)).optional();
  }
}

package dev.meanwhile.live;

import dev.meanwhile.feed.FeedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/// How long the end of a task takes to an open feed: from its transaction, which writes state and notice, through the
/// commit and the signal between nodes, to the write to the reader. What a reader catches up on isn't measured.
@Component
class NoticeLatency {
  private static final Set<String> ENDS = Set.of("task.completed", "task.failed",
      "task.cancelled");
  private static final Duration[] STEPS = {Duration.ofMillis(10), Duration.ofMillis(50),
      Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5)};

  private final Timer timer;
  private final Clock clock;

  NoticeLatency(MeterRegistry registry, Clock clock) {
    this.timer = Timer.builder("meanwhile.tasks.notice.latency")
        .description("From a task's end in its transaction to the write to an open feed")
        .serviceLevelObjectives(STEPS).register(registry);
    this.clock = clock;
  }

  /// An event that came while its reader was up to date was written to it.
  void told(FeedEvent event) {
    if (ENDS.contains(event.type())) {
      timer.record(Duration.between(event.time(), clock.instant()));
    }
  }
}

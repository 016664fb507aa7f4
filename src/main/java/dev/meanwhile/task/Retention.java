package dev.meanwhile.task;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Removes ended tasks after their retention; what they made stays in the project.
@Component
class Retention {
  /// How many tasks one statement removes.
  private static final int BATCH = 1_000;
  /// How many batches one run takes on; the next run goes on.
  private static final int BATCHES = 20;

  private final TaskRows rows;
  private final Clock clock;

  Retention(TaskRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${meanwhile.tasks.trim-every:1m}")
  void trim() {
    var now = clock.instant();
    rows.forgetEndedDependents(now);
    boolean more = true;
    for (int batch = 0; more && batch < BATCHES; batch++) {
      more = rows.deleteExpired(now, BATCH) == BATCH;
    }
  }
}

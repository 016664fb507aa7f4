package dev.meanwhile.task.row;

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

  private final Moves moves;
  private final Dependencies dependencies;
  private final Clock clock;

  Retention(Moves moves, Dependencies dependencies, Clock clock) {
    this.moves = moves;
    this.dependencies = dependencies;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${meanwhile.tasks.trim-every:1m}")
  void trim() {
    var now = clock.instant();
    dependencies.forgetEnded(now);
    boolean more = true;
    for (int batch = 0; more && batch < BATCHES; batch++) {
      more = moves.deleteExpired(now, BATCH) == BATCH;
    }
  }
}

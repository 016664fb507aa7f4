package dev.meanwhile.chaos;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Spreads actions over time, until it is told to end.
final class Pace {
  private final CountDownLatch end = new CountDownLatch(1);

  /// Lets time pass.
  ///
  /// @return false when it is over
  boolean next(Duration pause) {
    try {
      return !end.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void end() {
    end.countDown();
  }

  boolean isOver() {
    return end.getCount() == 0;
  }
}

package dev.meanwhile.task.run;

import dev.meanwhile.task.Progress;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The latest progress of a try, stored at most once in a while: by the handler's own thread when it is time, else by
/// the node's ticker.
final class ProgressReport {
  private final Running running;
  private final RunRecords records;
  private final long everyNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private Progress latest;
  private boolean unstored;
  private @Nullable Long storedAt;

  ProgressReport(Running running, RunRecords records, Duration every) {
    this.running = running;
    this.records = records;
    this.everyNanos = every.toNanos();
    this.latest = new Progress("starting", 0, 1, 0, "starting");
  }

  /// Takes a report, stores it if it is time, and returns the progress as it stands now.
  Progress report(Progress progress) {
    lock.lock();
    try {
      latest = progress.notBelow(latest);
      unstored = true;
      storeIfTime();
      return latest;
    } finally {
      lock.unlock();
    }
  }

  /// Takes other words for the progress as it stands.
  void report(String message) {
    lock.lock();
    try {
      report(new Progress(latest.currentStep(), latest.step(), latest.totalSteps(),
          latest.percentage(), message));
    } finally {
      lock.unlock();
    }
  }

  /// Stores what the handler reported last, unless the handler is storing right now.
  void tick() {
    if (lock.tryLock()) {
      try {
        storeIfTime();
      } finally {
        lock.unlock();
      }
    }
  }

  private void storeIfTime() {
    long now = System.nanoTime();
    if (unstored && (storedAt == null || now - storedAt >= everyNanos)) {
      storedAt = now;
      unstored = false;
      records.progress(running, latest);
    }
  }
}

package dev.meanwhile.task.run;

import dev.meanwhile.task.Progress;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.Usage;
import dev.meanwhile.task.row.TaskRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A try at work on this node: its thread, why it should stop, and what it writes. What the handler calls throws when
/// the try should end.
public class Running {
  /// Why a try stops before its handler is done.
  public enum Stop {
    /// The task ended without it, or another try took over.
    FENCED,
    /// It ran longer than its kind may.
    TIME_LIMIT,
    /// The node shuts down.
    DRAIN
  }

  /// Thrown through a handler to end its try.
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped(Stop why) {
      super("the try stops: " + why);
    }
  }

  private final TaskRow task;
  private final Thread thread;
  private final long deadline;
  private final RunRecords records;
  private final ProgressReport report;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean handling = true;
  private volatile @Nullable Stop stop;

  Running(TaskRow task, Thread thread, long deadline, RunRecords records, Duration reportEvery) {
    this.task = task;
    this.thread = thread;
    this.deadline = deadline;
    this.records = records;
    this.report = new ProgressReport(this, records, reportEvery);
  }

  /// The task as it was when the try started.
  public TaskRow task() {
    return task;
  }

  /// Why the try stops, or null while it may go on.
  @Nullable
  public Stop stop() {
    return stop;
  }

  boolean isOverdue(long nanoTime) {
    return nanoTime - deadline > 0;
  }

  /// Takes a report of the handler, and stores it if it is time.
  public void report(Progress progress) {
    withStore(() -> report.report(progress));
  }

  /// A finished step's stored result. Asked before the step spends anything, so it also finds out whether the try may go on.
  public <T> Optional<T> find(String key, Class<T> type) {
    return withStore(() -> records.find(this, key, type));
  }

  /// Keeps a step's result and returns it.
  public <T> T store(String key, T result) {
    T kept = keep(() -> records.store(this, key, result));
    check();
    return kept;
  }

  /// Stores a part of what the handler made, while the end isn't written yet, and says so.
  public void storing(String part, Runnable action) {
    keep(() -> {
      report.report(part);
      action.run();
      return part;
    });
  }

  /// Adds to what the task's model calls came to.
  public void spent(Usage usage) {
    keep(() -> records.spent(this, usage));
  }

  /// Keeps which prompt the task used last.
  public void prompted(String hash) {
    withStore(() -> records.prompted(this, hash));
  }

  /// What the task waited for, as it ended.
  public List<Task> parents() {
    return withStore(() -> records.parents(task));
  }

  /// The newest retry of a task, or the task itself.
  public UUID newestRetry(UUID taskId) {
    return withStore(() -> records.newestRetry(taskId));
  }

  /// Stores what the handler reported last, if it is time.
  void tick() {
    report.tick();
  }

  /// Asks the try to stop at its next step.
  void ask(Stop why) {
    if (stop == null) {
      stop = why;
    }
  }

  /// Stops the try now: whatever its thread waits for is interrupted.
  void interrupt(Stop why) {
    ask(why);
    if (lock.tryLock()) { // else the thread writes to the store, and finds out when it has
      try {
        if (handling) {
          thread.interrupt();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /// Reads or writes the store on the try's own thread: an interrupt there would break the connection for nothing.
  private <T> T withStore(Supplier<T> action) {
    lock.lock();
    try {
      check();
      return action.get();
    } finally {
      lock.unlock();
      check();
    }
  }

  /// Writes what the work came to, also while the node drains: it is paid for, and the next try would pay again.
  private <T> T keep(Supplier<T> action) {
    lock.lock();
    try {
      checkUnlessDraining();
      return action.get();
    } finally {
      lock.unlock();
      checkUnlessDraining();
    }
  }

  private void checkUnlessDraining() {
    if (stop != Stop.DRAIN) {
      check();
    }
  }

  /// The handler is done: from here on nobody interrupts the thread, which now writes the end.
  void handled() {
    lock.lock();
    try {
      handling = false;
    } finally {
      lock.unlock();
      Thread.interrupted();
    }
  }

  /// Goes on only if the try should.
  public void check() {
    var why = stop;
    if (why != null) {
      throw new Stopped(why);
    }
  }
}

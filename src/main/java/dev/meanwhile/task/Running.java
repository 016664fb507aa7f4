package dev.meanwhile.task;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A try at work on this node: its thread, and why it should stop.
final class Running {
  /// Why a try stops before its handler is done.
  enum Stop {
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
  private final ReentrantLock lock = new ReentrantLock();
  private boolean handling = true;
  private volatile @Nullable Stop stop;

  Running(TaskRow task, Thread thread, long deadline) {
    this.task = task;
    this.thread = thread;
    this.deadline = deadline;
  }

  TaskRow task() {
    return task;
  }

  @Nullable
  Stop stop() {
    return stop;
  }

  boolean isOverdue(long nanoTime) {
    return nanoTime - deadline > 0;
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
  <T> T withStore(Supplier<T> action) {
    lock.lock();
    try {
      check();
      return action.get();
    } finally {
      lock.unlock();
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

  void check() {
    var why = stop;
    if (why != null) {
      throw new Stopped(why);
    }
  }
}

package dev.meanwhile.task.run;

import com.sun.management.ThreadMXBean;
import dev.meanwhile.task.Progress;
import dev.meanwhile.task.row.TaskRow;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// A try on the test's own thread that stores no progress, and measures how much its handler does between two looks at
/// whether it should go on: the memory that this takes is the same on a slow machine and on a fast one.
public final class CountedTry extends Running {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Duration NEVER = Duration.ofDays(1);

  private final Map<String, Work> steps = new LinkedHashMap<>();
  private String step = "starting";
  private Work begun = soFar(0);

  /// Work of the thread.
  ///
  /// @param bytes that it allocated
  /// @param cpu time that it took
  /// @param looks after this work or less
  public record Work(long bytes, Duration cpu, int looks) {
    private Work since(Work before) {
      return new Work(bytes - before.bytes, cpu.minus(before.cpu), 1);
    }

    private Work or(Work other) {
      return new Work(Math.max(bytes, other.bytes),
          cpu.compareTo(other.cpu) > 0 ? cpu : other.cpu, looks + other.looks);
    }
  }

  /// @param records of the application
  public CountedTry(TaskRow task, RunRecords records) {
    super(task, Thread.currentThread(), System.nanoTime() + NEVER.toNanos(), records, NEVER);
  }

  @Override
  public void report(Progress progress) {
    check();
    step = progress.currentStep();
  }

  @Override
  public void check() {
    steps.merge(step, soFar(1).since(begun), Work::or);
    begun = soFar(0);
  }

  private static Work soFar(int looks) {
    return new Work(THREADS.getCurrentThreadAllocatedBytes(),
        Duration.ofNanos(THREADS.getCurrentThreadCpuTime()), looks);
  }

  /// The most work between two looks in each step; the end of the handler's work is a look too.
  public Map<String, Work> steps() {
    check();
    return steps;
  }
}

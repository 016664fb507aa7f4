package dev.meanwhile.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What work costs the thread that does it. How much is too much is told by other work on the same machine or by bytes,
/// so that no verdict depends on how fast the machine is or what else it does.
///
/// @param cpu time of the processor
/// @param bytes allocated
public record Effort(Duration cpu, long bytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String LINE = "REQ-1: The unit shall store record 7 of 12.\n";
  private static final String PLAIN = LINE.repeat(1_000);
  /// What is read once costs up to 15 times as much as plain text, what is read again from each place hundreds of times.
  private static final int MOST_TIMES = 30;
  /// How often usual work is done, until the machine has learned it.
  private static final int WARM = 4;
  /// The first run may have to load classes.
  private static final int TRIES = 2;

  /// What the calling thread spends on this.
  public static Effort of(Runnable work) {
    var before = soFar();
    work.run();
    var after = soFar();
    return new Effort(after.cpu.minus(before.cpu), after.bytes - before.bytes);
  }

  private static Effort soFar() {
    return new Effort(Duration.ofNanos(THREADS.getCurrentThreadCpuTime()),
        THREADS.getCurrentThreadAllocatedBytes());
  }

  /// What work takes of the processor once the machine has learned it.
  public static Duration usual(Runnable work) {
    return IntStream.range(0, WARM).mapToObj(_ -> of(work).cpu).min(Duration::compareTo)
        .orElseThrow();
  }

  /// Fails if reading a text takes far more of the processor than as many characters of plain requirements.
  public static void assertReadLikePlain(String text, Consumer<String> reading) {
    int times = MOST_TIMES * (1 + text.length() / PLAIN.length());

    assertAtMost(times, () -> reading.accept(PLAIN), () -> reading.accept(text));
  }

  /// Fails if `work` takes this many times as much of the processor as `usual` does, or more.
  public static void assertAtMost(int times, Runnable usual, Runnable work) {
    var most = usual(usual).multipliedBy(times);

    assertThat(IntStream.range(0, TRIES).anyMatch(_ -> of(work).cpu.compareTo(most) < 0))
        .as("takes less than %s of the processor, %d times what is usual", most, times).isTrue();
  }
}

package dev.meanwhile.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How fast a full store is worked off, beside the engine below ours and JobRunr, in interleaved rounds on one
/// PostgreSQL.
@Tag("benchmark")
class ThroughputBenchmark {
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
  /// Which engines take part: a word of their names.
  private static final Pattern ENGINES = Pattern.compile(
      System.getProperty("benchmark.engines", "."));
  private static final int TASKS = Integer.getInteger("benchmark.tasks", 10_000);
  private static final int SLOW_TASKS = 500;
  private static final int SLOW_MILLIS = 200;
  /// When the newcomer comes: the work is under way then.
  private static final long NEWCOMER_AFTER_MILLIS = 300;
  private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
      .getOperatingSystemMXBean();

  /// What was measured of one engine.
  ///
  /// @param perSecond tasks of a drain
  /// @param cpu milliseconds of this process for each task
  /// @param storeCpu milliseconds of PostgreSQL's processes for each task
  /// @param newcomer milliseconds until a task that came last began
  /// @param slow seconds for [#SLOW_TASKS] of [#SLOW_MILLIS]
  private record Row(Contender contender, Figures perSecond, Figures cpu, Figures storeCpu,
      Figures newcomer, Figures slow) {
    Row(Contender contender) {
      this(contender, new Figures(), new Figures(), new Figures(), new Figures(), new Figures());
    }
  }

  @Test
  void measure() throws Exception {
    try (var store = Store.start(); var node = Node.start(store);
        var below = new DbSchedulerAlone(store); var jobRunr = new JobRunrAlone(store)) {
      var rows = Stream.of(below, new Ours(node), jobRunr)
          .filter(engine -> ENGINES.matcher(engine.name()).find()).map(Row::new).toList();
      for (int round = 0; round < ROUNDS; round++) {
        for (var row : rows) {
          drain(store, row);
          slow(row);
        }
        print(rows);
      }
      assertThat(rows).allSatisfy(row -> assertThat(row.slow().count()).isEqualTo(ROUNDS));
    }
  }

  private static void drain(Store store, Row row) throws Exception {
    row.contender().fill(TASKS, 0);
    var storeCpu = store.cpu();
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    try (var beside = Executors.newSingleThreadExecutor()) {
      var newcomer = beside.submit((Callable<Double>) () -> {
        TimeUnit.MILLISECONDS.sleep(NEWCOMER_AFTER_MILLIS);
        return row.contender().newcomer();
      });
      row.contender().drain();
      row.perSecond().add(TASKS / seconds(start));
      row.cpu().add((SYSTEM.getProcessCpuTime() - cpu) / 1e6 / TASKS);
      row.storeCpu().add(store.cpu().minus(storeCpu).toNanos() / 1e6 / TASKS);
      row.newcomer().add(newcomer.get());
    }
    row.contender().rest();
  }

  private static void slow(Row row) throws Exception {
    row.contender().fill(SLOW_TASKS, SLOW_MILLIS);
    long start = System.nanoTime();
    row.contender().drain();
    row.slow().add(seconds(start));
    row.contender().rest();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(List<Row> rows) {
    double below = rows.getFirst().perSecond().median();
    System.out.printf("%n| | 10,000 no-op tasks, tasks/s | ratio | CPU ms for each task "
        + "| PostgreSQL's CPU ms for each | newcomer's wait, ms | 500 × 200 ms, s |%n"
        + "|---|---|---|---|---|---|---|%n");
    for (var row : rows) {
      System.out.printf("| %s | %.0f | %.2f | %.2f | %.2f | %.0f | %.2f |%n",
          row.contender().name(), row.perSecond().median(), row.perSecond().median() / below,
          row.cpu().median(), row.storeCpu().median(), row.newcomer().median(),
          row.slow().median());
    }
  }
}

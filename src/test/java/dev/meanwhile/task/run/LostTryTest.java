package dev.meanwhile.task.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.FeedEvent;
import dev.meanwhile.task.Progress;
import dev.meanwhile.task.Usage;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.run.LostTries.Loss;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A try that lost its task while it worked: whatever it then writes is refused, and it is told to stop.
@MeanwhileTest
class LostTryTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Map<String, Consumer<Running>> WRITES = Map.of(
      "looks for a step", running -> running.find("step", String.class),
      "keeps a step", running -> running.store("step", "result"),
      "tells progress", running -> running.report(new Progress("late", 1, 2, 50, "late")),
      "adds to its costs", running -> running.spent(new Usage("model", 1, 10, 20, null, null)),
      "names its prompt", running -> running.prompted("hash"));

  @Autowired
  Tasks tasks;
  @Autowired
  Runs runs;
  @Autowired
  RunRecords records;
  @Autowired
  TaskRows rows;
  @Autowired
  Feed feed;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TransactionTemplate transactions;
  @Autowired
  AutowireCapableBeanFactory beans;
  @SuppressWarnings("NullAway.Init") // made before each test
  private LostTries tries;
  private UserId user = new UserId("nobody");

  @BeforeEach
  void makeTries() {
    tries = LostTries.ofNewUser(beans);
    user = tries.user();
  }

  @AfterEach
  void removeTries() {
    tries.remove();
  }

  private Running running(TaskRow row) {
    return new Running(row, Thread.currentThread(), System.nanoTime() + LIMIT.toNanos(), records,
        Duration.ZERO);
  }

  /// Its thread writes the end then, which an interrupt would tear.
  @Test
  void aTryIsInterruptedWhileItsHandlerRunsAndNotAfter() {
    var running = running(tries.begin());
    running.interrupt(Running.Stop.FENCED);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();

    running.handled();
    assertThat(Thread.interrupted()).as("nothing is left of it").isFalse();
    running.interrupt(Running.Stop.FENCED);
    assertThat(Thread.interrupted()).as("its handler is done").isFalse();
  }

  @Test
  void aTryIsAtWorkUntilItLeavesAndNoOtherLeavesForIt() {
    var row = tries.begin();
    var lost = runs.enter(row, LIMIT);
    var next = runs.enter(row, LIMIT);

    runs.leave(lost);
    assertThat(runs.has(row.taskId())).as("the next is at work").isTrue();
    runs.leave(next);
    assertThat(runs.has(row.taskId())).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("MW-OPS-002")
  void nothingOfItIsWrittenAnyMore(Loss loss) {
    var row = tries.begin();
    tries.lose(loss, row.taskId());
    var before = rows.find(row.taskId()).orElseThrow();

    WRITES.forEach((what, write) -> {
      var running = running(row);
      assertThatThrownBy(() -> write.accept(running), what).isInstanceOf(Running.Stopped.class);
      assertThat(running.stop()).as(what).isEqualTo(Running.Stop.FENCED);
    });

    assertThat(rows.find(row.taskId()).orElseThrow()).isEqualTo(before);
    assertThat(keptSteps(row)).isZero();
    assertThat(feed.read(user, 0, 100)).extracting(FeedEvent::type)
        .doesNotContain("task.progress");
  }

  private int keptSteps(TaskRow row) {
    return jdbc.sql("select count(*) from task_step where task_id = ?").param(row.taskId())
        .query(Integer.class).single();
  }

  @Test
  void aStepThatFinishesDuringACancelComesWhollyAfterIt() throws Exception {
    var row = tries.begin();
    var storing = Objects.requireNonNull(transactions.execute(_ -> {
      tasks.cancel(user, row.taskId());
      var store = CompletableFuture.runAsync(() -> running(row).store("step", "result"),
          Thread::startVirtualThread);
      await().pollInSameThread().atMost(LIMIT)
          .until(() -> store.isDone() || someoneWaitsForUs());
      return store;
    }));

    assertThat(storing.handle((_, failure) -> failure).get(LIMIT.toSeconds(), TimeUnit.SECONDS))
        .hasCauseInstanceOf(Running.Stopped.class);
    assertThat(keptSteps(row)).isZero();
  }

  private boolean someoneWaitsForUs() {
    return jdbc.sql("""
      select exists (select 1 from pg_locks
        where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
      """).query(Boolean.class).single();
  }

  @Test
  void aTryThatIsOverItsTimeIsInterrupted() throws Exception {
    var row = tries.begin();
    var stopped = new CompletableFuture<List<Object>>();
    Thread.ofPlatform().daemon().start(() -> {
      var running = runs.enter(row, Duration.ofMillis(1));
      try {
        boolean released = new Semaphore(0).tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS);
        stopped.complete(List.of("not interrupted", released));
      } catch (InterruptedException _) {
        stopped.complete(List.of(Objects.requireNonNull(running.stop())));
      } finally {
        runs.leave(running);
      }
    });

    assertThat(stopped.get(2 * LIMIT.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo(List.of(Running.Stop.TIME_LIMIT));
  }
}

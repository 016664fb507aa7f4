package dev.meanwhile.benchmark;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The engine below ours, with the same number of threads, connections and the same way to claim.
final class DbSchedulerAlone implements Contender {
  private static final int THREADS = 100;
  private static final int CONNECTIONS = 32;
  private static final int BATCH = 1_000;
  private static final String NEWCOMER = "newcomer";

  private final HikariDataSource pool;
  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;
  private final SchedulerClient elsewhere;
  private volatile CountDownLatch left = new CountDownLatch(0);
  private volatile int pauseMillis;
  private volatile CompletableFuture<Long> newcomer = new CompletableFuture<>();

  DbSchedulerAlone(Store store) {
    store.jdbc().sql("create schema db_scheduler").update();
    store.jdbc().sql("create table db_scheduler.scheduled_tasks "
        + "(like public.scheduled_tasks including all)").update();
    pool = store.pool("db_scheduler", CONNECTIONS);
    task = Tasks.oneTime("noop").execute((instance, _) -> act(instance.getId()));
    scheduler = Scheduler.create(pool, task).threads(THREADS).pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(Duration.ofMillis(100))
        .jdbcCustomization(new PostgreSqlJdbcCustomization(true, false)).enablePriority()
        .enableImmediateExecution().build();
    elsewhere = SchedulerClient.Builder.create(pool, task).enablePriority().build();
    scheduler.pause();
    scheduler.start();
  }

  private void act(String id) {
    if (id.equals(NEWCOMER)) {
      newcomer.complete(System.nanoTime());
    }
    try {
      TimeUnit.MILLISECONDS.sleep(pauseMillis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    left.countDown();
  }

  @Override
  public String name() {
    return "db-scheduler alone";
  }

  @Override
  public void fill(int tasks, int pause) {
    pauseMillis = pause;
    left = new CountDownLatch(tasks);
    for (int from = 0; from < tasks; from += BATCH) {
      scheduler.scheduleBatch(IntStream.range(from, Math.min(from + BATCH, tasks))
          .<TaskInstance<?>>mapToObj(i -> task.instance("t" + i)).toList(), Instant.now());
    }
  }

  @Override
  public void drain() throws InterruptedException {
    scheduler.resume();
    scheduler.triggerCheckForDueExecutions();
    awaitEmpty();
  }

  private void awaitEmpty() throws InterruptedException {
    left.await();
    var jdbc = JdbcClient.create(pool);
    while (jdbc.sql("select count(*) from scheduled_tasks").query(Integer.class).single() > 0) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Override
  public double newcomer() throws Exception {
    return waitOf(scheduler);
  }

  private double waitOf(SchedulerClient client) throws Exception {
    newcomer = new CompletableFuture<>();
    long asked = System.nanoTime();
    client.scheduleIfNotExists(task.instance(NEWCOMER), Instant.now());
    return (newcomer.get(1, TimeUnit.MINUTES) - asked) / 1e6;
  }

  /// Milliseconds until a task begins that is created where it runs, while nothing else does.
  double startHere() throws Exception {
    return idle(scheduler);
  }

  /// The same by a client that can't wake the scheduler.
  double startElsewhere() throws Exception {
    return idle(elsewhere);
  }

  private double idle(SchedulerClient client) throws Exception {
    pauseMillis = 0;
    left = new CountDownLatch(1);
    scheduler.resume();
    double wait = waitOf(client);
    awaitEmpty();
    return wait;
  }

  @Override
  public void rest() {
    scheduler.pause();
  }

  @Override
  public void close() {
    scheduler.stop();
    pool.close();
  }
}

package dev.meanwhile.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.configuration.JobRunrConfiguration.JobRunrConfigurationResult;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/// JobRunr's open source edition, with the same number of workers and connections, at the shortest poll it allows.
final class JobRunrAlone implements Contender {
  private static final int WORKERS = 100;
  private static final int CONNECTIONS = 32;
  private static final int SHORTEST_POLL_SECONDS = 5;
  private static volatile CountDownLatch left = new CountDownLatch(0);
  private static volatile CompletableFuture<Long> newcomer = new CompletableFuture<>();

  private final HikariDataSource pool;
  private final JobRunrConfigurationResult jobs;

  JobRunrAlone(Store store) {
    store.jdbc().sql("create schema jobrunr").update();
    pool = store.pool("jobrunr", CONNECTIONS);
    jobs = JobRunr.configure().useStorageProvider(new PostgresStorageProvider(pool))
        .useBackgroundJobServer(BackgroundJobServerConfiguration
            .usingStandardBackgroundJobServerConfiguration().andWorkerCount(WORKERS)
            .andPollIntervalInSeconds(SHORTEST_POLL_SECONDS), false)
        .initialize();
  }

  /// What a job does.
  public record Job(int pauseMillis, boolean isNewcomer) implements JobRequest {
    @Override
    public Class<Handler> getJobRequestHandler() {
      return Handler.class;
    }
  }

  /// Runs a job.
  public static final class Handler implements JobRequestHandler<Job> {
    @Override
    public void run(Job job) throws InterruptedException {
      if (job.isNewcomer()) {
        newcomer.complete(System.nanoTime());
      }
      TimeUnit.MILLISECONDS.sleep(job.pauseMillis());
      left.countDown();
    }
  }

  @Override
  public String name() {
    return "JobRunr";
  }

  @Override
  public void fill(int tasks, int pauseMillis) {
    left = new CountDownLatch(tasks);
    jobs.getJobRequestScheduler()
        .enqueue(IntStream.range(0, tasks).mapToObj(_ -> new Job(pauseMillis, false)));
  }

  @Override
  public void drain() throws InterruptedException {
    jobs.getBackgroundJobServer().start();
    left.await();
    var jdbc = JdbcClient.create(pool);
    while (jdbc.sql("select count(*) from jobrunr_jobs where state <> 'SUCCEEDED'")
        .query(Integer.class).single() > 0) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Override
  public double newcomer() throws Exception {
    newcomer = new CompletableFuture<>();
    long asked = System.nanoTime();
    jobs.getJobRequestScheduler().enqueue(new Job(0, true));
    return (newcomer.get(1, TimeUnit.MINUTES) - asked) / 1e6;
  }

  /// Milliseconds until a task begins while nothing else does; wherever it is created, the server finds it at its poll.
  double start() throws Exception {
    jobs.getBackgroundJobServer().start();
    return newcomer();
  }

  @Override
  public void rest() {
    jobs.getBackgroundJobServer().stop();
    JdbcClient.create(pool).sql("delete from jobrunr_jobs").update();
  }

  @Override
  public void close() {
    JobRunr.destroy();
    pool.close();
  }
}

package dev.meanwhile.benchmark;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.meanwhile.store.StoreAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;

/// A process of another engine with a job that doesn't end, to be killed at work. It writes into a file when it serves
/// and when the job begins.
public final class OtherProcess implements AutoCloseable {
  private static final String READY = "ready";
  private static final String BEGUN = "begun";
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int CONNECTIONS = 4;
  private static final int WORKERS = 10;

  private final Path says;
  private final Process process;

  private OtherProcess(Path says, Process process) {
    this.says = says;
    this.process = process;
  }

  /// Whose process it is.
  public enum Engine {
    /// With the heartbeats that ours has.
    DB_SCHEDULER("db-scheduler alone") {
      @Override
      void serve(HikariDataSource pool, boolean withJob) {
        var task = Tasks.oneTime("endless").execute((_, _) -> job());
        var scheduler = Scheduler.create(pool, task).threads(WORKERS)
            .pollUsingLockAndFetch(0.5, 1.0).pollingInterval(Duration.ofMillis(100))
            .heartbeatInterval(Duration.ofSeconds(1)).missedHeartbeatsLimit(4)
            .jdbcCustomization(new PostgreSqlJdbcCustomization(true, false)).enablePriority()
            .build();
        scheduler.start();
        if (withJob) {
          scheduler.schedule(task.instance(Instant.now().toString()), Instant.now());
        }
      }
    },
    /// At the shortest poll that it allows.
    JOBRUNR("JobRunr") {
      @Override
      void serve(HikariDataSource pool, boolean withJob) {
        var jobs = JobRunr.configure().useStorageProvider(new PostgresStorageProvider(pool))
            .useBackgroundJobServer(BackgroundJobServerConfiguration
                .usingStandardBackgroundJobServerConfiguration().andWorkerCount(WORKERS)
                .andPollIntervalInSeconds(5))
            .initialize();
        if (withJob) {
          jobs.getJobRequestScheduler().enqueue(new Endless());
        }
      }
    };

    private final String words;

    Engine(String words) {
      this.words = words;
    }

    /// As the tables name it.
    public String words() {
      return words;
    }

    abstract void serve(HikariDataSource pool, boolean withJob);

    private String schema() {
      return "killed_" + name().toLowerCase(Locale.ROOT);
    }

    /// Makes the tables that it doesn't make itself.
    public void prepare(StoreAddress store) {
      try (var pool = pool(store.url(), store.username(), store.password(), "public")) {
        var jdbc = org.springframework.jdbc.core.simple.JdbcClient.create(pool);
        jdbc.sql("create schema " + schema()).update();
        jdbc.sql("create table %s.scheduled_tasks (like public.scheduled_tasks including all)"
            .formatted(schema())).update();
      }
    }
  }

  /// JobRunr's job.
  public record Endless() implements JobRequest {
    @Override
    public Class<EndlessHandler> getJobRequestHandler() {
      return EndlessHandler.class;
    }
  }

  /// Runs JobRunr's job.
  public static final class EndlessHandler implements JobRequestHandler<Endless> {
    @Override
    public void run(Endless job) {
      job();
    }
  }

  /// Starts a process and waits until it serves.
  static OtherProcess start(Engine engine, StoreAddress store, Path folder, boolean withJob)
      throws IOException, InterruptedException {
    var says = Files.createTempFile(folder, engine.schema(), ".says");
    var process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp",
        System.getProperty("java.class.path"), OtherProcess.class.getName(), engine.name(),
        store.url(), store.username(), says.toString(), String.valueOf(withJob))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("others.log").toFile()))
        .start();
    var started = new OtherProcess(says, process);
    try (var password = process.outputWriter()) {
      password.write(store.password() + "\n");
    }
    started.await(READY);
    return started;
  }

  /// Kills a process at work beside one that has nothing to do.
  ///
  /// @return seconds until the job begins again
  public static double recovery(Engine engine, StoreAddress store, Path folder)
      throws IOException, InterruptedException {
    try (var dying = start(engine, store, folder, true)) {
      dying.await(BEGUN);
      try (var next = start(engine, store, folder, false)) {
        long killed = System.nanoTime();
        dying.kill();
        next.await(BEGUN);
        return (System.nanoTime() - killed) / 1e9;
      }
    }
  }

  private void await(String word) throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!Files.readAllLines(says).contains(word)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("it never said " + word);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Path file = Path.of("");

  /// Serves until it is killed.
  ///
  /// @param arguments engine, URL and user of the store, the file, and whether to add the job; the password comes in
  public static void main(String[] arguments) throws IOException {
    var engine = Engine.valueOf(arguments[0]);
    file = Path.of(arguments[3]);
    var password = new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
        .strip();
    engine.serve(pool(arguments[1], arguments[2], password, engine.schema()),
        Boolean.parseBoolean(arguments[4]));
    say(READY);
  }

  private static HikariDataSource pool(String url, String user, String password, String schema) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setSchema(schema);
    return new HikariDataSource(config);
  }

  private static void job() {
    say(BEGUN);
    try {
      TimeUnit.HOURS.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void say(String word) {
    try {
      Files.writeString(file, word + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.meanwhile.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own in the data folder, for one process at a time. If its server dies it is started again on the
/// same port, so that the pool finds it.
final class EmbeddedPostgres {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final int ATTEMPTS = 5;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_KNOCKS = Duration.ofMillis(50);
  private static final int CONNECTIONS_BESIDE_THE_POOLS = 28;

  private final FolderLock lock;
  private final Cluster cluster;
  private final StoreSettings settings;
  private final int port;
  private final StoreAddress address;
  private volatile Process server;
  private volatile boolean stopping;

  private EmbeddedPostgres(FolderLock lock, Cluster cluster, StoreSettings settings)
      throws IOException, InterruptedException {
    this.lock = lock;
    this.cluster = cluster;
    this.settings = settings;
    this.port = cluster.choosePort();
    this.address = new StoreAddress("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port),
        Cluster.USER,
        cluster.password());
    this.server = launch();
  }

  /// Takes the folder, stops what an earlier process left there, and starts the server.
  ///
  /// @throws StoreRefused if that can't be, with what to do about it
  static EmbeddedPostgres start(Path dataDir, StoreSettings settings)
      throws IOException, InterruptedException {
    var lock = FolderLock.take(dataDir);
    try {
      var cluster = open(dataDir);
      cluster.stopLeftover();
      cluster.createIfAbsent();
      var started = start(lock, cluster, settings);
      started.watch();
      return started;
    } catch (IOException | InterruptedException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Cluster open(Path dataDir) throws IOException, InterruptedException {
    var home = dataDir.resolve("postgres");
    if (!Files.exists(home)) {
      Files.createDirectory(home, DataDir.mode("rwx------"));
    }
    var binaries = Binaries.unpackInto(home);
    return new Cluster(home, binaries, Account.choose(home, binaries));
  }

  /// A start fails when another program took the port in between, or when the last processes of a killed server are
  /// still leaving: both are over at the next attempt.
  private static EmbeddedPostgres start(FolderLock lock, Cluster cluster, StoreSettings settings)
      throws IOException, InterruptedException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var started = new EmbeddedPostgres(lock, cluster, settings);
      if (started.answers()) {
        log.info("Embedded PostgreSQL {} serves {} on port {}", Binaries.VERSION, cluster.data(),
            started.port);
        return started;
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_ATTEMPTS.toMillis());
    }
    throw new StoreRefused(
        "The embedded PostgreSQL in %s doesn't start. It says: %s".formatted(cluster.data(),
            cluster.lastWords()));
  }

  private Process launch() throws IOException {
    return cluster.launch(port,
        settings.poolSize() + settings.quickPoolSize() + CONNECTIONS_BESIDE_THE_POOLS);
  }

  private boolean answers() throws InterruptedException {
    var start = System.nanoTime();
    while (server.isAlive()) {
      try {
        address.connect("start").close();
        return true;
      } catch (SQLException e) {
        if (System.nanoTime() - start > settings.startTimeout().toNanos()) {
          server.destroy();
          throw new StoreRefused(
              "The embedded PostgreSQL didn't answer within %s (meanwhile.store.start-timeout): %s"
                  .formatted(settings.startTimeout(), e.getMessage()));
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN_KNOCKS.toMillis());
      }
    }
    return false;
  }

  private void watch() {
    var watcher = new Thread(this::startAgainWheneverItEnds, "embedded-postgres");
    watcher.setDaemon(true);
    watcher.start();
  }

  private void startAgainWheneverItEnds() {
    try {
      while (!stopping) {
        server.waitFor();
        TimeUnit.MILLISECONDS.sleep(BETWEEN_ATTEMPTS.toMillis());
        startAgain();
      }
    } catch (IOException e) {
      log.error("The embedded PostgreSQL can't be started again", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void startAgain() throws IOException, InterruptedException {
    if (!stopping) {
      log.error("The embedded PostgreSQL ended with {}, starting it again. It said: {}",
          server.exitValue(),
          cluster.lastWords());
      cluster.stopLeftover();
      server = launch();
    }
  }

  StoreAddress address() {
    return address;
  }

  /// The number of the server's process.
  long process() {
    return server.pid();
  }

  /// Stops the server and gives the folder back. Called when everything that uses the store has ended.
  synchronized void stop() throws IOException, InterruptedException {
    stopping = true;
    try (lock) {
      cluster.stop();
    }
  }
}

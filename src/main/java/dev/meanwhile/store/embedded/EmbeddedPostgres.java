package dev.meanwhile.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own in the data folder, for one process at a time. If its server dies it is started again on the
/// same port, so that the pool finds it.
public final class EmbeddedPostgres {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final int ATTEMPTS = 5;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_KNOCKS = Duration.ofMillis(50);
  private static final int CONNECTIONS_BESIDE_THE_POOLS = 28;

  private final FolderLock lock;
  private final Cluster cluster;
  private final Duration startTimeout;
  private final int connections;
  private final int port;
  private final String password;
  private volatile Process server;
  private volatile boolean stopping;

  private EmbeddedPostgres(FolderLock lock, Cluster cluster, Duration startTimeout, int connections)
      throws IOException, InterruptedException {
    this.lock = lock;
    this.cluster = cluster;
    this.startTimeout = startTimeout;
    this.connections = connections;
    this.port = cluster.choosePort();
    this.password = cluster.password();
    this.server = launch();
  }

  /// Takes the folder, stops what an earlier process left there, and starts the server.
  ///
  /// @param startTimeout longest wait for its first answer
  /// @param connections that the pools of this node may open
  /// @throws StoreRefused if that can't be, with what to do about it
  public static EmbeddedPostgres start(Path dataDir, Duration startTimeout, int connections)
      throws IOException, InterruptedException {
    var lock = FolderLock.take(dataDir);
    try {
      var cluster = open(dataDir);
      cluster.stopLeftover();
      cluster.createIfAbsent();
      var started = start(lock, cluster, startTimeout, connections);
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
      Files.createDirectory(home, Platform.mode("rwx------"));
    }
    var binaries = Binaries.unpackInto(home);
    return new Cluster(home, binaries, Account.choose(home, binaries));
  }

  /// A start fails when another program took the port in between, or when the last processes of a killed server are
  /// still leaving: both are over at the next attempt.
  private static EmbeddedPostgres start(FolderLock lock, Cluster cluster, Duration startTimeout,
      int connections)
      throws IOException, InterruptedException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var started = new EmbeddedPostgres(lock, cluster, startTimeout, connections);
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
    return cluster.launch(port, connections + CONNECTIONS_BESIDE_THE_POOLS);
  }

  private boolean answers() throws InterruptedException {
    var start = System.nanoTime();
    while (server.isAlive()) {
      try {
        DriverManager.getConnection(url(), username(), password).close();
        return true;
      } catch (SQLException e) {
        if (System.nanoTime() - start > startTimeout.toNanos()) {
          server.destroy();
          throw new StoreRefused(
              "The embedded PostgreSQL didn't answer within %s (meanwhile.store.start-timeout): %s"
                  .formatted(startTimeout, e.getMessage()));
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

  /// The JDBC URL of the database.
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  public String username() {
    return Cluster.USER;
  }

  public String password() {
    return password;
  }

  /// The number of the server's process.
  public long process() {
    return server.pid();
  }

  /// Stops the server and gives the folder back. Called when everything that uses the store has ended.
  public synchronized void stop() throws IOException, InterruptedException {
    stopping = true;
    try (lock) {
      cluster.stop();
    }
  }
}

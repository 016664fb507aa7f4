package dev.meanwhile.store;

import dev.meanwhile.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A PostgreSQL that several servers of a test share, started by the product's own launcher.
public final class SharedPostgres implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final int CONNECTIONS = 154;

  private final EmbeddedPostgres postgres;

  private SharedPostgres(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /// Starts it with its data in this folder.
  public static SharedPostgres start(Path folder) throws IOException, InterruptedException {
    return new SharedPostgres(EmbeddedPostgres.start(new DataDir(folder).create(), START_TIMEOUT,
        CONNECTIONS));
  }

  /// Where it is, also after a crash.
  public StoreAddress address() {
    return new StoreAddress(postgres.url(), postgres.username(), postgres.password());
  }

  /// Ends it at once, without a checkpoint and with all its connections; the launcher starts it again.
  public void crash() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-QUIT", Long.toString(postgres.process())).start().waitFor();
  }

  @Override
  public void close() throws IOException {
    try {
      postgres.stop();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

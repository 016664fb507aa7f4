package dev.meanwhile.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A PostgreSQL that several servers of a test share, started by the product's own launcher.
public final class SharedPostgres implements AutoCloseable {
  private static final StoreSettings SETTINGS = new StoreSettings(150, 4, Duration.ofSeconds(3),
      Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(10));

  private final EmbeddedPostgres postgres;

  private SharedPostgres(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /// Starts it with its data in this folder.
  public static SharedPostgres start(Path folder) throws IOException, InterruptedException {
    return new SharedPostgres(EmbeddedPostgres.start(new DataDir(folder).create(), SETTINGS));
  }

  /// Where it is, also after a crash.
  public StoreAddress address() {
    return postgres.address();
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

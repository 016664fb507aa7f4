package dev.meanwhile.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.meanwhile.store.SharedPostgres;
import dev.meanwhile.store.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The one PostgreSQL of a run: started by the product's own launcher with the product's own settings, or an empty
/// database that runs already and that `benchmark.url`, `benchmark.username` and `benchmark.password` name.
final class Store implements AutoCloseable {
  private static final Path RUNS = Path.of("target", "benchmark-data");

  private final StoreAddress address;
  private final @Nullable SharedPostgres embedded;
  private final HikariDataSource pool;
  private final JdbcClient jdbc;

  private Store(StoreAddress address, @Nullable SharedPostgres embedded) {
    this.address = address;
    this.embedded = embedded;
    this.pool = pool("public", 4);
    this.jdbc = JdbcClient.create(pool);
  }

  static Store start() throws IOException, InterruptedException {
    var url = System.getProperty("benchmark.url");
    if (url != null) {
      return new Store(new StoreAddress(url, System.getProperty("benchmark.username", ""),
          System.getProperty("benchmark.password", "")), null);
    }
    Files.createDirectories(RUNS);
    var embedded = SharedPostgres.start(Files.createTempDirectory(RUNS, "run-"));
    return new Store(embedded.address(), embedded);
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  /// Connections whose tables are in a schema of their own.
  HikariDataSource pool(String schema, int size) {
    var config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.username());
    config.setPassword(address.password());
    config.setMaximumPoolSize(size);
    config.setSchema(schema);
    config.addDataSourceProperty("reWriteBatchedInserts", true);
    return new HikariDataSource(config);
  }

  /// A server's settings to live in this store.
  List<String> settings() {
    return List.of("--spring.datasource.url=" + address.url(),
        "--spring.datasource.username=" + address.username(),
        "--spring.datasource.password=" + address.password());
  }

  /// The processor time that the store's processes took so far, on this machine and as far as the system tells.
  Duration cpu() {
    long backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
    return ProcessHandle.of(backend).flatMap(ProcessHandle::parent).stream()
        .flatMap(ProcessHandle::children)
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public void close() throws IOException {
    pool.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}

package dev.meanwhile.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.store.DataDir;
import dev.meanwhile.store.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes: this one, its children, and the servers they start. All tests share one folder, with a space in its
/// name and below one that only its owner may enter.
class EmbeddedPostgresTest {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final int CONNECTIONS = 8;
  private static final long CHILD_LIMIT_SECONDS = 60;

  @TempDir
  static Path home;
  static Path folder = Path.of("");

  private final Deque<EmbeddedPostgres> running = new ArrayDeque<>();
  private final Deque<Child> children = new ArrayDeque<>();

  @BeforeAll
  static void makeTheFolder() throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    folder = new DataDir(home.resolve("data of ours")).create();
  }

  @AfterEach
  void stopWhatRuns() throws Exception {
    while (!running.isEmpty()) {
      running.pop().stop();
    }
    while (!children.isEmpty()) {
      children.pop().end();
    }
  }

  private EmbeddedPostgres start() throws Exception {
    var started = EmbeddedPostgres.start(folder, START_TIMEOUT, CONNECTIONS);
    running.push(started);
    return started;
  }

  private static StoreAddress address(EmbeddedPostgres postgres) {
    return new StoreAddress(postgres.url(), postgres.username(), postgres.password());
  }

  private Child startInAChild() throws IOException {
    var child = Child.start(folder);
    children.push(child);
    return child;
  }

  private void stop() throws Exception {
    running.pop().stop();
  }

  private static void write(StoreAddress store, String table) throws SQLException {
    try (var connection = store.connect("test"); var statement = connection.createStatement()) {
      statement.execute("create table " + table + " as select 'kept' as word");
    }
  }

  private static String read(StoreAddress store, String query) throws SQLException {
    try (var connection = store.connect("test");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  @Tag("MW-OPS-001")
  void rowsAndPortOutliveARestart() throws Exception {
    var first = address(start());
    write(first, "restarted");
    stop();
    var second = address(start());
    assertThat(second).isEqualTo(first);
    assertThat(read(second, "select word from restarted")).isEqualTo("kept");
  }

  @Test
  void aServerLeftByAKilledProcessIsStoppedAndStartedAnew() throws Exception {
    var child = startInAChild();
    write(child.address(), "orphaned");
    child.kill();
    assertThat(ProcessHandle.of(child.server()).flatMap(server -> server.info().arguments()))
        .isPresent();
    var adopted = start();
    assertThat(adopted.process()).isNotEqualTo(child.server());
    // where nobody collects orphans it stays in the list of processes, without its command
    assertThat(ProcessHandle.of(child.server()).flatMap(server -> server.info().arguments()))
        .isEmpty();
    assertThat(read(address(adopted), "select word from orphaned")).isEqualTo("kept");
  }

  @Test
  void aServerKilledTogetherWithItsProcessRecovers() throws Exception {
    var child = startInAChild();
    write(child.address(), "killed");
    child.kill();
    ProcessHandle.of(child.server()).orElseThrow().destroyForcibly();
    assertThat(read(address(start()), "select word from killed")).isEqualTo("kept");
  }

  @Test
  void aStalePidFileThatNamesAnotherLivingProcessIsCleared() throws Exception {
    start();
    stop();
    Files.writeString(folder.resolve("postgres/data/postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + folder.resolve("postgres/data")
            + "\n0\n5432\n\n127.0.0.1\n\n");
    assertThat(read(address(start()), "select 'up'")).isEqualTo("up");
  }

  @Test
  void aServerThatDiesIsStartedAgain() throws Exception {
    var postgres = start();
    ProcessHandle.of(postgres.process()).orElseThrow().destroyForcibly();
    await().atMost(30, TimeUnit.SECONDS).ignoreExceptions()
        .untilAsserted(() -> assertThat(read(address(postgres), "select 'up'")).isEqualTo("up"));
  }

  @Test
  void aSecondProcessOnTheFolderIsRefusedByName() throws Exception {
    start();
    var child = Child.launch(folder);
    assertThat(child.waitFor(CHILD_LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(1);
    assertThat(
        new String(child.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
        .contains(folder.toString(), "in use by process " + ProcessHandle.current().pid(),
            "meanwhile.data-dir");
  }

  @Test
  void aSecondStartInTheSameProcessIsRefusedToo() throws Exception {
    start();
    assertThatThrownBy(() -> EmbeddedPostgres.start(folder, START_TIMEOUT, CONNECTIONS))
        .isInstanceOf(StoreRefused.class);
  }

  @Test
  void theServerWritesThroughAndTakesNobodyWithoutThePassword() throws Exception {
    var store = address(start());
    assertThat(List.of(read(store, "show fsync"), read(store, "show password_encryption"),
        read(store, "show listen_addresses"), read(store, "show server_encoding"),
        read(store, "select datlocprovider from pg_database where datname = 'postgres'")))
        .containsExactly("on", "scram-sha-256", "127.0.0.1", "UTF8", "b");
    assertThatThrownBy(
        () -> new StoreAddress(store.url(), store.username(), "guess").connect("test"))
        .hasMessageContaining("password authentication failed");
    assertThat(Files.getPosixFilePermissions(folder.resolve("postgres/password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void theBinariesAreOfTheVersionTheirFolderSays() throws Exception {
    var version = read(address(start()), "show server_version");
    assertThat(Binaries.VERSION).isEqualTo(version + ".0");
  }

  @Test
  void theServerHasASessionOfItsOwnThatCtrlCDoesNotReach() throws Exception {
    var process = start().process();
    var afterName = Files.readString(Path.of("/proc/" + process + "/stat")).replaceFirst(".*\\) ",
        "");
    // state, parent, group, session
    assertThat(afterName).matches("(?s)\\S \\d+ %1$d %1$d .*".formatted(process));
  }

  /// Another process that holds the folder.
  private record Child(Process process, StoreAddress address, long server) {
    static Process launch(Path folder) throws IOException {
      return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx128m", "-cp",
          System.getProperty("java.class.path"), FolderHolder.class.getName(), folder.toString())
          .start();
    }

    static Child start(Path folder) throws IOException {
      var process = launch(folder);
      // what is logged comes first
      var words = process.inputReader().lines().filter(line -> line.startsWith("ready "))
          .findFirst()
          .map(line -> List.of(line.split(" ", -1)))
          .orElseThrow(() -> new AssertionError("the child ended"));
      return new Child(process, new StoreAddress(words.get(1), Cluster.USER, words.get(2)),
          Long.parseLong(words.get(3)));
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    void end() throws InterruptedException {
      kill();
      ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /// The main class of that other process: starts the server, says where it is, and waits to be killed.
  static final class FolderHolder {
    public static void main(String[] arguments) throws Exception {
      var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), START_TIMEOUT, CONNECTIONS);
      System.out.println(
          "ready %s %s %d".formatted(postgres.url(), postgres.password(),
              postgres.process()));
      Thread.currentThread().join();
    }
  }
}

package dev.meanwhile.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// The files of the embedded database and the programs that work on them.
///
/// `data` holds the rows, `password` and `port` are remembered beside it, `server.log` is what the server says.
record Cluster(Path home, Binaries binaries, Account account) {
  private static final Logger log = LoggerFactory.getLogger(Cluster.class);
  static final String USER = "meanwhile";
  private static final int PASSWORD_BYTES = 24;
  private static final long LOG_LIMIT_BYTES = 10_000_000;
  private static final String STOP_SECONDS = "30";

  Path data() {
    return home.resolve("data");
  }

  Path log() {
    return home.resolve("server.log");
  }

  String password() throws IOException {
    return Files.readString(home.resolve("password")).strip();
  }

  /// Makes the database unless it is there. It appears whole or not at all.
  void createIfAbsent() throws IOException, InterruptedException {
    if (Files.exists(data())) {
      refuseAnotherMajorVersion();
      return;
    }
    var unfinished = home.resolve(".creating");
    FileSystemUtils.deleteRecursively(unfinished);
    var passwordFile = rememberPassword();
    account.give(home);
    var outcome = run(
        List.of(binaries.program("initdb"), "--pgdata=" + unfinished, "--username=" + USER,
            "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"));
    if (!outcome.succeeded()) {
      throw new StoreRefused(
          "The embedded PostgreSQL could not be set up in " + home + ": " + outcome.output());
    }
    Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void refuseAnotherMajorVersion() throws IOException {
    var found = Files.readString(data().resolve("PG_VERSION")).strip();
    if (!Binaries.VERSION.startsWith(found + ".")) {
      throw new StoreRefused(
          "%s was written by PostgreSQL %s, and this server brings %s. ".formatted(data(), found,
              Binaries.VERSION)
              + "Use the server that wrote it to export, and import into a new folder.");
    }
  }

  private Path rememberPassword() throws IOException {
    var file = home.resolve("password");
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    Files.deleteIfExists(file);
    Files.createFile(file, Platform.mode("rw-------"));
    return Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// Stops the server that a killed process left behind, and clears what a dead one left.
  void stopLeftover() throws IOException, InterruptedException {
    var pidFile = data().resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    if (leftover(pidFile).isPresent()) {
      log.info("Stopping the PostgreSQL that an earlier process left running in {}", data());
      stop();
    }
    // a server that was killed too leaves its file, whose number may be anybody's by now
    Files.deleteIfExists(pidFile);
  }

  private Optional<ProcessHandle> leftover(Path pidFile) throws IOException {
    return Files.readAllLines(pidFile).stream().limit(1).map(line -> Long.parseLong(line.strip()))
        .flatMap(pid -> ProcessHandle.of(pid).stream()).filter(ProcessHandle::isAlive)
        .filter(this::servesThis)
        .findFirst();
  }

  private boolean servesThis(ProcessHandle process) {
    return List.of(process.info().arguments().orElse(new String[0])).contains(data().toString());
  }

  /// Ends the running server in order: open transactions are rolled back, everything is written. If it doesn't, it is
  /// stopped at once, and recovers at the next start.
  void stop() throws IOException, InterruptedException {
    if (!stop("fast")) {
      stop("immediate");
    }
  }

  private boolean stop(String mode) throws IOException, InterruptedException {
    var outcome = run(List.of(binaries.program("pg_ctl"), "stop", "--wait", "--silent",
        "--timeout=" + STOP_SECONDS,
        "--mode=" + mode, "--pgdata=" + data()));
    if (!outcome.succeeded()) {
      log.warn("The embedded PostgreSQL did not stop ({}): {}", mode, outcome.output());
    }
    return outcome.succeeded();
  }

  private Command.Outcome run(List<String> command) throws IOException, InterruptedException {
    return Command.run(account.command(home, command));
  }

  /// Starts the server in a session of its own, so that Ctrl-C in the terminal reaches only this process, which stops
  /// the server when all its users have finished.
  Process launch(int port, int connections) throws IOException {
    var command = new ArrayList<String>();
    if (Platform.hasProgram("setsid")) {
      command.add("setsid");
    }
    command.addAll(
        account.command(home, List.of(binaries.program("postgres"), "-D", data().toString())));
    settings(port, connections)
        .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    turnLog();
    return Command.builder(command).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private static Map<String, String> settings(int port, int connections) {
    return Map.ofEntries(Map.entry("port", String.valueOf(port)),
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("unix_socket_directories", ""),
        Map.entry("max_connections", String.valueOf(connections)),
        Map.entry("fsync", "on"), Map.entry("full_page_writes", "on"),
        Map.entry("synchronous_commit", "on"),
        Map.entry("ssl", "off"), Map.entry("timezone", "UTC"), Map.entry("log_timezone", "UTC"),
        // statements hold what users wrote: only the server's own life is logged
        Map.entry("log_min_messages", "log"), Map.entry("log_checkpoints", "off"),
        // the shared memory of a container is often too small for parallel workers
        Map.entry("max_parallel_workers_per_gather", "0"), Map.entry("jit", "off"));
  }

  private void turnLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT_BYTES) {
      Files.move(log(), home.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// The last words of the server.
  String lastWords() throws IOException {
    var lines = Files.readAllLines(log());
    return lines.stream().skip(Math.max(0, lines.size() - 10))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /// The port of the last start if it is free, else another that is; remembered.
  int choosePort() throws IOException {
    var file = home.resolve("port");
    var port = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    var chosen = isFree(port) ? port : anyFree();
    Files.writeString(file, String.valueOf(chosen));
    return chosen;
  }

  private static boolean isFree(int port) {
    if (port == 0) {
      return false;
    }
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int anyFree() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}

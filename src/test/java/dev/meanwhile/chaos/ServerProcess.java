package dev.meanwhile.chaos;

import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.testing.ScriptedModelServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A running [ChaosServer] with a folder of its own.
final class ServerProcess implements AutoCloseable {
  /// The lease of servers that are started [#QUICK]: bounds are counted in it.
  static final Duration LEASE = Duration.ofSeconds(1);
  /// Short leases, so that a dead process is missed soon.
  static final List<String> QUICK = List.of("--meanwhile.node.lease=" + LEASE.toMillis() + "ms",
      "--meanwhile.node.renewal=200ms", "--meanwhile.tasks.heartbeat=300ms",
      "--meanwhile.tasks.repair-every=300ms", "--meanwhile.tasks.poll=300ms",
      "--meanwhile.chat.repair-every=300ms", "--meanwhile.tasks.back-off=200ms",
      "--meanwhile.tasks.max-back-off=1s", "--meanwhile.store.transaction-pause=3s");
  /// A short drain, as a setting.
  private static final String DRAIN = "--meanwhile.tasks.drain=" + Draining.DRAIN.toMillis() + "ms";
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration END = Duration.ofMinutes(1);

  private final Path folder;
  private final Process process;

  private ServerProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /// Short leases and a short drain.
  static List<String> quickToStop() {
    return with(DRAIN);
  }

  /// The same with a model.
  static List<String> quickWith(ScriptedModelServer model) {
    return with(DRAIN, "--meanwhile.llm.base-url=" + model.baseUrl());
  }

  private static List<String> with(String... more) {
    return Stream.concat(QUICK.stream(), Stream.of(more)).toList();
  }

  /// Starts a server with an embedded database, and waits until it serves.
  static ServerProcess start(Path folder) throws IOException {
    var settings = new ArrayList<>(QUICK);
    settings.add("--meanwhile.data-dir=" + folder.resolve("data"));
    var server = launch(folder, settings);
    server.awaitReady();
    return server;
  }

  /// Starts a server and doesn't wait.
  static ServerProcess launch(Path folder, List<String> settings) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve("port"));
    Files.deleteIfExists(folder.resolve("name"));
    Files.createDirectories(folder.resolve("sprung"));
    Files.createDirectories(folder.resolve("armed"));
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m",
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"), ChaosServer.class.getName(), folder.toString(),
        "--server.port=0"));
    command.addAll(settings);
    var process = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile())).start();
    var server = new ServerProcess(folder, process);
    Orphans.watch(process);
    return server;
  }

  void awaitReady() {
    await().atMost(START).until(this::isReady);
  }

  /// Whether it takes requests.
  ///
  /// @throws IllegalStateException when it has ended
  boolean isReady() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("the server ended: " + log());
    }
    return serves() && Files.exists(folder.resolve("name"))
        && nobody().get("/actuator/health/readiness").status() == 200;
  }

  /// Whether it has come so far that it has a port.
  boolean serves() {
    try {
      return process.isAlive() && Files.exists(folder.resolve("port"))
          && Files.size(folder.resolve("port")) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the servers call it among themselves.
  String name() throws IOException {
    return Files.readString(folder.resolve("name"));
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  URI address() throws IOException {
    return URI.create("http://localhost:" + Files.readString(folder.resolve("port")).strip());
  }

  private Api nobody() throws IOException {
    return Api.at(address(), folder.resolve("data").resolve("token"));
  }

  Api admin() throws IOException {
    return nobody().admin();
  }

  /// Arms the [Trap] once more.
  void arm(String deedAndCommit) throws IOException {
    Commits.checkKnown(deedAndCommit.substring(deedAndCommit.indexOf(' ') + 1));
    Files.deleteIfExists(folder.resolve("sprung").resolve(deedAndCommit));
    Files.createFile(folder.resolve("armed").resolve(deedAndCommit));
  }

  /// Whether this has come since it was armed last, in this process or in one before it.
  boolean hasSprung(String deedAndCommit) {
    return Files.exists(folder.resolve("sprung").resolve(deedAndCommit));
  }

  void disarm() throws IOException {
    empty(folder.resolve("armed"));
  }

  private static void empty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  void awaitDeath() throws InterruptedException {
    if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("it goes on");
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  int exitValue() {
    return process.exitValue();
  }

  /// SIGKILL.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// SIGSTOP.
  void freeze() {
    signal("STOP");
  }

  /// SIGCONT.
  void thaw() {
    signal("CONT");
  }

  /// SIGTERM.
  void terminate() {
    signal("TERM");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }

  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.meanwhile.crash;

import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A running [CrashingServer] on a data folder.
final class ServerProcess {
  private static final Duration START = Duration.ofSeconds(90);
  /// Short leases, so that a dead process is missed soon.
  private static final List<String> QUICK = List.of("--server.port=0",
      "--meanwhile.node.lease=1s", "--meanwhile.node.renewal=200ms",
      "--meanwhile.tasks.heartbeat=300ms", "--meanwhile.tasks.repair-every=300ms",
      "--meanwhile.tasks.poll=300ms", "--meanwhile.chat.repair-every=300ms");

  private final Path folder;
  private final Process process;

  private ServerProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  static ServerProcess start(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("port"));
    Files.deleteIfExists(folder.resolve("trap"));
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
        "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"), CrashingServer.class.getName(), folder.toString(),
        "--meanwhile.data-dir=" + folder.resolve("data")));
    command.addAll(QUICK);
    var process = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile())).start();
    var server = new ServerProcess(folder, process);
    await().atMost(START).until(server::isReady);
    return server;
  }

  private boolean isReady() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "the server ended: " + Files.readString(folder.resolve("log")));
    }
    return Files.exists(folder.resolve("port")) && Files.size(folder.resolve("port")) > 0
        && nobody().get("/actuator/health/readiness").status() == 200;
  }

  private Api nobody() throws IOException {
    var port = Files.readString(folder.resolve("port")).strip();
    return Api.at(URI.create("http://localhost:" + port), folder.resolve("data").resolve("token"));
  }

  Api admin() throws IOException {
    return nobody().admin();
  }

  /// Kills the process at the first such commit from now on.
  void killAt(String commit) throws IOException {
    var unfinished = folder.resolve("trap.new");
    Files.writeString(unfinished, commit);
    Files.move(unfinished, folder.resolve("trap"));
  }

  void awaitDeath() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the trap didn't spring");
    }
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}

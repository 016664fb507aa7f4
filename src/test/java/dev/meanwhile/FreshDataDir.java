package dev.meanwhile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/// Gives each run of the tests an empty data folder below `target`, and clears away those of runs that have ended.
final class FreshDataDir implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Path RUNS = Path.of("target", "test-data");
  private static final Pattern RUN = Pattern.compile("run-(\\d{1,10})-.*");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Files.createDirectories(RUNS);
      clearEnded();
      var folder = Files.createTempDirectory(RUNS,
          "run-" + ProcessHandle.current().pid() + "-");
      context.getEnvironment().getPropertySources()
          .addFirst(
              new MapPropertySource("test data", Map.of("meanwhile.data-dir", folder.toString(),
                  // a feed that a test left is missed at its next heartbeat, and some tests wait for that
                  "meanwhile.live.heartbeat", "2s", "meanwhile.live.write-deadline", "3s")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void clearEnded() throws IOException {
    try (var runs = Files.list(RUNS)) {
      for (var run : runs.filter(FreshDataDir::hasEnded).toList()) {
        clear(run);
      }
    }
  }

  /// The processes of one build clear away side by side: who moves the folder first deletes it.
  private static void clear(Path run) throws IOException {
    killServerOf(run.toAbsolutePath().normalize().resolve("postgres/data").toString());
    try {
      var mine = Files.createTempDirectory(RUNS, "gone-");
      Files.move(run, mine.resolve("run"));
      FileSystemUtils.deleteRecursively(mine);
    } catch (NoSuchFileException _) {
      return; // the other one was faster
    }
  }

  /// A run is over when its process is: its folder bears the number. The folder's lock isn't asked, since a process that
  /// opens the lock file once more and closes it has lost its own lock.
  private static boolean hasEnded(Path run) {
    var name = RUN.matcher(run.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  /// A run that was killed leaves its server behind.
  private static void killServerOf(String data) {
    ProcessHandle.allProcesses()
        .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
            .contains(data))
        .forEach(ProcessHandle::destroyForcibly);
  }
}

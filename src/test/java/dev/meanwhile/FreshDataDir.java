package dev.meanwhile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/// Gives each run of the tests an empty data folder below `target`, and clears away those of runs that have ended.
final class FreshDataDir implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Path RUNS = Path.of("target", "test-data");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Files.createDirectories(RUNS);
      clearEnded();
      var folder = Files.createTempDirectory(RUNS, "run-");
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
        killServerOf(run.resolve("postgres/data").toRealPath().toString());
        FileSystemUtils.deleteRecursively(run);
      }
    }
  }

  /// A run that goes on holds the lock of its folder; one that is only beginning has no database yet.
  private static boolean hasEnded(Path run) {
    if (!Files.exists(run.resolve("postgres/data"))) {
      return false;
    }
    try (var channel = FileChannel.open(run.resolve("lock"), StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (IOException | java.nio.channels.OverlappingFileLockException e) {
      return false;
    }
  }

  /// A run that was killed leaves its server behind.
  private static void killServerOf(String data) {
    ProcessHandle.allProcesses()
        .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
            .contains(data))
        .forEach(ProcessHandle::destroyForcibly);
  }
}

package dev.meanwhile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Gives each run of the tests an empty data folder below `target`.
final class FreshDataDir implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Path RUNS = Path.of("target", "test-data");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      var folder = Files.createTempDirectory(Files.createDirectories(RUNS), "run-");
      context.getEnvironment().getPropertySources()
          .addFirst(
              new MapPropertySource("test data", Map.of("meanwhile.data-dir", folder.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.meanwhile.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program to its end.
final class Command {
  /// Longest time that any of our short-lived programs may take.
  static final Duration LIMIT = Duration.ofMinutes(2);

  /// How a program ended.
  record Outcome(int exit, String output) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  private Command() {}

  /// Runs the program and waits for it, at most [#LIMIT].
  static Outcome run(List<String> command) throws IOException, InterruptedException {
    var output = Files.createTempFile("meanwhile-", ".out");
    try {
      var process = builder(command).redirectOutput(output.toFile()).start();
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Outcome(-1, command + " took longer than " + LIMIT);
      }
      return new Outcome(process.exitValue(), Files.readString(output).strip());
    } finally {
      Files.delete(output);
    }
  }

  /// A program with an environment that neither the shell's PostgreSQL variables nor its language can change.
  static ProcessBuilder builder(List<String> command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private static Path nothing() {
    return Path.of(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
  }
}

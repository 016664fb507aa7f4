package dev.meanwhile.crash;

import dev.meanwhile.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerPortFileWriter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// The product as a process of its own that ends itself with SIGKILL right before or after the commit of a transaction
/// that a file names, for example `before Endings.complete`.
final class CrashingServer {
  private CrashingServer() {}

  /// Starts the server.
  ///
  /// @param arguments the data folder, then Spring Boot's command line
  public static void main(String[] arguments) {
    var folder = Path.of(arguments[0]);
    var application = new SpringApplication(Application.class);
    application.addListeners(new WebServerPortFileWriter(folder.resolve("port").toFile()));
    application.addInitializers(
        (ApplicationContextInitializer<GenericApplicationContext>) context -> context
            .registerBean(Trap.class, () -> new Trap(folder.resolve("trap"))));
    application.run(java.util.Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  /// Springs when the named commit comes.
  static final class Trap implements TransactionExecutionListener {
    private final Path file;

    Trap(Path file) {
      this.file = file;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
      springIf("before", transaction);
    }

    @Override
    public void afterCommit(TransactionExecution transaction,
        @org.jspecify.annotations.Nullable Throwable failure) {
      springIf("after", transaction);
    }

    private void springIf(String when, TransactionExecution transaction) {
      try {
        if (Files.exists(file)) {
          var name = transaction.getTransactionName();
          var point = when + " "
              + name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
          if (point.equals(Files.readString(file).strip())) {
            kill();
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void kill() throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start()
          .waitFor();
      Thread.currentThread().join(); // the signal is on its way
    }
  }
}

package dev.meanwhile.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// Springs once for each file in a folder, at the commit of the transaction that the file's name tells, `<deed>
/// <class>.<method>`; the file is moved when it does. The deeds: `before` and `after` end this process with SIGKILL on that side of the commit, `hold-before` and `hold-after` keep its thread
/// there until the process ends, `freeze` stops it with SIGSTOP right before the commit, its locks held, and `lose`
/// commits and then fails, as if the answer of the database was lost.
final class Trap implements TransactionExecutionListener {
  private final Path armed;
  private final Path sprung;

  /// @param sprung where files go whose trap has sprung
  Trap(Path armed, Path sprung) {
    this.armed = armed;
    this.sprung = sprung;
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    if (springs("before", transaction)) {
      signal("KILL");
    }
    if (springs("hold-before", transaction)) {
      hold();
    }
    if (springs("freeze", transaction)) {
      signal("STOP");
    }
  }

  @Override
  public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
    if (springs("after", transaction)) {
      signal("KILL");
    }
    if (springs("hold-after", transaction)) {
      hold();
    }
    if (failure == null && springs("lose", transaction)) {
      throw new DataAccessResourceFailureException("the answer to the commit was lost");
    }
  }

  private boolean springs(String deed, TransactionExecution transaction) {
    var name = deed + " " + point(transaction);
    try {
      if (!Files.exists(armed.resolve(name))) {
        return false;
      }
      Files.move(armed.resolve(name), sprung.resolve(name));
      return true;
    } catch (java.nio.file.NoSuchFileException _) {
      return false; // it sprang on another thread
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String point(TransactionExecution transaction) {
    var name = transaction.getTransactionName();
    return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
  }

  private static void hold() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns when the signal has been dealt with: after SIGSTOP when the process goes on.
  static void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(ProcessHandle.current().pid())).start()
          .waitFor();
      if (name.equals("KILL")) {
        hold(); // the signal is on its way
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

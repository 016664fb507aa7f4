package dev.meanwhile.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

/// What keeps a store that is in order from serving.
public enum StoreTrouble {
  /// It can't be reached, goes, or comes.
  AWAY,
  /// Its disk has no room.
  FULL;

  private static final Logger log = LoggerFactory.getLogger(StoreTrouble.class);
  /// PostgreSQL's `disk_full`.
  private static final String DISK_FULL = "53100";

  /// The trouble behind a failure; empty when the store isn't the reason.
  public static Optional<StoreTrouble> in(Throwable thrown) {
    var sql = cause(thrown, SQLException.class);
    var state = sql == null ? null : sql.getSQLState();
    if (DISK_FULL.equals(state)) {
      return Optional.of(FULL);
    }
    return isAway(thrown) || isAwayBy(state) ? Optional.of(AWAY) : Optional.empty();
  }

  private static boolean isAway(Throwable thrown) {
    return cause(thrown, SQLTransientConnectionException.class) != null
        || cause(thrown, ConcurrencyFailureException.class) != null
        || cause(thrown, DataAccessResourceFailureException.class) != null
        // a commit or a rollback without its connection hides what broke it
        || cause(thrown, TransactionSystemException.class) != null;
  }

  /// Connection exceptions, operator intervention, too many connections.
  private static boolean isAwayBy(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
  }

  /// What the database said, in one line and without the statement.
  public static String words(Throwable thrown) {
    var sql = cause(thrown, SQLException.class);
    return String.valueOf((sql == null ? thrown : sql).getMessage()).replaceAll("\\s+", " ");
  }

  /// Tells of a failure in work that comes round again: of trouble with the store in a line, because the next round does
  /// what this one couldn't.
  static void tell(Throwable thrown) {
    tell(thrown, log::warn, it -> log.error("Failed, to be tried again the next time", it));
  }

  static void tell(Throwable thrown, Consumer<String> line, Consumer<Throwable> whole) {
    in(thrown).ifPresentOrElse(
        trouble -> line.accept("Left for the next time, the store is %s: %s"
            .formatted(trouble == FULL ? "full" : "away", words(thrown))),
        () -> whole.accept(thrown));
  }

  private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}

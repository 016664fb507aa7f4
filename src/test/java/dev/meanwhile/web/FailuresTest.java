package dev.meanwhile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.unit.DataSize;
import java.util.stream.Stream;

class FailuresTest {
  private static final Failures FAILURES = new Failures(
      new WebSettings(DataSize.ofMegabytes(1), Duration.ofSeconds(5)), DataSize.ofMegabytes(1));

  static Stream<Exception> failuresOfALostConnection() {
    return Stream.of(
        new TransactionSystemException("JDBC rollback failed",
            new SQLException("Connection is closed")),
        new CannotCreateTransactionException("no connection for the transaction",
            new SQLTransientConnectionException("none was free in time")),
        new IllegalStateException(new SQLException("too many connections", "53300")),
        new DataAccessResourceFailureException("the answer to the commit was lost"));
  }

  @ParameterizedTest
  @MethodSource("failuresOfALostConnection")
  void aStoreThatGoesInTheMiddleOfATransactionIsAwayToo(Exception lost) {
    var failure = FAILURES.of(lost);
    assertThat(failure.status()).isEqualTo(503);
    assertThat(failure.headers().getFirst("Retry-After")).isEqualTo("5");
  }

  @Test
  void aFullDiskIsNoStoreThatIsAway() {
    var failure = FAILURES.of(new IllegalStateException(new SQLException("no room", "53100")));

    assertThat(failure.status()).isEqualTo(503);
    assertThat(failure.detail()).contains("disk is full");
  }
}

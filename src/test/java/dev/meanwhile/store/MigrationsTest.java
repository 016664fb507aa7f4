package dev.meanwhile.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.MeanwhileTest;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// How a start changes the tables of an older version.
@MeanwhileTest
class MigrationsTest {
  @Autowired
  Flyway flyway;

  /// Flyway migrates on one connection while another holds its lock, silent within a transaction.
  @Test
  void aMigrationMayTakeAsLongAsALargeStoreNeeds() throws SQLException {
    try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
      assertThat(connection.getNetworkTimeout()).as("its statements").isZero();
      assertThat(JdbcClient.create(new SingleConnectionDataSource(connection, true))
          .sql("show idle_in_transaction_session_timeout").query(String.class).single())
          .as("the transaction of the lock").isEqualTo("0");
    }
  }
}

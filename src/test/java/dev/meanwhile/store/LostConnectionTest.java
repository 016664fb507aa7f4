package dev.meanwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.meanwhile.MeanwhileTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@MeanwhileTest
@ExtendWith(OutputCaptureExtension.class)
class LostConnectionTest {

  @Test
  void itIsToldByWhoeverNeededItAndNotByThePoolAsWell(@Autowired HikariDataSource store,
      @Autowired JdbcClient jdbc, CapturedOutput output) throws SQLException {
    try (var connection = store.getConnection()) {
      int process = connection.unwrap(PGConnection.class).getBackendPID();
      jdbc.sql("select pg_terminate_backend(?)").param(process).query(Boolean.class).single();

      assertThatThrownBy(() -> connection.createStatement().execute("select 1"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(output).doesNotContain("marked as broken");
  }
}

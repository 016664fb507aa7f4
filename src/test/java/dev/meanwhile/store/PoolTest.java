package dev.meanwhile.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.meanwhile.MeanwhileTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.postgresql.PGProperty;
import org.springframework.beans.factory.annotation.Autowired;

/// What the connections of the pools are told.
@MeanwhileTest
class PoolTest {
  @Autowired
  HikariDataSource store;
  @Autowired
  QuickStore quick;

  @Test
  void aStoreThatIsSilentWithinAStatementIsGivenUp() throws SQLException {
    for (var pool : new HikariDataSource[]{store, quick.connections()}) {
      try (var connection = pool.getConnection()) {
        assertThat(connection.getNetworkTimeout()).as(pool.getPoolName())
            .isEqualTo((int) Duration.ofSeconds(60).toMillis());
      }
    }
  }

  /// The driver asks for a property's text, and gets none of a number.
  @Test
  void theDriverReadsAllThatAPoolTellsIt() {
    Properties told = store.getDataSourceProperties();

    assertThat(told.stringPropertyNames()).isEqualTo(told.keySet());
    assertThat(PGProperty.CONNECT_TIMEOUT.getOrDefault(told)).isEqualTo("3");
    assertThat(PGProperty.TCP_KEEP_ALIVE.getOrDefault(told)).isEqualTo("true");
  }

  @Test
  void aLimitBelowASecondIsOne() {
    assertThat(StoreConfiguration.seconds(Duration.ofMillis(500))).isEqualTo(1);
    assertThat(StoreConfiguration.seconds(Duration.ofSeconds(3))).isEqualTo(3);
  }
}

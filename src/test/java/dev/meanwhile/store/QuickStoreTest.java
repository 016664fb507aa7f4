package dev.meanwhile.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.meanwhile.MeanwhileTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Only what may be forgotten is committed without the disk.
@MeanwhileTest
class QuickStoreTest {
  @Autowired
  QuickStore quick;
  @Autowired
  HikariDataSource store;

  @Test
  void itsCommitsDontWaitForTheDiskAndAllOthersDo() {
    assertThat(synchronousCommit(quick.connections())).isEqualTo("off");
    assertThat(synchronousCommit(store)).isEqualTo("on");
  }

  private static String synchronousCommit(HikariDataSource pool) {
    return JdbcClient.create(pool).sql("show synchronous_commit").query(String.class).single();
  }
}

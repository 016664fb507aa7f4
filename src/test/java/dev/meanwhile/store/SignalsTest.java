package dev.meanwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.meanwhile.MeanwhileTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@MeanwhileTest
class SignalsTest {
  @Autowired
  Signals signals;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  StoreAddress address;
  @Autowired
  HikariDataSource pool;

  private List<String> listenTo(String channel) {
    var heard = new CopyOnWriteArrayList<String>();
    signals.on(channel, heard::add);
    await().untilAsserted(() -> {
      signals.send(channel, "warm-up");
      assertThat(heard).contains("warm-up");
    });
    return heard;
  }

  @Test
  void aSignalArrivesInTheOrderSent() {
    var heard = listenTo("test_order");
    signals.send("test_order", "first");
    signals.send("test_order", "second");
    await().untilAsserted(() -> assertThat(heard).endsWith("first", "second"));
  }

  @Test
  void aSignalOfARolledBackTransactionIsNeverHeard() {
    var heard = listenTo("test_rollback");
    transaction.executeWithoutResult(status -> {
      signals.send("test_rollback", "undone");
      status.setRollbackOnly();
    });
    signals.send("test_rollback", "after");
    await().untilAsserted(() -> assertThat(heard).contains("after"));
    assertThat(heard).doesNotContain("undone");
  }

  /// Here a listener hears it without the store; another node has nothing but the store.
  @Test
  void whatIsSentSoonIsHeardOnAnotherNodeOnceItIsCommitted() {
    var elsewhere = new Signals(address, jdbc);
    var heard = new CopyOnWriteArrayList<String>();
    elsewhere.on("test_soon", heard::add);
    elsewhere.start();
    try {
      await().untilAsserted(() -> {
        signals.send("test_soon", "warm-up");
        assertThat(heard).contains("warm-up");
      });
      transaction.executeWithoutResult(status -> {
        signals.sendSoon("test_soon", "undone");
        status.setRollbackOnly();
      });
      transaction.executeWithoutResult(_ -> signals.sendSoon("test_soon", "news"));
      await().untilAsserted(() -> assertThat(heard).contains("news"));
      assertThat(heard).doesNotContain("undone");
    } finally {
      elsewhere.stop();
    }
  }

  /// Signals don't wait for the disk; what is promised on the same connections does.
  @Test
  void noConnectionThatSentSignalsCommitsWithoutTheDisk() throws SQLException {
    var sender = new Outbox(jdbc);
    var sending = Thread.startVirtualThread(sender::sendForever);
    var heard = listenTo("test_disk");
    sender.add(new Outbox.Message("test_disk", "news"));
    await().untilAsserted(() -> assertThat(heard).contains("news"));
    sending.interrupt();
    var taken = new ArrayList<Connection>();
    try {
      while (taken.size() < pool.getMaximumPoolSize()) {
        taken.add(pool.getConnection());
        assertThat(JdbcClient.create(new SingleConnectionDataSource(taken.getLast(), true))
            .sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
      }
    } finally {
      for (var connection : taken) {
        connection.close();
      }
    }
  }

  @Test
  void aListenerThatFailsHarmsNoOther() {
    signals.on("test_failing", payload -> {
      throw new IllegalStateException("on purpose");
    });
    listenTo("test_failing");
  }

  @Test
  void afterTheConnectionIsLostListeningBeginsAgainAndListenersLook() {
    var heard = listenTo("test_reconnect");
    var looks = new AtomicInteger();
    signals.onReconnect(looks::incrementAndGet);
    jdbc.sql(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'meanwhile signals'")
        .query().listOfRows();
    await().untilAtomic(looks, org.hamcrest.Matchers.greaterThan(0));
    await().untilAsserted(() -> {
      signals.send("test_reconnect", "again");
      assertThat(heard).contains("again");
    });
  }

  @Test
  void aPayloadOverTheLimitOfTheStoreIsRefused() {
    assertThatThrownBy(() -> signals.send("test_limit", "x".repeat(8000)))
        .hasMessageContaining("7999 bytes");
  }
}

package dev.meanwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MeanwhileTest
class SignalsTest {
  @Autowired
  Signals signals;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  JdbcClient jdbc;

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

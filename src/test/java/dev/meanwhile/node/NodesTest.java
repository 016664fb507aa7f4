package dev.meanwhile.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.store.StoreAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MeanwhileTest
class NodesTest {
  @Autowired
  Nodes nodes;
  @Autowired
  NodeRows rows;
  @Autowired
  StoreAddress address;
  @Autowired
  JdbcClient jdbc;

  private Nodes another() {
    return new Nodes(address, rows,
        new NodeSettings(Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofHours(1)));
  }

  @Test
  void aRunningNodeIsAlive() {
    assertThat(nodes.isAlive(nodes.thisNode())).isTrue();
    assertThat(nodes.alive()).contains(nodes.thisNode());
    assertThat(nodes.isAlive("never-heard-of")).isFalse();
  }

  @Test
  void theLeaseIsRenewed() {
    var other = another();
    other.start();
    try {
      var first = leaseOf(other);
      await().untilAsserted(() -> assertThat(leaseOf(other)).isAfter(first));
    } finally {
      other.stop();
    }
  }

  @Test
  void aNodeThatStopsInOrderIsGoneAtOnce() {
    var other = another();
    other.start();
    assertThat(nodes.isAlive(other.thisNode())).isTrue();
    other.stop();
    assertThat(nodes.isAlive(other.thisNode())).isFalse();
  }

  @Test
  void aNodeWhoseLeaseRanOutIsDeadAndForgottenLater() {
    insertSilentFor("silent-shortly", Duration.ofMinutes(1));
    insertSilentFor("silent-for-long", Duration.ofHours(2));
    assertThat(nodes.isAlive("silent-shortly")).isFalse();
    await().untilAsserted(
        () -> assertThat(names()).contains("silent-shortly").doesNotContain("silent-for-long"));
  }

  @Test
  void theLeaseIsRenewedAgainAfterItsConnectionWasLost() {
    var before = leaseOf(nodes);
    jdbc.sql(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'meanwhile node'")
        .query()
        .listOfRows();
    await().untilAsserted(() -> assertThat(leaseOf(nodes)).isAfter(before.plusSeconds(2)));
  }

  @Test
  void aNodeThatWasFrozenLearnsThatItsLeaseHadRunOut() {
    var other = another();
    var lost = new AtomicInteger();
    other.onLost(lost::incrementAndGet);
    other.start();
    try {
      jdbc.sql("update node set lease_until = now() - interval '1 second' where name = ?")
          .param(other.thisNode()).update();
      await().untilAtomic(lost, equalTo(1));
      assertThat(nodes.isAlive(other.thisNode())).as("it takes a new lease").isTrue();
    } finally {
      other.stop();
    }
    assertThat(lost).hasValue(1);
  }

  @Test
  void aRenewalThatIsTooRareIsRefused() {
    assertThatThrownBy(
        () -> new NodeSettings(Duration.ofSeconds(5), Duration.ofSeconds(4), Duration.ofHours(1)))
        .hasMessageContaining("meanwhile.node.renewal");
  }

  private void insertSilentFor(String name, Duration silence) {
    jdbc.sql("""
      insert into node (name, lease_until, started_at, version)
      values (?, now() - ? * interval '1 second', now(), 'test')
      """).params(name, silence.toSeconds()).update();
  }

  private java.util.List<String> names() {
    return jdbc.sql("select name from node").query((row, index) -> row.getString(1)).list();
  }

  private OffsetDateTime leaseOf(Nodes node) {
    return jdbc.sql("select lease_until from node where name = ?").param(node.thisNode())
        .query(OffsetDateTime.class)
        .single();
  }
}

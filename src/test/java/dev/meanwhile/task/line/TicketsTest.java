package dev.meanwhile.task.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.node.Nodes;
import dev.meanwhile.store.LastWrites;
import dev.meanwhile.store.Signals;
import dev.meanwhile.store.StoreAddress;
import dev.meanwhile.task.row.TaskMeters;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The traps of the scheduler library, each with a line in [Tickets] that keeps us out of it. Tickets of a table of
/// their own lead to a [TicketRig] instead of the engine.
@MeanwhileTest
class TicketsTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration OFTEN = Duration.ofMillis(50);

  @Autowired
  StoreAddress address;
  @Autowired
  Signals signals;
  @Autowired
  LastWrites lastWrites;
  @Autowired
  Nodes nodes;
  @Autowired
  TaskMeters meters;
  @Autowired
  JdbcClient jdbc;

  private TicketRig rig(int slots, Duration heartbeat) {
    return new TicketRig(address, new TicketRig.Engine(signals, lastWrites, nodes, meters), slots,
        heartbeat);
  }

  /// The library's single statement for taking tickets ignores its LIMIT once PostgreSQL has planned it for any
  /// parameters while the table was empty.
  @Test
  void noMoreTicketsAreTakenThanThereAreSlotsThoughTheTableWasEmptyForLong() {
    try (var rig = rig(10, NEVER)) {
      rig.start();
      rig.awaitPolls(30);

      rig.insert(300);

      await().atMost(LIMIT).until(() -> rig.atWork() >= 10);
      assertThat(rig.taken()).isEqualTo(10);
      assertThat(rig.atWork()).isEqualTo(10);
    }
  }

  @Test
  void whatIsClaimedAtOnceIsToldAtOnceBeforeItRuns() {
    try (var rig = rig(3, NEVER)) {
      var ids = rig.insert(3);
      rig.start();

      await().atMost(LIMIT).until(() -> rig.atWork() == 3);

      assertThat(rig.claimed()).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(rig.ranUnclaimed()).isFalse();
    }
  }

  /// What is claimed with it runs all the same.
  @Test
  void aTicketThatNobodyCanReadIsNobodyElsesTrouble() {
    try (var rig = rig(3, NEVER)) {
      rig.insertUnreadable();
      rig.insert(2);
      rig.start();

      await().atMost(LIMIT).until(() -> rig.atWork() == 2);
    }
  }

  /// A node of a later version may share the store while nodes are replaced: a ticket that only that one knows would be
  /// taken by this one, which lives and so keeps it.
  @Test
  void ticketsOfUnknownKindsAreLeftToThoseThatKnowThem() {
    try (var rig = rig(1, NEVER)) {
      rig.insertUnknown();
      rig.insert(1);
      rig.start();

      await().atMost(LIMIT).until(() -> rig.atWork() == 1);

      assertThat(rig.taken()).isEqualTo(1);
    }
  }

  /// The library's usual upper limit takes three times as many tickets as there are threads, and a thread per ticket
  /// then runs them all.
  @Test
  void noMoreRunAtOnceThanThereAreSlots() {
    try (var rig = rig(3, NEVER)) {
      rig.insert(30);
      rig.start();

      for (int left = 30; left > 0; left--) {
        int atWork = Math.min(3, left);
        await().atMost(LIMIT).until(() -> rig.atWork() == atWork);
        rig.letOneGo();
      }

      await().atMost(LIMIT).until(() -> rig.left() == 0);
      assertThat(rig.mostAtWork()).isEqualTo(3);
    }
  }

  /// A node that is starved of processor time misses heartbeats and lives.
  @Test
  void missedHeartbeatsReviveNothingWhileTheLeaseHolds() {
    lease("live-node");
    try (var rig = rig(5, OFTEN)) {
      var ofTheLiving = rig.insertTaken("live-node");
      var ofTheDead = rig.insertTaken("dead-node");
      rig.start();
      await().atMost(LIMIT).until(() -> rig.hasStarted(ofTheDead));
      var later = rig.insertTaken("dead-node");
      await().atMost(LIMIT).until(() -> rig.hasStarted(later)); // all have been looked at by now

      assertThat(rig.hasStarted(ofTheLiving)).isFalse();
      assertThat(rig.isTakenBy(ofTheLiving, "live-node")).isTrue();
      forget("live-node");
      await().atMost(LIMIT).until(() -> rig.hasStarted(ofTheLiving));
    } finally {
      forget("live-node");
    }
  }

  @Test
  void missedHeartbeatsOfThisNodeReviveNothingThatItWorksOn() {
    try (var rig = rig(5, OFTEN)) {
      var ours = rig.insertTaken(nodes.thisNode());
      rig.worksOn(ours, true);
      rig.start();
      var dead = rig.insertTaken("dead-node");
      await().atMost(LIMIT).until(() -> rig.hasStarted(dead));
      var later = rig.insertTaken("dead-node");
      await().atMost(LIMIT).until(() -> rig.hasStarted(later));

      assertThat(rig.hasStarted(ours)).isFalse();
      assertThat(rig.isThreadless(ours)).as("what was prepared is over, if it was").isTrue();
      assertThat(rig.isThreadless(dead)).as("another node's").isFalse();
      rig.worksOn(ours, false); // as when it was taken right before the process lost its thread
      await().atMost(LIMIT).until(() -> rig.hasStarted(ours));
    }
  }

  /// The library waits twice half an hour for what doesn't end.
  @Test
  void shutdownWaitsForNobodyLongerThanItsBound() throws Exception {
    try (var rig = rig(2, NEVER)) {
      rig.insert(1);
      rig.ignoreInterrupts();
      rig.start();
      await().atMost(LIMIT).until(() -> rig.atWork() == 1);

      CompletableFuture.runAsync(rig::stop, task -> Thread.ofVirtual().start(task))
          .get(LIMIT.toSeconds(), TimeUnit.SECONDS);

      assertThat(rig.atWork()).as("it goes on, and nobody waits for it").isEqualTo(1);
    }
  }

  /// Nothing tells this ticket: it comes as if the signal had been lost.
  @Test
  void aTicketThatNoSignalToldIsFoundByLooking() {
    try (var rig = rig(2, NEVER)) {
      rig.start();
      rig.awaitPolls(2);
      var untold = rig.insert(1).getFirst();
      await().atMost(Duration.ofSeconds(8)).until(() -> rig.hasStarted(untold));
    }
  }

  private void lease(String name) {
    jdbc.sql("""
      insert into node (name, lease_until, started_at, version)
      values (?, now() + interval '1 hour', now(), 'test')
      """).param(name).update();
  }

  private void forget(String name) {
    jdbc.sql("delete from node where name = ?").param(name).update();
  }

}

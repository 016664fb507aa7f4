package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.testing.ScriptedModelServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A server that stands still for longer than its lease, in the middle of steps and of model calls.
record Freezing(Fleet fleet, ScriptedModelServer model) {
  /// Long enough for others to take it over meanwhile.
  private static final Duration STEP = ServerProcess.LEASE.multipliedBy(5);
  /// How long others may take to notice, and the woken one to stop.
  private static final Duration NOTICED = ServerProcess.LEASE.multipliedBy(20);

  void aWokenServerStopsAndWritesNothing() throws Exception {
    var scene = new Scene(fleet);
    var trials = Scene.times(3, () -> scene.trial(0, "step", scene.untilOpen()));
    var calls = Scene.times(2, () -> scene.stalling(1));
    scene.awaitBegun(trials, "s1");
    for (int i = 0; i < calls.size(); i++) {
      assertThat(model.awaitAsked(Scene.LIMIT)).isTrue();
    }
    int frozen = scene.nodeOf(trials.getFirst());
    var trialsThere = on(scene, trials, frozen);
    var callsThere = on(scene, calls, frozen);

    fleet.node(frozen).freeze();
    try {
      awaitTakenOver(trialsThere, callsThere, frozen);
      for (int i = 0; i < callsThere.size(); i++) {
        assertThat(model.awaitAsked(Scene.LIMIT)).isTrue();
      }
    } finally {
      fleet.node(frozen).thaw();
    }

    await().atMost(NOTICED).untilAsserted(
        () -> assertThat(scene.lines(trialsThere, Diary.Event.LEFT)).hasSameSizeAs(trialsThere));
    for (int i = 0; i < callsThere.size(); i++) {
      assertThat(model.awaitHangUp(NOTICED)).as("its model call ends").isTrue();
    }
    scene.open();
    scene.awaitStatus(trials, "completed");
    calls.forEach(call -> scene.at(0).post("/api/v1/tasks/" + call + "/cancel", ""));
    for (int i = 0; i < calls.size(); i++) {
      assertThat(model.awaitHangUp(NOTICED)).isTrue();
    }
    scene.assertKept();
  }

  private static List<UUID> on(Scene scene, List<UUID> tasks, int node) throws IOException {
    var there = new ArrayList<UUID>();
    for (var task : tasks) {
      if (scene.nodeOf(task) == node) {
        there.add(task);
      }
    }
    return there;
  }

  private void awaitTakenOver(List<UUID> trials, List<UUID> calls, int frozen)
      throws IOException {
    var name = fleet.node(frozen).name();
    var all = new ArrayList<>(trials);
    all.addAll(calls);
    await().atMost(NOTICED).until(() -> fleet.store().sql("""
      select count(*) from task where task_id in (:ids) and state = 'running' and node <> :frozen
      """).param("ids", all).param("frozen", name).query(Integer.class).single() == all.size());
  }

  /// It wakes when its own step has just lasted long enough, and another server is still at the same step.
  void aLateResultOfAWokenServerIsRefused() throws Exception {
    var scene = new Scene(fleet);
    var task = List.of(scene.trial(0, "step-" + STEP.toMillis(), "step"));
    scene.awaitBegun(task, "s0");
    int frozen = scene.nodeOf(task.getFirst());
    long begun = scene.lines(task, Diary.Event.STEP).getFirst().nanos();
    fleet.node(frozen).freeze();
    try {
      await().atMost(NOTICED).until(
          () -> scene.lines(task, Diary.Event.STEP).size() == 2
              && System.nanoTime() - begun > STEP.toNanos());
    } finally {
      fleet.node(frozen).thaw();
    }
    scene.awaitStatus(task, "completed");
    scene.assertKept();
  }

  /// Starved of processor time a live server misses heartbeats; its lease shows that it lives.
  void aServerThatOnlyMissedHeartbeatsKeepsItsTasks() throws Exception {
    var scene = new Scene(fleet);
    var task = List.of(scene.trial(0, scene.untilOpen()));
    scene.awaitBegun(task, "s0");
    long end = System.nanoTime() + ServerProcess.LEASE.multipliedBy(3).toNanos();
    await().pollInterval(Duration.ofMillis(50)).atMost(Scene.LIMIT).until(() -> {
      fleet.store().sql("update scheduled_tasks set last_heartbeat = now() - interval '1 hour'")
          .update();
      return System.nanoTime() > end;
    });
    scene.open();
    scene.awaitStatus(task, "completed");
    assertThat(scene.lines(task, Diary.Event.TRY)).hasSize(1);
    scene.assertKept();
  }

  /// It stands still right before a commit, with the locks that the commit would have released.
  void aServerFrozenInATransactionBlocksNobodyForLong() throws Exception {
    var scene = new Scene(fleet);
    var task = scene.trial(0, scene.untilOpen());
    scene.awaitBegun(List.of(task), "s0");
    int frozen = scene.nodeOf(task);
    fleet.node(frozen).arm("freeze TryEndings.completeTogether");
    scene.open();
    await().atMost(Scene.LIMIT)
        .until(() -> fleet.node(frozen).hasSprung("freeze TryEndings.completeTogether"));
    try {
      await().atMost(NOTICED).untilAsserted(
          () -> assertThat(scene.at(1 - frozen).get("/api/v1/tasks/" + task).json()
              .path("status").asString()).isEqualTo("completed"));
    } finally {
      fleet.node(frozen).thaw();
    }
    scene.assertKept();
  }
}

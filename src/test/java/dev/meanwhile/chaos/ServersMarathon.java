package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What takes too long for each build: recovery at default settings, many cancels, restarts under load.
@Tag("chaos")
class ServersMarathon {
  private static final Logger log = LoggerFactory.getLogger(ServersMarathon.class);
  private static final long SEED = Long.getLong("chaos.seed", 42);
  private static final Duration RECOVERY = Duration.ofSeconds(10);
  private static final int CANCELS = Integer.getInteger("chaos.cancels", 120);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder = Path.of("");

  @Test
  void tasksOfAKilledServerRunAgainWithinTenSecondsAtDefaultSettings() throws Exception {
    try (var fleet = Fleet.start(folder, 2, List.of())) {
      var scene = new Scene(fleet);
      var tasks = Scene.times(5, () -> scene.trial(0, "step", "step", scene.untilOpen()));
      scene.awaitBegun(tasks, "s2");
      int dying = scene.nodeOf(tasks.getFirst());
      var there = new ArrayList<UUID>();
      for (var task : tasks) {
        if (scene.nodeOf(task) == dying) {
          there.add(task);
        }
      }
      long killed = System.nanoTime();
      fleet.node(dying).kill();
      fleet.restart(dying);
      await().atMost(Scene.LIMIT).until(
          () -> scene.lines(there, Diary.Event.TRY).size() == 2 * there.size());
      var longest = Duration.ofNanos(scene.lines(there, Diary.Event.TRY).getLast().nanos()
          - killed);
      log.info("{} tasks of the killed server ran again after {} at the most", there.size(),
          longest);
      scene.open();
      scene.awaitStatus(tasks, "completed");

      assertThat(longest).isLessThan(RECOVERY);
      assertThat(scene.lines(tasks, Diary.Event.STEP).stream()
          .filter(line -> !line.step().equals("s2"))).as("finished steps")
          .hasSize(2 * tasks.size());
      scene.assertKept();
    }
  }

  @Test
  void aCancelClosesTheModelCallOfAnotherServerWithinASecond() throws Exception {
    try (var model = Scene.model()) {
      try (var fleet = Fleet.start(folder, 2, ServerProcess.quickWith(model))) {
        var times = new Cancelling(fleet, model).cancelModelCalls(CANCELS);
        var p99 = times.get((int) Math.ceil(.99 * times.size()) - 1);
        log.info("{} cancels: median {}, p99 {}, longest {}", times.size(),
            times.get(times.size() / 2), p99, times.getLast());
        assertThat(p99).isLessThan(Duration.ofSeconds(1));
      }
    }
  }

  @Test
  void aTicketThatSurvivedItsTryStartsNothing() throws Exception {
    try (var fleet = Fleet.start(folder, 2, ServerProcess.QUICK)) {
      var scene = new Scene(fleet);
      var before = new Scene(fleet);
      var task = List.of(scene.trial(0, before.untilOpen(), Trial.FLAKY, scene.untilOpen()));
      scene.awaitBegun(task, "s0");
      int dying = scene.nodeOf(task.getFirst());
      fleet.node(dying).arm("after TryEndings.tryLater");
      before.open();
      fleet.node(dying).awaitDeath();
      scene.awaitBegun(task, "s2");
      await("the old ticket is found and thrown away").atMost(Scene.LIMIT).until(() -> fleet
          .store().sql("select count(*) from scheduled_tasks").query(Integer.class).single() == 1);
      scene.open();
      fleet.restart(dying);
      scene.awaitStatus(task, "completed");
      assertThat(scene.lines(task, Diary.Event.TRY)).hasSize(2);
      scene.assertKept();
    }
  }

  @Test
  void aRollingRestartUnderLoadLosesNothing() throws Exception {
    try (var fleet = Fleet.start(folder, 2, ServerProcess.quickToStop())) {
      new Draining(fleet).aRollingRestartLosesNothing(SEED,
          new Load.Size(4, 400, 0, Duration.ofMillis(300)));
    }
  }
}

package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.benchmark.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// How long after `kill -9` of a server its tasks run elsewhere, at default settings.
@Tag("benchmark")
class RecoveryBenchmark {
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
  private static final int TASKS = 5;
  /// What is promised, in seconds.
  private static final double MOST = 10;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder = Path.of("");

  @Test
  void measure() throws Exception {
    var first = new Figures();
    var last = new Figures();
    try (var fleet = Fleet.start(folder, 2, List.of())) {
      for (int round = 0; round < ROUNDS; round++) {
        killOne(fleet, first, last);
      }
    }
    System.out.printf("%n| after kill -9, s | p50 / p95 / max |%n|---|---|%n"
        + "| first task runs again | %s |%n| last task runs again | %s |%n", first, last);
    assertThat(last.at(1)).isLessThan(MOST);
  }

  private static void killOne(Fleet fleet, Figures first, Figures last) throws Exception {
    var scene = new Scene(fleet);
    var tasks = Scene.times(TASKS, () -> scene.trial(0, "step", "step", scene.untilOpen()));
    scene.awaitBegun(tasks, "s2");
    int dying = scene.nodeOf(tasks.getFirst());
    var there = tasksOf(scene, dying, tasks);
    long killed = System.nanoTime();
    fleet.node(dying).kill();
    await().atMost(Scene.LIMIT)
        .until(() -> scene.lines(there, Diary.Event.TRY).size() == 2 * there.size());
    var tries = scene.lines(there, Diary.Event.TRY);
    first.add((tries.get(there.size()).nanos() - killed) / 1e9);
    last.add((tries.getLast().nanos() - killed) / 1e9);
    fleet.restart(dying);
    scene.open();
  }

  private static List<UUID> tasksOf(Scene scene, int node, List<UUID> tasks) throws IOException {
    var found = new ArrayList<UUID>();
    for (var task : tasks) {
      if (scene.nodeOf(task) == node) {
        found.add(task);
      }
    }
    return found;
  }
}

package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.benchmark.Figures;
import dev.meanwhile.benchmark.OtherProcess;
import dev.meanwhile.benchmark.OtherProcess.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// How long after `kill -9` of a server its tasks run elsewhere, at default settings, beside the engine below ours with
/// the same heartbeats and JobRunr at its shortest poll. Theirs is one job on two processes; ours are tasks with finished
/// steps, which aren't repeated.
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
    var others = new EnumMap<Engine, Figures>(Engine.class);
    try (var fleet = Fleet.start(folder, 2, List.of())) {
      for (var engine : Engine.values()) {
        engine.prepare(fleet.address());
        others.put(engine, new Figures());
      }
      for (int round = 0; round < ROUNDS; round++) {
        killOne(fleet, first, last);
        for (var other : others.entrySet()) {
          other.getValue().add(OtherProcess.recovery(other.getKey(), fleet.address(), folder));
        }
      }
    }
    print(first, last, others);
    assertThat(last.at(1)).isLessThan(MOST);
  }

  private static void print(Figures first, Figures last, Map<Engine, Figures> others) {
    System.out.printf("%n| after kill -9, s | p50 / p95 / max |%n|---|---|%n"
        + "| Meanwhile, first task runs again | %s |%n"
        + "| Meanwhile, last task runs again | %s |%n", first, last);
    others.forEach((engine, figures) -> System.out.printf("| %s, the job runs again | %s |%n",
        engine.words(), figures));
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

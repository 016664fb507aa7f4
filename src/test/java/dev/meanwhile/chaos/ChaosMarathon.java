package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.chaos.Faults.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The long form: three servers, thousands of tasks, each fault again and again, for each of the seeds in the system
/// property `chaos.seeds`.
@Tag("chaos")
class ChaosMarathon {
  private static final int TASKS = Integer.getInteger("chaos.tasks", 2_000);
  private static final long SWEEP_SEED = Long.getLong("chaos.seed", 42);
  private static final int ROUNDS = Integer.getInteger("chaos.rounds", 4);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder = Path.of("");

  static LongStream seeds() {
    return Arrays.stream(System.getProperty("chaos.seeds", "1,2,3").split(","))
        .mapToLong(seed -> Long.parseLong(seed.strip()));
  }

  @Test
  void everyCommitOfTasksAndTurnsIsStruckOnEachSide() throws Exception {
    try (var model = Scene.model();
        var fleet = Fleet.start(folder, 2, ServerProcess.quickWith(model))) {
      var recording = new Chaos(fleet, SWEEP_SEED)
          .sweep(new Load.Size(4, Integer.MAX_VALUE, 0, Duration.ofMillis(400)));

      assertThat(fleet.deaths()).isPositive();
      assertThat(recording.tasks()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void promisesAreKeptWhileServersAndStoreFail(long seed) throws Exception {
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < ROUNDS; i++) {
      faults.addAll(List.of(Fault.values()));
      faults.addAll(List.of(Fault.TRAP, Fault.TRAP));
    }
    try (var fleet = Fleet.start(folder, 3, ServerProcess.QUICK)) {
      var recording = new Chaos(fleet, seed).run(
          new Load.Size(8, TASKS, 2, Duration.ofMillis(350)), faults, Duration.ofSeconds(3));

      assertThat(recording.tasks()).hasSizeGreaterThanOrEqualTo(TASKS);
      assertThat(fleet.deaths()).isPositive();
    }
  }
}

package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.chaos.Faults.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The short form: two servers, each fault at least once.
class ChaosTest {
  private static final long SEED = Long.getLong("chaos.seed", 42);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder = Path.of("");

  @Test
  void promisesAreKeptWhileServersAndStoreFail() throws Exception {
    try (var fleet = Fleet.start(folder, 2, ServerProcess.QUICK)) {
      var recording = new Chaos(fleet, SEED).run(
          new Load.Size(4, 240, 0, Duration.ofMillis(200)),
          List.of(Fault.KILL, Fault.FREEZE, Fault.CRASH_STORE, Fault.CUT_CONNECTIONS,
              Fault.CUT_LISTENERS, Fault.TRAP, Fault.TRAP),
          Duration.ofMillis(800));

      assertThat(recording.tasks()).hasSizeGreaterThan(240);
      assertThat(fleet.deaths()).isPositive();
    }
  }
}

package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.chaos.Faults.Fault;
import dev.meanwhile.testing.ScriptedModelServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The short form: two servers that all tests share, since they take long to start.
@Order(1) // long
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosTest {
  private static final long SEED = Long.getLong("chaos.seed", 42);
  private static final ScriptedModelServer MODEL = Scene.model();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder = Path.of("");
  @SuppressWarnings("NullAway.Init") // started before all tests
  private static Fleet fleet;

  @BeforeAll
  static void start() throws Exception {
    fleet = Fleet.start(folder, 2, ServerProcess.quickWith(MODEL));
  }

  @AfterAll
  static void stop() throws IOException {
    fleet.close();
    MODEL.close();
  }

  @BeforeEach
  void bringUp() throws IOException {
    fleet.bringUp();
  }

  @Test
  @Tag("MW-TASK-023")
  void promisesAreKeptWhileServersAndStoreFail() throws Exception {
    var recording = new Chaos(fleet, SEED).run(
        new Load.Size(4, 240, 0, Duration.ofMillis(200)),
        List.of(Fault.KILL, Fault.FREEZE, Fault.CRASH_STORE, Fault.CUT_CONNECTIONS,
            Fault.CUT_LISTENERS, Fault.TRAP, Fault.TRAP),
        Duration.ofMillis(800));

    assertThat(recording.tasks()).hasSizeGreaterThanOrEqualTo(240);
    assertThat(fleet.deaths()).isPositive();
  }

  @Test
  @Tag("MW-OPS-002")
  void aServerThatWasFrozenStopsItsTriesAndWritesNothing() throws Exception {
    new Freezing(fleet, MODEL).aWokenServerStopsAndWritesNothing();
  }

  @Test
  void aLateResultOfAServerThatWasFrozenIsRefused() throws Exception {
    new Freezing(fleet, MODEL).aLateResultOfAWokenServerIsRefused();
  }

  @Test
  void aServerThatOnlyMissedHeartbeatsKeepsItsTasks() throws Exception {
    new Freezing(fleet, MODEL).aServerThatOnlyMissedHeartbeatsKeepsItsTasks();
  }

  @Test
  void aServerFrozenInATransactionBlocksNobodyForLong() throws Exception {
    new Freezing(fleet, MODEL).aServerFrozenInATransactionBlocksNobodyForLong();
  }

  @Test
  void aCancelThroughAnotherServerClosesTheModelCall() throws Exception {
    assertThat(new Cancelling(fleet, MODEL).cancelModelCalls(10)).hasSize(10);
  }

  @Test
  void aCancelAfterALostStartFreesTheSlot() throws Exception {
    new Cancelling(fleet, MODEL).aCancelAfterALostStartFreesTheSlot();
  }

  @Test
  @Tag("MW-OPS-003")
  @Order(Integer.MAX_VALUE) // the server that stopped needn't be started again
  void aServerThatIsToldToStopHandsOverWhatItCannotFinish() throws Exception {
    new Draining(fleet).itFinishesStepsHandsTheRestOverAndAdmitsNothing();
  }
}

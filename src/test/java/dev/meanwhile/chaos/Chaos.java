package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.chaos.Faults.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A run: load, faults, calm, and the look at all that was recorded.
final class Chaos {
  private static final Logger log = LoggerFactory.getLogger(Chaos.class);
  /// What is left to do once the last fault is over: restarts of servers and the tasks in line.
  private static final Duration CALM = ServerProcess.LEASE.multipliedBy(120);
  /// How long clients may go on after the last fault on a slow machine.
  private static final Duration LOAD = Duration.ofMinutes(15);
  private static final int SHOWN = 20;

  private final Fleet fleet;
  private final long seed;

  Chaos(Fleet fleet, long seed) {
    this.fleet = fleet;
    this.seed = seed;
  }

  /// Runs it, and fails with the seed and the faults if a promise was broken.
  Recording run(Load.Size size, List<Fault> faults, Duration apart) throws IOException {
    log.info("chaos with seed {}", seed);
    fleet.keepAlive();
    var striking = new Faults(fleet, seed);
    var load = Load.start(fleet, seed, size);
    try {
      striking.strike(faults, apart);
      await().atMost(LOAD).until(load::isOver);
      awaitCalm();
    } finally {
      load.end();
    }
    return kept(load, striking.log());
  }

  /// Strikes at each commit, under load for as long as that takes.
  Recording sweep(Load.Size size) throws Exception {
    fleet.keepAlive();
    var load = Load.start(fleet, seed, size);
    var sweep = new Sweep(fleet, seed);
    try {
      sweep.strike();
    } finally {
      load.end();
    }
    await().atMost(LOAD).until(load::isOver);
    awaitCalm();
    var recording = kept(load, sweep.traps());
    assertThat(sweep.missed()).as("never sprang, of %d", sweep.traps().size()).isEmpty();
    return recording;
  }

  private Recording kept(Load load, List<String> faults) throws IOException {
    var recording = Recorder.record(fleet, load.promised());
    var summary = summary(recording, faults);
    log.info("{}", summary);
    assertKept(recording, summary);
    return recording;
  }

  private void awaitCalm() {
    try {
      await().atMost(CALM).ignoreExceptions()
          .until(() -> Recorder.unrest(fleet.store()).isEmpty());
    } catch (ConditionTimeoutException e) {
      log.warn("no calm after {}: {}", CALM, Recorder.unrest(fleet.store()), e);
    }
  }

  private String summary(Recording recording, List<String> faults) {
    Map<String, Integer> states = new TreeMap<>();
    recording.tasks().forEach(task -> states.merge(
        task.state() + (task.error() == null ? "" : " " + task.error()), 1, Integer::sum));
    return "seed %d: %d tasks %s, %d tries, %d deaths of servers, %d faults: %s".formatted(seed,
        recording.tasks().size(), states, recording.diary().stream()
            .filter(line -> line.event() == Diary.Event.TRY).count(),
        fleet.deaths(), faults.size(), faults);
  }

  static void assertKept(Recording recording, String summary) {
    var violations = Checker.check(recording);
    assertThat(violations.stream().limit(SHOWN)).as("%s%n%d violations", summary,
        violations.size()).isEqualTo(Collections.emptyList());
  }
}

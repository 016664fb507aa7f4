package dev.meanwhile.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Strikes at each commit of tasks and turns in each way, one after the other and in an order that a seed decides.
final class Sweep {
  private static final Logger log = LoggerFactory.getLogger(Sweep.class);
  /// Some need several deaths of servers before they come.
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int TIMES = 3;

  private final Fleet fleet;
  private final Occasions occasions;
  private final List<String> traps = new ArrayList<>();
  private final List<String> missed = new CopyOnWriteArrayList<>();

  Sweep(Fleet fleet, long seed) {
    this.fleet = fleet;
    this.occasions = new Occasions(fleet);
    for (var commit : Commits.STRUCK) {
      Faults.DEEDS.forEach(deed -> traps.add(deed + " " + commit));
    }
    Collections.shuffle(traps, new Random(seed));
  }

  /// Strikes; what of it sprang is told afterwards.
  void strike() throws Exception {
    for (var trap : traps) {
      boolean sprang = strike(trap);
      log.info("{}: {}", trap, sprang ? "sprang" : "never sprang");
      if (!sprang) {
        missed.add(trap);
      }
    }
  }

  /// All in their order.
  List<String> traps() {
    return List.copyOf(traps);
  }

  /// Those whose commit never came.
  List<String> missed() {
    return List.copyOf(missed);
  }

  /// Whichever server gets there first.
  private boolean strike(String trap) throws Exception {
    await().atMost(LIMIT.multipliedBy(2)).ignoreExceptions().until(this::allAreReady);
    for (int i = 0; i < fleet.size(); i++) {
      fleet.node(i).arm(trap);
    }
    boolean sprang = false;
    for (int i = 0; i < TIMES && !sprang; i++) {
      occasions.make(trap.substring(trap.indexOf(' ') + 1));
      sprang = awaitSprung(trap);
    }
    for (int i = 0; i < fleet.size(); i++) {
      fleet.node(i).disarm();
    }
    return sprang;
  }

  private boolean allAreReady() throws IOException {
    boolean ready = true;
    for (int i = 0; i < fleet.size(); i++) {
      ready &= fleet.node(i).isReady();
    }
    return ready;
  }

  private boolean awaitSprung(String trap) {
    try {
      await().atMost(LIMIT).until(() -> hasSprung(trap));
      return true;
    } catch (ConditionTimeoutException _) {
      return false;
    }
  }

  private boolean hasSprung(String trap) {
    boolean sprung = false;
    for (int i = 0; i < fleet.size(); i++) {
      sprung |= fleet.node(i).hasSprung(trap);
    }
    return sprung;
  }
}

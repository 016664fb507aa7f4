package dev.meanwhile.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.dao.DataAccessException;

/// Breaks a fleet in ways and at moments that a seed decides. What dies is brought up again by the fleet.
final class Faults {
  /// On which side of a commit a server dies, or that it doesn't learn of the commit.
  static final List<String> DEEDS = List.of("before", "after", "lose");
  /// Commits that any load leads to soon.
  private static final List<String> OFTEN = Commits.STRUCK.stream()
      .filter(commit -> !Occasions.isFor(commit)).toList();
  /// How long an armed trap waits for its commit.
  private static final Duration TRAP = Duration.ofSeconds(8);
  private static final Duration STORE_BACK = Duration.ofSeconds(20);
  private static final Duration MOMENT = Duration.ofMillis(100);

  /// A way to break something.
  enum Fault {
    /// SIGKILL to a server.
    KILL,
    /// SIGTERM to a server.
    TERMINATE,
    /// SIGSTOP for longer than the lease.
    FREEZE,
    /// An immediate restart of the database.
    CRASH_STORE,
    /// Some connections of servers to the database are ended.
    CUT_CONNECTIONS,
    /// The connections on which servers listen are ended.
    CUT_LISTENERS,
    /// A server dies on one side of a commit, or doesn't learn of it.
    TRAP
  }

  private final Fleet fleet;
  private final SplittableRandom random;
  private final Pace pace = new Pace();
  private final List<String> log = new CopyOnWriteArrayList<>();

  Faults(Fleet fleet, long seed) {
    this.fleet = fleet;
    this.random = new SplittableRandom(seed);
  }

  /// Strikes with these in an order of its own, a pause before each.
  void strike(List<Fault> faults, Duration apart) {
    var left = new ArrayList<>(faults);
    while (!left.isEmpty() && pace.next(apart)) {
      strike(left.remove(random.nextInt(left.size())));
    }
  }

  private void strike(Fault fault) {
    try {
      switch (fault) {
        case KILL -> kill(someNode());
        case TERMINATE -> terminate(someNode());
        case FREEZE -> freeze(someNode());
        case CRASH_STORE -> crashStore();
        case CUT_CONNECTIONS -> cut("application_name = 'meanwhile' and random() < 0.5");
        case CUT_LISTENERS -> cut("application_name = 'meanwhile signals'");
        case TRAP -> trap(someNode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One that serves, if one does soon: a server that is only starting has little to break.
  private int someNode() {
    long end = System.nanoTime() + STORE_BACK.toNanos();
    int node = random.nextInt(fleet.size());
    while (!fleet.node(node).serves() && System.nanoTime() < end && pace.next(MOMENT)) {
      node = (node + 1) % fleet.size();
    }
    return node;
  }

  private void kill(int node) throws InterruptedException {
    log.add("kill node " + node);
    fleet.node(node).kill();
  }

  private void terminate(int node) throws InterruptedException {
    log.add("terminate node " + node);
    var leaving = fleet.node(node);
    leaving.terminate();
    leaving.awaitDeath();
  }

  private void freeze(int index) {
    var node = fleet.node(index);
    var limit = ServerProcess.LEASE.multipliedBy(2 + random.nextInt(3));
    log.add("freeze node %d for %s".formatted(index, limit));
    node.freeze();
    try {
      pace.next(limit);
    } finally {
      node.thaw();
    }
  }

  private void crashStore() throws IOException, InterruptedException {
    log.add("crash the store");
    fleet.postgres().crash();
  }

  /// Waits for the store if it is just starting again, and for servers to have come back to it.
  private void cut(String which) {
    long end = System.nanoTime() + STORE_BACK.toNanos();
    while (!tryToCut(which) && System.nanoTime() < end && pace.next(MOMENT)) {
      // once more
    }
  }

  private boolean tryToCut(String which) {
    try {
      int count = fleet.store().sql("""
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where pid <> pg_backend_pid() and\s""" + which).query(Integer.class).single();
      if (count > 0) {
        log.add("cut %d connections where %s".formatted(count, which));
      }
      return count > 0;
    } catch (DataAccessException _) {
      return false;
    }
  }

  private void trap(int index) throws IOException {
    var node = fleet.node(index);
    var trap = DEEDS.get(random.nextInt(DEEDS.size())) + " "
        + OFTEN.get(random.nextInt(OFTEN.size()));
    node.arm(trap);
    long end = System.nanoTime() + TRAP.toNanos();
    while (node.isAlive() && !node.hasSprung(trap) && System.nanoTime() < end
        && pace.next(MOMENT)) {
      // it springs when its commit comes
    }
    log.add("trap in node %d: %s, %s".formatted(index, trap,
        node.hasSprung(trap) ? "sprang" : "never sprang"));
    node.disarm();
  }

  /// What was done, in order.
  List<String> log() {
    return List.copyOf(log);
  }
}

package dev.meanwhile.benchmark;

import static org.awaitility.Awaitility.await;

import dev.meanwhile.UserId;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long tasks wait for their start, and callers for their task's ID. Two nodes on one PostgreSQL: the first has a
/// single slot, which is held, so that all runs on the second.
@Tag("benchmark")
class LatencyBenchmark {
  private static final int STARTS = 200;
  /// Of an engine that looks every 5 s.
  private static final int POLLED_STARTS = 3;
  private static final int NEWCOMERS = 50;
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
  private static final int CREATES = 100;
  private static final int SLOTS = 100;
  private static final int PER_USER = 5;
  private static final int USERS = 100;

  private final SoftAssertions promises = new SoftAssertions();

  @Test
  void measure() throws Exception {
    try (var store = Store.start(); var full = Node.start(store, "--meanwhile.tasks.slots=1")) {
      hold(full, 1);
      try (var worker = Node.start(store)) {
        starts(store, full, worker);
        newcomers(worker);
        hold(worker, SLOTS);
        admission(worker);
        Noop.GATE.release(SLOTS + 1);
      }
    }
    promises.assertAll();
  }

  private static void hold(Node node, int slots) {
    int before = Noop.STARTS.size();
    for (var user : node.users(Math.ceilDiv(slots, PER_USER))) {
      node.create(List.of(user), Math.min(slots, PER_USER), Noop.UNTIL_LET_GO);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> Noop.STARTS.size() == before + slots);
  }

  private void starts(Store store, Node full, Node worker) throws Exception {
    var same = new Figures();
    var other = new Figures();
    waits(worker, STARTS, new Figures()); // warms up: compiled by then
    waits(full, STARTS, new Figures());
    try (var below = new DbSchedulerAlone(store); var jobRunr = new JobRunrAlone(store)) {
      var others = new Others(below, jobRunr);
      for (int round = 0; round < ROUNDS; round++) {
        waits(worker, STARTS / ROUNDS, same);
        waits(full, STARTS / ROUNDS, other);
        others.measure();
      }
      System.out.printf("%n| start of a task, ms | p50 / p95 / max |%n|---|---|%n");
      print("Meanwhile, idle, same node", same);
      print("Meanwhile, idle, other node", other);
      others.print();
    }
    promises.assertThat(same.at(.95)).as("start on the same node, p95").isLessThan(20);
    promises.assertThat(other.at(.95)).as("start on another node, p95").isLessThan(60);
  }

  /// The engines beside ours, in the same rounds.
  private record Others(DbSchedulerAlone below, JobRunrAlone jobRunr, Figures belowHere,
      Figures belowElsewhere, Figures jobRunrStarts) {
    Others(DbSchedulerAlone below, JobRunrAlone jobRunr) {
      this(below, jobRunr, new Figures(), new Figures(), new Figures());
    }

    void measure() throws Exception {
      for (int i = 0; i < STARTS / ROUNDS; i++) {
        belowHere.add(below.startHere());
        belowElsewhere.add(below.startElsewhere());
      }
      below.rest();
      for (int i = 0; i < POLLED_STARTS; i++) {
        jobRunrStarts.add(jobRunr.start());
      }
      jobRunr.rest();
    }

    void print() {
      LatencyBenchmark.print("db-scheduler alone, idle, same node", belowHere);
      LatencyBenchmark.print("db-scheduler alone, idle, other node", belowElsewhere);
      LatencyBenchmark.print("JobRunr, idle, any node", jobRunrStarts);
    }
  }

  private static void waits(Node node, int count, Figures figures) {
    node.users(count).forEach(user -> figures.add(node.waitOf(user)));
  }

  private static void newcomers(Node worker) {
    var behindOne = new Figures();
    var hog = worker.users(1);
    worker.backlog(hog, 10_000, 0);
    worker.create(hog.getFirst(), 0);
    waits(worker, NEWCOMERS, behindOne);
    worker.forget(hog);
    worker.awaitAllEndedBut(1);
    var behindMany = new Figures();
    var crowd = worker.users(USERS);
    worker.backlog(crowd, 100, 200);
    crowd.forEach(user -> worker.create(user, 0));
    waits(worker, NEWCOMERS, behindMany);
    worker.forget(crowd);
    worker.awaitAllEndedBut(1);
    print("newcomer, one user has 10,000", behindOne);
    print("newcomer, all 100 slots taken by tasks of 200 ms, 10,000 wait", behindMany);
  }

  private void admission(Node worker) {
    var alone = new Figures();
    var crowded = new Figures();
    var ownEmpty = new Figures();
    var ownFull = new Figures();
    for (int round = 0; round < ROUNDS; round++) {
      var hog = worker.users(1);
      creates(worker, round == 0 ? new Figures() : alone);
      ownCreates(worker, hog.getFirst(), ownEmpty);
      worker.forget(hog);
      var crowd = worker.users(USERS);
      worker.backlog(crowd, 1_000, 0);
      creates(worker, round == 0 ? new Figures() : crowded);
      worker.forget(crowd);
      var giant = worker.users(1);
      worker.backlog(giant, 100_000, 0);
      ownCreates(worker, giant.getFirst(), ownFull);
      worker.forget(giant);
    }
    System.out.printf("%n| creating a task, ms | nothing waits | 100,000 wait | ratio of medians |%n"
        + "|---|---|---|---|%n");
    print("by a newcomer, who gets a slot", alone, crowded);
    print("by the one user whose tasks wait", ownEmpty, ownFull);
    promises.assertThat(crowded.median() / alone.median()).as("by a newcomer").isLessThan(1.5);
    promises.assertThat(ownFull.median() / ownEmpty.median()).as("by one user").isLessThan(1.5);
  }

  private static void creates(Node worker, Figures figures) {
    worker.users(CREATES / PER_USER).forEach(user -> create(worker, user, PER_USER, figures));
  }

  /// The first few get the user's slots, as do the first of a backlog; those aren't measured.
  private static void ownCreates(Node worker, UserId user, Figures figures) {
    create(worker, user, PER_USER, new Figures());
    create(worker, user, CREATES, figures);
  }

  private static void create(Node worker, UserId user, int count, Figures figures) {
    for (int i = 0; i < count; i++) {
      long asked = System.nanoTime();
      worker.create(user, 0);
      figures.add((System.nanoTime() - asked) / 1e6);
    }
  }

  private static void print(String name, Figures figures) {
    System.out.printf("| %s | %s |%n", name, figures);
  }

  private static void print(String name, Figures without, Figures with) {
    System.out.printf("| %s | %s | %s | %.2f |%n", name, without, with,
        with.median() / without.median());
  }
}

package dev.meanwhile.benchmark;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/// The product, with history and events, at its default settings. The tasks belong to 100 users; all slots of the node
/// are held until the drain begins.
final class Ours implements Contender {
  private static final int USERS = 100;
  private static final int SLOTS = 100;
  private static final int PER_USER = 5;

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Node node;
  private volatile int expected;

  Ours(Node node) {
    this.node = node;
  }

  @Override
  public String name() {
    return "Meanwhile";
  }

  @Override
  public void fill(int tasks, int pauseMillis) {
    Noop.STARTS.clear();
    node.create(node.users(SLOTS / PER_USER), PER_USER, Noop.UNTIL_LET_GO);
    await().atMost(Duration.ofSeconds(30)).until(() -> Noop.STARTS.size() == SLOTS);
    expected = SLOTS + tasks;
    node.create(node.users(USERS), tasks / USERS, pauseMillis);
  }

  @Override
  public void drain() {
    Noop.GATE.release(SLOTS);
    await().atMost(LIMIT).until(() -> Noop.STARTS.size() >= expected);
    node.awaitAllEnded();
  }

  @Override
  public double newcomer() {
    return node.waitOf(node.users(1).getFirst());
  }

  @Override
  public void rest() {}

  @Override
  public void close() {}
}

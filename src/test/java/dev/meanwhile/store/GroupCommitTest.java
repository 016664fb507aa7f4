package dev.meanwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Writes share a transaction when they come at once, and nobody's failure or wait is another's.
class GroupCommitTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MOST = 3;

  private final Recording writer = new Recording();
  private final GroupCommit<String, String, String> commits = new GroupCommit<>(MOST, writer);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /// Writes that can be held up, and remembers who was written with whom.
  private static final class Recording implements GroupCommit.Writer<String, String, String> {
    private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
    private final List<String> alone = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> inTheWay = ConcurrentHashMap.newKeySet();
    private final Set<String> bad = ConcurrentHashMap.newKeySet();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Semaphore groupsAllowed = new Semaphore(0);
    private final Semaphore aloneAllowed = new Semaphore(0);

    @Override
    public Map<String, String> together(Map<String, String> items) {
      groups.add(List.copyOf(items.values()));
      groupsAllowed.acquireUninterruptibly();
      if (items.values().stream().anyMatch(bad::contains)) {
        throw new IllegalStateException("refused");
      }
      items.values().forEach(this::breakOver);
      var written = new LinkedHashMap<String, String>();
      items.forEach((key, item) -> {
        if (!inTheWay.contains(key)) {
          written.put(key, item + " together");
        }
      });
      return written;
    }

    @Override
    public String alone(String item) {
      alone.add(item);
      aloneAllowed.acquireUninterruptibly();
      if (bad.contains(item)) {
        throw new IllegalArgumentException(item);
      }
      breakOver(item);
      return item + " alone";
    }

    private void breakOver(String item) {
      if (broken.contains(item)) {
        throw new AssertionError("out of something");
      }
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    writer.groupsAllowed.release(1000);
    writer.aloneAllowed.release(1000);
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void oneThatComesAloneIsWrittenAtOnce() {
    writer.groupsAllowed.release();
    assertThat(commits.write("k", "a")).isEqualTo("a together");
  }

  @Test
  void whoComesMeanwhileSharesTheNextTransaction() throws Exception {
    var first = writeHeldUp("a");
    var others = writeInOrder("b", "c", "d", "e");
    writer.groupsAllowed.release(3);

    assertThat(outcome(first)).isEqualTo("a together");
    assertThat(outcomes(others)).containsExactly("b together", "c together", "d together",
        "e together");
    assertThat(writer.groups).as("in turn, and no more than may be together")
        .containsExactly(List.of("a"), List.of("b", "c", "d"), List.of("e"));
  }

  @Test
  void twoAboutTheSameAreNeverInOneGroup() throws Exception {
    var first = writeHeldUp("a");
    var second = write("k", "b");
    awaitWaiting(1);
    var third = write("k", "c");
    awaitWaiting(2);
    writer.groupsAllowed.release(3);

    assertThat(outcomes(List.of(first, second, third)))
        .containsExactly("a together", "b together", "c together");
    assertThat(writer.groups).containsExactly(List.of("a"), List.of("b"), List.of("c"));
  }

  @Test
  void whoWaitsForSomebodyKeepsNobodyWaiting() throws Exception {
    writer.inTheWay.add("slow");
    var first = writeHeldUp("a");
    var others = writeInOrder("slow", "c");
    writer.groupsAllowed.release(3);

    assertThat(outcome(others.get(1))).isEqualTo("c together");
    assertThat(outcome(write("d", "d"))).as("while one still waits").isEqualTo("d together");
    assertThat(others.getFirst()).isNotDone();
    writer.aloneAllowed.release();
    assertThat(outcome(others.getFirst())).isEqualTo("slow alone");
    assertThat(outcome(first)).isEqualTo("a together");
  }

  @Test
  void whatIsRefusedIsRefusedForItselfAlone() throws Exception {
    writer.bad.add("b");
    var first = writeHeldUp("a");
    var others = writeInOrder("b", "c");
    writer.groupsAllowed.release(2);
    writer.aloneAllowed.release(2);

    assertThatThrownBy(() -> outcome(others.get(0))).isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
    assertThat(outcome(others.get(1))).isEqualTo("c alone");
    assertThat(outcome(first)).isEqualTo("a together");
  }

  @Test
  void anErrorIsOneOfWhoeverMadeItAlone() throws Exception {
    writer.broken.add("b");
    var first = writeHeldUp("a");
    var others = writeInOrder("leader", "b");
    writer.groupsAllowed.release(3);
    writer.aloneAllowed.release(2);

    assertThat(outcome(others.get(0))).as("who wrote for both").isEqualTo("leader alone");
    assertThatThrownBy(() -> outcome(others.get(1))).hasRootCauseInstanceOf(AssertionError.class);
    assertThat(outcome(first)).isEqualTo("a together");
    assertThat(outcome(write("c", "c"))).as("nobody is taken for writing").isEqualTo("c together");
  }

  @Test
  void anInterruptIsKeptForLater() throws Exception {
    var first = writeHeldUp("a");
    var interrupted = threads.submit(() -> {
      Thread.currentThread().interrupt();
      return commits.write("b", "b") + " " + Thread.interrupted();
    });
    awaitWaiting(1);
    writer.groupsAllowed.release(2);

    assertThat(outcome(interrupted)).isEqualTo("b together true");
    assertThat(outcome(first)).isEqualTo("a together");
  }

  /// Writes one whose transaction is under way when this returns.
  private Future<String> writeHeldUp(String item) {
    var written = write(item, item);
    await().atMost(LIMIT).until(() -> !writer.groups.isEmpty());
    return written;
  }

  private List<Future<String>> writeInOrder(String... items) {
    var written = new ArrayList<Future<String>>();
    for (var item : items) {
      written.add(write(item, item));
      awaitWaiting(written.size());
    }
    return written;
  }

  private Future<String> write(String key, String item) {
    return threads.submit(() -> commits.write(key, item));
  }

  private void awaitWaiting(int count) {
    await().atMost(LIMIT).until(() -> commits.waiting() == count);
  }

  private static List<String> outcomes(List<Future<String>> written) throws Exception {
    var outcomes = new ArrayList<String>();
    for (var each : written) {
      outcomes.add(outcome(each));
    }
    return outcomes;
  }

  private static String outcome(Future<String> written) throws Exception {
    return written.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }
}

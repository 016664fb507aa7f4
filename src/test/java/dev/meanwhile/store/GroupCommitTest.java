package dev.meanwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Writes share a transaction when they come at once, nobody waits for it, and nobody's failure is another's.
class GroupCommitTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MOST = 3;

  private final Recording writer = new Recording();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final GroupCommit<String, String, String> commits = new GroupCommit<>(MOST, writer,
      threads);

  /// Breaks whoever tells of it.
  private static final class Unspeakable extends RuntimeException {
    @Override
    public String getMessage() {
      throw new AssertionError("out of something");
    }
  }

  /// Writes that can be held up, and remembers who was written with whom.
  private static final class Recording implements GroupCommit.Writer<String, String, String> {
    private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> inTheWay = ConcurrentHashMap.newKeySet();
    private final Set<String> bad = ConcurrentHashMap.newKeySet();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Set<String> fatal = ConcurrentHashMap.newKeySet();
    private final Semaphore allowed = new Semaphore(0);

    @Override
    public Map<String, String> together(Map<String, String> items) {
      groups.add(List.copyOf(items.values()));
      allowed.acquireUninterruptibly();
      if (items.values().stream().anyMatch(bad::contains)) {
        throw new IllegalStateException("refused");
      }
      if (items.values().stream().anyMatch(broken::contains)) {
        throw new AssertionError("out of something");
      }
      if (items.values().stream().anyMatch(fatal::contains)) {
        throw new Unspeakable();
      }
      var written = new LinkedHashMap<String, String>();
      items.forEach((key, item) -> {
        if (!inTheWay.contains(key)) {
          written.put(key, item + " together");
        }
      });
      return written;
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    writer.allowed.release(1000);
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void oneThatComesAloneIsWrittenAtOnce() {
    writer.allowed.release();
    assertThat(outcome(write("k", "a"))).contains("a together");
  }

  @Test
  void whoComesMeanwhileSharesTheNextTransaction() {
    var first = writeHeldUp("a");
    var others = writeInOrder("b", "c", "d", "e");
    writer.allowed.release(3);

    assertThat(outcome(first)).contains("a together");
    assertThat(others).extracting(GroupCommitTest::outcome).containsExactly(
        Optional.of("b together"), Optional.of("c together"), Optional.of("d together"),
        Optional.of("e together"));
    assertThat(writer.groups).as("in turn, and no more than may be together")
        .containsExactly(List.of("a"), List.of("b", "c", "d"), List.of("e"));
  }

  @Test
  void twoAboutTheSameAreNeverInOneGroup() {
    var first = writeHeldUp("a");
    var others = List.of(write("k", "b"), write("k", "c"));
    writer.allowed.release(3);

    assertThat(outcome(first)).contains("a together");
    assertThat(others).extracting(GroupCommitTest::outcome)
        .containsExactly(Optional.of("b together"), Optional.of("c together"));
    assertThat(writer.groups).containsExactly(List.of("a"), List.of("b"), List.of("c"));
  }

  @Test
  void whoHasSomebodyInTheWayIsToldSoAndTheOthersAreWritten() {
    writer.inTheWay.add("slow");
    var first = writeHeldUp("a");
    var others = writeInOrder("slow", "c");
    writer.allowed.release(2);

    assertThat(outcome(first)).contains("a together");
    assertThat(others).extracting(GroupCommitTest::outcome)
        .containsExactly(Optional.empty(), Optional.of("c together"));
  }

  @Test
  void whoIsOfARefusedGroupIsToldSo() {
    writer.bad.add("b");
    var first = writeHeldUp("a");
    var others = writeInOrder("b", "c");
    writer.allowed.release(2);

    assertThat(outcome(first)).contains("a together");
    assertThat(others).extracting(GroupCommitTest::outcome)
        .containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void anErrorIsOneOfItsGroupAlone() {
    writer.broken.add("b");
    var first = writeHeldUp("a");
    var others = writeInOrder("b", "c", "d", "e");
    writer.allowed.release(3);

    assertThat(outcome(first)).contains("a together");
    assertThat(outcome(others.getFirst())).isEmpty();
    assertThat(outcome(others.getLast())).as("of the next group").contains("e together");
  }

  @Test
  void whoFailsToListenKeepsNobodyFromHearing() {
    var first = writeHeldUp("a");
    commits.write("deaf", "deaf", _ -> {
      throw new AssertionError("deaf");
    });
    var others = List.of(write("c", "c"), write("d", "d"), write("e", "e"));
    writer.allowed.release(3);

    assertThat(outcome(first)).contains("a together");
    assertThat(others).extracting(GroupCommitTest::outcome).containsExactly(
        Optional.of("c together"), Optional.of("d together"), Optional.of("e together"));
  }

  @Test
  void whenTheWritingThreadBreaksAnotherGoesOn() {
    writer.fatal.add("b");
    var first = writeHeldUp("a");
    var others = writeInOrder("b", "c", "d", "e");
    writer.allowed.release(3);

    assertThat(outcome(first)).contains("a together");
    assertThat(outcome(others.get(1))).as("of the group that broke it").isEmpty();
    assertThat(outcome(others.getLast())).as("of the next group").contains("e together");
  }

  @Test
  void onceAllIsWrittenTheNextIsTheFirstAgain() {
    for (var item : List.of("a", "b")) {
      writer.allowed.release();
      assertThat(outcome(write(item, item))).contains(item + " together");
      assertThat(commits.waiting()).isZero();
    }
  }

  /// Writes one whose transaction is under way when this returns.
  private CompletableFuture<Optional<String>> writeHeldUp(String item) {
    var written = write(item, item);
    await().atMost(LIMIT).until(() -> !writer.groups.isEmpty());
    return written;
  }

  private List<CompletableFuture<Optional<String>>> writeInOrder(String... items) {
    var written = new ArrayList<CompletableFuture<Optional<String>>>();
    for (var item : items) {
      written.add(write(item, item));
      assertThat(commits.waiting()).isEqualTo(written.size());
    }
    return written;
  }

  private CompletableFuture<Optional<String>> write(String key, String item) {
    var told = new CompletableFuture<Optional<String>>();
    commits.write(key, item, told::complete);
    return told;
  }

  private static Optional<String> outcome(CompletableFuture<Optional<String>> told) {
    return told.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }
}

package dev.meanwhile.feed;

import static dev.meanwhile.feed.Tales.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What is told is numbered by user, without gaps and in the order of commits.
@MeanwhileTest
class FeedTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int WRITERS = 8;
  private static final int TRANSACTIONS = 25;
  /// Of so many transactions one is rolled back.
  private static final int ROLLED_BACK = 5;

  @Autowired
  Api api;
  @Autowired
  Feed feed;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  Tales tales;
  @Autowired
  TransactionTemplate transactions;
  @Autowired
  PlatformTransactionManager manager;

  private UserId ada;
  private UserId bob;

  @BeforeEach
  void makeUsers() {
    ada = Tales.newUser(api);
    bob = Tales.newUser(api);
  }

  @Test
  void aUserOfWhomNothingWasToldHasAnEmptyFeed() {
    assertThat(feed.bounds(ada)).isEqualTo(new FeedBounds(1, 0));
    assertThat(feed.bounds(ada).canResumeAfter(0)).isTrue();
    assertThat(feed.bounds(ada).canResumeAfter(1)).isFalse();
    assertThat(tales.all(ada)).isEmpty();
  }

  @Test
  void aRemovedUsersFeedGoesAndNobodyElses() {
    tales.tell(ada, "one", "two");
    tales.tell(bob, "one");

    api.admin().delete("/api/v1/users/" + ada.value());

    assertThat(tales.all(ada)).isEmpty();
    assertThat(feed.bounds(ada)).isEqualTo(new FeedBounds(1, 0));
    assertThat(tales.texts(bob)).containsExactly("one");
  }

  @Test
  void anEventIsReadAsItWasTold() {
    tales.tell(ada, "one", "two", "three");

    assertThat(tales.texts(ada)).containsExactly("one", "two", "three");
    assertThat(tales.numbers(ada)).containsExactly(1L, 2L, 3L);
    assertThat(feed.read(ada, 1, 1)).extracting(Tales::text).containsExactly("two");
    assertThat(tales.all(bob)).isEmpty();
    assertThat(feed.bounds(ada)).isEqualTo(new FeedBounds(1, 3));
  }

  /// Two transactions that tell the same users take their feeds in one order and never wait for each other.
  @Test
  void theFeedsOfUsersAreTakenInOneOrder() throws Exception {
    var users = IntStream.range(0, 9).mapToObj(_ -> Tales.newUser(api)).toList();
    users.forEach(user -> tales.tell(user, "one"));
    var inOrder = feedsOf(users, "order by user_id");

    var telling = Objects.requireNonNull(transactions.execute(_ -> {
      jdbc.sql("select 1 from feed_head where user_id = ? for update").param(inOrder.get(4))
          .query(Integer.class).single();
      var told = CompletableFuture.runAsync(() -> tellBackwards(users), Thread::startVirtualThread);
      Awaitility.await().pollInSameThread().atMost(LIMIT).until(this::someoneWaitsForUs);
      assertThat(feedsOf(users, "order by user_id for update skip locked"))
          .as("those that nobody else has taken").isEqualTo(inOrder.subList(4, 9));
      return told;
    }));

    telling.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private List<String> feedsOf(List<UserId> users, String how) {
    return jdbc.sql("select user_id from feed_head where user_id in (:users) " + how)
        .param("users", users.stream().map(UserId::value).toList())
        .query((row, _) -> Objects.requireNonNull(row.getString(1))).list();
  }

  private void tellBackwards(List<UserId> users) {
    var ordered = feedsOf(users, "order by user_id desc");
    transactions.executeWithoutResult(
        _ -> ordered.forEach(user -> feed.tell(event(new UserId(user), "two"))));
  }

  private boolean someoneWaitsForUs() {
    return jdbc.sql("""
      select exists (select 1 from pg_locks
        where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
      """).query(Boolean.class).single();
  }

  @Test
  void eventsOfOneTransactionStandTogetherInTheirOrder() {
    transactions.executeWithoutResult(_ -> {
      feed.tell(event(ada, "a1"));
      feed.tell(event(bob, "b1"));
      feed.tell(event(ada, "a2"));
      assertThat(tales.all(ada)).isEmpty();
    });

    assertThat(tales.texts(ada)).containsExactly("a1", "a2");
    assertThat(tales.numbers(ada)).containsExactly(1L, 2L);
    assertThat(tales.texts(bob)).containsExactly("b1");
    assertThat(tales.numbers(bob)).containsExactly(1L);
  }

  @Test
  void whoTellsFirstAndCommitsLastIsNumberedLastAndHoldsNobodyUp() throws Exception {
    var told = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow = pool.submit(() -> transactions.executeWithoutResult(_ -> {
        feed.tell(event(ada, "slow"));
        told.countDown();
        await(mayCommit);
      }));
      await(told);
      tales.tell(ada, "quick");
      assertThat(tales.texts(ada)).containsExactly("quick");
      mayCommit.countDown();
      slow.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
    assertThat(tales.texts(ada)).containsExactly("quick", "slow");
    assertThat(tales.numbers(ada)).containsExactly(1L, 2L);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Tag("MW-FEED-002")
  void aRollbackLeavesNoGap() {
    tales.tell(ada, "before");
    transactions.executeWithoutResult(status -> {
      feed.tell(event(ada, "undone"));
      status.setRollbackOnly();
    });
    tales.tell(ada, "after");

    assertThat(tales.texts(ada)).containsExactly("before", "after");
    assertThat(tales.numbers(ada)).containsExactly(1L, 2L);
  }

  @Test
  void aCommitThatFailsAfterTheNumbersWereGivenLeavesNoGap() {
    assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
      feed.tell(event(ada, "undone"));
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void beforeCommit(boolean readOnly) {
          assertThat(feed.bounds(ada).newest()).isEqualTo(1);
          throw new IllegalStateException("too late");
        }
      });
    })).hasMessage("too late");
    tales.tell(ada, "after");

    assertThat(tales.texts(ada)).containsExactly("after");
    assertThat(tales.numbers(ada)).containsExactly(1L);
  }

  @Test
  void aTransactionWithinAnotherTellsItsOwnEventsOnly() {
    var apart = new TransactionTemplate(manager);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transactions.executeWithoutResult(_ -> {
      feed.tell(event(ada, "outer"));
      apart.executeWithoutResult(_ -> feed.tell(event(ada, "inner")));
      apart.executeWithoutResult(status -> {
        feed.tell(event(ada, "undone"));
        status.setRollbackOnly();
      });
      assertThat(tales.texts(ada)).containsExactly("inner");
      feed.tell(event(ada, "outer too"));
    });

    assertThat(tales.texts(ada)).containsExactly("inner", "outer", "outer too");
    assertThat(tales.numbers(ada)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void nothingIsToldOutsideATransaction() {
    assertThatThrownBy(() -> feed.tell(event(ada, "lost")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(tales.all(ada)).isEmpty();
  }

  /// Each transaction tells both users, half of them in the other order.
  @Test
  @Tag("MW-FEED-001")
  void aReaderOfConcurrentTransactionsNeverMeetsAGap() throws Exception {
    int committed = WRITERS * TRANSACTIONS * (ROLLED_BACK - 1) / ROLLED_BACK;
    List<String> seen;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor();
        var subscription = feed.subscribe(ada)) {
      var reader = pool.submit(() -> follow(subscription, committed));
      var writers = IntStream.range(0, WRITERS).mapToObj(writer -> start(pool, writer)).toList();
      for (var writer : writers) {
        writer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
      seen = reader.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
    assertThat(seen).hasSize(committed).doesNotHaveDuplicates().doesNotContain("undone");
    for (var user : List.of(ada, bob)) {
      assertThat(tales.numbers(user))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, committed).boxed().toList());
    }
    assertThat(tales.texts(ada)).isEqualTo(seen);
    assertThat(tales.texts(bob)).containsExactlyInAnyOrderElementsOf(seen);
    assertEachWriterIsInOrder(seen);
  }

  /// Reads when woken, as the open feeds do, and checks that each number follows the last.
  private List<String> follow(Subscription subscription, int count) throws InterruptedException {
    var seen = new ArrayList<String>();
    while (seen.size() < count) {
      assertThat(subscription.await(LIMIT)).as("woken after %d events", seen.size()).isTrue();
      for (var event : feed.read(ada, seen.size(), count)) {
        assertThat(event.seq()).isEqualTo(seen.size() + 1);
        seen.add(Tales.text(event));
      }
    }
    return seen;
  }

  private Future<?> start(ExecutorService pool, int writer) {
    var users = writer % 2 == 0 ? List.of(ada, bob) : List.of(bob, ada);
    return pool.submit(() -> {
      for (int i = 0; i < TRANSACTIONS; i++) {
        int number = i;
        transactions.executeWithoutResult(status -> {
          boolean isUndone = number % ROLLED_BACK == 0;
          var text = isUndone ? "undone" : "%d %03d".formatted(writer, number);
          users.forEach(user -> feed.tell(event(user, text)));
          if (isUndone) {
            status.setRollbackOnly();
          }
        });
      }
    });
  }

  private static void assertEachWriterIsInOrder(List<String> texts) {
    for (int writer = 0; writer < WRITERS; writer++) {
      var start = writer + " ";
      assertThat(texts.stream().filter(text -> text.startsWith(start))).isSorted();
    }
  }
}

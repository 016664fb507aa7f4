package dev.meanwhile.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.chat.Post;
import dev.meanwhile.store.Signals;
import dev.meanwhile.task.TaskEnded;
import dev.meanwhile.task.door.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// One turn of a conversation after the other. What these tests queue is rolled back, so that no runner ever sees it.
@MeanwhileTest
class TurnOrderTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Api nobody;
  @Autowired
  Posts posts;
  @Autowired
  TurnEnds ends;
  @Autowired
  TurnRows rows;
  @Autowired
  Drafts drafts;
  @Autowired
  TurnRepair repair;
  @Autowired
  MessageRows messages;
  @Autowired
  Tasks tasks;
  @Autowired
  Signals signals;
  @Autowired
  ApplicationEventPublisher events;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TransactionTemplate transactions;
  private Api api = Api.at(java.net.URI.create("http://nowhere"), java.nio.file.Path.of(""));
  private UserId user = new UserId("nobody");
  private UUID conversation = new UUID(0, 0);

  @BeforeEach
  void begin() {
    api = nobody.newUser();
    user = new UserId(api.user());
    conversation = UUID.fromString(api.post("/api/v1/conversations", Map.of("project_id", "p"))
        .json().path("conversation_id").asString());
  }

  private void rolledBack(Runnable test) {
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      test.run();
    });
  }

  private UUID queue(String text) {
    return posts.queue(user, conversation, new Post(text, null, null, null));
  }

  private TurnRow start() {
    return ends.start(conversation).orElseThrow();
  }

  private static Written written(String reply) {
    return new Written(TurnState.COMPLETED, reply, null, List.of(), List.of(), null,
        null, null, List.of());
  }

  private List<String> told() {
    return messages.list(conversation, 0, 100).stream()
        .map(message -> message.role() + " " + message.content()).toList();
  }

  @Test
  @Tag("MW-CHAT-001")
  void theFirstMessageIsAnsweredFirstAndTheNextWhenThatIsDone() {
    rolledBack(() -> {
      var first = queue("first");
      var second = queue("second");

      var turn = start();
      assertThat(turn.turnId()).isEqualTo(first);
      assertThat(ends.start(conversation)).as("one runs").isEmpty();
      ends.end(turn, written("done"));
      assertThat(start().turnId()).isEqualTo(second);
    });
  }

  /// What a node does that didn't hear of its own commit.
  @Test
  void aPieceOfADraftThatIsStoredTwiceIsThereOnce() {
    rolledBack(() -> {
      queue("say something");
      var turn = start();

      drafts.store(turn, "", "Done 👍 ");
      drafts.store(turn, "Done 👍 ", "and ");
      drafts.store(turn, "Done 👍 ", "and tested");

      assertThat(rows.find(turn.turnId()).orElseThrow().draft()).isEqualTo("Done 👍 and tested");
    });
  }

  /// What a node would do that didn't see the other one's turn.
  @Test
  @Tag("MW-CHAT-001")
  void theStoreItselfRefusesASecondTurnBesideARunningOne() {
    rolledBack(() -> {
      queue("first");
      queue("second");
      start();

      assertThatThrownBy(() -> rows.start(conversation, "another-node", 99))
          .isInstanceOf(DuplicateKeyException.class);
    });
  }

  @Test
  @Tag("MW-CHAT-005")
  void aTurnThatFailedIsNeverRunAgain() {
    rolledBack(() -> {
      queue("first");
      var second = queue("second");
      ends.end(start(), new Written(TurnState.FAILED, "sorry", null, List.of(), List.of(), null,
          null, null, List.of()));

      assertThat(start().turnId()).isEqualTo(second);
    });
  }

  @Test
  @Tag("MW-CHAT-005")
  void aTurnOfAnotherNodeIsTakenForLostOnlyWhenThatNodeIsDead() {
    rolledBack(() -> {
      queue("hello");
      var node = "node-" + user.value();
      jdbc.sql("""
        insert into node (name, lease_until, started_at, version)
        values (?, now() + interval '1 hour', now(), 'test')
        """).param(node).update();
      assertThat(rows.start(conversation, node, 99)).isPresent();

      repair.repair();
      assertThat(rows.running(conversation)).as("its node is alive").isPresent();

      jdbc.sql("update node set lease_until = now() - interval '1 hour' where name = ?").param(node)
          .update();
      repair.repair();
      assertThat(rows.running(conversation)).isEmpty();
    });
  }

  @Test
  void aTurnEndsOnceAndKeepsItsFirstReply() {
    rolledBack(() -> {
      queue("hello");
      var turn = start();
      ends.end(turn, written("the first end"));
      ends.end(turn, written("a late end"));

      assertThat(rows.draft(turn, 0, "a late word")).isFalse();
      assertThat(told()).containsExactly("user hello", "assistant the first end");
    });
  }

  /// The place of a reply is taken when its turn starts, and nobody reads beyond it until it is written.
  @Test
  void aNoticeNeverStandsBeforeTheReplyThatStartedItsTask() {
    var id = UUID.fromString(api.post("/api/v1/tasks/probe", Map.of("project_id", "p", "name", "n",
        "plan", List.of("step"))).json().path("task_id").asString());
    var task = await().atMost(LIMIT).until(() -> tasks.get(user, id),
        found -> found.status().isTerminal());
    jdbc.sql("update task set conversation_id = ? where task_id = ?").param(conversation).param(id)
        .update();
    rolledBack(() -> {
      queue("hello");
      var turn = start();
      events.publishEvent(new TaskEnded(tasks.get(user, task.taskId()), List.of(), "all done"));

      assertThat(told()).containsExactly("user hello");
      ends.end(turn, written("started it"));
      assertThat(told()).satisfiesExactly(
          message -> assertThat(message).isEqualTo("user hello"),
          message -> assertThat(message).isEqualTo("assistant started it"),
          message -> assertThat(message).startsWith("notice ").contains("all done"));
    });
  }

  @Test
  @Tag("MW-CHAT-009")
  void aQueueThatIsAsLongAsItMayBeTakesNoMoreAndSaysWhy() {
    rolledBack(() -> {
      for (int i = 0; i < 20; i++) {
        queue("message " + i);
      }
      assertThatThrownBy(() -> queue("one too many"))
          .isInstanceOfSatisfying(Problem.class, refused -> {
            assertThat(refused.code()).isEqualTo("quota_chat_queue");
            assertThat(refused.detail()).contains("meanwhile.chat.queue");
          });
      assertThat(told()).hasSize(20);
    });
  }

  /// A node took the message and died before it could say so.
  @Test
  void aMessageWhoseSignalWasLostIsAnsweredAllTheSame() {
    var turn = UUID.randomUUID();
    transactions.executeWithoutResult(_ -> {
      jdbc.sql("update conversation set next_seq = 2 where conversation_id = ?")
          .param(conversation).update();
      messages.insert(MessageRows.NewMessage.plain(conversation, 1, turn, "user", "hello"));
      jdbc.sql("""
        insert into turn (turn_id, conversation_id, user_id, state, user_seq, created_at)
        values (?, ?, ?, 'queued', 1, now())
        """).param(turn).param(conversation).param(user.value()).update();
    });

    await().atMost(LIMIT).until(() -> told().size() == 2);
  }

  /// Its thread stands still right after the commit that started the turn, as when it gets no processor time.
  @Test
  @Tag("MW-CHAT-005")
  void aTurnThatHasOnlyJustStartedIsNotTakenForLost() throws Exception {
    var started = new Semaphore(0);
    var mayGoOn = new Semaphore(0);
    signals.on("feed_news", holdTurnsOf(user, started, mayGoOn));
    var answer = CompletableFuture.supplyAsync(
        () -> api.post("/api/v1/conversations/" + conversation + "/messages",
            Map.of("content", "hello")),
        Thread::startVirtualThread);
    assertThat(started.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

    repair.repair();
    mayGoOn.release(100);

    assertThat(answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS).json().at("/message/content")
        .asString()).isNotBlank().doesNotContain("stopped before it was done");
  }

  private static Consumer<String> holdTurnsOf(UserId user, Semaphore started, Semaphore mayGoOn) {
    return whose -> {
      if (whose.equals(user.value()) && Thread.currentThread().getName().startsWith("turns-")) {
        started.release();
        try {
          mayGoOn.acquire();
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}

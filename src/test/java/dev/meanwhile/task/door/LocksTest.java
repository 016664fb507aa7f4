package dev.meanwhile.task.door;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.handler.Probe;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// All that changes who runs locks its user first, then the task, and the feed last: so two moves of one user wait for
/// each other in one order, and never both.
@MeanwhileTest
class LocksTest extends Engine {
  @Autowired
  TransactionTemplate transactions;

  @ParameterizedTest
  @ValueSource(strings = {"create", "cancel", "retry", "complete"})
  void aMoveThatWaitsForItsUserHoldsNothingElse(String move) throws Exception {
    var gate = unique();
    var running = tasks.create(wish(user, gate, "wait")).task();
    awaitStatus(user, running.taskId(), TaskStatus.RUNNING);
    var failed = ended(start("permanent").taskId());
    Map<String, Runnable> moves = Map.of(
        "create", () -> start("step"),
        "cancel", () -> tasks.cancel(user, running.taskId()),
        "retry", () -> tasks.retry(user, failed.taskId()),
        "complete", () -> endAndAwait(gate, running));

    var moved = Objects.requireNonNull(transactions.execute(_ -> {
      jdbc.sql("select 1 from user_slot where user_id = ? for update").param(user.value())
          .query(Integer.class).single();
      var moving = CompletableFuture.runAsync(Objects.requireNonNull(moves.get(move)),
          Thread::startVirtualThread);
      await().pollInSameThread().atMost(LIMIT).until(this::someoneWaitsForUs);
      assertThatCode(() -> {
        lockAtOnce("task");
        lockAtOnce("feed_head");
      }).as(move).doesNotThrowAnyException();
      return moving;
    }));

    moved.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    tasks.cancelAll(user);
  }

  /// Starts and ends that come at once share a transaction, and still nobody waits for somebody else's lock.
  @ParameterizedTest
  @ValueSource(strings = {"user_slot", "task", "feed_head"})
  void anEndThatWaitsKeepsNobodyElseWaiting(String table) throws Exception {
    var gate = unique();
    var held = tasks.create(wish(user, gate, "wait")).task();
    awaitStatus(user, held.taskId(), TaskStatus.RUNNING);
    var other = newUser();

    transactions.executeWithoutResult(_ -> {
      jdbc.sql("select 1 from " + table + " where user_id = ? for update").param(user.value())
          .query(Integer.class).list();
      Probe.gate(gate).release();
      await().pollInSameThread().atMost(LIMIT).until(this::someoneWaitsForUs);
      for (int i = 0; i < 3; i++) {
        var free = CompletableFuture.supplyAsync(
            () -> tasks.create(wish(other, unique(), "step")).task(), Thread::startVirtualThread);
        awaitStatus(other, free.join().taskId(), TaskStatus.COMPLETED);
      }
    });
    ended(held.taskId());
  }

  private void endAndAwait(String gate, Task task) {
    Probe.gate(gate).release();
    ended(task.taskId());
  }

  private boolean someoneWaitsForUs() {
    return jdbc.sql("""
      select exists (select 1 from pg_locks
        where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
      """).query(Boolean.class).single();
  }

  private void lockAtOnce(String table) {
    jdbc.sql("select 1 from " + table + " where user_id = ? for update nowait")
        .param(user.value()).query(Integer.class).list();
  }
}

package dev.meanwhile.task.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.line.Admission;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.run.LostTries;
import dev.meanwhile.task.run.LostTries.Loss;
import dev.meanwhile.task.run.RunRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A try that lost its task and a ticket that is void: the one ends nothing, the other starts nothing.
@MeanwhileTest
class LostEndTest {
  private static final TaskError ERROR = new TaskError("late", "too late", true);
  private static final TaskOutcome OUTCOME = new TaskOutcome(Map.of("total_count", 0),
      List.of(NewArtifact.text("late.txt", "other", "text/plain", "late")), "late");
  private static final Map<String, BiPredicate<TryEndings, TaskRow>> ENDS = Map.of(
      "completes", (endings, row) -> endings.complete(row, OUTCOME),
      "completes with others", (endings, row) -> Objects.requireNonNull(endings
          .completeTogether(Map.of(row.taskId(), new TryEndings.Finished(row, OUTCOME)))
          .get(row.taskId())),
      "fails", (endings, row) -> endings.fail(row, ERROR),
      "backs off", (endings, row) -> endings.tryLater(row, ERROR, Duration.ofHours(1)),
      "hands back", TryEndings::handBack);

  @Autowired
  Tasks tasks;
  @Autowired
  TryEndings endings;
  @Autowired
  RunRecords records;
  @Autowired
  EndWriter ends;
  @Autowired
  Admission admission;
  @Autowired
  TaskRows rows;
  @Autowired
  Feed feed;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TransactionTemplate transactions;
  @Autowired
  AutowireCapableBeanFactory beans;
  @SuppressWarnings("NullAway.Init") // made before each test
  private LostTries tries;
  private UserId user = new UserId("nobody");

  @BeforeEach
  void makeTries() {
    tries = LostTries.ofNewUser(beans);
    user = tries.user();
  }

  @AfterEach
  void removeTries() {
    tries.remove();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("MW-OPS-002")
  void aLostTryEndsNothing(Loss loss) {
    var row = tries.begin();
    tries.lose(loss, row.taskId());
    var before = rows.find(row.taskId()).orElseThrow();
    int told = feed.read(user, 0, 100).size();

    ENDS.forEach((what, end) -> assertThat(end.test(endings, row)).as(what).isFalse());

    assertThat(rows.find(row.taskId()).orElseThrow()).isEqualTo(before);
    assertThat(feed.read(user, 0, 100)).hasSize(told);
    assertThat(tasks.artifacts(user, row.taskId())).isEmpty();
  }

  /// Its thread has gone on by then, so nobody else would take the ticket back before it looks like a dead node's.
  @ParameterizedTest
  @EnumSource
  void theTicketOfALostTryGoesUnlessAnotherTryHasIt(Loss loss) throws InterruptedException {
    var row = tries.begin();
    jdbc.sql("""
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
        last_heartbeat, version, priority)
      values ('run', ?, now(), true, 'another', now() + interval '1 hour', 1, 30000)
      """).param(row.taskId() + ":" + row.ticket()).update();
    tries.lose(loss, row.taskId());

    for (var end : List.of(new TryEnd.Fenced(), new TryEnd.Done(OUTCOME),
        new TryEnd.Done(new TaskOutcome(Map.of("total_count", 0), List.of(), "late")))) {
      var written = new CountDownLatch(1);
      ends.write(row, end, written::countDown);
      assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();

      assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
          .param(row.taskId() + ":" + row.ticket()).query(Integer.class).single())
          .as("%s", end).isEqualTo(loss == Loss.CANCELLED ? 0 : 1);
    }
    jdbc.sql("delete from scheduled_tasks where task_instance = ?")
        .param(row.taskId() + ":" + row.ticket()).update();
  }

  /// It was frozen, and its task was cancelled while another node worked on it: that one's thread holds the slot.
  @Test
  void aLostTryDoesNotFreeTheSlotThatAnotherNodeHolds() {
    var row = tries.begin();
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      jdbc.sql("update task set node = 'another' where task_id = ?").param(row.taskId()).update();
      tasks.cancel(user, row.taskId());

      admission.release(user, row.taskId(), row.node());
      assertThat(tasks.load(user).running()).isEqualTo(1);
      admission.release(user, row.taskId(), "another");
      assertThat(tasks.load(user).running()).isZero();
    });
  }

  /// Each is in a transaction that is rolled back, so no worker takes the new ticket.
  @Test
  void aTicketStartsATaskForItsOwnWaitOnly() {
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      var row = tries.begin();
      assertThat(endings.handBack(row)).isTrue();
      int anew = rows.find(row.taskId()).orElseThrow().ticket();

      assertThat(records.start(new Moves.Ticket(row.taskId(), row.ticket()))).as("the old ticket")
          .isEmpty();
      assertThat(records.start(new Moves.Ticket(row.taskId(), anew))).as("the new ticket")
          .isPresent();
      assertThat(records.start(new Moves.Ticket(row.taskId(), row.ticket())))
          .as("the old one once more").isEmpty();
    });
  }

  @Test
  void noTicketStartsATaskThatHasEnded() {
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      var row = tries.begin();
      tasks.cancel(user, row.taskId());

      assertThat(records.start(new Moves.Ticket(row.taskId(), row.ticket()))).isEmpty();
    });
  }

  /// Of tasks that start together, one whose row somebody changes waits for it alone.
  @Test
  void startsThatNobodyIsInTheWayOfDontWaitForTheOthers() {
    var held = tries.begin();
    var free = tries.begin();
    var ended = tries.begin();
    tasks.cancel(user, ended.taskId());
    transactions.executeWithoutResult(_ -> {
      rows.lock(user, held.taskId());
      var started = CompletableFuture.supplyAsync(() -> records.startTogether(
          Stream.of(held, free, ended).map(row -> new Moves.Ticket(row.taskId(), row.ticket()))
              .toList()),
          Thread::startVirtualThread);
      assertThat(started.orTimeout(20, TimeUnit.SECONDS).join()).extracting(TaskRow::taskId)
          .containsExactly(free.taskId());
    });
  }
}

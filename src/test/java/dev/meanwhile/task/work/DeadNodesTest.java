package dev.meanwhile.task.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.node.Nodes;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.store.LastWrites;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.Probe;
import dev.meanwhile.task.row.Moves;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What dead nodes and lost signals leave behind. Created and changed in one transaction, a task looks to this node as
/// if another had died with it.
@MeanwhileTest
class DeadNodesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Tasks tasks;
  @Autowired
  Worker worker;
  @Autowired
  Nodes nodes;
  @Autowired
  LastWrites lastWrites;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  JsonMapper json;
  @Autowired
  TransactionTemplate transactions;
  private UserId user = new UserId("nobody");

  @BeforeEach
  void makeUser() {
    user = new UserId("u" + UUID.randomUUID());
    jdbc.sql("insert into app_user (user_id, role, created_at) values (?, 'user', now())")
        .param(user.value()).update();
  }

  private Task create(String word) {
    var input = json.createObjectNode().put("name", user.value());
    input.putArray("plan").add(word);
    return tasks.create(new NewTask(user, "probe", new ProjectKey("p"), input, 5, List.of(), null,
        null, null)).task();
  }

  private UUID leftByADeadNode(int attempt) {
    return Objects.requireNonNull(transactions.execute(_ -> {
      var id = create("step").taskId();
      lastWrites.flush();
      jdbc.sql("""
        update task set state = 'running', node = 'dead-node', epoch = ?, attempt = ?,
          started_at = created_at
        where task_id = ?
        """).param(attempt).param(attempt).param(id).update();
      jdbc.sql("""
        update scheduled_tasks set picked = true, picked_by = 'dead-node',
          last_heartbeat = now() - interval '1 hour'
        where task_instance = ?
        """).param(id + ":0").update();
      return id;
    }));
  }

  private Task ended(UUID id) {
    return await().atMost(LIMIT).until(() -> tasks.get(user, id),
        task -> task.status().isTerminal());
  }

  @Test
  void aTaskOfADeadNodeRunsAgainAsItsNextTry() {
    var task = ended(leftByADeadNode(1));

    assertThat(task.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(task.attempt()).isEqualTo(2);
  }

  /// The thread that claims starts tries before there is a thread for each, and may not get one.
  @Test
  void aTryThatWasStartedAndGotNoThreadRunsAndCountsOnce() {
    var id = Objects.requireNonNull(transactions.execute(_ -> {
      var claimed = create("step").taskId();
      lastWrites.flush();
      jdbc.sql("update scheduled_tasks set picked = true, picked_by = ?, "
          + "last_heartbeat = now() + interval '1 hour' where task_instance = ?")
          .param(nodes.thisNode()).param(claimed + ":0").update();
      return claimed;
    }));
    worker.claimed(List.of(new Moves.Ticket(id, 0)));

    jdbc.sql("update scheduled_tasks set last_heartbeat = now() - interval '1 hour' "
        + "where task_instance = ?").param(id + ":0").update();

    var task = ended(id);
    assertThat(task.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(task.attempt()).isEqualTo(1);
  }

  @Test
  void aTaskWhoseNodeDiesEachTimeEndsFailed() {
    int last = create("step").maxAttempts();
    var task = ended(leftByADeadNode(last));

    assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
    assertThat(String.valueOf(task.error())).contains("node_lost", "died " + last + " times");
    assertThat(Probe.RUNS.get(user.value() + "/0")).as("run once, by the other task").hasValue(1);
  }

  @Test
  void theSlotOfATaskThatWasCancelledOnADeadNodeIsFreed() {
    var id = Objects.requireNonNull(transactions.execute(_ -> {
      var cancelled = leftByADeadNode(1);
      tasks.cancel(user, cancelled);
      return withoutTicket(cancelled);
    }));

    await().atMost(LIMIT).until(() -> tasks.load(user).running() == 0);
    assertThat(tasks.get(user, id).status()).isEqualTo(TaskStatus.CANCELLED);
  }

  private UUID withoutTicket(UUID id) {
    lastWrites.flush();
    jdbc.sql("delete from scheduled_tasks where task_instance = ?").param(id + ":0").update();
    return id;
  }

  @Test
  void aQueuedTaskWhoseTicketIsLostGetsAnother() {
    var id = Objects.requireNonNull(transactions.execute(_ -> withoutTicket(
        create("step").taskId())));

    assertThat(ended(id).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void aTaskThatWasLeftWaitingBesideFreeSlotsIsLetIn() {
    var id = Objects.requireNonNull(transactions.execute(_ -> {
      var left = withoutTicket(create("step").taskId());
      jdbc.sql("update task set state = 'waiting', holds_slot = false where task_id = ?")
          .param(left).update();
      jdbc.sql("update user_slot set waiting = 3 where user_id = ?").param(user.value()).update();
      return left;
    }));

    assertThat(ended(id).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(tasks.load(user).pending()).as("counted anew").isZero();
  }

  private void cutTheListeningConnection() {
    jdbc.sql("""
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'meanwhile signals'
      """).query().listOfRows();
  }

  @Test
  void aTaskCreatedWhileNobodyListensStartsAllTheSame() {
    var task = Objects.requireNonNull(transactions.execute(_ -> {
      cutTheListeningConnection();
      return create("step");
    }));

    assertThat(ended(task.taskId()).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  /// Starved of processor time, the thread that has it was taken for dead.
  @Test
  void aTicketIsNotUsedTwiceByOneNode() {
    var id = create("wait").taskId();
    await().atMost(LIMIT).until(() -> Probe.gate(user.value()).hasQueuedThreads());

    var again = CompletableFuture.supplyAsync(() -> worker.run(id, 0));

    assertThat(again).succeedsWithin(LIMIT).isEqualTo(true);
    Probe.gate(user.value()).release();

    assertThat(ended(id).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(tasks.get(user, id).attempt()).isEqualTo(1);
    await().atMost(LIMIT).until(() -> jdbc.sql("""
      select count(*) from scheduled_tasks where task_instance = ?
      """).param(id + ":0").query(Integer.class).single() == 0);
  }
}

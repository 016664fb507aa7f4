package dev.meanwhile.task.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.node.Nodes;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.Probe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What admins see of the queue. Stuck work is made inside a transaction that is rolled back, so that neither the
/// repair nor a worker mends it before it is looked at.
@MeanwhileTest
class OperationsTest {
  private static final String PATH = "/api/v1/operations/tasks";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Api api;
  @Autowired
  StuckWork stuckWork;
  @Autowired
  Tasks tasks;
  @Autowired
  Nodes nodes;
  @Autowired
  MeterRegistry meters;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  JsonMapper json;
  @Autowired
  TransactionTemplate transactions;
  private UserId user = new UserId("nobody");
  private int rows;
  private Api client = Api.at(java.net.URI.create("http://nowhere"), java.nio.file.Path.of(""));

  @BeforeEach
  void arrive() {
    client = api.newUser();
    user = new UserId(client.user());
  }

  private UUID start(String name, String... plan) {
    var input = json.createObjectNode().put("name", name);
    input.set("plan", json.valueToTree(List.of(plan)));
    return tasks.create(new NewTask(user, "probe", new ProjectKey("secret-project"), input, 5,
        List.of(), null, null, null)).task().taskId();
  }

  /// Writes a row as a lost move would have left it: an hour old, the last in the line of the test's user.
  private UUID row(String changes) {
    var id = UUID.randomUUID();
    jdbc.sql("insert into user_slot (user_id) values (?) on conflict do nothing")
        .param(user.value()).update();
    jdbc.sql("""
      insert into task (task_id, user_id, project_id, task_type, state, priority, line_key, input,
        progress, max_attempts, created_at)
      values (?, ?, 'p', 'probe', 'waiting', 5, now() + ? * interval '1 second', '{}', '{}', 3,
        now() - interval '1 hour')
      """).param(id).param(user.value()).param(rows++).update();
    jdbc.sql("update task set " + changes + " where task_id = ?").param(id).update();
    return id;
  }

  private void ticket(UUID id, String name, String picked) {
    jdbc.sql("""
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
        last_heartbeat, version)
      select ?, ? || ':0', now() - interval '1 hour', picked, case when picked then 'node-x' end,
        now(), 1 from (select ?::boolean as picked) one
      """).param(name).param(id.toString()).param(Boolean.parseBoolean(picked)).update();
  }

  private String reasons() {
    return stuckWork.find().stream().filter(stuck -> stuck.userId().equals(user))
        .map(stuck -> stuck.reason().word() + ": " + stuck.detail())
        .collect(Collectors.joining("\n"));
  }

  private String reasonsAfter(Runnable rows) {
    var found = transactions.execute(status -> {
      status.setRollbackOnly();
      rows.run();
      return reasons();
    });
    return String.valueOf(found);
  }

  private static final String HERE = "node = (select name from node where lease_until > now() "
      + "limit 1)";

  @Test
  void aFreeSlotThatTheNextInLineDidNotGetIsNamed() {
    assertThat(reasonsAfter(() -> {
      row("state = 'waiting'");
      row("holds_slot = true, state = 'running', node = 'node-x'");
      row("created_at = now()");
    })).contains("slot_free: its user holds 1 of 5 slots and it is number 1 in line")
        .doesNotContain("number 2", "number 3");
  }

  @Test
  void noSlotIsFreeForWhoWaitsBehindAFullLine() {
    assertThat(reasonsAfter(() -> {
      jdbc.sql("insert into user_slot (user_id, running_limit) values (?, 1)").param(user.value())
          .update();
      row("holds_slot = true, state = 'completed', completed_at = now(), node = 'node-x'");
      row("state = 'waiting'");
    })).isEmpty();
  }

  @Test
  void aQueuedTaskIsNamedByWhatItsTicketLacks() {
    var queued = "holds_slot = true, state = 'queued'";
    assertThat(reasonsAfter(() -> row(queued))).startsWith("no_ticket: it has a slot");
    assertThat(reasonsAfter(() -> ticket(row(queued), "run", "false")))
        .startsWith("not_picked: its ticket is due, but none of the ");
    assertThat(reasonsAfter(() -> ticket(row(queued), "run", "true")))
        .isEqualTo("not_started: node-x took its ticket, but has not started it");
    assertThat(reasonsAfter(() -> {
      ticket(row(queued), "run", "false");
      jdbc.sql("""
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select 'run', 'at-work-' || n, now(), true, 1
        from generate_series(1, 100 * (select count(*) from node where lease_until > now())) n
        """).update();
    })).startsWith("nodes_full: its ticket is due, but the ");
  }

  @Test
  void aRunningTaskIsNamedByWhatIsWrongWithItsNodeTicketOrTime() {
    var running = "holds_slot = true, state = 'running', started_at = now(), ";
    assertThat(reasonsAfter(() -> ticket(row(running + "node = 'node-x'"), "run", "true")))
        .isEqualTo("node_lost: it ran on node-x, whose lease is gone; no live node has taken it "
            + "over yet");
    assertThat(reasonsAfter(() -> row(running + HERE))).startsWith("no_ticket: it runs without");
    assertThat(reasonsAfter(() -> {
      var id = row(running + HERE);
      ticket(id, "run", "true");
      jdbc.sql("""
        insert into task_event (task_id, seq, type, body, created_at)
        values (?, 1, 'task.started', '{}', now() - interval '2 minutes')
        """).param(id).update();
    })).containsPattern("over_time: this try has run 12\\d s, and may run 60 s");
  }

  @Test
  void aSlotThatOutlivesItsTaskIsNamed() {
    var ended = "holds_slot = true, state = 'cancelled', completed_at = now() - interval '1 hour', ";
    assertThat(reasonsAfter(() -> row(ended + HERE))).startsWith("slot_held: it ended, but its "
        + "thread on node-");
    assertThat(reasonsAfter(() -> row(ended + "node = 'node-x'")))
        .isEqualTo("slot_held: it ended, but the slot that it held on node-x, which is gone, is "
            + "not free");
  }

  @Test
  void whoWaitsForWhatIsOverOrStuckIsNamed() {
    assertThat(reasonsAfter(() -> depend(row("open_dependencies = 1"),
        row("state = 'completed'")))).startsWith("dependency_over: it waits for 1 dependencies");
    assertThat(reasonsAfter(() -> depend(row("open_dependencies = 1"),
        row("holds_slot = true, state = 'queued'")))).contains("no_ticket", "dependency_stuck: it "
            + "waits for task ");
    assertThat(reasonsAfter(() -> depend(row("open_dependencies = 1"),
        row("due_at = now() + interval '1 hour'")))).isEmpty();
  }

  private void depend(UUID child, UUID parent) {
    jdbc.sql("insert into task_dependency (task_id, depends_on) values (?, ?)").param(child)
        .param(parent).update();
  }

  @Test
  void aBackOffThatIsOverIsNamed() {
    var over = "due_at = now() - interval '1 hour'";
    assertThat(reasonsAfter(() -> row(over))).endsWith("there is no ticket that ends it");
    assertThat(reasonsAfter(() -> ticket(row(over), "due", "false")))
        .endsWith("no node has taken the ticket that ends it");
  }

  @Test
  void theListIsBoundedAndSaysThatThereIsMore() {
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      for (int i = 0; i < StuckWork.MOST + 5; i++) {
        row("holds_slot = true, state = 'queued'");
      }
      assertThat(stuckWork.find()).hasSize(StuckWork.MOST + 1);
    });
  }

  @Test
  void adminsSeeFiguresAndNobodysContent() {
    var name = "private-name-" + UUID.randomUUID();
    var id = start(name, "wait");
    await().atMost(LIMIT).until(() -> tasks.get(user, id).status() == TaskStatus.RUNNING);

    var health = api.admin().get(PATH);

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().at("/tasks/running").asInt()).isPositive();
    assertThat(health.json().path("users").valueStream()
        .filter(load -> load.path("user_id").asString().equals(user.value())).findFirst()
        .orElseThrow().path("running").asInt()).isEqualTo(1);
    assertThat(health.json().path("nodes").valueStream()
        .filter(node -> node.path("name").asString().equals(nodes.thisNode())).findFirst()
        .orElseThrow().path("alive").asBoolean()).isTrue();
    assertThat(health.json().path("stuck_more").asBoolean()).isFalse();
    assertThat(health.text()).doesNotContain(name, "secret-project");
    Probe.gate(name).release();
  }

  @Test
  void usersAreRefused() {
    assertThat(api.get(PATH).status()).isEqualTo(401);
    assertThat(client.get(PATH).status()).isEqualTo(403);
  }

  @Test
  void theDescriptionHasEveryFieldAndReason() {
    var document = client.get("/v3/api-docs").json();
    assertThat(document.at("/components/schemas/QueueHealth/properties").propertyNames())
        .containsExactlyInAnyOrder("time", "tasks", "users", "nodes", "stuck", "stuck_more");
    assertThat(document.at("/components/schemas/Stuck/properties").propertyNames())
        .containsExactlyInAnyOrder("task_id", "task_type", "user_id", "state", "created_at",
            "attempt", "node", "reason", "detail", "since");
    assertThat(document.at("/components/schemas/Stuck/properties/reason/enum").toString())
        .contains("slot_free", "dependency_stuck");
  }

  private double count(String name, String... tags) {
    var counter = meters.find("meanwhile.tasks." + name).tags("task_type", "probe").tags(tags)
        .counter();
    return counter == null ? 0 : counter.count();
  }

  @Test
  void movesAreCountedFromCreationToTheEnd() {
    var moves = List.of("created", "admitted", "started", "retrying");
    var before = moves.stream().map(this::count).toList();
    double ended = count("ended", "outcome", "completed");
    long latencies = meters.get("meanwhile.tasks.start.latency").timer().count();

    var id = start(UUID.randomUUID().toString(), "step", "transient-once");
    await().atMost(LIMIT).until(() -> tasks.get(user, id).status() == TaskStatus.COMPLETED);

    await().atMost(LIMIT).until(() -> count("ended", "outcome", "completed") >= ended + 1);
    var after = moves.stream().map(this::count).toList();
    assertThat(after.get(0)).isGreaterThanOrEqualTo(before.get(0) + 1);
    assertThat(after.get(1)).isGreaterThanOrEqualTo(before.get(1) + 2);
    assertThat(after.get(2)).isGreaterThanOrEqualTo(before.get(2) + 2);
    assertThat(after.get(3)).isGreaterThanOrEqualTo(before.get(3) + 1);
    assertThat(meters.get("meanwhile.tasks.start.latency").timer().count())
        .isGreaterThanOrEqualTo(latencies + 2);
    assertThat(meters.get("meanwhile.tasks.tries").tags("task_type", "probe").summary().max())
        .isGreaterThanOrEqualTo(2);
    assertThat(meters.get("meanwhile.tasks.wait").tags("task_type", "probe").timer().count())
        .isPositive();
    assertThat(meters.get("meanwhile.tasks.run").tags("outcome", "completed").timers())
        .isNotEmpty();
  }

  @Test
  void aMoveThatIsRolledBackIsNotCounted() {
    double before = count("created");
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      start(UUID.randomUUID().toString());
    });
    assertThat(count("created")).isEqualTo(before);
  }

  @Test
  void theGaugesTellWhatTheWholeInstallationHas() {
    var name = UUID.randomUUID().toString();
    for (int i = 0; i < 6; i++) {
      start(name, "wait");
    }
    await().atMost(LIMIT).untilAsserted(() -> {
      assertThat(meters.get("meanwhile.tasks.running").gauge().value()).isGreaterThanOrEqualTo(5);
      assertThat(meters.get("meanwhile.tasks.waiting").gauge().value()).isGreaterThanOrEqualTo(1);
    });
    assertThat(api.admin().get("/actuator/prometheus").text()).contains("meanwhile_tasks_running ",
        "meanwhile_tasks_ended_total{", "meanwhile_tasks_start_latency_seconds_bucket");
    Probe.gate(name).release(6);
  }

  @Test
  void aLeaseThatRanOutIsCounted() {
    double before = meters.get("meanwhile.tasks.lost.leases").counter().count();
    jdbc.sql("update node set lease_until = now() - interval '1 second' where name = ?")
        .param(nodes.thisNode()).update();
    await().atMost(LIMIT)
        .until(() -> meters.get("meanwhile.tasks.lost.leases").counter().count() > before);
  }
}

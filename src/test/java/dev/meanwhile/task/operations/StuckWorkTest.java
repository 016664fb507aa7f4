package dev.meanwhile.task.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.MeanwhileTest;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Each way in which work can be stuck is named, and nothing else is.
@MeanwhileTest
class StuckWorkTest extends Observed {
  private static final String HERE = "node = (select name from node where lease_until > now() "
      + "limit 1)";

  private int rows;

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
        row("state = 'completed', completed_at = now(), expires_at = now()"))))
        .startsWith("dependency_over: it waits for 1 dependencies");
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
}

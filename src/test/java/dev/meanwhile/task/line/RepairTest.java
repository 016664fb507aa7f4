package dev.meanwhile.task.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.store.LastWrites;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.door.Tasks;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What is repaired and what is left alone. All that is done here is rolled back, so that no node ever sees it.
@MeanwhileTest
class RepairTest {
  @Autowired
  Repair repair;
  @Autowired
  Tasks tasks;
  @Autowired
  LastWrites lastWrites;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  JsonMapper json;
  @Autowired
  TransactionTemplate transactions;
  private final UserId user = new UserId("u" + UUID.randomUUID());

  @Test
  void theSlotOfACancelledTaskIsFreedOnlyWhenItsNodeIsDead() {
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      cancelledOn("node-" + user.value());

      repair.repair();
      assertThat(slotsHeld()).as("its thread may be at work there").isOne();

      jdbc.sql("update node set lease_until = now() - interval '1 hour' where name = ?")
          .param("node-" + user.value()).update();
      repair.repair();
      assertThat(slotsHeld()).isZero();
    });
  }

  private void cancelledOn(String node) {
    jdbc.sql("insert into app_user (user_id, role, created_at) values (?, 'user', now())")
        .param(user.value()).update();
    jdbc.sql("""
      insert into node (name, lease_until, started_at, version)
      values (?, now() + interval '1 hour', now(), 'test')
      """).param(node).update();
    var input = json.createObjectNode().put("name", user.value());
    var id = tasks.create(NewTask.of(user, "probe", new ProjectKey("p"), input)).task().taskId();
    lastWrites.flush();
    jdbc.sql("""
      update task set state = 'running', node = ?, epoch = 1, attempt = 1, started_at = created_at
      where task_id = ?
      """).param(node).param(id).update();
    tasks.cancel(user, id);
  }

  private int slotsHeld() {
    return jdbc.sql("select count(*) from task where user_id = ? and holds_slot")
        .param(user.value()).query(Integer.class).single();
  }
}

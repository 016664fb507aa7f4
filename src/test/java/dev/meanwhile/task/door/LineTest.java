package dev.meanwhile.task.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.handler.Probe;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who may run, and a task's place in its user's line.
@MeanwhileTest
class LineTest extends Engine {
  @Test
  @Tag("MW-TASK-008")
  void aUserHoldsNoMoreSlotsThanAllowedAndAnotherIsNotHeldUp() {
    var name = unique();
    var first = tasks.create(wish(user, name, "wait")).task();
    for (int i = 0; i < 8; i++) {
      tasks.create(wish(user, name, "wait"));
    }
    awaitStatus(user, first.taskId(), TaskStatus.RUNNING);
    var other = newUser();
    var single = tasks.create(wish(other, unique(), "step")).task();
    awaitStatus(other, single.taskId(), TaskStatus.COMPLETED);

    assertThat(jdbc.sql("select count(*) from task where user_id = ? and holds_slot")
        .param(user.value()).query(Integer.class).single()).isEqualTo(5);
    Probe.gate(name).release(9);
    await().atMost(LIMIT).until(() -> tasks.open(user, 10).isEmpty());
  }

  @Test
  @Tag("MW-TASK-009")
  void placesInTheLineFollowPriority() {
    var name = unique();
    for (int i = 0; i < 5; i++) {
      tasks.create(wish(user, name, "wait"));
    }
    await().atMost(LIMIT).until(() -> tasks.open(user, 10).stream()
        .allMatch(task -> task.status() == TaskStatus.RUNNING));
    var low = tasks.create(wish(user, name)).task();
    var high = tasks.create(new NewTask(user, "PROBE", PROJECT, input(name), 9, List.of(), null,
        null, null)).task();

    assertThat(high.queuePosition()).isEqualTo(1);
    assertThat(tasks.get(user, low.taskId()).queuePosition()).isEqualTo(2);
    tasks.cancelAll(user);
  }

  @Test
  void placesAreRightFromBothEndsOfALongLine() {
    var gate = unique();
    for (int i = 0; i < 5; i++) {
      tasks.create(wish(user, gate, "wait"));
    }
    await().atMost(LIMIT).until(() -> tasks.open(user, 10).stream()
        .allMatch(task -> task.status() == TaskStatus.RUNNING));
    var first = tasks.create(wish(user, gate)).task();
    jdbc.sql("""
      insert into task (task_id, user_id, project_id, task_type, state, priority, line_key, input,
        progress, max_attempts, created_at)
      select gen_random_uuid(), user_id, project_id, task_type, state, priority,
        line_key + n * interval '1 ms', input, progress, max_attempts, created_at
      from task, generate_series(1, 2000) n where task_id = ?
      """).param(first.taskId()).update();
    jdbc.sql("update user_slot set waiting = waiting + 2000 where user_id = ?").param(user.value())
        .update();

    assertThat(tasks.get(user, first.taskId()).queuePosition()).isEqualTo(1);
    assertThat(tasks.create(urgent(gate, 1)).task().queuePosition()).isEqualTo(2002);
    assertThat(tasks.create(urgent(gate, 9)).task().queuePosition()).isEqualTo(1);
    assertThat(tasks.get(user, first.taskId()).queuePosition()).isEqualTo(2);
    jdbc.sql("delete from app_user where user_id = ?").param(user.value()).update();
  }

  private NewTask urgent(String name, int priority) {
    return new NewTask(user, "probe", PROJECT, input(name), priority, List.of(), null, null, null);
  }
}

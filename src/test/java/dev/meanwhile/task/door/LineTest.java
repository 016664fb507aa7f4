package dev.meanwhile.task.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.Problem;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskFilter;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.handler.Probe;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Who may run, and a task's place in its user's line.
@MeanwhileTest
class LineTest extends Engine {
  @Autowired
  TransactionTemplate transactions;

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

  /// Each looks at the slots that are held before any of the others has committed, unless it waits for them.
  @Test
  @Tag("MW-TASK-008")
  void tasksCreatedAtTheSameMomentDoNotTakeMoreSlotsThanAllowed() throws Exception {
    var name = unique();
    int many = 24;
    var ready = new CyclicBarrier(many);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var created : pool.invokeAll(Collections.nCopies(many, () -> {
        ready.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
        return tasks.create(wish(user, name, "wait"));
      }))) {
        created.get();
      }
    }

    assertThat(tasks.load(user)).extracting("running", "pending").containsExactly(5, many - 5);
    tasks.cancelAll(user);
  }

  @Test
  @Tag("MW-TASK-025")
  void aLineThatIsAsLongAsItMayBeTakesNoMoreAndSaysWhy() {
    jdbc.sql("insert into user_slot (user_id, running_limit, pending_limit) values (?, 1, 2)")
        .param(user.value()).update();
    for (int i = 0; i < 3; i++) {
      tasks.create(wish(user, unique(), "wait"));
    }

    assertThatThrownBy(() -> tasks.create(wish(user, unique(), "wait")))
        .isInstanceOfSatisfying(Problem.class, refused -> {
          assertThat(refused.code()).isEqualTo("quota_per_user_pending");
          assertThat(refused.detail()).contains("meanwhile.tasks.per-user-pending");
          assertThat(refused.retryAfter()).isNotNull();
        });
    assertThat(tasks.load(user)).extracting("running", "pending").containsExactly(1, 2);
    tasks.cancelAll(user);
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

  /// Queued or still without a slot: to its user both are pending, wherever the task is shown.
  @Test
  void aTaskHasTheSameStatusAndPlaceInEachView() {
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      var ids = IntStream.range(0, 7)
          .mapToObj(_ -> tasks.create(wish(user, unique())).task().taskId()).toList();
      assertThat(jdbc.sql("select distinct state from task where user_id = ?").param(user.value())
          .query(String.class).list()).containsExactlyInAnyOrder("waiting", "queued");

      var alone = ids.stream().map(id -> tasks.get(user, id)).toList();
      assertThat(alone).extracting(Task::queuePosition).containsExactly(1, 2, 3, 4, 5, 6, 7);
      assertThat(tasks.of(user, ids)).isEqualTo(alone);
      assertThat(tasks.open(user, 50).reversed()).isEqualTo(alone);
      assertThat(tasks.list(user, new TaskFilter(null, TaskStatus.PENDING, null, null, 50, null))
          .tasks().reversed()).isEqualTo(alone);
    });
  }

  private NewTask urgent(String name, int priority) {
    return new NewTask(user, "probe", PROJECT, input(name), priority, List.of(), null, null, null);
  }
}

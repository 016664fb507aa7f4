package dev.meanwhile.task.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.Problem;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.handler.Probe;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Tasks that depend on others.
@MeanwhileTest
class ChainTest extends Engine {
  @Test
  @Tag("MW-TASK-010")
  void aDependentStartsWhenItsParentCompleted() {
    var name = unique();
    var parent = tasks.create(wish(user, name, "wait")).task();
    var child = tasks.create(new NewTask(user, "probe", PROJECT, input(unique()), 5,
        List.of(parent.taskId()), null, null, null)).task();
    awaitStatus(user, parent.taskId(), TaskStatus.RUNNING);
    assertThat(tasks.get(user, child.taskId()).status()).isEqualTo(TaskStatus.PENDING);

    Probe.gate(name).release();

    assertThat(ended(child.taskId()).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void aDependentReadsTheResultsOfItsParents() {
    var parent = start("step", "step").taskId();
    var child = tasks.create(new NewTask(user, "probe", PROJECT, input(unique(), "parents"), 5,
        List.of(parent), null, null, null)).task().taskId();

    assertThat(ended(child).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(jdbc.sql("select result #>> '{}' from task_step where task_id = ?").param(child)
        .query(String.class).single()).contains(parent.toString(), "\"total_count\":2");
  }

  @Test
  @Tag("MW-TASK-011")
  void aCancelFlowsDownAChain() {
    var parent = start("wait");
    var child = behind(parent);
    var grandchild = behind(child);

    tasks.cancel(user, parent.taskId());

    assertThat(tasks.get(user, grandchild.taskId()).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(String.valueOf(tasks.get(user, child.taskId()).error()))
        .contains("dependency_failed");
  }

  @Test
  @Tag("MW-TASK-011")
  void aFailureFlowsDownAChain() {
    var name = unique();
    var parent = tasks.create(wish(user, name, "wait", "permanent")).task();
    var child = behind(parent);
    var grandchild = behind(child);

    Probe.gate(name).release();

    assertThat(ended(parent.taskId()).status()).isEqualTo(TaskStatus.FAILED);
    assertThat(tasks.get(user, grandchild.taskId()).status()).isEqualTo(TaskStatus.FAILED);
    assertThat(String.valueOf(tasks.get(user, child.taskId()).error()))
        .contains("dependency_failed");
  }

  private Task behind(Task parent) {
    return tasks.create(new NewTask(user, "probe", PROJECT, input(unique()), 5,
        List.of(parent.taskId()), null, null, null)).task();
  }

  @Test
  @Tag("MW-TASK-020")
  void aForeignDependencyIsNamedByIndex() {
    var foreign = tasks.create(wish(newUser(), unique())).task();

    assertThatThrownBy(() -> tasks.create(new NewTask(user, "probe", PROJECT, input(unique()), 5,
        List.of(foreign.taskId()), null, null, null))).isInstanceOf(Problem.class)
        .hasMessageContaining("depends_on[0]");
  }
}

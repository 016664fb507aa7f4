package dev.meanwhile.task.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.FeedEvent;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.handler.Probe;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@MeanwhileTest
class EngineTest {
  private static final ProjectKey PROJECT = new ProjectKey("apollo");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Tasks tasks;
  @Autowired
  Feed feed;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  JsonMapper json;
  private UserId user = new UserId("nobody");

  @BeforeEach
  void makeUser() {
    user = newUser();
  }

  private UserId newUser() {
    var made = new UserId("u" + UUID.randomUUID());
    jdbc.sql("insert into app_user (user_id, role, created_at) values (?, 'user', now())")
        .param(made.value()).update();
    return made;
  }

  private NewTask wish(UserId whose, String name, String... plan) {
    return new NewTask(whose, "probe", PROJECT, input(name, plan), 5, List.of(), null, null, null);
  }

  private ObjectNode input(String name, String... plan) {
    ObjectNode input = json.createObjectNode().put("name", name);
    input.set("plan", json.valueToTree(List.of(plan)));
    return input;
  }

  private Task start(String... plan) {
    return tasks.create(wish(user, unique(), plan)).task();
  }

  private static String unique() {
    return UUID.randomUUID().toString();
  }

  private Task ended(UUID id) {
    return await().atMost(LIMIT).until(() -> tasks.get(user, id),
        task -> task.status().isTerminal());
  }

  private void awaitStatus(UserId whose, UUID id, TaskStatus status) {
    await().atMost(LIMIT).until(() -> tasks.get(whose, id).status() == status);
  }

  @Test
  void aTaskRunsToItsEndAndKeepsWhatItMade() {
    var task = ended(start("step", "step").taskId());

    assertThat(task.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(task.result()).isNotNull();
    assertThat(String.valueOf(task.result())).contains("\"total_count\":2").contains(".txt");
    assertThat(task.progress().percentage()).isEqualTo(100);
    assertThat(tasks.artifacts(user, task.taskId())).extracting(Artifact::version)
        .containsExactly(1);
  }

  @Test
  void theFeedTellsEachMoveOnceWithoutGaps() {
    var task = ended(start("step").taskId());

    var events = feed.read(user, 0, 100);
    assertThat(events).extracting(FeedEvent::seq).containsExactlyElementsOf(
        java.util.stream.LongStream.rangeClosed(1, events.size()).boxed().toList());
    assertThat(events).extracting(FeedEvent::type).filteredOn(type -> !type.equals("task.progress"))
        .containsExactly("task.created", "task.started", "artifact.created", "task.completed");
    assertThat(events).allMatch(event -> task.taskId().equals(event.taskId()));
  }

  @Test
  void aPassingFailureIsTriedAgainAndFinishedStepsStay() {
    var name = unique();
    var task = ended(
        tasks.create(wish(user, name, "step", "transient-once", "step")).task().taskId());

    assertThat(task.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(task.attempt()).isEqualTo(2);
    assertThat(Probe.RUNS.get(name + "/0")).hasValue(1);
    assertThat(feed.read(user, 0, 100)).extracting(FeedEvent::type).contains("task.retrying");
  }

  @Test
  void aLastingFailureEndsAtOnceWithItsReason() {
    var task = ended(start("permanent").taskId());

    assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
    assertThat(task.error()).isEqualTo(new TaskError("hopeless", "never", false));
    assertThat(task.attempt()).isEqualTo(1);
  }

  @Test
  void aCrashTellsNothingOfTheInside() {
    var error = ended(start("crash").taskId()).error();

    assertThat(error).isNotNull();
    assertThat(String.valueOf(error)).contains("internal_error").doesNotContain("secret");
  }

  @Test
  void aFailureThatNeverPassesEndsAfterTheLastTry() {
    var task = ended(start("transient").taskId());

    assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
    assertThat(task.attempt()).isEqualTo(task.maxAttempts());
  }

  @Test
  void cancellingARunningTaskEndsItAtOnceAndFreesItsSlot() {
    var task = start("wait");
    awaitStatus(user, task.taskId(), TaskStatus.RUNNING);

    assertThat(tasks.cancel(user, task.taskId()).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(tasks.cancel(user, task.taskId()).status()).isEqualTo(TaskStatus.CANCELLED);
    await().atMost(LIMIT)
        .until(() -> jdbc.sql("select count(*) from task where user_id = ? and holds_slot")
            .param(user.value()).query(Integer.class).single() == 0);
    assertThat(tasks.artifacts(user, task.taskId())).isEmpty();
  }

  @Test
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

  @Test
  void failureFlowsDownAChain() {
    var parent = start("wait");
    var child = tasks.create(new NewTask(user, "probe", PROJECT, input(unique()), 5,
        List.of(parent.taskId()), null, null, null)).task();
    var grandchild = tasks.create(new NewTask(user, "probe", PROJECT, input(unique()), 5,
        List.of(child.taskId()), null, null, null)).task();

    tasks.cancel(user, parent.taskId());

    assertThat(tasks.get(user, grandchild.taskId()).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(String.valueOf(tasks.get(user, child.taskId()).error()))
        .contains("dependency_failed");
  }

  @Test
  void aRetryIsANewTaskThatTakesFinishedStepsOver() {
    var name = unique();
    var failed = ended(tasks.create(wish(user, name, "step", "permanent")).task().taskId());

    var retry = tasks.retry(user, failed.taskId());

    assertThat(retry.retryOf()).isEqualTo(failed.taskId());
    assertThat(ended(retry.taskId()).status()).isEqualTo(TaskStatus.FAILED);
    assertThat(Probe.RUNS.get(name + "/0")).hasValue(1);
  }

  @Test
  void onlyFailedAndCancelledTasksAreRetried() {
    var done = ended(start("step").taskId());

    assertThatThrownBy(() -> tasks.retry(user, done.taskId())).isInstanceOf(Problem.class)
        .hasMessageContaining("is completed");
  }

  @Test
  void theSameKeyAndWishGiveTheSameTask() {
    var name = unique();
    var wish = new NewTask(user, "probe", PROJECT, input(name), 5, List.of(), null, null, "k");
    var first = tasks.create(wish);
    var again = tasks.create(wish);

    assertThat(again.replayed()).isTrue();
    assertThat(again.task().taskId()).isEqualTo(first.task().taskId());
    assertThatThrownBy(() -> tasks.create(new NewTask(user, "probe", PROJECT, input("other"), 5,
        List.of(), null, null, "k"))).isInstanceOf(Problem.class).hasMessageContaining("another");
  }

  @Test
  void anUnknownFieldIsNamed() {
    var input = input(unique()).put("colour", "red");

    assertThatThrownBy(() -> tasks.create(NewTask.of(user, "probe", PROJECT, input)))
        .isInstanceOf(Problem.class).hasMessageContaining("colour").hasMessageContaining("plan");
  }

  @Test
  void aForeignDependencyIsNamedByIndex() {
    var foreign = tasks.create(wish(newUser(), unique())).task();

    assertThatThrownBy(() -> tasks.create(new NewTask(user, "probe", PROJECT, input(unique()), 5,
        List.of(foreign.taskId()), null, null, null))).isInstanceOf(Problem.class)
        .hasMessageContaining("depends_on[0]");
  }
}

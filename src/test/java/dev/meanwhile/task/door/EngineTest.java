package dev.meanwhile.task.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.Problem;
import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.feed.FeedEvent;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.handler.Probe;
import dev.meanwhile.task.row.History;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// One task through the real engine: its tries, its end, its cancel, its retry.
@MeanwhileTest
class EngineTest extends Engine {
  @Autowired
  History history;

  @Test
  @Tag("MW-TASK-003")
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
  @Tag("MW-TASK-004")
  void aPassingFailureIsTriedAgainAndFinishedStepsStay() {
    var name = unique();
    var task = ended(
        tasks.create(wish(user, name, "step", "transient-once", "step")).task().taskId());

    assertThat(task.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(task.attempt()).isEqualTo(2);
    assertThat(Probe.RUNS.get(name + "/0")).hasValue(1);
    assertThat(feed.read(user, 0, 100)).extracting(FeedEvent::type).contains("task.retrying");
  }

  @ParameterizedTest
  @ValueSource(strings = {"store-away-once", "no-transaction-once"})
  @Tag("MW-TASK-004")
  void aStoreThatWasAwayFailsNoTask(String word) {
    var task = ended(start("step", word).taskId());

    assertThat(task.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(task.attempt()).isEqualTo(2);
  }

  @Test
  @Tag("MW-TASK-005")
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
  @Tag("MW-TASK-006")
  void aFailureThatNeverPassesEndsAfterTheLastTry() {
    var task = ended(start("transient").taskId());

    assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
    assertThat(task.attempt()).isEqualTo(task.maxAttempts());
    assertThat(backOffs(task.taskId())).as("each is twice the last").containsExactly(2L, 4L);
  }

  /// The seconds after each failed try, in order; the jitter is below one.
  private List<Long> backOffs(UUID id) {
    return history.list(id).stream().filter(entry -> entry.type().equals("task.retrying"))
        .map(entry -> entry.details().path("delay_seconds").asLong()).toList();
  }

  @Test
  void aWaitThatTheOtherSideAsksForIsKeptUpToTheLongestAndHoldsNoSlot() {
    var id = start("busy").taskId();
    await().atMost(LIMIT).until(() -> !backOffs(id).isEmpty());

    assertThat(backOffs(id)).as("an hour is cut to meanwhile.tasks.max-back-off")
        .first().satisfies(seconds -> assertThat(seconds).isBetween(300L, 301L));
    assertThat(tasks.get(user, id).status()).isEqualTo(TaskStatus.PENDING);
    assertThat(tasks.load(user).running()).isZero();
    assertThat(tasks.cancel(user, id).status()).isEqualTo(TaskStatus.CANCELLED);
  }

  @Test
  void evenAnErrorOfAGeneratorEndsItsOwnTaskAlone() {
    var error = ended(start("no-memory").taskId()).error();

    assertThat(String.valueOf(error)).contains("internal_error");
    assertThat(ended(start("step").taskId()).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  @Tag("MW-TASK-007")
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
  @Tag("MW-TASK-012")
  void aRetryIsANewTaskThatTakesFinishedStepsOver() {
    var name = unique();
    var failed = ended(tasks.create(wish(user, name, "step", "permanent")).task().taskId());

    var retry = tasks.retry(user, failed.taskId());

    assertThat(retry.retryOf()).isEqualTo(failed.taskId());
    assertThat(ended(retry.taskId()).status()).isEqualTo(TaskStatus.FAILED);
    assertThat(Probe.RUNS.get(name + "/0")).hasValue(1);
  }

  @Test
  @Tag("MW-TASK-013")
  void onlyFailedAndCancelledTasksAreRetried() {
    var done = ended(start("step").taskId());

    assertThatThrownBy(() -> tasks.retry(user, done.taskId())).isInstanceOf(Problem.class)
        .hasMessageContaining("is completed");
  }

  @Test
  @Tag("MW-TASK-014")
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
  @Tag("MW-ERR-001")
  void anUnknownFieldIsNamed() {
    var input = input(unique()).put("colour", "red");

    assertThatThrownBy(() -> tasks.create(NewTask.of(user, "probe", PROJECT, input)))
        .isInstanceOf(Problem.class).hasMessageContaining("colour").hasMessageContaining("plan");
  }
}

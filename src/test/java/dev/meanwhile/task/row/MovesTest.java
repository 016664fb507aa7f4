package dev.meanwhile.task.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Progress;
import dev.meanwhile.task.door.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The moves of the table refuse what the state machine doesn't have.
@MeanwhileTest
class MovesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Api api;
  @Autowired
  TaskRows rows;
  @Autowired
  Moves moves;
  @Autowired
  Tasks tasks;
  @Autowired
  JsonMapper json;
  @Autowired
  TransactionTemplate transactions;

  @Test
  void anEndedTaskNeitherEndsAgainNorComesBack() {
    var id = UUID.fromString(api.newUser()
        .post("/api/v1/tasks/probe", Map.of("project_id", "p", "name", "n", "plan", List.of()))
        .json().path("task_id").asString());
    var row = await().atMost(LIMIT).until(() -> rows.find(id).orElseThrow(),
        found -> found.state() == TaskState.COMPLETED);

    assertThatThrownBy(() -> moves.end(row, cancelled(row.progress()), false))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> moves.putBack(row, null, false))
        .isInstanceOf(IllegalStateException.class);
  }

  /// Whoever still holds an earlier number may write nothing, whatever state the task is in by then.
  @Test
  void theEpochRisesWithEachStartPutBackAndEnd() {
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      var id = tasks.create(NewTask.of(new UserId(api.newUser().user()), "probe",
          new ProjectKey("p"), json.createObjectNode().put("name", "n"))).task().taskId();
      var running = moves.start(id, 0, "node", Instant.EPOCH).orElseThrow();
      var waiting = moves.putBack(running, null, false);
      var ended = moves.end(waiting, cancelled(waiting.progress()), false);
      assertThat(List.of(running.epoch(), waiting.epoch(), ended.epoch()))
          .containsExactly(1, 2, 3);
      assertThat(ended.attempt()).as("a hand-over is no try").isEqualTo(1);
    });
  }

  private static Moves.End cancelled(Progress progress) {
    return new Moves.End(TaskState.CANCELLED, null, null, progress, Instant.EPOCH, Instant.EPOCH);
  }
}

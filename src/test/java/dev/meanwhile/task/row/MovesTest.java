package dev.meanwhile.task.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.TaskError;
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

    assertThatThrownBy(() -> cancelled(row))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> moves.putBack(row, null, false))
        .isInstanceOf(IllegalStateException.class);
  }

  /// Whoever still holds an earlier number may write nothing, whatever state the task is in by then.
  @Test
  void theEpochRisesWithEachStartPutBackAndEnd() {
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      var running = running();
      var waiting = moves.putBack(running, null, false);
      var ended = moves.end(List.of(cancelled(waiting))).getFirst();
      assertThat(List.of(running.epoch(), waiting.epoch(), ended.epoch()))
          .containsExactly(1, 2, 3);
      assertThat(ended.attempt()).as("a hand-over is no try").isEqualTo(1);
    });
  }

  @Test
  void whatAnEndReturnsIsWhatIsStored() {
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      var running = running();
      var at = Instant.parse("2026-01-02T03:04:05.123456789Z");
      var ended = moves.end(List.of(new Moves.End(running, TaskState.FAILED,
          json.createObjectNode().put("n", 1), new TaskError("code", "it's why", true),
          running.progress().ended("failed", 0, "why"), at, at.plusSeconds(1), true)));
      assertThat(ended).containsExactly(rows.find(running.taskId()).orElseThrow());
    });
  }

  private TaskRow running() {
    var id = tasks.create(NewTask.of(new UserId(api.newUser().user()), "probe",
        new ProjectKey("p"), json.createObjectNode().put("name", "n"))).task().taskId();
    return moves.start(new Moves.Ticket(id, 0), "node", Instant.EPOCH).orElseThrow();
  }

  private static Moves.End cancelled(TaskRow row) {
    return new Moves.End(row, TaskState.CANCELLED, null, null, row.progress(), Instant.EPOCH,
        Instant.EPOCH, false);
  }
}

package dev.meanwhile.task.row;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.task.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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

  private static Moves.End cancelled(Progress progress) {
    return new Moves.End(TaskState.CANCELLED, null, null, progress, Instant.EPOCH, Instant.EPOCH);
  }
}

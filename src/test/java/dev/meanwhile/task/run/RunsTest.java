package dev.meanwhile.task.run;

import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A try stops when its task is no longer its own, also if nobody told its node.
@MeanwhileTest
class RunsTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Api api;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  Runs runs;

  @Test
  void aTryWhoseEndNobodyToldIsStopped() {
    var id = UUID.fromString(api.newUser().post("/api/v1/tasks/probe",
        Map.of("project_id", "p", "name", UUID.randomUUID().toString(), "plan", List.of("wait")))
        .json().path("task_id").asString());
    await().atMost(LIMIT).until(() -> runs.has(id));

    jdbc.sql("""
      update task set state = 'cancelled', epoch = epoch + 1, completed_at = now(),
        expires_at = now() + interval '1 day' where task_id = ?
      """).param(id).update();

    await().atMost(LIMIT).until(() -> !runs.has(id));
    await().atMost(LIMIT).until(() -> holdsNoSlot(id));
  }

  private boolean holdsNoSlot(UUID id) {
    return !jdbc.sql("select holds_slot from task where task_id = ?").param(id)
        .query((row, _) -> row.getBoolean(1)).single();
  }
}

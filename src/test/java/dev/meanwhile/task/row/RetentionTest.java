package dev.meanwhile.task.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.TestClock;
import dev.meanwhile.task.handler.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ended tasks go when their time is over, and nothing else does.
@MeanwhileTest
class RetentionTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Api nobody;
  @Autowired
  Retention retention;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TestClock clock;
  private Api api = Api.at(java.net.URI.create("http://nowhere"), java.nio.file.Path.of(""));
  private final String gate = UUID.randomUUID().toString();

  @BeforeEach
  void arrive() {
    api = nobody.newUser();
  }

  private String create(String plan, List<String> dependsOn) {
    return api.post("/api/v1/tasks/probe", Map.of("project_id", "p", "name", gate, "plan",
        List.of(plan), "depends_on", dependsOn)).json().path("task_id").asString();
  }

  private void awaitStatus(String task, String status) {
    await().atMost(LIMIT).until(() -> api.get("/api/v1/tasks/" + task).json().path("status")
        .asString().equals(status));
  }

  private String ended(String task) {
    awaitStatus(task, "completed");
    return task;
  }

  private void expire(String task) {
    jdbc.sql("update task set expires_at = expires_at - interval '1 year' where task_id = ?::uuid")
        .param(task).update();
  }

  private boolean isKept(String task) {
    return api.get("/api/v1/tasks/" + task).status() == 200;
  }

  private int historyOf(String task) {
    return jdbc.sql("select count(*) from task_event where task_id = ?::uuid").param(task)
        .query(Integer.class).single();
  }

  @Test
  @Tag("MW-TASK-024")
  void anEndedTaskGoesWhenItsTimeIsOverAndWhatItMadeStays() {
    var old = ended(create("step", List.of()));
    var young = ended(create("step", List.of()));
    var made = api.get("/api/v1/tasks/" + old + "/artifacts").json()
        .at("/artifacts/0/artifact_id").asString();
    expire(old);

    retention.trim();

    assertThat(isKept(old)).isFalse();
    assertThat(historyOf(old)).isZero();
    assertThat(isKept(young)).isTrue();
    assertThat(historyOf(young)).isPositive();
    assertThat(api.get("/api/v1/artifacts/" + made + "/content").text()).isEqualTo("step");
  }

  @Test
  @Tag("MW-TASK-024")
  void aTaskStaysAsLongAsOneThatDependsOnItDoes() {
    var parent = ended(create("step", List.of()));
    var child = create("wait", List.of(parent));
    awaitStatus(child, "running");
    expire(parent);

    retention.trim();
    assertThat(isKept(parent)).as("its child is at work").isTrue();
    assertThat(isKept(child)).isTrue();

    Probe.gate(gate).release();
    ended(child);
    expire(child);
    retention.trim();
    assertThat(isKept(parent)).isFalse();
    assertThat(isKept(child)).isFalse();
  }

  @Test
  void aTaskStaysAsLongAsItsThreadHoldsASlot() {
    var task = ended(create("step", List.of()));
    expire(task);
    jdbc.sql("update task set holds_slot = true where task_id = ?::uuid").param(task).update();

    retention.trim();
    assertThat(isKept(task)).isTrue();

    jdbc.sql("update task set holds_slot = false where task_id = ?::uuid").param(task).update();
    retention.trim();
    assertThat(isKept(task)).isFalse();
  }

  @Test
  @Tag("MW-TASK-024")
  void aTaskGoesByTheClockOfTheApplicationThatStampedItsEnd() {
    clock.advance(Duration.ofDays(-365));
    var task = ended(create("step", List.of()));

    retention.trim();
    assertThat(isKept(task)).as("its time is not over, whatever the system's clock says").isTrue();

    clock.reset();
    retention.trim();
    assertThat(isKept(task)).isFalse();
  }
}

package dev.meanwhile.task.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.handler.Probe;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The door of the operations view: for admins, with figures and nobody's content.
@MeanwhileTest
class OperationsTest extends Observed {
  private static final String PATH = "/api/v1/operations/tasks";

  @Test
  void adminsSeeFiguresAndNobodysContent() {
    var name = "private-name-" + UUID.randomUUID();
    var id = start(name, "wait");
    await().atMost(LIMIT).until(() -> tasks.get(user, id).status() == TaskStatus.RUNNING);

    var health = api.admin().get(PATH);

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().at("/tasks/running").asInt()).isPositive();
    assertThat(health.json().path("users").valueStream()
        .filter(load -> load.path("user_id").asString().equals(user.value())).findFirst()
        .orElseThrow().path("running").asInt()).isEqualTo(1);
    assertThat(health.json().path("nodes").valueStream()
        .filter(node -> node.path("name").asString().equals(nodes.thisNode())).findFirst()
        .orElseThrow().path("alive").asBoolean()).isTrue();
    assertThat(health.json().path("stuck_more").asBoolean()).isFalse();
    assertThat(health.text()).doesNotContain(name, "secret-project");
    Probe.gate(name).release();
  }

  @Test
  void usersAreRefused() {
    assertThat(api.get(PATH).status()).isEqualTo(401);
    assertThat(client.get(PATH).status()).isEqualTo(403);
  }

  @Test
  void theDescriptionHasEveryFieldAndReason() {
    var document = client.get("/v3/api-docs").json();
    assertThat(document.at("/components/schemas/QueueHealth/properties").propertyNames())
        .containsExactlyInAnyOrder("time", "tasks", "users", "nodes", "stuck", "stuck_more");
    assertThat(document.at("/components/schemas/Stuck/properties").propertyNames())
        .containsExactlyInAnyOrder("task_id", "task_type", "user_id", "state", "created_at",
            "attempt", "node", "reason", "detail", "since");
    assertThat(document.at("/components/schemas/Stuck/properties/reason/enum").toString())
        .contains("slot_free", "dependency_stuck");
  }
}

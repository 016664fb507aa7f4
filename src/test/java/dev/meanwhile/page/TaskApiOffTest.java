package dev.meanwhile.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.OwnMeanwhileTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// With the task API off, no path below it answers or is named, and everything else still works. Shares the application
/// of [PageWithoutTaskApiTest].
@OwnMeanwhileTest
@TestPropertySource(properties = "meanwhile.task-api.enabled=false")
@ResourceLock("the application without the task API")
class TaskApiOffTest {
  @Autowired
  Api nobody;
  private Api api;

  @BeforeEach
  void makeUser() {
    api = nobody.newUser();
  }

  @Test
  @Tag("MW-TASK-022")
  void noPathBelowTheTaskApiAnswers() {
    for (var path : List.of("", "/", "/" + UUID.randomUUID(),
        "/" + UUID.randomUUID() + "/events")) {
      assertThat(api.get("/api/v1/tasks" + path).status()).as(path).isEqualTo(404);
    }
    assertThat(api.post("/api/v1/tasks/probe", Map.of("project_id", "p", "name", "x")).status())
        .isEqualTo(404);
    assertThat(api.get("/v3/api-docs").text()).doesNotContain("/api/v1/tasks");
  }

  @Test
  void startedTasksCarryNoLinksAndChatCarriesTheRest() {
    var started = api.post("/api/v1/bot/coverage-test", Map.of("project_id", "p"));
    assertThat(started.status()).isEqualTo(202);
    assertThat(started.header("Location")).isEmpty();
    assertThat(started.json().has("links")).isFalse();

    var conversation = "/api/v1/conversations/" + api.post("/api/v1/conversations", Map.of()).json()
        .path("conversation_id").asString();
    var turn = api.post(conversation + "/messages", Map.of("content",
        "Generate test cases for this RTM: REQ-1: The pump shall stop within 2 seconds."));
    assertThat(turn.json().path("tasks").size()).isEqualTo(1);
    assertThat(turn.json().path("message").path("content").asString())
        .doesNotContain("/api/v1/tasks");
    await().atMost(Duration.ofSeconds(30)).until(() -> api.get(conversation + "/messages").json()
        .path("messages").findValuesAsString("role").contains("notice"));
    assertThat(api.get("/api/v1/projects/default/artifacts").json().path("artifacts").size())
        .isPositive();
  }
}

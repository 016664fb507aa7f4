package dev.meanwhile.task.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.Api.Answer;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.task.handler.Probe;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MeanwhileTest
class TaskApiTest {
  private static final String PROBE = "/api/v1/tasks/probe";

  @Autowired
  Api nobody;
  private Api api;

  @BeforeEach
  void makeUser() {
    api = nobody.newUser();
  }

  private static Map<String, Object> probe(String... plan) {
    return Map.of("project_id", "apollo", "name", UUID.randomUUID().toString(), "plan",
        List.of(plan));
  }

  private String start(String... plan) {
    return api.post(PROBE, probe(plan)).json().path("task_id").asString();
  }

  private JsonNode ended(String id) {
    return await().atMost(Duration.ofSeconds(20)).until(
        () -> api.get("/api/v1/tasks/" + id).json(), task -> List
            .of("completed", "failed", "cancelled").contains(task.path("status").asString()));
  }

  private static String field(Answer answer) {
    return answer.json().path("errors").path(0).path("field").asString("");
  }

  @Test
  @Tag("MW-TASK-001")
  void aCreatedTaskIsAnsweredWithWhereToLook() {
    var created = api.post(PROBE, probe("step"));

    assertThat(created.status()).isEqualTo(202);
    var self = "/api/v1/tasks/" + created.json().path("task_id").asString();
    assertThat(created.header("Location")).isEqualTo(self);
    assertThat(created.header("Retry-After")).isEqualTo("1");
    assertThat(created.header("ETag")).startsWith("W/\"");
    assertThat(created.json().path("status").asString()).isEqualTo("pending");
    assertThat(created.json().path("links").path("self").asString()).isEqualTo(self);
    assertThat(created.json().path("user_id").asString()).isEqualTo(api.user());
  }

  @Test
  @Tag("MW-TASK-002")
  void everyFieldOfTheContractIsThere() {
    var task = ended(start("step"));

    assertThat(task.propertyNames()).containsExactlyInAnyOrder("task_id", "user_id", "project_id",
        "conversation_id", "task_type", "status", "created_at", "started_at", "completed_at",
        "result", "error", "progress", "priority", "attempt", "max_attempts", "retry_of",
        "depends_on", "queue_position", "eta_seconds", "usage", "version", "expires_at", "links");
    assertThat(task.path("created_at").asString()).endsWith("Z");
    assertThat(task.path("progress").propertyNames()).containsExactlyInAnyOrder("current_step",
        "step", "total_steps", "percentage", "message");
  }

  @Test
  @Tag("MW-TASK-015")
  void aPollerIsToldWhenNothingChanged() {
    var id = start("step");
    ended(id);
    var first = api.get("/api/v1/tasks/" + id);

    var again = api.with("If-None-Match", first.header("ETag")).get("/api/v1/tasks/" + id);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '|', value = {"wait=99,30", "wait=99999999999999999999,30",
      "Wait=20,20", "wait=\"20\",20", "|respond-async, wait = 007|,7"})
  @Tag("MW-TASK-016")
  void aPreferenceToWaitIsAnsweredWithTheEnd(String preference, int applied) {
    var answer = api.with("Prefer", preference).post(PROBE, probe("step"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=" + applied);
    assertThat(answer.json().path("status").asString()).isEqualTo("completed");
  }

  @Test
  @Tag("MW-ERR-001")
  void anUnknownFieldIsToldWithAllThatAreKnown() {
    var wish = new HashMap<String, Object>(probe("step"));
    wish.put("prio", 5);

    var answer = api.post(PROBE, wish);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("prio");
    assertThat(answer.json().at("/errors/0/message").asString()).contains("plan", "project_id",
        "priority", "depends_on", "conversation_id");
  }

  @Test
  void aWaitOfNothingIsNoWait() {
    var answer = api.with("Prefer", "wait=0").post(PROBE, probe("step"));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Preference-Applied")).isEmpty();
  }

  @Test
  void anEndedTaskUnderItsKeyIsAcceptedLikeANewOne() {
    var keyed = api.with("Idempotency-Key", "ended");
    var body = probe("step");
    ended(keyed.post(PROBE, body).json().path("task_id").asString());

    var again = keyed.post(PROBE, body);

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("Retry-After")).isEqualTo("1");
  }

  @Test
  @Tag("MW-TASK-014")
  void theSameKeyAndBodyGiveTheSameTask() {
    var body = probe("step");
    var keyed = api.with("Idempotency-Key", "k1");
    var first = keyed.post(PROBE, body);
    var again = keyed.post(PROBE, body);

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json().path("task_id")).isEqualTo(first.json().path("task_id"));
    assertThat(keyed.post(PROBE, probe("step", "step")).status()).isEqualTo(422);
  }

  @Test
  @Tag("MW-TASK-017")
  void aListingIsFilteredAndPaged() {
    IntStream.range(0, 3).forEach(_ -> ended(start("step")));
    var page = api.get("/api/v1/tasks?task_type=PROBE&status=completed&project_id=apollo&limit=2");

    assertThat(page.json().path("tasks").size()).isEqualTo(2);
    assertThat(page.header("Link")).contains("rel=\"next\"").contains("task_type=PROBE");
    var next = page.header("Link").replaceAll("^<|>;.*$", "");
    var rest = api.get(next).json();
    assertThat(rest.path("tasks").size()).isEqualTo(1);
    assertThat(rest.path("next_cursor").isNull()).isTrue();
    assertThat(api.get("/api/v1/tasks/?status=failed").json().path("tasks").size()).isZero();
  }

  @Test
  @Tag("MW-TASK-018")
  void whatATaskMadeIsListedAndZipped() {
    var id = start("step");
    ended(id);

    var made = api.get("/api/v1/tasks/" + id + "/artifacts").json().path("artifacts");
    assertThat(made.size()).isEqualTo(1);
    var zip = api.get("/api/v1/tasks/" + id + "/artifacts.zip");
    assertThat(zip.status()).isEqualTo(200);
    assertThat(zip.text()).startsWith("PK");
    var content = api
        .get("/api/v1/artifacts/" + made.path(0).path("artifact_id").asString() + "/content");
    assertThat(content.text()).isEqualTo("step");
    assertThat(content.header("Content-Disposition")).startsWith("attachment");
  }

  @Test
  @Tag("MW-TASK-019")
  void itsHistoryTellsStatesAndSteps() {
    var id = start("step");
    ended(id);

    assertThat(api.get("/api/v1/tasks/" + id + "/events").json().path("events").valueStream()
        .map(event -> event.path("type").asString()))
        .containsExactly("task.created", "task.started", "step.finished", "task.completed");
  }

  @Test
  @Tag("MW-TASK-012")
  void aFailedTaskIsRetriedAsANewOne() {
    var id = start("permanent");
    ended(id);
    var retry = api.post("/api/v1/tasks/" + id + "/retry", "");

    assertThat(retry.status()).isEqualTo(202);
    assertThat(retry.json().path("retry_of").asString()).isEqualTo(id);
    assertThat(api.post("/api/v1/tasks/" + ended(start("step")).path("task_id").asString()
        + "/retry", "").status()).isEqualTo(409);
  }

  @Test
  void eachBadFieldIsNamed() {
    assertThat(field(api.post(PROBE, Map.of("name", "x")))).isEqualTo("project_id");
    assertThat(field(api.post(PROBE, Map.of("project_id", "a b", "name", "x"))))
        .isEqualTo("project_id");
    assertThat(field(api.post(PROBE, Map.of("project_id", "p")))).isEqualTo("name");
    assertThat(field(api.post(PROBE, Map.of("project_id", "p", "name", "x", "plan", 1))))
        .isEqualTo("plan");
    assertThat(field(api.post(PROBE, Map.of("project_id", "p", "name", "x", "colour", 1))))
        .isEqualTo("colour");
    assertThat(field(api.post(PROBE, Map.of("project_id", "p", "name", "x", "priority", 10))))
        .isEqualTo("priority");
    assertThat(field(api.post(PROBE, Map.of("project_id", "p", "name", "x", "depends_on",
        List.of(UUID.randomUUID())))).toString()).isEqualTo("depends_on[0]");
    assertThat(field(api.post(PROBE, Map.of("project_id", "p", "name", "x", "depends_on",
        IntStream.range(0, 21).mapToObj(_ -> UUID.randomUUID()).toList()))))
        .isEqualTo("depends_on");
    assertThat(field(api.get("/api/v1/tasks?status=done"))).isEqualTo("status");
    assertThat(field(api.get("/api/v1/tasks?limit=201"))).isEqualTo("limit");
    assertThat(field(api.get("/api/v1/tasks?cursor=x"))).isEqualTo("cursor");
    assertThat(api.post(PROBE, "[]").status()).isEqualTo(400);
    assertThat(api.post("/api/v1/tasks/nonsense", probe()).status()).isEqualTo(404);
  }

  @Test
  void aParameterThatItsPathHasNotIsRefusedEachTime() {
    for (int time = 0; time < 2; time++) {
      assertThat(field(api.get("/api/v1/tasks?limit=1&statsu=failed"))).isEqualTo("statsu");
      assertThat(field(api.get("/api/v1/projects?limit=1"))).isEqualTo("limit");
      assertThat(api.get("/api/v1/tasks?limit=1").status()).isEqualTo(200);
    }
  }

  @Test
  @Tag("MW-TASK-021")
  void anInputOverTheLimitIsRefusedWithItsName() {
    var answer = api.post(PROBE, Map.of("project_id", "p", "name", "x".repeat(5_000_000)));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text()).contains("max-input");
  }

  @Test
  @Tag("MW-SEC-008")
  void anotherUsersTaskIsNotThere() {
    var id = start("step");
    var other = nobody.newUser();

    for (var path : List.of("", "/events", "/artifacts", "/artifacts.zip")) {
      assertThat(other.get("/api/v1/tasks/" + id + path).status()).as(path).isEqualTo(404);
    }
    for (var path : List.of("/cancel", "/retry")) {
      assertThat(other.post("/api/v1/tasks/" + id + path, "").status()).as(path).isEqualTo(404);
    }
    assertThat(other.get("/api/v1/tasks").json().path("tasks").size()).isZero();
  }

  @Test
  void aRemovedUsersWorkStops() {
    var name = UUID.randomUUID().toString();
    api.post(PROBE, Map.of("project_id", "p", "name", name, "plan", List.of("wait")));
    await().until(() -> Probe.gate(name).hasQueuedThreads());

    assertThat(nobody.admin().delete("/api/v1/users/" + api.user()).status()).isEqualTo(204);

    await().atMost(Duration.ofSeconds(20)).until(() -> Probe.gate(name).getQueueLength() == 0);
    assertThat(api.get("/api/v1/tasks").status()).isEqualTo(401);
  }

  @Test
  void meTellsTheModelAndTheLimits() {
    var me = api.get("/api/v1/me").json();

    assertThat(me.path("model").path("provider").asString()).isEqualTo("embedded");
    assertThat(me.path("limits").path("running").asInt()).isEqualTo(5);
    assertThat(me.path("task_api").asBoolean()).isTrue();
  }
}

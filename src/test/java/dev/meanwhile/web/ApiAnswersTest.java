package dev.meanwhile.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What the OpenAPI document says is what the server does.
@MeanwhileTest
class ApiAnswersTest {
  private static final String PROJECT = "described";
  private static final Map<String, String> RTM = Map.of("project_id", PROJECT, "rtm_content",
      "REQ-1: The pump shall stop within 2 seconds.");

  @Autowired
  Api nobody;
  private Api api;
  private JsonNode document;
  private Described described;

  @BeforeEach
  void read() {
    api = nobody.newUser();
    document = api.get("/v3/api-docs").json();
    described = new Described(document);
  }

  @Test
  @Tag("MW-API-001")
  void everyOperationHasANameOfItsOwnAndSaysHowItMayEnd() {
    var names = new HashSet<String>();
    document.path("paths").properties().forEach(path -> path.getValue().properties()
        .forEach(operation -> {
          var place = operation.getKey() + " " + path.getKey();
          if (path.getKey().startsWith("/api/v1/probe")) {
            return; // a controller of the tests alone
          }
          var name = operation.getValue().path("operationId").asString("");
          assertThat(name).as(place).matches("[a-z]+(_[a-z]+)*");
          assertThat(names.add(name)).as(place + " is called like another").isTrue();
          assertThat(operation.getValue().path("summary").asString("")).as(place).isNotBlank();
          assertThat(operation.getValue().path("tags").toString()).as(place)
              .doesNotContain("controller");
          assertThat(operation.getValue().path("responses").propertyNames()).as(place)
              .contains("401", "503", "default").anyMatch(status -> status.matches("[12]\\d\\d"));
        }));
    assertThat(document.path("paths").propertyNames()).doesNotContain("/error", "/api/v1/tasks/");
  }

  @Test
  void everySchemaSaysSomethingAndEveryReferenceLeadsSomewhere() {
    document.path("components").path("schemas").properties()
        .forEach(schema -> assertThat(schema.getValue().size()).as(schema.getKey()).isPositive());
    document.findValues("$ref").forEach(reference -> described
        .resolved(Api.JSON.createObjectNode().put("$ref", reference.asString())));
    for (var content : document.findValues("content")) {
      assertThat(content.propertyNames()).as(content.toString()).isNotEmpty()
          .doesNotContain("*/*");
    }
  }

  private JsonNode get(String path, Map<String, String> variables) {
    var filled = path;
    for (var variable : variables.entrySet()) {
      filled = filled.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    var answer = api.get(filled);
    described.fits("GET", path, answer);
    return answer.json();
  }

  private JsonNode post(String path, Object body, int status) {
    var answer = api.post(path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    described.fits("POST", path, answer);
    return answer.json();
  }

  @Test
  @Tag("MW-API-002")
  void tasksFitTheirDescription() {
    var create = "/api/v1/tasks/generate-test-cases";
    var accepted = api.post(create, RTM);
    described.fits("POST", create, accepted);
    assertThat(accepted.status()).isEqualTo(202);
    var ended = api.with("Prefer", "wait=30").post(create, RTM);
    described.fits("POST", create, ended);
    assertThat(ended.status()).isEqualTo(200);
    var id = Map.of("taskId", ended.json().path("task_id").asString());
    get("/api/v1/tasks/{taskId}", id);
    get("/api/v1/tasks/{taskId}/events", id);
    get("/api/v1/tasks/{taskId}/artifacts", id);
    get("/api/v1/tasks", Map.of());
    described.fits("POST", "/api/v1/tasks/{taskId}/cancel",
        api.post("/api/v1/tasks/" + id.get("taskId") + "/cancel", ""));
    described.fits("POST", "/api/v1/tasks/{taskId}/retry",
        api.post("/api/v1/tasks/" + id.get("taskId") + "/retry", ""));
    var artifact = get("/api/v1/projects/{project}/artifacts", Map.of("project", PROJECT))
        .at("/artifacts/0/artifact_id").asString();
    get("/api/v1/artifacts/{artifactId}", Map.of("artifactId", artifact));
  }

  @Test
  @Tag("MW-API-002")
  void conversationsFitTheirDescription() {
    var conversation = post("/api/v1/conversations", Map.of("project_id", PROJECT), 201)
        .path("conversation_id").asString();
    var id = Map.of("conversationId", conversation);
    get("/api/v1/conversations/{conversationId}", id);
    get("/api/v1/conversations", Map.of());
    var messages = "/api/v1/conversations/{conversationId}/messages";
    described.fits("POST", messages, api.post(messages.replace("{conversationId}", conversation),
        Map.of("content", "generate test cases for: " + RTM.get("rtm_content"))));
    get(messages, id);
    described.fits("POST", "/api/v1/conversations/{conversationId}/cancel-turn",
        api.post("/api/v1/conversations/" + conversation + "/cancel-turn", ""));
    post("/api/v1/bot/commands", Map.of("command", "/tasks", "conversation_id", conversation),
        200);
    described.fits("DELETE", "/api/v1/conversations/{conversationId}",
        api.delete("/api/v1/conversations/" + conversation));
  }

  @Test
  @Tag("MW-API-002")
  void usersTokensProjectsAndFilesFitTheirDescription() {
    get("/api/v1/me", Map.of());
    var token = post("/api/v1/tokens", Map.of("name", "mine"), 201);
    get("/api/v1/tokens", Map.of());
    described.fits("DELETE", "/api/v1/tokens/{tokenId}",
        api.delete("/api/v1/tokens/" + token.path("token_id").asString()));
    post("/api/v1/projects", Map.of("project_id", PROJECT), 201);
    get("/api/v1/projects", Map.of());
    described.fits("POST", "/api/v1/projects/{project}/files",
        api.tryUpload(PROJECT, "a.md", "REQ-1: It shall stop.".getBytes(StandardCharsets.UTF_8)));
    get("/api/v1/projects/{project}/files", Map.of("project", PROJECT));
    var admin = nobody.admin();
    var user = "u-" + UUID.randomUUID();
    described.fits("POST", "/api/v1/users", admin.post("/api/v1/users", Map.of("user_id", user)));
    described.fits("GET", "/api/v1/users", admin.get("/api/v1/users"));
    described.fits("DELETE", "/api/v1/users/{userId}", admin.delete("/api/v1/users/" + user));
    described.fits("GET", "/api/v1/operations/tasks", admin.get("/api/v1/operations/tasks"));
  }

  @Test
  @Tag("MW-API-002")
  void failuresFitTheirDescription() {
    post("/api/v1/bot/coverage-test-sync", Map.of("project_id", "without-a-matrix"), 422);
    post("/api/v1/bot/commands", Map.of("command", "/nonsense"), 400);
    get("/api/v1/tasks/{taskId}", Map.of("taskId", UUID.randomUUID().toString()));
    get("/api/v1/users", Map.of());
    described.fits("GET", "/api/v1/me", nobody.get("/api/v1/me"));
    described.fits("POST", "/api/v1/projects",
        api.with("Content-Type", "text/plain").post("/api/v1/projects", "x"));
  }

  @Test
  void thePathThatWaitsSaysThatItWasReplaced() {
    var wait = "/api/v1/bot/coverage-test-sync";
    api.with("Prefer", "wait=30").post("/api/v1/tasks/generate-rtm", Map.of("project_id", PROJECT,
        "requirements_content", RTM.get("rtm_content")));
    var report = api.post(wait, Map.of("project_id", PROJECT));
    described.fits("POST", wait, report);
    assertThat(report.json().path("report").isObject()).as(report.text()).isTrue();
    var failed = api.post(wait, Map.of("project_id", "without-a-matrix"));
    assertThat(failed.json().path("code").asString()).isEqualTo("no_rtm");
    for (var answer : new Api.Answer[]{report, failed}) {
      assertThat(answer.header("Deprecation")).startsWith("@");
      assertThat(answer.header("Link")).contains("rel=\"successor-version\"");
    }
  }
}

package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api.Answer;
import dev.meanwhile.Api;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A user who waits for tasks and looks at what they made.
final class Workbench {
  static final String THREE = """
    REQ-001: If the password is wrong, the system shall reject the login.
    REQ-002: The name shall hold at most 64 characters.
    REQ-003: The system shall greet the user.""";

  final Api user;

  Workbench(Api api) {
    user = api.newUser().with("Prefer", "wait=30");
  }

  Answer post(String slug, Map<String, ?> body) {
    var whole = new HashMap<String, Object>(body);
    whole.putIfAbsent("project_id", "default");
    return user.post("/api/v1/tasks/" + slug, whole);
  }

  JsonNode completed(String slug, Map<String, ?> body) {
    var task = post(slug, body).json();
    assertThat(task.path("status").asString()).as(task.toPrettyString()).isEqualTo("completed");
    return task;
  }

  JsonNode failed(String slug, Map<String, ?> body) {
    var task = post(slug, body).json();
    assertThat(task.path("status").asString()).as(task.toPrettyString()).isEqualTo("failed");
    return task;
  }

  String badField(String slug, Map<String, ?> body) {
    var answer = post(slug, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    return answer.json().path("errors").path(0).path("field").asString("");
  }

  JsonNode artifacts(JsonNode task) {
    return user.get("/api/v1/tasks/" + task.path("task_id").asString() + "/artifacts").json()
        .path("artifacts");
  }

  List<String> hashes(JsonNode task) {
    return artifacts(task).valueStream()
        .map(a -> a.path("name").asString() + a.path("sha256").asString()).toList();
  }

  String text(JsonNode task, String name) {
    return user.get(path(task, name)).text();
  }

  private String path(JsonNode task, String name) {
    var id = artifacts(task).valueStream().filter(a -> a.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + artifacts(task)))
        .path("artifact_id").asString();
    return "/api/v1/artifacts/" + id + "/content";
  }

  byte[] bytes(JsonNode task, String name) {
    return user.bytes(path(task, name));
  }

  JsonNode content(JsonNode task, String name) {
    return Api.JSON.readTree(text(task, name));
  }

  String upload(String name, String content) {
    return user.upload("default", name, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    array.forEach(n -> strings.add(n.asString()));
    return strings;
  }
}

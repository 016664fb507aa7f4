package dev.meanwhile.chat.turn;

import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;

/// A user in one conversation, on project `apollo`, who reads what is streamed.
final class Client {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final String PROJECT = "apollo";

  private final Api api;
  private final String conversation;

  Client(Api api) {
    this.api = api;
    this.conversation = api.post("/api/v1/conversations", Map.of("project_id", PROJECT)).json()
        .path("conversation_id").asString();
  }

  Told say(String words, String... files) {
    return Told.read(api.with("Accept", "text/event-stream").post(
        "/api/v1/conversations/" + conversation + "/messages",
        Map.of("content", words, "file_ids", files)).text());
  }

  String upload(String name, String text) {
    return api.upload(PROJECT, name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Starts a probe in this conversation, elsewhere than in a message, and waits until it is as it should be.
  String probe(String name, String plan, String status) {
    var body = new HashMap<String, Object>(Map.of("project_id", PROJECT, "conversation_id",
        conversation, "name", name, "plan", List.of(plan)));
    var task = api.post("/api/v1/tasks/probe", body).json().path("task_id").asString();
    waiting().until(() -> statusOf(task).equals(status));
    return task;
  }

  /// All tasks of the user, oldest first.
  List<JsonNode> tasks() {
    return api.get("/api/v1/tasks").json().path("tasks").valueStream().toList().reversed();
  }

  JsonNode task(String id) {
    return api.get("/api/v1/tasks/" + id).json();
  }

  String statusOf(String task) {
    return task(task).path("status").asString();
  }

  List<JsonNode> messages() {
    return api.get("/api/v1/conversations/" + conversation + "/messages").json().path("messages")
        .valueStream().toList();
  }

  /// The ends that the conversation was told, in order, as the IDs of the tasks.
  List<String> notices() {
    return messages().stream().filter(message -> is(message, "notice"))
        .flatMap(message -> message.path("task_ids").valueStream()).map(JsonNode::asString)
        .toList();
  }

  static boolean is(JsonNode message, String role) {
    return message.path("role").asString().equals(role);
  }

  /// Waits until the ends of this many tasks were told.
  void awaitNotices(int count) {
    waiting().until(() -> notices().size() >= count);
  }

  private static ConditionFactory waiting() {
    return await().atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(OFTEN);
  }
}

package dev.meanwhile.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.door.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.web.bind.annotation.RequestMethod;

/// A user who has one of each thing. Everything is made through doors that are there in both modes of the task API.
final class Belongings {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(20);
  private final Api api;
  private final Tasks tasks;
  /// Stands in whatever the user wrote.
  private final String secret = "z" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, String> byNoun = new HashMap<>();

  Belongings(Api api, Tasks tasks) {
    this.api = api;
    this.tasks = tasks;
    byNoun.put("user", api.user());
    byNoun.put(Nouns.PROJECT, unknown(Nouns.PROJECT));
    byNoun.put("conversation", api.post("/api/v1/conversations",
        Map.of("title", secret, "project_id", byNoun.get(Nouns.PROJECT))).json()
        .path("conversation_id").asString());
    byNoun.put("token", api.post("/api/v1/tokens", Map.of("name", secret)).json()
        .path("token_id").asString());
    byNoun.put("file", api.upload(byNoun.get(Nouns.PROJECT), secret + ".txt",
        secret.getBytes(StandardCharsets.UTF_8)));
    makeMatrix();
    assertThat(byNoun.values()).doesNotContain("");
  }

  private void makeMatrix() {
    var started = api.post("/api/v1/bot/commands", Map.of("command",
        "/rtm REQ-9: The %s pump shall stop within 2 seconds.".formatted(secret),
        "conversation_id", byNoun.get("conversation")));
    byNoun.put(Nouns.TASK, started.json().path("tasks").path(0).path("task_id").asString());
    awaitQuiet();
    byNoun.put("artifact",
        api.get("/api/v1/projects/%s/artifacts".formatted(byNoun.get(Nouns.PROJECT))).json()
            .path("artifacts").path(0).path("artifact_id").asString());
  }

  /// From now on the user's task is one that runs until it is cancelled, by its owner one hopes.
  void startEndlessTask() {
    var input = Api.JSON.createObjectNode().put("name", secret + UUID.randomUUID());
    input.putArray("plan").add("wait");
    var task = tasks.create(NewTask.of(user(), "probe",
        new ProjectKey(String.valueOf(byNoun.get(Nouns.PROJECT))), input)).task().taskId();
    await().atMost(LIMIT).until(
        () -> tasks.get(user(), task).progress().currentStep().equals("wait"));
    byNoun.put(Nouns.TASK, task.toString());
  }

  /// An ID that nobody has.
  static String unknown(String noun) {
    return switch (noun) {
      case Nouns.PROJECT -> "p" + UUID.randomUUID();
      case "user" -> "u-" + UUID.randomUUID();
      default -> UUID.randomUUID().toString();
    };
  }

  UserId user() {
    return new UserId(api.user());
  }

  Api api() {
    return api;
  }

  Map<String, String> byNoun() {
    return byNoun;
  }

  /// The user's thing of this kind.
  String id(String noun) {
    var id = byNoun.get(noun);
    if (id == null) {
      throw new AssertionError("A place takes the ID of a %s: make one here".formatted(noun));
    }
    return id;
  }

  /// What nobody else may read.
  String secret() {
    return secret;
  }

  /// All that the user can read of what is theirs, by path.
  Map<String, String> state(List<Operation> operations) {
    var state = new TreeMap<String, String>();
    operations.stream().filter(one -> one.method() == RequestMethod.GET && !one.isEndless())
        .forEach(one -> {
          var answer = api.get(one.filledWith(byNoun));
          assertThat(one.variables().isEmpty() || answer.status() == 200).as(one.toString())
              .isTrue();
          state.put(one.path(), answer.status() + " " + answer.text());
        });
    return state;
  }

  /// Waits until the user's tasks have ended.
  void awaitQuiet() {
    await().pollDelay(Duration.ZERO).pollInterval(POLL).atMost(LIMIT)
        .until(() -> tasks.open(user(), 1).isEmpty());
  }

  /// Ends what still runs.
  void end() {
    tasks.cancelAll(user());
  }
}

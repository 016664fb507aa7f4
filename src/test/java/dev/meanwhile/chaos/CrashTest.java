package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// kill -9 of the real process around each commit of a task and of a turn. Each restart on the same folder must find
/// that the task ends once, its notice is there once, and the conversation goes on. A start takes seconds, so each
/// death strikes a task of one user and a turn of another.
@Order(1) // long
class CrashTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final List<String> OF_A_TASK = List.of("before Tasks.create", "after Tasks.create",
      "before RunRecords.startTogether", "after RunRecords.startTogether",
      "after RunRecords.store", "before TryEndings.completeTogether",
      "after TryEndings.completeTogether", "before TryEndings.complete",
      "after TryEndings.complete");
  private static final List<String> OF_A_TURN = List.of("before Posts.queue", "after Posts.queue",
      "after TurnEnds.start", "after Tasks.create", "before TurnEnds.end", "after TurnEnds.end");

  @TempDir
  Path folder = Path.of("");
  @SuppressWarnings("NullAway.Init") // the test starts with it
  private ServerProcess server;

  @AfterEach
  void stop() throws InterruptedException {
    server.stop();
  }

  @Test
  @Tag("MW-TASK-023")
  void aTaskEndsOnceAndATurnIsRunOnceWhateverDies() throws Exception {
    server = ServerProcess.start(folder);
    var ofTasks = server.admin().newUser();
    var ofTurns = server.admin().newUser();
    var notices = conversation(ofTasks);
    for (int i = 0; i < OF_A_TASK.size(); i++) {
      var task = OF_A_TASK.get(i);
      var turn = OF_A_TURN.get(i % OF_A_TURN.size());
      var talk = conversation(here(ofTurns));
      die(task, () -> startTask(here(ofTasks), notices, task), turn,
          () -> say(here(ofTurns), talk, turn));

      server = ServerProcess.start(folder);

      var id = startTask(here(ofTasks), notices, task).path("task_id").asString();
      say(here(ofTurns), talk, turn);
      assertEndedOnce(here(ofTasks), notices, task, id);
      assertOneTurn(here(ofTurns), talk, turn);
    }
    assertFeedHasNoGaps(here(ofTasks));
    assertFeedHasNoGaps(here(ofTurns));
  }

  /// The user as a client of the server that runs now: each start has a port of its own.
  private Api here(Api user) {
    try {
      return server.admin().as(user.user(), user.token());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops the task at its commit, and then ends the process at the commit of the turn.
  private void die(String task, Runnable start, String turn, Runnable say) throws Exception {
    var held = "hold-" + task;
    server.arm(held);
    var starting = Thread.ofVirtual().start(start);
    await(task).atMost(LIMIT).until(() -> server.hasSprung(held));
    server.arm(turn);
    say.run();
    server.awaitDeath();
    assertThat(starting.join(LIMIT)).as("the client of the task gave up").isTrue();
  }

  private static String conversation(Api api) {
    return api.post("/api/v1/conversations", Map.of("project_id", "p")).json()
        .path("conversation_id").asString();
  }

  /// The request of a client that asks again when it got no answer.
  private static JsonNode startTask(Api api, String conversation, String commit) {
    var key = commit.replace(' ', '-');
    try {
      return api.with("Idempotency-Key", key).post("/api/v1/tasks/probe", Map.of("project_id", key,
          "name", key, "plan", plan(commit), "conversation_id", conversation)).json();
    } catch (UncheckedIOException _) {
      return Api.JSON.createObjectNode(); // the server died before it answered
    }
  }

  /// Strikes both kinds of ends, with an artifact and without.
  private static List<String> plan(String commit) {
    return makesFile(commit) ? List.of("step", "step") : List.of("step", "step", "no-file");
  }

  private static boolean makesFile(String commit) {
    return !commit.endsWith("Together");
  }

  private static void assertEndedOnce(Api api, String conversation, String commit, String id) {
    var task = await(commit).atMost(LIMIT).until(() -> api.get("/api/v1/tasks/" + id).json(),
        found -> !List.of("pending", "running").contains(found.path("status").asString()));
    assertThat(task.path("status").asString()).as(commit).isEqualTo("completed");
    var key = commit.replace(' ', '-');
    assertThat(api.get("/api/v1/tasks?project_id=" + key).json().path("tasks").size()).as(commit)
        .isEqualTo(1);
    assertThat(types(api, id)).as(commit).containsOnlyOnce("task.created", "task.completed");
    assertThat(types(api, id).stream().filter("step.finished"::equals)).as(commit).hasSize(2);
    assertThat(api.get("/api/v1/tasks/" + id + "/artifacts").json().path("artifacts")).as(commit)
        .hasSize(makesFile(commit) ? 1 : 0)
        .allMatch(artifact -> artifact.path("version").asInt() == 1);
    assertNoticedOnce(api, conversation, commit, id);
  }

  private static List<String> types(Api api, String id) {
    return api.get("/api/v1/tasks/" + id + "/events").json().path("events").valueStream()
        .map(event -> event.path("type").asString()).toList();
  }

  private static void assertNoticedOnce(Api api, String conversation, String commit, String id) {
    assertThat(messages(api, conversation).stream()
        .filter(message -> message.path("role").asString().equals("notice"))
        .filter(message -> message.path("task_ids").toString().contains(id))).as(commit).hasSize(1);
  }

  private static List<JsonNode> messages(Api api, String conversation) {
    return api.get("/api/v1/conversations/" + conversation + "/messages").json().path("messages")
        .valueStream().toList();
  }

  private static void say(Api api, String conversation, String commit) {
    try {
      api.post("/api/v1/conversations/" + conversation + "/messages", Map.of("content",
          "/testcases REQ-1: The pump shall stop within 2 seconds.", "client_id", commit));
    } catch (UncheckedIOException _) {
      assertThat(commit).isNotEmpty(); // the server died before it answered
    }
  }

  private static void assertOneTurn(Api api, String conversation, String commit) {
    await(commit).atMost(LIMIT).until(() -> count(conversation, api, "assistant") == 1);
    assertThat(count(conversation, api, "user")).as(commit).isEqualTo(1);
    var tasks = api.get("/api/v1/tasks?conversation_id=" + conversation).json().path("tasks");
    assertThat(tasks.size()).as(commit).isLessThanOrEqualTo(1);
    for (var task : tasks) {
      var id = task.path("task_id").asString();
      assertThat(messages(api, conversation).stream()
          .filter(message -> message.path("role").asString().equals("assistant"))
          .findFirst().orElseThrow().path("content").asString()).as(commit).contains(id);
      await(commit).atMost(LIMIT).until(() -> count(conversation, api, "notice") > 0);
      assertNoticedOnce(api, conversation, commit, id);
    }
    assertThat(api.post("/api/v1/conversations/" + conversation + "/messages",
        Map.of("content", "hello")).status()).as(commit).isEqualTo(200);
  }

  private static long count(String conversation, Api api, String role) {
    return messages(api, conversation).stream()
        .filter(message -> message.path("role").asString().equals(role)).count();
  }

  private static void assertFeedHasNoGaps(Api api) throws IOException {
    var numbers = Feeds.read(api, 0);
    assertThat(StreamSupport.stream(numbers.spliterator(), false)).isNotEmpty();
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(i + 1L);
    }
  }
}

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/// kill -9 of the real process around each commit of a task and of a turn. Each restart on the same folder must find
/// that the task ends once, its notice is there once, and the conversation goes on.
@Execution(ExecutionMode.CONCURRENT) // two processes that share nothing
class CrashTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final List<String> OF_A_TASK = List.of("before Tasks.create", "after Tasks.create",
      "before RunRecords.start", "after RunRecords.start", "after RunRecords.store",
      "before TryEndings.complete", "after TryEndings.complete");
  private static final List<String> OF_A_TURN = List.of("before Posts.queue", "after Posts.queue",
      "after TurnEnds.start", "after Tasks.create", "before TurnEnds.end", "after TurnEnds.end");

  @TempDir
  Path folder = Path.of("");
  private @Nullable ServerProcess server;

  @AfterEach
  void stop() throws InterruptedException {
    if (server != null) {
      server.stop();
    }
  }

  @Test
  void aTaskEndsOnceWhateverDies() throws Exception {
    server = ServerProcess.start(folder);
    var conversation = conversation(server.admin());
    for (var commit : OF_A_TASK) {
      server.arm(commit);
      startTask(server.admin(), conversation, commit);
      server.awaitDeath();

      server = ServerProcess.start(folder);

      var id = startTask(server.admin(), conversation, commit).path("task_id").asString();
      assertEndedOnce(server.admin(), conversation, commit, id);
    }
    assertFeedHasNoGaps(server.admin());
  }

  @Test
  void aTurnIsNeverRunTwiceAndTheConversationGoesOn() throws Exception {
    server = ServerProcess.start(folder);
    for (var commit : OF_A_TURN) {
      var conversation = conversation(server.admin());
      server.arm(commit);
      say(server.admin(), conversation, commit);
      server.awaitDeath();

      server = ServerProcess.start(folder);

      say(server.admin(), conversation, commit);
      assertOneTurn(server.admin(), conversation, commit);
    }
    assertFeedHasNoGaps(server.admin());
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
          "name", key, "plan", List.of("step", "step"), "conversation_id", conversation)).json();
    } catch (UncheckedIOException _) {
      return Api.JSON.createObjectNode(); // the server died before it answered
    }
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
        .hasSize(1).allMatch(artifact -> artifact.path("version").asInt() == 1);
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

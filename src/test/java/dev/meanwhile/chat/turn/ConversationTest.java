package dev.meanwhile.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api.Answer;
import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.FeedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@MeanwhileTest
class ConversationTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Autowired
  Api nobody;
  @Autowired
  Feed feed;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TurnRepair repair;
  private Api api;
  private String conversation;

  @BeforeEach
  void begin() {
    api = nobody.newUser();
    conversation = "/api/v1/conversations/" + api
        .post("/api/v1/conversations", Map.of("project_id", "apollo")).json()
        .path("conversation_id").asString();
  }

  private Answer say(String text) {
    return api.post(conversation + "/messages", Map.of("content", text));
  }

  private List<JsonNode> messages() {
    return api.get(conversation + "/messages").json().path("messages").valueStream().toList();
  }

  @Test
  void theScriptPassesWithTheEmbeddedModel() {
    new Script(new Client(api)).play();
  }

  @Test
  @Tag("MW-CHAT-006")
  void theEmbeddedModelDoesNotObeyADocument() {
    try (var injection = new Injection(nobody)) {
      injection.show();
      injection.client().say("Yes, do it");
      injection.checkUntouched();
    }
  }

  @Test
  @Tag("MW-CMD-001")
  void aCommandIsATurnWithoutAModel() {
    var turn = say("/testcases REQ-1: The pump shall stop within 2 seconds.");

    assertThat(turn.json().path("tasks").path(0).path("task_type").asString())
        .isEqualTo("generate_test_cases");
    assertThat(say("/cancel nonsense").json().path("message").path("content").asString())
        .contains("task ID");
    assertThat(say("/project gemini").json().path("message").path("content").asString())
        .contains("gemini");
    assertThat(api.get(conversation).json().path("project_id").asString()).isEqualTo("gemini");
  }

  @Test
  @Tag("MW-CMD-002")
  void commandsWorkWithoutAConversationToo() {
    var answer = api.post("/api/v1/bot/commands", Map.of("command", "/coverage apollo"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("tasks").path(0).path("project_id").asString())
        .isEqualTo("apollo");
    assertThat(api.post("/api/v1/bot/commands", Map.of("command", "/nonsense")).status())
        .isEqualTo(400);
  }

  @Test
  @Tag("MW-CHAT-002")
  void theSameClientIdIsTheSameTurn() {
    var body = Map.of("content", "hello", "client_id", "c-1");
    var first = api.post(conversation + "/messages", body);
    var again = api.post(conversation + "/messages", body);

    assertThat(again.json().path("turn_id")).isEqualTo(first.json().path("turn_id"));
    assertThat(messages()).hasSize(2);
  }

  @Test
  @Tag("MW-CHAT-003")
  void aStreamedTurnIsToldFromItsStartToItsEndHoweverQuickItIs() {
    var client = new Client(api);

    assertThat(client.say("/coverage").tasks()).hasSize(1);
    for (int i = 0; i < 30; i++) {
      assertThat(client.say("/help").content()).contains("/coverage");
    }
  }

  @Test
  @Tag("MW-CHAT-001")
  void theFeedTellsTurnsInOrder() {
    say("hello");

    assertThat(feed.read(new UserId(api.user()), 0, 100)).extracting(FeedEvent::type)
        .containsExactly("message.created", "turn.started", "message.created", "turn.completed");
  }

  @Test
  void badMessagesAreRefusedWithTheField() {
    assertThat(say(" ").json().path("errors").path(0).path("field").asString())
        .isEqualTo("content");
    assertThat(api.post(conversation + "/messages", Map.of("content", "x", "file_ids",
        List.of(UUID.randomUUID()))).json().path("errors").path(0).path("field").asString())
        .isEqualTo("file_ids[0]");
    assertThat(api.post(conversation + "/messages", Map.of("content", "x".repeat(2_000_000)))
        .status()).isEqualTo(413);
    assertThat(api.post(conversation + "/messages", Map.of("text", "x")).status()).isEqualTo(400);
  }

  @Test
  @Tag("MW-SEC-009")
  void anotherUsersConversationIsNotThere() {
    var other = nobody.newUser();

    assertThat(other.get(conversation).status()).isEqualTo(404);
    assertThat(other.get(conversation + "/messages").status()).isEqualTo(404);
    assertThat(other.post(conversation + "/messages", Map.of("content", "x")).status())
        .isEqualTo(404);
    assertThat(other.post(conversation + "/cancel-turn", "").status()).isEqualTo(404);
    assertThat(other.patch(conversation, Map.of("title", "x")).status()).isEqualTo(404);
    assertThat(other.delete(conversation).status()).isEqualTo(404);
    assertThat(other.post("/api/v1/bot/commands", Map.of("command", "/help", "conversation_id",
        conversation.replaceAll(".*/", ""))).status()).isEqualTo(404);
  }

  @Test
  @Tag("MW-CHAT-004")
  void aDeletedConversationGetsNoNoticeAndItsTaskStillEnds() {
    var task = api.post("/api/v1/tasks/probe", Map.of("project_id", "apollo", "name",
        UUID.randomUUID(), "plan", List.of("step"), "conversation_id",
        conversation.replaceAll(".*/", ""))).json().path("task_id").asString();
    api.delete(conversation);

    await().atMost(LIMIT).until(() -> api.get("/api/v1/tasks/" + task).json().path("status")
        .asString().equals("completed"));
    assertThat(api.get(conversation).status()).isEqualTo(404);
  }

  @Test
  @Tag("MW-CHAT-005")
  void aTurnWhoseNodeDiedEndsFailedAndTheNextOneRuns() {
    var conversationId = UUID.fromString(conversation.replaceAll(".*/", ""));
    var turnId = UUID.randomUUID();
    jdbc.sql("update conversation set next_seq = 3 where conversation_id = ?").param(conversationId)
        .update();
    jdbc.sql("""
      insert into message (message_id, conversation_id, seq, turn_id, role, content, created_at)
      values (gen_random_uuid(), ?, 1, ?, 'user', 'hello', now())
      """).param(conversationId).param(turnId).update();
    jdbc.sql("""
      insert into turn (turn_id, conversation_id, user_id, state, node, epoch, draft, user_seq,
        reply_seq, created_at)
      values (?, ?, ?, 'running', 'gone', 1, 'Half a', 1, 2, now())
      """).param(turnId).param(conversationId).param(api.user()).update();
    var started = api
        .post("/api/v1/tasks/probe", Map.of("project_id", "apollo", "name", "lost-turn",
            "plan", List.of("wait")))
        .json().path("task_id").asString(); // its end would be told too
    jdbc.sql("update task set turn_id = ? where task_id = ?::uuid").param(turnId).param(started)
        .update();

    repair.repair();

    await().atMost(LIMIT).until(() -> messages().size() == 2);
    assertThat(messages().getLast().path("content").asString()).startsWith("Half a")
        .contains("stopped before it was done", "It had started", started);
    api.post("/api/v1/tasks/" + started + "/cancel", Map.of());
    assertThat(say("hello").status()).isEqualTo(200);
  }
}

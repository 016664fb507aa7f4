package dev.meanwhile.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How many messages may wait while a turn runs, as clients see it.
@MeanwhileTest
class QueueLimitTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MOST = 20;

  @Autowired
  Api nobody;
  @Autowired
  JdbcClient jdbc;

  @Test
  @Tag("MW-CHAT-001")
  void theTwentyFirstMessageThatWouldWaitIsRefused() {
    var api = nobody.newUser();
    var conversation = UUID.fromString(
        api.post("/api/v1/conversations", Map.of()).json().path("conversation_id").asString());
    var messages = "/api/v1/conversations/" + conversation + "/messages";
    var busy = runATurn(conversation, api.user());
    var client = HttpClient.newHttpClient();
    try {
      for (int i = 0; i < MOST; i++) {
        var _ = client.sendAsync(api.request(messages).header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString("{\"content\": \"hello\", \"client_id\": \"c-" + i + "\"}"))
            .build(), BodyHandlers.discarding());
      }
      await().atMost(LIMIT).until(() -> queued(conversation) == MOST);

      var refused = api.post(messages, Map.of("content", "one too many"));

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.json().path("code").asString()).isEqualTo("quota_chat_queue");
      assertThat(refused.json().path("detail").asString()).contains("20 messages",
          "meanwhile.chat.queue");
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(refused.header("RateLimit")).startsWith("\"quota_chat_queue\";r=0;t=");
      assertThat(queued(conversation)).isEqualTo(MOST);
      assertThat(api.get(messages).json().path("messages")).hasSize(MOST);
    } finally {
      api.delete("/api/v1/conversations/" + conversation);
      client.shutdownNow();
      jdbc.sql("delete from node where name = ?").param(busy).update();
    }
  }

  /// As if another node were at work on a reply.
  private String runATurn(UUID conversation, String user) {
    var node = "busy-" + conversation;
    jdbc.sql("""
      insert into node (name, lease_until, started_at, version)
      values (?, now() + interval '1 hour', now(), 'test')
      """).param(node).update();
    jdbc.sql("""
      insert into turn (turn_id, conversation_id, user_id, state, node, epoch, user_seq, created_at)
      values (gen_random_uuid(), ?, ?, 'running', ?, 1, 0, now())
      """).param(conversation).param(user).param(node).update();
    return node;
  }

  private int queued(UUID conversation) {
    return jdbc.sql("select count(*) from turn where conversation_id = ? and state = 'queued'")
        .param(conversation).query(Integer.class).single();
  }
}

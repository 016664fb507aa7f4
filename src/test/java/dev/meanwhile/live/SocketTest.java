package dev.meanwhile.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.door.Tasks;
import jakarta.websocket.Session;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.apache.tomcat.websocket.Constants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

@MeanwhileTest
class SocketTest {
  private static final int TOO_BIG = 1009;
  private static final int POLICY = 1008;
  private static final int RESTARTED = 1012;
  private static final int FRAME_BYTES = 256 * 1024;

  @Autowired
  Api api;
  @Autowired
  Happenings happenings;
  @Autowired
  Tasks tasks;
  @Autowired
  LazyReader lazyReader;
  @Autowired
  Connections connections;
  @Autowired
  LiveSettings settings;
  @Autowired
  JsonMapper json;

  private Api guest;

  @BeforeEach
  void arrive() {
    guest = api.newUser();
  }

  private SocketClient open(String query) {
    return new SocketClient(guest, query);
  }

  @Test
  void aSocketGreetsAndTellsWhatComesNext() {
    try (var client = open("")) {
      assertThat(client.protocol()).isEqualTo("meanwhile.v1");
      assertThat(client.frame("hello").get("seq").asLong()).isZero();
      happenings.tell(guest, 1);
      assertThat(client.frame("turn.started").get("seq").asLong()).isEqualTo(1);
    }
  }

  @Test
  void aSocketResumesByFrameAndByAddress() {
    happenings.tell(guest, 5);
    try (var byFrame = open(""); var byAddress = open("?after=2")) {
      byFrame.frame("hello");
      byFrame.say("{\"type\":\"resume\",\"after\":2}");
      for (var client : List.of(byFrame, byAddress)) {
        await().atMost(EventClient.LIMIT).until(() -> seqs(client).size() >= 3);
        assertThat(seqs(client)).containsExactly(3L, 4L, 5L);
      }
    }
  }

  private static List<Long> seqs(SocketClient client) {
    return client.frames().stream()
        .filter(frame -> frame.get("type").asString().equals("turn.started"))
        .map(frame -> frame.get("seq").asLong()).toList();
  }

  @Test
  void aPingIsAnsweredWithTheNumberOfTheFeed() {
    happenings.tell(guest, 2);
    try (var client = open("")) {
      client.frame("hello");
      client.say("{\"type\":\"ping\",\"client_id\":\"p1\"}");
      assertThat(client.frame("pong").get("client_id").asString()).isEqualTo("p1");
      assertThat(client.frame("pong").get("seq").asLong()).isEqualTo(2);
    }
  }

  @Test
  @Tag("MW-FEED-008")
  void anEmptyFrameIsAMalformedOne() {
    try (var client = open("")) {
      client.frame("hello");
      client.say("");
      assertThat(client.frame("error").get("code").asString()).isEqualTo("bad_request");
    }
  }

  @Test
  void aTaskIsCancelledByFrame() {
    var task = happenings.probe(guest, "wait");
    try (var client = open("")) {
      client.frame("hello");
      client.say("{\"type\":\"cancel_task\",\"task_id\":\"%s\",\"client_id\":\"c1\"}"
          .formatted(task.taskId()));
      assertThat(client.frame("ack").get("client_id").asString()).isEqualTo("c1");
      assertThat(client.frame("task.cancelled").at("/task/task_id").asString())
          .isEqualTo(task.taskId().toString());
      assertThat(tasks.get(Happenings.idOf(guest), task.taskId()).status())
          .isEqualTo(TaskStatus.CANCELLED);
    }
  }

  @Test
  void aMessageByFrameIsTakenAndAnsweredOnTheFeed() {
    var conversation = conversation();
    try (var client = open("?conversation_id=" + conversation)) {
      client.frame("hello");
      client.say(
          "{\"type\":\"message\",\"conversation_id\":\"%s\",\"content\":\"/help\",\"client_id\":\"m1\"}"
              .formatted(conversation));
      assertThat(client.frame("ack").get("client_id").asString()).isEqualTo("m1");
      client.frame("turn.completed");
      assertThat(client.frames()).filteredOn(frame -> frame.has("message"))
          .extracting(frame -> frame.at("/message/role").asString())
          .containsExactly("user", "assistant");
    }
  }

  @Test
  void aForeignConversationCanNeitherBeReadNorWritten() {
    var foreign = conversation();
    guest = api.newUser();
    assertThatThrownBy(() -> open("?conversation_id=" + foreign).close())
        .hasCauseInstanceOf(java.net.http.WebSocketHandshakeException.class);
    try (var client = open("")) {
      client.say("{\"type\":\"message\",\"conversation_id\":\"%s\",\"content\":\"hi\"}"
          .formatted(foreign));
      assertThat(client.frame("error").get("code").asString()).isEqualTo("not_found");
    }
  }

  private String conversation() {
    return guest.post("/api/v1/conversations", java.util.Map.of()).json().path("conversation_id")
        .asString();
  }

  @Test
  void aForeignTaskIsNotFound() {
    var task = happenings.probe(guest, "wait");
    guest = api.newUser();
    try (var client = open("")) {
      client.say("{\"type\":\"cancel_task\",\"task_id\":\"%s\"}".formatted(task.taskId()));
      assertThat(client.frame("error").get("code").asString()).isEqualTo("not_found");
    }
  }

  @Test
  @Tag("MW-FEED-008")
  void whatIsNoFrameGetsAnErrorThatNamesTheMistake() {
    assertThat(errorFor("{not json")).contains("malformed JSON");
    assertThat(errorFor("[1]")).contains("JSON object");
    assertThat(errorFor("{\"type\":\"dance\"}")).contains("dance");
    assertThat(errorFor("{\"type\":\"ping\",\"loud\":true}")).contains("loud");
    assertThat(errorFor("{\"type\":\"resume\"}")).contains("after");
    assertThat(errorFor("{\"type\":\"resume\",\"after\":-3}")).contains("-3");
    assertThat(errorFor("{\"type\":\"cancel_task\",\"task_id\":\"x\"}")).contains("task_id");
    assertThat(errorFor("{\"type\":\"message\",\"conversation_id\":\"%s\"}"
        .formatted(UUID.randomUUID()))).contains("content");
  }

  private String errorFor(String frame) {
    try (var client = open("")) {
      client.say(frame);
      return client.frame("error").get("detail").asString();
    }
  }

  @Test
  @Tag("MW-FEED-007")
  void aLargeFrameIsReadAndATooLargeOneClosesTheSocket() {
    try (var client = open("")) {
      client
          .say("{\"type\":\"ping\",\"client_id\":\"%s\"}".formatted("a".repeat(FRAME_BYTES - 100)));
      client.frame("pong");
      client.say("{\"type\":\"ping\",\"client_id\":\"%s\"}".formatted("a".repeat(FRAME_BYTES)));
      assertThat(client.closeCode()).isEqualTo(TOO_BIG);
    }
  }

  @Test
  void aSocketThatIsNotReadIsCutOffAndMayResume() throws Exception {
    lazyReader.isCutOff(guest, """
      /api/v1/ws
      Connection: Upgrade
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      """);
    try (var client = open("?after=290")) {
      await().atMost(EventClient.LIMIT).until(() -> seqs(client).size() >= 10);
      assertThat(seqs(client).getFirst()).isEqualTo(291);
    }
  }

  /// Without ours, the server would wait twice as long for a reader who doesn't read.
  @Test
  void aSessionIsToldOurDeadlines() throws Exception {
    var headers = new WebSocketHttpHeaders();
    headers.setBearerAuth(guest.token());
    var address = URI.create("ws://localhost:%d/api/v1/ws".formatted(guest.server().getPort()));
    try (var session = new StandardWebSocketClient()
        .execute(new TextWebSocketHandler(), headers, address).get()) {
      new Socket(session, settings);

      assertThat(((NativeWebSocketSession) session).getNativeSession(Session.class))
          .extracting(Session::getUserProperties, MAP)
          .containsEntry(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY,
              settings.writeDeadline().toMillis())
          .containsEntry(Constants.READ_IDLE_TIMEOUT_MS,
              settings.heartbeat().multipliedBy(4).toMillis());
    }
  }

  @Test
  void aSocketOfARevokedTokenIsClosed() {
    try (var client = open("")) {
      client.frame("hello");
      Happenings.revokeTokenOf(guest);
      assertThat(client.closeCode()).isEqualTo(POLICY);
    }
  }

  @Test
  void aDrainingNodeClosesItsSockets() {
    try (var client = open("")) {
      client.frame("hello");
      connections.stop();
      assertThat(client.closeCode()).isEqualTo(RESTARTED);
    } finally {
      connections.start();
    }
  }

  @Test
  void nobodyUnknownShakesHands() {
    assertThatThrownBy(() -> new SocketClient(api.as("nobody", "mw_unknown"), "").close())
        .hasCauseInstanceOf(java.net.http.WebSocketHandshakeException.class);
    assertThatThrownBy(() -> open("?task_id=" + UUID.randomUUID()).close())
        .hasCauseInstanceOf(java.net.http.WebSocketHandshakeException.class);
  }
}

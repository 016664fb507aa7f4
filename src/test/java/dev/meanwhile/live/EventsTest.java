package dev.meanwhile.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.Whisper;
import dev.meanwhile.task.door.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@MeanwhileTest
class EventsTest {
  private static final Duration REVOKED = Duration.ofSeconds(5);
  private static final long BEYOND = 9_007_199_254_740_991L;

  @Autowired
  Api api;
  @Autowired
  Happenings happenings;
  @Autowired
  Tasks tasks;
  @Autowired
  Feed feed;
  @Autowired
  Connections connections;
  @Autowired
  LiveSettings settings;
  @Autowired
  LazyReader lazyReader;
  @Autowired
  JsonMapper json;
  @Autowired
  MeterRegistry meters;

  private Api guest;

  @BeforeEach
  void arrive() {
    guest = api.newUser();
  }

  private EventClient open(String query, String... headers) throws Exception {
    return new EventClient(guest, query, headers);
  }

  @Test
  void aFeedBeginsWithHelloAndTellsWhatComesNext() throws Exception {
    happenings.tell(guest, 2);
    try (var client = open("")) {
      assertThat(client.event("hello").get("seq").asLong()).isEqualTo(2);
      happenings.tell(guest, 1);
      assertThat(client.event("turn.started").get("seq").asLong()).isEqualTo(3);
      assertThat(client.header("X-Accel-Buffering")).isEqualTo("no");
      assertThat(client.lines()).contains("retry: 2000", "id: 3", "event: turn.started");
    }
  }

  @Test
  @Tag("MW-FEED-003")
  void aReaderThatComesBackMissesNothing() throws Exception {
    happenings.tell(guest, 450);
    try (var client = open("?after=1", "Last-Event-ID", "7")) {
      client.awaitEvents(443);
      assertThat(client.events()).extracting(event -> event.get("seq").asLong())
          .containsExactlyElementsOf(LongStream.rangeClosed(8, 450).boxed().toList());
    }
  }

  @Test
  @Tag("MW-FEED-004")
  void aNumberThatIsNotKeptIsAnsweredWithAResetThatHoldsTheTasks() throws Exception {
    var task = happenings.probe(guest, "step");
    await().atMost(EventClient.LIMIT)
        .until(() -> tasks.get(Happenings.idOf(guest), task.taskId()).status().isTerminal());
    try (var client = open("?after=" + BEYOND)) {
      var reset = client.event("reset");
      assertThat(reset.get("seq").asLong()).isEqualTo(feed.bounds(Happenings.idOf(guest)).newest());
      assertThat(reset.at("/tasks/0/task_id").asString()).isEqualTo(task.taskId().toString());
      assertThat(reset.at("/tasks/0/status").asString()).isEqualTo("completed");
      happenings.tell(guest, 1);
      assertThat(client.event("turn.started").get("seq").asLong())
          .isEqualTo(reset.get("seq").asLong() + 1);
    }
  }

  @Test
  void theWayOfATasksEndToAnOpenFeedIsMeasuredAndCatchingUpIsNot() throws Exception {
    var latency = meters.get("meanwhile.tasks.notice.latency").timer();
    long before = latency.count();
    try (var client = open("")) {
      client.event("hello");
      happenings.probe(guest, "step");
      client.event("task.completed");
      await().atMost(EventClient.LIMIT).until(() -> latency.count() == before + 1);
    }
    try (var late = open("?after=0")) {
      late.event("task.completed");
      happenings.tell(guest, 1);
      late.event("turn.started");
      assertThat(latency.count()).isEqualTo(before + 1);
    }
  }

  @Test
  void aTaskFilterLetsOnlyThatTaskThrough() throws Exception {
    happenings.probe(guest, "step");
    var wanted = happenings.probe(guest, "step");
    try (var client = open("?after=0&task_id=" + wanted.taskId())) {
      client.event("task.completed");
      assertThat(client.events()).filteredOn(event -> event.has("task")).allMatch(
          event -> event.at("/task/task_id").asString().equals(wanted.taskId().toString()));
    }
  }

  @Test
  void aForeignOrUnknownTaskIs404() throws Exception {
    var foreign = happenings.probe(guest, "step");
    guest = api.newUser();
    try (var client = open("?task_id=" + foreign.taskId());
        var unknown = open("?task_id=" + UUID.randomUUID())) {
      assertThat(client.status()).isEqualTo(404);
      assertThat(client.header("Content-Type")).startsWith("application/problem+json");
      assertThat(unknown.status()).isEqualTo(404);
    }
  }

  @Test
  void aNumberThatIsNoNumberIs400() throws Exception {
    try (var client = open("?after=x"); var negative = open("?after=-1")) {
      assertThat(client.status()).isEqualTo(400);
      assertThat(negative.status()).isEqualTo(400);
    }
  }

  @Test
  void whispersReachTheirReader() throws Exception {
    try (var client = open("")) {
      client.event("hello");
      feed.whisper(Happenings.idOf(guest), new Whisper(UUID.randomUUID(), json.createObjectNode()
          .put("type", "message.delta").put("offset", 0).put("text", "Hel")));
      assertThat(client.event("message.delta").get("text").asString()).isEqualTo("Hel");
      assertThat(client.event("message.delta").has("seq")).isFalse();
    }
  }

  @Test
  @Tag("MW-SEC-004")
  void aFeedOfARevokedTokenEndsWithinFiveSeconds() throws Exception {
    try (var client = open("")) {
      client.event("hello");
      Happenings.revokeTokenOf(guest);
      client.awaitEnd(REVOKED);
      assertThat(client.lines()).contains(": signed out");
    }
  }

  @Test
  @Tag("MW-FEED-005")
  void aSilentFeedHasAHeartbeatWithItsNumber() throws Exception {
    happenings.tell(guest, 1);
    try (var client = open("?after=1")) {
      await().atMost(Duration.ofSeconds(15)).until(() -> client.lines().contains(": still here"));
      assertThat(client.lines()).contains("id: 1");
    }
  }

  @Test
  void moreFeedsThanAUserMayHaveAreRefused() throws Exception {
    var clients = new ArrayList<EventClient>();
    for (int i = 0; i <= settings.perUser(); i++) {
      clients.add(open(""));
    }
    assertThat(clients.getLast().status()).isEqualTo(429);
    assertThat(clients.getLast().header("Retry-After")).isNotEmpty();
    clients.forEach(EventClient::close);
  }

  @Test
  @Tag("MW-FEED-006")
  void aReaderThatDoesNotReadIsDisconnectedAndMayResume() throws Exception {
    lazyReader.isCutOff(guest, "/api/v1/events");
    try (var client = open("?after=290")) {
      client.awaitEvents(10);
      assertThat(client.events().getFirst().get("seq").asLong()).isEqualTo(291);
    }
  }

  @Test
  void aDrainingNodeSendsReadersAwayWithTheirNumber() throws Exception {
    happenings.tell(guest, 3);
    try (var client = open("")) {
      client.event("hello");
      connections.stop();
      client.awaitEnd(EventClient.LIMIT);
      assertThat(client.lines()).endsWith(": shutting down: resume", "id: 3", "");
      try (var late = open("")) {
        assertThat(late.status()).isEqualTo(503);
      }
    } finally {
      connections.start();
    }
  }
}

package dev.meanwhile.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.PatientMeanwhileTest;
import dev.meanwhile.task.handler.Probe;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Tasks that a reply waits for, on a server that is set so.
@PatientMeanwhileTest
class ForegroundTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String TEXT = "REQ-1: The pump shall stop within 2 seconds.";
  private static final int SLOTS = 5;

  @Autowired
  Api nobody;
  private Client client;

  @BeforeEach
  void makeUser() {
    client = new Client(nobody.newUser());
  }

  @Test
  @Tag("MW-CHAT-008")
  void aTaskThatEndsInTimeIsAnsweredInTheReplyAndNotToldAgain() {
    var told = client.say("Generate pytest test cases for these requirements: " + TEXT);
    client.say("hello");

    var task = client.tasks().getFirst();
    assertThat(task.path("status").asString()).isEqualTo("completed");
    assertThat(told.content()).contains("ended already", "completed",
        task.path("task_id").asString(), "test_cases_req_1.json");
    assertThat(client.notices()).isEmpty();
  }

  @Test
  void aTypeThatIsNotWaitedForGoesOnInTheBackground() {
    client.say("Generate pytest test cases for these requirements: " + TEXT);
    var told = client.say("now the coverage");

    assertThat(told.content()).contains("in the background");
    client.awaitNotices(1);
    assertThat(client.notices())
        .containsExactly(client.tasks().getLast().path("task_id").asString());
  }

  @Test
  @Tag("MW-CHAT-008")
  void whatEndsDuringTheReplyAndIsNotAnsweredIsToldWithIt() {
    var gate = UUID.randomUUID().toString();
    for (int i = 0; i < SLOTS; i++) {
      client.probe(gate, "wait", "running");
    }
    var reply = CompletableFuture.supplyAsync(() -> client.say(
        "Make an RTM of these requirements, then pytest test cases: " + TEXT));
    await().atMost(LIMIT).until(() -> client.tasks().size() == SLOTS + 2);
    Probe.gate(gate).release(SLOTS);

    assertThat(reply.join().content()).contains("in the background", "ended already");
    client.awaitNotices(SLOTS + 1);
    assertThat(client.notices()).hasSize(SLOTS + 1)
        .contains(client.tasks().get(SLOTS).path("task_id").asString())
        .doesNotContain(client.tasks().get(SLOTS + 1).path("task_id").asString());
  }
}

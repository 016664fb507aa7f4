package dev.meanwhile.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.task.handler.Probe;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A chain that is asked for in a message at a time.
@MeanwhileTest
class FollowUpTest {
  private static final String REQUIREMENTS = """
    REQ-1: The pump shall stop within 2 seconds.
    REQ-2: If the tank is empty, then the pump shall refuse to start.""";

  private static final int SLOTS = 5;

  @Autowired
  Api nobody;
  private Client client;

  @BeforeEach
  void makeUser() {
    client = new Client(nobody.newUser());
  }

  @ParameterizedTest
  @Tag("MW-CHAT-007")
  @ValueSource(strings = {"and coverage after that", "now the coverage", "now run coverage"})
  void coverageFollowsTestCasesOfAPastedText(String followUp) {
    client.say("Generate pytest test cases for these requirements:\n\n" + REQUIREMENTS);
    client.say(followUp);

    checkCoverage();
  }

  @Test
  void coverageFollowsThemLaterToo() {
    client.say("Generate pytest test cases for these requirements:\n\n" + REQUIREMENTS);
    client.awaitNotices(1);
    client.say("now the coverage");

    checkCoverage();
  }

  @Test
  @Tag("MW-CMD-001")
  void commandsFollowEachOther() {
    var gate = takeAllSlots();
    client.say("/testcases " + REQUIREMENTS);
    var begins = client.say("/coverage");

    assertThat(begins.content()).contains("begins when", id(client.tasks().get(SLOTS)));
    Probe.gate(gate).release(SLOTS);
    client.awaitNotices(SLOTS + 2);
    checkCoverage();
  }

  @Test
  void commandsMakeTheWholeChain() {
    var gate = takeAllSlots();
    client.say("/rtm " + REQUIREMENTS);
    client.say("/testcases junit");
    client.say("/coverage");

    Probe.gate(gate).release(SLOTS);
    client.awaitNotices(SLOTS + 3);
    checkCoverage();
  }

  /// So that nothing begins before the next message.
  private String takeAllSlots() {
    var gate = UUID.randomUUID().toString();
    for (int i = 0; i < SLOTS; i++) {
      client.probe(gate, "wait", "running");
    }
    return gate;
  }

  private void checkCoverage() {
    client.awaitNotices(2);
    var tasks = client.tasks();
    assertThat(tasks).allSatisfy(task -> assertThat(task.path("status").asString())
        .as(task.toString()).isEqualTo("completed"));
    var result = tasks.getLast().path("result");
    assertThat(result.path("requirements").asInt()).isEqualTo(2);
    assertThat(result.path("covered").asInt()).isEqualTo(2);
    assertThat(result.path("orphans")).isEmpty();
  }

  private static String id(JsonNode task) {
    return task.path("task_id").asString();
  }
}

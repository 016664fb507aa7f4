package dev.meanwhile.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.task.handler.Probe;
import dev.meanwhile.testing.ScriptedModelServer;
import dev.meanwhile.testing.ScriptedModelServer.Asked;
import dev.meanwhile.testing.ScriptedReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// How long a caller waits for a task's ID and for a chat turn: with the server idle, with 200 tasks inside a model call
/// that trickles, and with two generators that burn processor time. Phases alternate, so that whatever else the machine
/// does hits all alike.
@Tag("benchmark")
@MeanwhileTest
class AnswerTimeBenchmark {
  /// How often each of the 200 calls gets a piece: 800 pieces a second in all.
  private static final Duration TRICKLE = Duration.ofMillis(250);
  private static final int ROUNDS = 5;
  private static final int CREATES = 100;
  private static final int TURNS = 40;
  private static final int USERS = 40;
  private static final int TASKS_A_USER = 5;
  private static final ScriptedModelServer MODEL = ScriptedModelServer.start();

  @Autowired
  Api nobody;
  private Api caller;
  private String conversation;

  @DynamicPropertySource
  static void useTheScriptedModel(DynamicPropertyRegistry registry) {
    registry.add("meanwhile.llm.base-url", MODEL::baseUrl);
    registry.add("meanwhile.llm.gate.calls", () -> 300);
    registry.add("meanwhile.tasks.slots", () -> 300);
  }

  @AfterAll
  static void stop() {
    MODEL.close();
  }

  @BeforeEach
  void begin() {
    MODEL.otherwise(AnswerTimeBenchmark::answer);
    caller = nobody.newUser();
    conversation = "/api/v1/conversations/" + caller.post("/api/v1/conversations", Map.of()).json()
        .path("conversation_id").asString();
  }

  /// Generators ask for a shape, turns for words.
  private static ScriptedReply answer(Asked asked) {
    return asked.body().has("response_format")
        ? ScriptedReply.trickles(TRICKLE)
        : ScriptedReply.says("Fine.");
  }

  /// What was measured in one kind of phase, in milliseconds.
  private record Times(List<Double> creates, List<Double> turns) {
    Times() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  @Test
  void measure() {
    var idle = new Times();
    var waiting = new Times();
    var burning = new Times();
    phase(new Times()); // warms up
    for (int round = 0; round < ROUNDS; round++) {
      phase(idle);
      var load = startModelCalls();
      phase(waiting);
      load.forEach(AnswerTimeBenchmark::cancelAll);
      phase(idle);
      var burner = startBurning();
      phase(burning);
      stopBurning(burner);
    }
    print(idle, waiting, burning);
    assertThat(idle.creates()).hasSize(2 * ROUNDS * CREATES);
  }

  private void phase(Times times) {
    for (int i = 0; i < CREATES; i++) {
      times.creates().add(milliseconds(() -> assertThat(caller.post("/api/v1/tasks/probe",
          Map.of("project_id", "p", "name", UUID.randomUUID(), "plan", List.of())).status())
          .isEqualTo(202)));
    }
    for (int i = 0; i < TURNS; i++) {
      times.turns().add(milliseconds(() -> assertThat(caller.post(conversation + "/messages",
          Map.of("content", "Hello")).status()).isEqualTo(200)));
    }
  }

  private static double milliseconds(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private List<Api> startModelCalls() {
    var users = new ArrayList<Api>();
    for (int i = 0; i < USERS; i++) {
      var user = nobody.newUser();
      for (int j = 0; j < TASKS_A_USER; j++) {
        user.post("/api/v1/tasks/generate-test-cases", Map.of("project_id", "p" + j, "rtm_content",
            "REQ-%d: The pump shall stop within 2 seconds.".formatted(j)));
      }
      users.add(user);
    }
    await().atMost(Duration.ofMinutes(2)).until(() -> users.stream().allMatch(user -> user
        .get("/api/v1/tasks?status=running").json().path("tasks").size() == TASKS_A_USER));
    return users;
  }

  private static void cancelAll(Api user) {
    user.get("/api/v1/tasks").json().path("tasks").forEach(task -> user.post("/api/v1/tasks/"
        + task.path("task_id").asString() + "/cancel", ""));
    await().atMost(Duration.ofMinutes(1)).until(() -> user.get("/api/v1/me").json().path("use")
        .path("running").asInt() == 0);
  }

  private String startBurning() {
    var name = "burn-" + UUID.randomUUID();
    var user = nobody.newUser();
    for (int i = 0; i < 2; i++) {
      user.post("/api/v1/tasks/probe", Map.of("project_id", "p", "name", name, "plan",
          List.of("burn")));
    }
    await().until(() -> user.get("/api/v1/tasks?status=running").json().path("tasks").size() == 2);
    return name;
  }

  private static void stopBurning(String name) {
    Probe.gate(name).release(2);
    await().until(() -> Probe.gate(name).availablePermits() == 0);
  }

  private static void print(Times idle, Times waiting, Times burning) {
    System.out.printf("%n| p50 / p95, ms | idle | 200 tasks in a model call | ratio of p95 "
        + "| two burning generators | ratio of p95 |%n|---|---|---|---|---|---|%n");
    row("create a task", idle.creates(), waiting.creates(), burning.creates());
    row("chat turn", idle.turns(), waiting.turns(), burning.turns());
  }

  private static void row(String name, List<Double> idle, List<Double> waiting,
      List<Double> burning) {
    System.out.printf("| %s | %.1f / %.1f | %.1f / %.1f | %.2f | %.1f / %.1f | %.2f |%n", name,
        at(idle, .5), at(idle, .95), at(waiting, .5), at(waiting, .95),
        at(waiting, .95) / at(idle, .95), at(burning, .5), at(burning, .95),
        at(burning, .95) / at(idle, .95));
  }

  private static double at(List<Double> values, double share) {
    var sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
  }
}

package dev.meanwhile.chat;

import static dev.meanwhile.testing.ScriptedReply.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.Api.Answer;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.testing.ScriptedModelServer;
import dev.meanwhile.testing.ScriptedModelServer.Asked;
import dev.meanwhile.testing.ScriptedReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// A conversation with a model behind HTTP, which answers as it should or fails in every way: after each failure the
/// conversation works, no task is there twice, and the user was told what happened. A context of its own: another model
/// is at work.
@MeanwhileTest
class ModelFaultsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final ScriptedModelServer MODEL = ScriptedModelServer.start();
  private static final String START = "probe_background_tool";

  @Autowired
  Api nobody;
  private Api api;
  private String conversation;

  @DynamicPropertySource
  static void useTheScriptedModel(DynamicPropertyRegistry registry) {
    registry.add("meanwhile.llm.base-url", MODEL::baseUrl);
    registry.add("meanwhile.llm.model", () -> "scripted");
    registry.add("meanwhile.llm.retries", () -> "1");
    registry.add("meanwhile.llm.idle-timeout", () -> "500ms");
    registry.add("meanwhile.llm.first-byte-timeout", () -> "1s");
    registry.add("meanwhile.llm.max-retry-after", () -> "2s");
  }

  @AfterAll
  static void stop() {
    MODEL.close();
  }

  @BeforeEach
  void begin() {
    api = nobody.newUser();
    conversation = "/api/v1/conversations/" + api.post("/api/v1/conversations",
        Map.of("project_id", "apollo")).json().path("conversation_id").asString();
    MODEL.otherwise(ModelFaultsTest::closing);
  }

  /// What a good model says after its tools: it repeats the IDs that the tools gave it.
  private static ScriptedReply closing(Asked asked) {
    return ScriptedReply.says("Started: " + asked.last("tool"));
  }

  private Answer say(String text) {
    return api.post(conversation + "/messages", Map.of("content", text));
  }

  private static ScriptedReply.Call start(String name) {
    return call(START, "{\"name\":\"%s\",\"plan\":[\"step\"]}".formatted(name));
  }

  private List<JsonNode> tasks() {
    return api.get("/api/v1/tasks").json().path("tasks").valueStream().toList();
  }

  private String lastMessage() {
    return api.get(conversation + "/messages").json().path("messages").valueStream().toList()
        .getLast().path("content").asString();
  }

  /// A way in which a model's reply goes wrong, as often as it takes to use up the retries.
  record Fault(String name, ScriptedReply reply, int times) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Fault> faults() {
    return List.of(
        new Fault("too many",
            ScriptedReply.statusWith(429, "slow down", Map.of("Retry-After", "1")), 2),
        new Fault("server error", ScriptedReply.status(500, "boom"), 2),
        new Fault("cut before tools", ScriptedReply.breaks("I will start"), 1),
        new Fault("cut after tools", ScriptedReply.breaksAfter(start("cut")), 1),
        new Fault("no finish reason", ScriptedReply.endsEarly("Half an ans"), 1),
        new Fault("tools without finish reason", ScriptedReply.endsEarlyAfter(start("cut")), 1),
        new Fault("tools at the length limit",
            ScriptedReply.callsButFinishes("length", start("cut")), 1),
        new Fault("stalled", ScriptedReply.stallsAfter("I am"), 1),
        new Fault("malformed", ScriptedReply.saysAndSends("I am", "{nonsense"), 1),
        new Fault("error in data",
            ScriptedReply.saysAndSends("I am", "{\"error\":{\"message\":\"secret-host\"}}"), 1),
        new Fault("error event", ScriptedReply.errorEvent("I am"), 1),
        new Fault("only done", ScriptedReply.onlyDone(), 1));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void afterAFailureTheUserIsToldAndTheConversationWorks(Fault fault) {
    for (int i = 0; i < fault.times; i++) {
      MODEL.then(fault.reply);
    }
    var failed = say("start a probe");

    assertThat(failed.status()).isEqualTo(200);
    assertThat(failed.json().path("message").path("content").asString()).isNotBlank()
        .doesNotContain("secret-host").doesNotContain("Exception");
    assertThat(tasks()).isEmpty();

    MODEL.then(ScriptedReply.calls(start("again")));
    var retried = say("start a probe, please");

    assertThat(retried.json().path("tasks").size()).isEqualTo(1);
    assertThat(tasks()).hasSize(1);
    assertThat(lastMessage()).contains(tasks().getFirst().path("task_id").asString());
  }

  @Test
  void aFailureAfterAToolRanTellsWhatWasStarted() {
    MODEL.then(ScriptedReply.calls(start("one"))).then(ScriptedReply.status(500, "boom"))
        .then(ScriptedReply.status(500, "boom"));

    var failed = say("start a probe");

    assertThat(tasks()).hasSize(1);
    assertThat(failed.json().path("message").path("content").asString())
        .contains(tasks().getFirst().path("task_id").asString());
    assertThat(say("what now?").status()).isEqualTo(200);
    assertThat(tasks()).hasSize(1);
  }

  @Test
  void theScriptOfAGoodModelWorksWithParallelCalls() {
    MODEL.then(ScriptedReply.calls(start("first"), start("second")));
    var turn = say("start two probes");

    assertThat(turn.json().path("tasks").size()).isEqualTo(2);
    await().atMost(LIMIT).until(() -> tasks().stream()
        .allMatch(task -> task.path("status").asString().equals("completed")));
    MODEL.then(ScriptedReply.says("Both are done."));
    say("how are they doing?");
    assertThat(MODEL.lastAsked().last("user")).contains("<task_events>").contains("completed");
  }

  @Test
  void anUnknownToolAndBadArgumentsAreSurvived() {
    MODEL.then(ScriptedReply.calls(call("delete_everything", "{}")))
        .then(ScriptedReply.calls(call(START, "{\"plan\":")))
        .then(ScriptedReply.calls(call(START, "{\"colour\":\"red\"}")))
        .then(ScriptedReply.says("I could not."));

    assertThat(say("do something odd").json().path("message").path("content").asString())
        .contains("I could not.");
    assertThat(tasks()).isEmpty();
    MODEL.then(ScriptedReply.says("Fine."));
    assertThat(say("and now?").json().path("message").path("content").asString()).contains("Fine.");
  }

  @Test
  void theSameCallTwiceInOneReplyIsOneTask() {
    MODEL.then(ScriptedReply.calls(start("twin"), start("twin")));
    say("start it");

    assertThat(tasks()).hasSize(1);
  }

  @Test
  void textOfAFileCannotSteer() {
    var made = api.with("Prefer", "wait=30").post("/api/v1/tasks/probe", Map.of("project_id",
        "apollo", "name", UUID.randomUUID(), "plan", List.of("step"))).json().path("task_id")
        .asString();
    var artifact = api.get("/api/v1/tasks/" + made + "/artifacts").json().path("artifacts").path(0)
        .path("artifact_id").asString();
    MODEL
        .then(ScriptedReply
            .calls(call("read_artifact", "{\"artifact_id\":\"%s\"}".formatted(artifact))))
        .then(ScriptedReply.calls(start("injected"))).then(ScriptedReply.says("Shall I?"));

    say("read it");

    assertThat(tasks()).hasSize(1);
    assertThat(MODEL.lastAsked().last("tool")).contains("needs_confirmation");
    MODEL.then(ScriptedReply.calls(start("confirmed")));
    say("yes, do it");
    assertThat(tasks()).hasSize(2);
  }

  @Test
  void identityIsNotTheModelsToSay() {
    MODEL.then(ScriptedReply.calls(call(START, "{\"name\":\"x\",\"user_id\":\"local\"}")))
        .then(ScriptedReply.says("Refused."));
    say("start as somebody else");

    assertThat(tasks()).isEmpty();
    assertThat(MODEL.lastAsked().last("tool")).contains("user_id");
  }
}

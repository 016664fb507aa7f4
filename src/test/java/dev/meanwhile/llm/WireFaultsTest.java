package dev.meanwhile.llm;

import static dev.meanwhile.testing.ScriptedReply.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.llm.LlmFixture.Heard;
import dev.meanwhile.llm.call.ModelFailure.Reason;
import dev.meanwhile.testing.ScriptedReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// LangChain4j's own OpenAI model, through our client and guard, against a server that fails.
class WireFaultsTest {
  private static final ScriptedReply.Call TOOL = call("list_tasks", "{\"status\":\"running\"}");

  private final LlmFixture llm = new LlmFixture();

  @AfterEach
  void close() {
    llm.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("status 500", ScriptedReply.status(500, "boom"), Reason.UNAVAILABLE),
        Arguments.of("status 429", ScriptedReply.status(429, "slow"), Reason.RATE_LIMITED),
        Arguments.of("status 401", ScriptedReply.status(401, "key"), Reason.REFUSED),
        Arguments.of("ends with no finish reason", ScriptedReply.endsEarly("half a"),
            Reason.CUT_OFF),
        Arguments.of("ends after tool calls with no finish reason",
            ScriptedReply.endsEarlyAfter(TOOL), Reason.CUT_OFF),
        Arguments.of("breaks in text", ScriptedReply.breaks("half a"), Reason.CUT_OFF),
        Arguments.of("breaks after tool calls", ScriptedReply.breaksAfter(TOOL), Reason.CUT_OFF),
        Arguments.of("finish reason length in a tool call",
            ScriptedReply.callsButFinishes("length", TOOL),
            Reason.CUT_OFF),
        Arguments.of("content filter in a tool call",
            ScriptedReply.callsButFinishes("content_filter", TOOL),
            Reason.CUT_OFF),
        Arguments.of("malformed chunk", ScriptedReply.saysAndSends("half", "{\"choices\":[{"),
            Reason.UNUSABLE),
        Arguments.of("error object in data",
            ScriptedReply.saysAndSends("half", "{\"error\":{\"message\":\"no\"}}"),
            Reason.UNAVAILABLE),
        Arguments.of("SSE error event", ScriptedReply.errorEvent("half"), Reason.UNAVAILABLE),
        Arguments.of("JSON body instead of a stream", ScriptedReply.plainBody("hello"),
            Reason.UNUSABLE),
        Arguments.of("only [DONE]", ScriptedReply.onlyDone(), Reason.CUT_OFF));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aBrokenReplyEndsOnceWithAnErrorAndCallsNoTool(String name, ScriptedReply reply,
      Reason reason) {
    try (var once = new LlmFixture("retries=0")) {
      endsOnce(once, reply, reason);
    }
  }

  static Stream<ScriptedReply> silences() {
    return Stream.of(ScriptedReply.stallsAfter("half"), ScriptedReply.neverAnswers());
  }

  @ParameterizedTest
  @MethodSource("silences")
  void aSilentServerIsGivenUp(ScriptedReply reply) {
    try (var impatient = new LlmFixture("retries=0", "idle-timeout=1s", "first-byte-timeout=1s")) {
      endsOnce(impatient, reply, Reason.TIMED_OUT);
    }
  }

  private static void endsOnce(LlmFixture llm, ScriptedReply reply, Reason reason) {
    llm.server.then(reply);

    var heard = llm.ask("hi");

    assertThat(heard.ends()).isOne();
    assertThat(heard.failure().reason()).isEqualTo(reason);
    assertThat(heard.toolCalls).isEmpty();
    assertThat(llm.registry.get("meanwhile.llm.gate.inside").tag("lane", "turn").gauge().value())
        .as("its place is free again").isZero();
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() {
    try (var nobody = new LlmFixture("base-url=http://127.0.0.1:1/v1", "retries=0")) {
      assertThat(nobody.ask("hi").failure().reason()).isEqualTo(Reason.UNAVAILABLE);
    }
  }

  static Stream<Arguments> wrongSettings() {
    return Stream.of(
        Arguments.of(ScriptedReply.status(401, "no such key: sk-123"), "meanwhile.llm.api-key"),
        Arguments.of(ScriptedReply.status(404, "<html>nginx</html>"), "meanwhile.llm.base-url"),
        Arguments.of(ScriptedReply.status(404, "no model gpt-9"), "meanwhile.llm.model"),
        Arguments.of(ScriptedReply.status(301, "moved"), "meanwhile.llm.base-url"),
        Arguments.of(ScriptedReply.plainBody("Welcome to nginx"), "meanwhile.llm.base-url"));
  }

  @ParameterizedTest
  @MethodSource("wrongSettings")
  void aWrongSettingIsNamedAndNothingOfWhatTheServerWrote(ScriptedReply reply, String setting) {
    llm.server.then(reply);

    assertThat(llm.ask("hi").failure()).message().contains(setting).doesNotContain("nginx",
        "sk-123", "gpt-9", "127.0.0.1");
  }

  /// The total time would end it too, but a caller needn't wait so long.
  @Test
  void aReplyThatFallsSilentIsGivenUpForThat() {
    try (var impatient = new LlmFixture("idle-timeout=1s")) {
      impatient.server.then(ScriptedReply.stallsAfter("half"));

      assertThat(impatient.ask("hi").failure()).hasMessageContaining("fell silent");
    }
  }

  /// Nothing else ends a trickle, so the test has a limit of its own.
  @Test
  @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
  void aTrickleEndsAtTheTotalTime() {
    try (var brief = new LlmFixture("total-timeout=2s")) {
      brief.server.then(ScriptedReply.trickles());

      assertThat(brief.ask("hi").failure()).as("not since nothing came in time")
          .hasMessageContaining("the whole reply");
    }
  }

  @Test
  void aReplyOverTheByteLimitIsRefused() {
    try (var small = new LlmFixture("max-reply=2KB")) {
      small.server.then(ScriptedReply.says("many words ".repeat(500)));

      assertThat(small.ask("hi").failure().reason()).isEqualTo(Reason.UNUSABLE);
    }
  }

  @Test
  void retryAfterIsHonouredBeforeTheFirstByte() {
    llm.server.then(ScriptedReply.statusWith(429, "slow", Map.of("Retry-After", "1")))
        .then(ScriptedReply.says("now"));
    long began = System.nanoTime();

    var heard = llm.ask("hi");

    assertThat(heard.text).hasToString("now");
    assertThat(heard.ends()).isOne();
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aWaitAsLongAsTheCallMayTakeIsLeftToTheCaller() {
    try (var brief = new LlmFixture("total-timeout=1m", "max-retry-after=2m")) {
      brief.server.then(ScriptedReply.statusWith(429, "slow", Map.of("Retry-After", "60")));

      assertThat(brief.ask("hi").failure().retryAfter()).isEqualTo(Duration.ofMinutes(1));
      assertThat(brief.server.asked()).hasSize(1);
    }
  }

  @Test
  void aWaitLongerThanAllowedIsLeftToTheCaller() {
    llm.server.then(ScriptedReply.statusWith(429, "slow", Map.of("Retry-After", "5")));

    var heard = llm.ask("hi");

    assertThat(heard.failure().retryAfter()).as("over max-retry-after, within total-timeout")
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(heard.failure().isTransient()).isTrue();
    assertThat(llm.server.asked()).hasSize(1);
  }

  @Test
  void aTransientFailureIsTriedAgainAndAThirdTimeNotAfterTheFirstByte() {
    llm.server.then(ScriptedReply.status(503, "busy")).then(ScriptedReply.breaks("half"));

    var heard = llm.ask("hi");

    assertThat(heard.failure().reason()).isEqualTo(Reason.CUT_OFF);
    assertThat(llm.server.asked()).hasSize(2);
  }

  @Test
  void theServersWordsReachNoUser() {
    llm.server.then(ScriptedReply.status(400, "bad key secret-key of org-123"));

    assertThat(llm.ask("hi").failure()).hasMessageNotContainingAny("secret-key", "org-123");
  }

  @Test
  void aServerThatOmitsTheFinishReasonCanBeAllowed() {
    try (var lenient = new LlmFixture("require-finish-reason=false")) {
      lenient.server.then(ScriptedReply.endsEarly("all I say"));

      assertThat(lenient.ask("hi").text).hasToString("all I say");
    }
  }

  @Test
  void anOrphanToolResultIsRefusedByTheScriptedServer() {
    var orphan = dev.langchain4j.data.message.ToolExecutionResultMessage.from("call_1",
        "list_tasks", "{}");
    var heard = new Heard();

    llm.models.forTurn(LlmFixture.ANN, heard.cancellation)
        .chat(List.of(dev.langchain4j.data.message.UserMessage.from("hi"), orphan), heard);

    assertThat(heard.failure().reason()).isEqualTo(Reason.REFUSED);
  }
}

package dev.meanwhile.agent;

import static dev.meanwhile.testing.ScriptedReply.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.agent.TurnOutcome.Ending;
import dev.meanwhile.testing.ScriptedReply;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A model that calls what it shouldn't or breaks off fails at most its own turn.
@MeanwhileTest
class AgentFaultsTest extends AgentTurns {
  static Stream<Arguments> badCalls() {
    return Stream.of(Arguments.of("unknown tool", call("rm_rf", "{}"), "unknown_tool"),
        Arguments.of("arguments cut off", call("get_task", "{\"task_id\":"), "bad_arguments"),
        Arguments.of("arguments as a list", call("get_task", "[1]"), "bad_arguments"),
        Arguments.of("wrong ID", call("get_task", "{\"task_id\":\"x\"}"), "bad_field"),
        Arguments.of("foreign task",
            call("get_task", "{\"task_id\":\"%s\"}".formatted(UUID.randomUUID())), "not_found"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badCalls")
  void aBadCallIsAnsweredAndTheTurnGoesOn(String name, ScriptedReply.Call bad, String code) {
    llm.server.then(ScriptedReply.calls(bad)).then(ScriptedReply.says("I see."))
        .then(ScriptedReply.says("Yes?"));

    assertThat(say("do it").ending()).as(name).isEqualTo(Ending.COMPLETED);
    assertThat(llm.server.lastAsked().last("tool")).contains(code).doesNotContain("Exception",
        "jackson");
    assertThat(say("next").reply()).isEqualTo("Yes?");
  }

  @Test
  void aToolThatFailsIsToldWithoutTheWordsOfItsFault() {
    user = new UserId("u" + UUID.randomUUID()); // the store takes no task of somebody it doesn't know
    llm.server.then(ScriptedReply.calls(START)).then(ScriptedReply.says("I see."));

    assertThat(say("do it").ending()).isEqualTo(Ending.COMPLETED);
    assertThat(llm.server.lastAsked().last("tool")).contains("internal", "the tool failed")
        .doesNotContainIgnoringCase("exception").doesNotContain("constraint", "insert");
  }

  static Stream<Arguments> faults() {
    return Stream.of(Arguments.of("status 500", ScriptedReply.status(500, "x")),
        Arguments.of("breaks in text", ScriptedReply.breaks("half a")),
        Arguments.of("breaks after a whole tool call", ScriptedReply.breaksAfter(START)),
        Arguments.of("ends after a tool call with no finish reason",
            ScriptedReply.endsEarlyAfter(START)),
        Arguments.of("length inside a tool call", ScriptedReply.callsButFinishes("length", START)),
        Arguments.of("malformed chunk", ScriptedReply.saysAndSends("half", "{\"x")),
        Arguments.of("SSE error event", ScriptedReply.errorEvent("half")),
        Arguments.of("error object",
            ScriptedReply.saysAndSends("half", "{\"error\":{\"message\":\"x\"}}")),
        Arguments.of("JSON body", ScriptedReply.plainBody("x")),
        Arguments.of("only [DONE]", ScriptedReply.onlyDone()),
        Arguments.of("stalls", ScriptedReply.stallsAfter("half")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aBrokenReplyFailsTheTurnRunsNoToolAndTheNextTurnWorks(String name, ScriptedReply fault) {
    llm.server.then(fault).then(ScriptedReply.says("Here I am."));

    var broken = say("run a probe");

    assertThat(broken.ending()).as(name).isEqualTo(Ending.FAILED);
    assertThat(broken.failure()).isNotBlank();
    assertThat(broken.reply()).contains(String.valueOf(broken.failure()));
    assertThat(tasksStarted()).isZero();
    assertThat(llm.server.asked()).hasSize(1);
    assertThat(say("again").reply()).isEqualTo("Here I am.");
  }

  @Test
  void aFailureAfterAStartNamesTheTaskAndKeepsTheMemoryValid() {
    llm.server.then(ScriptedReply.calls(START)).then(ScriptedReply.breaks("Star"))
        .then(ScriptedReply.says("Fine."));

    var outcome = say("run a probe");

    assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
    assertThat(outcome.startedTasks()).hasSize(1);
    assertThat(outcome.reply()).contains(outcome.startedTasks().getFirst().toString(), "cut off");
    assertThat(say("and now?").reply()).isEqualTo("Fine.");
  }

  @Test
  void aReplyAtTheModelsLimitSaysSo() {
    llm.server.then(ScriptedReply.saysButFinishes("length", "a long sto"));

    assertThat(say("tell").reply()).startsWith("a long sto").contains("cut here");
  }
}

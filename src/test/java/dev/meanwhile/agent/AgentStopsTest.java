package dev.meanwhile.agent;

import static dev.meanwhile.testing.ScriptedReply.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.agent.TurnOutcome.Ending;
import dev.meanwhile.testing.ScriptedReply;
import java.time.Duration;
import java.util.Map;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What ends a turn early: its limits, and the user.
@MeanwhileTest
class AgentStopsTest extends AgentTurns {
  @Test
  @Tag("MW-AGENT-002")
  void endlessToolCallsEndTheTurn() {
    llm.server.otherwise(_ -> ScriptedReply.calls(call("list_tasks", "{}")));

    var outcome = run(
        agent(new AgentSettings(3, 50, Duration.ofMinutes(1), 24_000, Duration.ZERO, Map.of())),
        request("loop", new TurnCancel()));

    assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
    assertThat(llm.server.asked()).hasSize(4);
    llm.server.otherwise(_ -> ScriptedReply.says("Better."));
    assertThat(say("again").reply()).isEqualTo("Better.");
  }

  @Test
  void tooManyCallsInOneTurnAreRefused() {
    var many = IntStream.range(0, 6)
        .mapToObj(i -> new ScriptedReply.Call("c" + i, "list_tasks", "{}"))
        .toArray(ScriptedReply.Call[]::new);
    llm.server.then(ScriptedReply.calls(many)).then(ScriptedReply.says("Enough."));

    run(agent(new AgentSettings(8, 4, Duration.ofMinutes(1), 24_000, Duration.ZERO, Map.of())),
        request("loop", new TurnCancel()));

    assertThat(llm.server.lastAsked().messages().toString()).contains("too_many_calls");
    assertThat(heard.tools).hasSize(4);
  }

  @Test
  @Tag("MW-AGENT-003")
  void cancellingBeforeTheFirstTokenEndsTheTurnAtOnce() throws Exception {
    llm.server.then(ScriptedReply.neverAnswers()).then(ScriptedReply.says("Here."));
    var cancel = new TurnCancel();
    var outcomes = new ArrayList<TurnOutcome>();
    var turn = Thread.ofVirtual()
        .start(() -> outcomes.add(run(agent(settings()), request("hi", cancel))));
    assertThat(llm.server.awaitAsked(SOON)).isTrue();

    cancel.cancel();

    assertThat(turn.join(SOON)).isTrue();
    assertThat(llm.server.awaitHangUp(SOON)).isTrue();
    assertThat(outcomes.getFirst().ending()).isEqualTo(Ending.CANCELLED);
    assertThat(say("again").reply()).isEqualTo("Here.");
  }

  @Test
  void aTurnCancelledBeforeItBeganAsksNobody() {
    var cancel = new TurnCancel();
    cancel.cancel();

    assertThat(run(agent(settings()), request("hi", cancel)).ending()).isEqualTo(Ending.CANCELLED);
    assertThat(llm.server.asked()).isEmpty();
  }

  @Test
  void cancellingInTheTextKeepsWhatWasShown() {
    llm.server.then(ScriptedReply.stallsAfter("half of it")).then(ScriptedReply.says("Here."));
    var cancel = new TurnCancel();
    heard.onDelta = cancel::cancel;

    var outcome = agent(settings()).run(request("hi", cancel), heard);
    exchanges.add(outcome.exchange());

    assertThat(outcome.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(outcome.reply()).isEqualTo("half \n\nStopped.");
    assertThat(say("again").reply()).isEqualTo("Here.");
  }

  @Test
  void cancellingInAToolLetsItFinishAndRunsNoOther() {
    llm.server.then(ScriptedReply.calls(START, call("list_tasks", "{}")))
        .then(ScriptedReply.says("never"));
    var cancel = new TurnCancel();
    heard.onTool = cancel::cancel;

    var outcome = agent(settings()).run(request("run", cancel), heard);

    assertThat(outcome.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(outcome.startedTasks()).hasSize(1);
    assertThat(heard.tools).hasSize(1);
    assertThat(outcome.reply()).contains(outcome.startedTasks().getFirst().toString(), "Stopped.");
    assertThat(llm.server.asked()).hasSize(1);
  }

  @Test
  void aTurnHasADeadline() {
    llm.server.then(ScriptedReply.trickles());

    var outcome = run(
        agent(new AgentSettings(8, 50, Duration.ofMillis(200), 24_000, Duration.ZERO, Map.of())),
        request("hi", new TurnCancel()));

    assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
    assertThat(outcome.failure()).as("the limit of the turn, not that of one call")
        .isEqualTo("This reply took too long and was stopped. Please try again.");
  }
}

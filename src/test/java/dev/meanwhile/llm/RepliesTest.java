package dev.meanwhile.llm;

import static dev.meanwhile.testing.ScriptedReply.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.llm.call.ModelFailure;
import dev.meanwhile.testing.ScriptedReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What callers get of a model's whole replies, through LangChain4j's own OpenAI model, our client and guard.
class RepliesTest {
  private static final ScriptedReply.Call TOOL = call("list_tasks", "{\"status\":\"running\"}");

  private final LlmFixture llm = new LlmFixture();

  @AfterEach
  void close() {
    llm.close();
  }

  @Test
  void aWholeReplyStreamsAndEndsOnce() {
    llm.server.then(ScriptedReply.says("Hello to you there"));

    var heard = llm.ask("hi");

    assertThat(heard.text).hasToString("Hello to you there");
    assertThat(heard.ends()).isOne();
    assertThat(heard.responses.getFirst().tokenUsage().totalTokenCount()).isEqualTo(15);
    assertThat(llm.server.lastAsked().authorization()).isEqualTo("Bearer secret-key");
  }

  /// Some servers lose the body of a request that offers HTTP/2, and a shared pool would let one slow reader hold up all.
  @Test
  void aCallOffersNoUpgradeAndIsReadOnTheThreadThatMakesIt() {
    llm.server.then(ScriptedReply.says("Hello to you there"));
    var readers = new java.util.HashSet<Thread>();
    var heard = new LlmFixture.Heard();
    heard.onText = () -> readers.add(Thread.currentThread());

    llm.models.forTurn(LlmFixture.ANN, heard.cancellation).chat("hi", heard);

    assertThat(llm.server.lastAsked().upgrade()).isNull();
    assertThat(readers).containsExactly(Thread.currentThread());
  }

  @Test
  void parallelToolCallsArriveWithTheWholeReply() {
    llm.server.then(ScriptedReply.saysAndCalls("One moment. ", TOOL, call("list_artifacts", "{}")));

    var heard = llm.ask("what do I have?");

    assertThat(heard.ends()).isOne();
    assertThat(heard.toolCalls).hasSize(2);
    assertThat(heard.responses.getFirst().aiMessage().toolExecutionRequests()).extracting("name")
        .containsExactly("list_tasks", "list_artifacts");
  }

  @Test
  void aTaskGetsTheWholeReplyAndFailuresAsExceptions() {
    llm.server.then(ScriptedReply.says("All of it")).then(ScriptedReply.status(401, "key"));
    var model = llm.models.forTask(LlmFixture.ANN);

    assertThat(model.chat("hi")).isEqualTo("All of it");
    assertThatThrownBy(() -> model.chat("hi")).isInstanceOfSatisfying(ModelFailure.class,
        failure -> assertThat(failure.isTransient()).isFalse());
  }

  @Test
  void toolCallsWithOneIdOrNoneGetIdsOfTheirOwn() {
    llm.server.then(ScriptedReply.calls(new ScriptedReply.Call("x", "list_tasks", "{}"),
        new ScriptedReply.Call("x", "list_tasks", "{}"),
        new ScriptedReply.Call("", "list_tasks", "{}")));

    var heard = llm.ask("hi");

    assertThat(heard.responses.getFirst().aiMessage().toolExecutionRequests()).extracting("id")
        .doesNotContain("").doesNotHaveDuplicates().hasSize(3).contains("x");
  }

  @Test
  void aLocalServerNeedsNoKey() {
    try (var local = new LlmFixture("api-key=")) {
      local.server.then(ScriptedReply.says("Hello"));

      assertThat(local.ask("hi").text).hasToString("Hello");
      assertThat(local.server.lastAsked().authorization()).isNull();
    }
  }

  @Test
  void callsAreMeasured() {
    llm.server.then(ScriptedReply.says("Hello"));
    llm.ask("hi");

    assertThat(llm.registry.get("gen_ai.client.operation.duration").tag("error.type", "none")
        .timer().count()).isOne();
    assertThat(llm.registry.get("gen_ai.client.token.usage").tag("gen_ai.token.type", "input")
        .summary().totalAmount())
        .isEqualTo(10);
  }
}

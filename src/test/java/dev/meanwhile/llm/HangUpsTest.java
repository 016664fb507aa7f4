package dev.meanwhile.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.meanwhile.llm.LlmFixture.Heard;
import dev.meanwhile.llm.call.ModelFailure.Reason;
import dev.meanwhile.llm.call.ModelFailure;
import dev.meanwhile.testing.ScriptedReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever stops waiting for a model hangs up, so that nothing more is paid for.
class HangUpsTest {
  /// Less than the client waits for a silent server by itself.
  private static final Duration SOON = Duration.ofSeconds(30);

  private final LlmFixture llm = new LlmFixture();

  @AfterEach
  void close() {
    llm.close();
  }

  @Test
  void cancellingBeforeTheFirstByteClosesTheConnection() throws Exception {
    llm.server.then(ScriptedReply.neverAnswers());
    var heard = new Heard();
    var asking = Thread.ofVirtual()
        .start(() -> llm.models.forTurn(LlmFixture.ANN, heard.cancellation).chat("hi", heard));
    assertThat(llm.server.awaitAsked(SOON)).isTrue();
    assertThat(inside("turn")).as("its own lane").isOne();
    assertThat(inside("task")).isZero();

    heard.cancellation.cancel();

    assertThat(llm.server.awaitHangUp(SOON)).isTrue();
    assertThat(asking.join(SOON)).isTrue();
    assertThat(heard.ends()).isOne();
    assertThat(heard.failure().reason()).isEqualTo(Reason.CANCELLED);
  }

  private double inside(String lane) {
    return llm.registry.get("meanwhile.llm.gate.inside").tag("lane", lane).gauge().value();
  }

  @Test
  @Tag("MW-LLM-002")
  void cancellingInTheStreamClosesTheConnection() throws Exception {
    llm.server.then(ScriptedReply.stallsAfter("half a word"));
    var heard = new Heard();
    heard.onText = heard.cancellation::cancel;

    llm.models.forTurn(LlmFixture.ANN, heard.cancellation).chat("hi", heard);

    assertThat(llm.server.awaitHangUp(SOON)).isTrue();
    assertThat(heard.text).hasToString("half ");
    assertThat(heard.ends()).isOne();
    assertThat(heard.failure().reason()).isEqualTo(Reason.CANCELLED);
  }

  @Test
  @Tag("MW-LLM-002")
  void interruptingATaskClosesTheConnectionAndKeepsTheInterrupt() throws Exception {
    llm.server.then(ScriptedReply.stallsAfter("half"));
    var ended = new CountDownLatch(1);
    var seen = new java.util.concurrent.atomic.AtomicBoolean();
    var task = Thread.ofVirtual().start(() -> {
      assertThatThrownBy(() -> llm.models.forTask(LlmFixture.ANN).chat("hi"))
          .isInstanceOf(ModelFailure.class);
      seen.set(Thread.currentThread().isInterrupted());
      ended.countDown();
    });
    assertThat(llm.server.awaitAsked(SOON)).isTrue();
    assertThat(inside("task")).as("its own lane").isOne();
    assertThat(inside("turn")).isZero();

    task.interrupt();

    assertThat(llm.server.awaitHangUp(SOON)).isTrue();
    assertThat(ended.await(SOON.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    assertThat(seen).isTrue();
  }

  /// The interrupt meets the answer's first bytes at another point each time.
  @Test
  void anInterruptAsTheAnswerBeginsClosesTheConnectionToo() throws Exception {
    for (int i = 0; i < 150; i++) {
      llm.server.then(ScriptedReply.stallsAfter("half"));
      var task = Thread.ofPlatform().start(() -> assertThatThrownBy(
          () -> llm.models.forTask(LlmFixture.ANN).chat("hi")).isInstanceOf(ModelFailure.class));
      assertThat(llm.server.awaitAsked(SOON)).isTrue();
      for (long end = System.nanoTime() + i * 20_000L; System.nanoTime() < end;) {
        Thread.onSpinWait();
      }

      task.interrupt();

      assertThat(llm.server.awaitHangUp(SOON)).as("call %d", i).isTrue();
      task.join();
    }
  }

  /// The client hangs up by itself, also for a caller who stops nothing when a call fails.
  @Test
  void anInterruptBeforeTheFirstByteIsEnoughForTheClientToHangUp() throws Exception {
    llm.server.then(ScriptedReply.neverAnswers());
    var failure = new CompletableFuture<Throwable>();
    var caller = Thread.ofVirtual()
        .start(() -> failure.complete(catchThrowable(() -> llm.client.execute(plain(llm)))));
    assertThat(llm.server.awaitAsked(SOON)).isTrue();

    caller.interrupt();

    assertThat(llm.server.awaitHangUp(SOON)).isTrue();
    assertThat(failure).succeedsWithin(SOON).isInstanceOfSatisfying(ModelFailure.class,
        it -> assertThat(it.reason()).isEqualTo(Reason.CANCELLED));
  }

  @Test
  void aDeadlineBeforeTheFirstByteIsEnoughForTheClientToHangUp() throws Exception {
    try (var brief = new LlmFixture("total-timeout=1s")) {
      brief.server.then(ScriptedReply.neverAnswers());

      assertThatThrownBy(() -> brief.client.execute(plain(brief)))
          .isInstanceOfSatisfying(ModelFailure.class,
              it -> assertThat(it.reason()).isEqualTo(Reason.TIMED_OUT));

      assertThat(brief.server.awaitHangUp(SOON)).isTrue();
    }
  }

  private static HttpRequest plain(LlmFixture llm) {
    return HttpRequest.builder().method(HttpMethod.POST)
        .url(llm.server.baseUrl() + "/chat/completions")
        .body("{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}").build();
  }
}

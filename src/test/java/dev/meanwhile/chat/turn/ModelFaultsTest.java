package dev.meanwhile.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.testing.Fault;
import dev.meanwhile.testing.FaultyModel;
import dev.meanwhile.testing.Player;
import dev.meanwhile.testing.ScriptedModelServer;
import dev.meanwhile.testing.ScriptedReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Conversations with a model behind HTTP, which answers as it should or fails in every way: after each failure the
/// conversation works, no task is there twice, and the user was told what happened. A context of its own: another model
/// is at work.
@MeanwhileTest
class ModelFaultsTest {
  private static final ScriptedModelServer SERVER = ScriptedModelServer.start();

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Api nobody;
  @Autowired
  TurnRows turns;

  @DynamicPropertySource
  static void useTheScriptedModel(DynamicPropertyRegistry registry) {
    registry.add("meanwhile.llm.base-url", SERVER::baseUrl);
    registry.add("meanwhile.llm.model", () -> "scripted");
    registry.add("meanwhile.llm.retries", () -> "1");
    registry.add("meanwhile.llm.idle-timeout", () -> "500ms");
    registry.add("meanwhile.llm.first-byte-timeout", () -> "1s");
    registry.add("meanwhile.llm.max-retry-after", () -> "2s");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void theScriptPassesWithParallelCalls() {
    SERVER.otherwise(asked -> Player.answer(asked).reply());
    var client = new Client(nobody.newUser());

    new Script(client).play();

    var seen = SERVER.lastAsked().messages();
    assertThat(seen).anyMatch(message -> message.path("tool_calls").size() == 2);
    assertThat(client.notices()).allSatisfy(task -> assertThat(seen).filteredOn(message -> message
        .path("content").asString("").contains("<task id=\"" + task)).hasSize(1));
  }

  static List<Fault> faults() {
    return Fault.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void theScriptPassesWithAFailingModel(Fault fault) {
    var model = new FaultyModel(Player::answer);
    SERVER.otherwise(model);

    new Script(new Client(nobody.newUser()), fault, model::strike).play();

    assertThat(model.struck()).isEqualTo(Script.STRUCK.size() * fault.times());
  }

  @Test
  void aModelThatObeysADocumentMustAskTheUserWhoStaysWhoTheyAre() {
    SERVER.otherwise(asked -> Player.answerGullibly(asked).reply());
    try (var injection = new Injection(nobody)) {
      assertThat(injection.show().content()).contains("Shall I do that?");
      assertThat(SERVER.lastAsked().messages().reversed().stream()
          .takeWhile(message -> message.path("content").asString().contains("needs_confirmation")))
          .hasSize(5);
      injection.client().say("No, leave it");
      injection.checkUntouched();

      injection.show();
      injection.checkDoneAsTheUser(injection.client().say("Yes, do it"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Tag("MW-CHAT-010")
  void aReplyThatIsCancelledStopsAlsoWhenNoSignalTellsIt(boolean signalled) throws Exception {
    SERVER.forget();
    SERVER.otherwise(_ -> ScriptedReply.trickles());
    var api = nobody.newUser();
    var conversation = "/api/v1/conversations/" + api
        .post("/api/v1/conversations", Map.of()).json().path("conversation_id").asString();
    var answer = CompletableFuture.supplyAsync(
        () -> api.post(conversation + "/messages", Map.of("content", "hello")),
        Thread::startVirtualThread);
    assertThat(SERVER.awaitAsked(LIMIT)).isTrue();

    if (signalled) {
      assertThat(api.post(conversation + "/cancel-turn", "").json().path("turn_id").asString())
          .isNotBlank();
    } else {
      turns.askToStop(UUID.fromString(conversation.replaceAll(".*/", "")));
    }

    assertThat(SERVER.awaitHangUp(LIMIT)).as("the model's connection is closed").isTrue();
    assertThat(answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS).json().at("/message/content")
        .asString()).isEqualTo("Stopped.");
    SERVER.otherwise(_ -> ScriptedReply.says("Here again."));
    assertThat(api.post(conversation + "/messages", Map.of("content", "and now?")).json()
        .at("/message/content").asString()).isEqualTo("Here again.");
  }
}

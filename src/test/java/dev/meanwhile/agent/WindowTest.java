package dev.meanwhile.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.meanwhile.Api;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final int BUDGET_TOKENS = 24_000;
  private static final String DOCUMENT = "REQ-1: The pump shall stop. ".repeat(10_000);

  private static String traced() {
    var call = ToolExecutionRequest.builder().id("c1").name("generate_rtm_background_tool")
        .arguments("{\"requirements_content\":\"" + DOCUMENT + "\"}").build();
    return ChatMessageSerializer.messagesToJson(List.of(UserMessage.from("Trace: " + DOCUMENT),
        AiMessage.from(call), ToolExecutionResultMessage.from(call, "{\"task_id\":\"t-1\"}"),
        AiMessage.from("I started t-1.")));
  }

  @Test
  @Tag("MW-CHAT-011")
  void aPastedDocumentDoesNotPushOutWhatWasSaid() {
    var window = Window.of(List.of(Exchange.plain("My name is Ada.", "Hello Ada."), traced()),
        BUDGET_TOKENS);

    assertThat(window).hasSize(6);
    assertThat(Window.isWhole(window.subList(2, 6))).isTrue();
    assertThat(window.toString()).contains("Ada", "Trace: REQ-1", "t-1", "characters left out")
        .hasSizeLessThan(9_000);
  }

  @Test
  void theArgumentsOfAShortenedCallAreStillJson() {
    var window = Window.of(List.of(traced()), BUDGET_TOKENS);

    var call = ((AiMessage) window.get(1)).toolExecutionRequests().getFirst();
    assertThat(Api.JSON.readTree(call.arguments()).path("requirements_content").asString())
        .startsWith("REQ-1").endsWith("before you use it]");
  }

  /// A model's server refuses a call without its result and a result without its call.
  @Test
  void halfAnExchangeIsLeftOut() {
    var call = ToolExecutionRequest.builder().id("c1").name("list_tasks").arguments("{}").build();
    var user = UserMessage.from("What runs?");
    var whole = Exchange.plain("Hello.", "Hello Ada.");
    var halves = List.<List<ChatMessage>>of(
        List.of(user),
        List.of(user, AiMessage.from(call)),
        List.of(user, AiMessage.from(call), AiMessage.from("Nothing.")),
        List.of(user, ToolExecutionResultMessage.from(call, "[]"), AiMessage.from("Nothing.")));

    assertThat(halves).allSatisfy(half -> assertThat(Window.of(
        List.of(ChatMessageSerializer.messagesToJson(half), whole), BUDGET_TOKENS)).hasSize(2));
  }

  @Test
  void whatDoesNotFitEvenShortenedEndsTheWindow() {
    var exchange = Exchange.plain(DOCUMENT, "Noted.");

    assertThat(Window.of(List.of(exchange, exchange), 700)).hasSize(2);
    assertThat(Window.of(List.of(exchange), 100)).isEmpty();
  }
}

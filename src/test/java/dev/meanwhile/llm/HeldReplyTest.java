package dev.meanwhile.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.meanwhile.llm.call.Cancellation;
import dev.meanwhile.llm.call.ModelCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The library may report an error and a success for one reply, in either order: the first counts.
class HeldReplyTest {
  private static final ChatResponse WHOLE = ChatResponse.builder().aiMessage(AiMessage.from("hi"))
      .finishReason(FinishReason.STOP).build();

  private final List<String> told = new ArrayList<>();
  private boolean chokes;

  private HeldReply reply(ModelCall call) {
    return new HeldReply(new StreamingChatResponseHandler() {
      @Override
      public void onPartialResponse(String text) {
        told.add(text);
      }

      @Override
      public void onCompleteResponse(ChatResponse response) {
        if (chokes) {
          throw new IllegalStateException("over the limit of round trips");
        }
        told.add("complete");
      }

      @Override
      public void onError(Throwable error) {
        told.add("error");
      }
    }, call, true);
  }

  @Test
  void aSuccessAfterAnErrorIsNone() {
    try (var call = new ModelCall(Duration.ofMinutes(1), new Cancellation())) {
      var reply = reply(call);
      reply.onError(new IllegalStateException("cut"));
      reply.onPartialResponse("late");
      reply.onCompleteResponse(WHOLE);
      reply.deliver();
      assertThat(told).containsExactly("error");
    }
  }

  @Test
  void anErrorAfterASuccessIsNone() {
    try (var call = new ModelCall(Duration.ofMinutes(1), new Cancellation())) {
      var reply = reply(call);
      reply.onCompleteResponse(WHOLE);
      reply.onError(new IllegalStateException("closed"));
      reply.deliver();
      assertThat(told).containsExactly("complete");
    }
  }

  /// Whoever waits for an end would wait for ever.
  @Test
  void whatGoesWrongAfterAWholeReplyIsItsEnd() {
    chokes = true;
    try (var call = new ModelCall(Duration.ofMinutes(1), new Cancellation())) {
      var reply = reply(call);
      reply.onCompleteResponse(WHOLE);
      reply.deliver();
      assertThat(told).containsExactly("error");
    }
  }
}

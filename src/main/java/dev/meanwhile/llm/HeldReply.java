package dev.meanwhile.llm;

import dev.meanwhile.llm.call.ModelCall;
import dev.meanwhile.llm.call.ModelFailure;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Passes text on as it comes and holds everything else until the call is over: the library may report an error and a
/// success for one reply, and would run tools of a reply that never became whole.
final class HeldReply implements StreamingChatResponseHandler {
  private final StreamingChatResponseHandler handler;
  private final ModelCall call;
  private final boolean requireFinishReason;
  private @Nullable ChatResponse response;
  private @Nullable ModelFailure failure;

  HeldReply(StreamingChatResponseHandler handler, ModelCall call, boolean requireFinishReason) {
    this.handler = handler;
    this.call = call;
    this.requireFinishReason = requireFinishReason;
  }

  private boolean isOpen() {
    return failure == null && response == null && !call.isStopped();
  }

  @Override
  public void onPartialResponse(String text) {
    if (isOpen()) {
      handler.onPartialResponse(text);
    }
  }

  @Override
  public void onPartialResponse(PartialResponse text, PartialResponseContext context) {
    if (isOpen()) {
      handler.onPartialResponse(text, context);
    }
  }

  @Override
  public void onPartialThinking(PartialThinking thinking) {
    if (isOpen()) {
      handler.onPartialThinking(thinking);
    }
  }

  @Override
  public void onPartialThinking(PartialThinking thinking, PartialThinkingContext context) {
    if (isOpen()) {
      handler.onPartialThinking(thinking, context);
    }
  }

  @Override
  public void onPartialToolCall(PartialToolCall toolCall) {
    if (isOpen()) {
      handler.onPartialToolCall(toolCall);
    }
  }

  @Override
  public void onPartialToolCall(PartialToolCall toolCall, PartialToolCallContext context) {
    if (isOpen()) {
      handler.onPartialToolCall(toolCall, context);
    }
  }

  /// Held back: tool calls are told from the whole reply.
  @Override
  public void onCompleteToolCall(CompleteToolCall toolCall) {}

  @Override
  public void onCompleteResponse(ChatResponse whole) {
    if (isOpen()) {
      failure = flawOf(whole);
      response = ToolCallIds.unique(whole);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    if (failure == null && response == null) {
      failure = ModelFailure.from(thrown);
      call.stop();
    }
  }

  private @Nullable ModelFailure flawOf(ChatResponse whole) {
    var reason = whole.finishReason();
    var message = whole.aiMessage();
    if (reason == null && requireFinishReason) {
      return ModelFailure.cutOff(null);
    }
    if (message.hasToolExecutionRequests()
        && (reason == FinishReason.LENGTH || reason == FinishReason.CONTENT_FILTER)) {
      return ModelFailure.cutOff(null);
    }
    if (message.text() == null && !message.hasToolExecutionRequests()) {
      return new ModelFailure(ModelFailure.Reason.UNUSABLE, "The model gave an empty reply.");
    }
    return null;
  }

  /// The outcome, once the call is over and its connection closed.
  @Nullable
  ModelFailure failure() {
    if (failure == null && response == null) {
      failure = call.reasonFor(null, ModelFailure.cutOff(null));
    }
    return failure;
  }

  /// The whole reply, or null when there is none.
  @Nullable
  ChatResponse response() {
    return failure() == null ? response : null;
  }

  /// Tells the handler how it ended, once. Tools run in here; a failure of what the handler does next is told to it too.
  void deliver() {
    var whole = response();
    if (whole == null) {
      handler.onError(java.util.Objects.requireNonNull(failure()));
      return;
    }
    try {
      tellToolCalls(whole.aiMessage().toolExecutionRequests());
      handler.onCompleteResponse(whole);
    } catch (RuntimeException thrown) {
      handler.onError(thrown);
    }
  }

  private void tellToolCalls(List<ToolExecutionRequest> calls) {
    for (int i = 0; i < calls.size(); i++) {
      handler.onCompleteToolCall(new CompleteToolCall(i, calls.get(i)));
    }
  }
}

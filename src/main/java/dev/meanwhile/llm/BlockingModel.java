package dev.meanwhile.llm;

import dev.meanwhile.llm.call.ModelFailure;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A streaming model as a call that returns the whole reply. Streaming below it lets a long reply be watched for
/// silence, which a plain call can't be.
final class BlockingModel implements ChatModel {
  private final GuardedModel model;

  BlockingModel(GuardedModel model) {
    this.model = model;
  }

  @Override
  public ChatResponse chat(ChatRequest request, ChatRequestOptions options) {
    var outcome = new Outcome();
    model.chat(request, options, outcome);
    return outcome.get();
  }

  @Override
  public ChatRequestParameters defaultRequestParameters() {
    return model.defaultRequestParameters();
  }

  @Override
  public ModelProvider provider() {
    return model.provider();
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return model.supportedCapabilities();
  }

  private static final class Outcome implements StreamingChatResponseHandler {
    private @Nullable ChatResponse response;
    private @Nullable Throwable thrown;

    @Override
    public void onCompleteResponse(ChatResponse whole) {
      response = whole;
    }

    @Override
    public void onError(Throwable error) {
      thrown = error;
    }

    private ChatResponse get() {
      if (response == null) {
        throw ModelFailure.from(java.util.Objects.requireNonNull(thrown));
      }
      return response;
    }
  }
}

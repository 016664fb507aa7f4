package dev.meanwhile.llm;

import dev.meanwhile.llm.call.Cancellation;
import dev.meanwhile.llm.call.ModelCall;
import dev.meanwhile.llm.call.ModelFailure;
import dev.meanwhile.llm.gate.Lane;
import dev.meanwhile.llm.gate.ModelGate;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.meanwhile.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The model as one user's turn or task sees it: behind the gate, within its time, and with exactly one end for each
/// call. `chat` returns when that end was told; tools and further round trips run inside it, after the call's place at
/// the gate was given back.
final class GuardedModel implements StreamingChatModel {

  /// What all views share.
  record Guard(StreamingChatModel model, ModelGate gate, LlmMetrics metrics, Duration totalTimeout,
      boolean requireFinishReason) {}

  private final Guard guard;
  private final Lane lane;
  private final UserId user;
  private final Cancellation cancellation;

  GuardedModel(Guard guard, Lane lane, UserId user, Cancellation cancellation) {
    this.guard = guard;
    this.lane = lane;
    this.user = user;
    this.cancellation = cancellation;
  }

  @Override
  public void chat(ChatRequest request, ChatRequestOptions options,
      StreamingChatResponseHandler handler) {
    try (var call = new ModelCall(guard.totalTimeout(), cancellation)) {
      var reply = new HeldReply(handler, call, guard.requireFinishReason());
      run(call, request, options, reply);
      reply.deliver();
    }
  }

  private void run(ModelCall call, ChatRequest request, ChatRequestOptions options,
      HeldReply reply) {
    var waited = guard.metrics().waiting(lane);
    try (var _ = guard.gate().enter(lane, user, cancellation)) {
      waited.stop();
      ask(call, request, options, reply);
    } catch (ModelFailure turnedAway) {
      reply.onError(turnedAway);
    }
  }

  private void ask(ModelCall call, ChatRequest request, ChatRequestOptions options,
      HeldReply reply) {
    var measured = guard.metrics().calling(lane);
    try {
      ScopedValue.where(ModelCall.CURRENT, call)
          .run(() -> guard.model().chat(request, options, reply));
    } catch (RuntimeException thrown) { // one end for each call, however the library ends it
      reply.onError(thrown);
    }
    measured.stop(reply);
  }

  @Override
  public ChatRequestParameters defaultRequestParameters() {
    return guard.model().defaultRequestParameters();
  }

  @Override
  public List<ChatModelListener> listeners() {
    return guard.model().listeners();
  }

  @Override
  public ModelProvider provider() {
    return guard.model().provider();
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return guard.model().supportedCapabilities();
  }
}

package dev.meanwhile.llm.wire;

import dev.meanwhile.llm.call.ModelCall;
import dev.meanwhile.llm.call.ModelFailure;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stands between the parser and the library's listener, so that a stream ends with either an error or its close, never
/// both. An error that the server writes into the stream ends it.
final class ReplyEvents implements ServerSentEventListener {
  private static final Pattern ERROR_OBJECT = Pattern
      .compile("\\s*\\{\\s*\"error\"\\s*:\\s*(?!null)");

  private final ServerSentEventListener listener;
  private final ModelCall call;
  private @Nullable ModelFailure failure;

  ReplyEvents(ServerSentEventListener listener, ModelCall call) {
    this.listener = listener;
    this.call = call;
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    if (failure != null) {
      return;
    }
    if ("error".equals(event.event()) || isErrorObject(event.data())) {
      failure = new ModelFailure(ModelFailure.Reason.UNAVAILABLE,
          "The model's server reported an error in the middle of its reply.");
      call.stop();
      return;
    }
    listener.onEvent(event, context);
  }

  private static boolean isErrorObject(@Nullable String data) {
    return data != null && ERROR_OBJECT.matcher(data).lookingAt();
  }

  @Override
  public void onError(Throwable broken) {
    if (failure == null) {
      failure = ModelFailure.cutOff(broken);
    }
  }

  /// The stream is over; `closedFor` is why it was closed from outside, if it was.
  void end(@Nullable ModelFailure closedFor) {
    var found = closedFor == null ? failure : closedFor;
    if (found != null || call.isStopped()) {
      listener.onError(call.reasonFor(found, ModelFailure.cancelled()));
    } else {
      listener.onClose();
    }
  }
}

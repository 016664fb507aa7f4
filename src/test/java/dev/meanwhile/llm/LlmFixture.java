package dev.meanwhile.llm;

import dev.meanwhile.llm.call.Cancellation;
import dev.meanwhile.llm.call.ModelFailure;
import dev.meanwhile.llm.wire.ModelHttpClient;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.meanwhile.UserId;
import dev.meanwhile.testing.ScriptedModelServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// The real model stack on a scripted server. It waits as long as a server would, unless it is told otherwise.
public final class LlmFixture implements AutoCloseable {
  static final UserId ANN = new UserId("ann");

  /// The server that is asked.
  public final ScriptedModelServer server = ScriptedModelServer.start();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final LlmSettings settings;
  /// The models on it.
  public final Models models;
  final ModelHttpClient client;

  /// @param more settings below `meanwhile.llm`, as `name=value`
  public LlmFixture(String... more) {
    var all = new ArrayList<>(
        List.of("base-url=" + server.baseUrl(), "api-key=secret-key", "max-retry-after=1500ms"));
    all.addAll(List.of(more));
    settings = settings(all.toArray(String[]::new));
    client = new ModelHttpClient(settings.wireLimits(), settings.apiKey(), Clock.systemUTC());
    models = LlmConfiguration.models(settings, LlmConfiguration.model(settings, client), registry);
  }

  static LlmSettings settings(String... pairs) {
    var map = new HashMap<String, Object>(Map.of("meanwhile.llm.unused", "x"));
    for (var pair : pairs) {
      var parts = pair.split("=", 2);
      map.put("meanwhile.llm." + parts[0], parts[1]);
    }
    return new Binder(new MapConfigurationPropertySource(map)).bindOrCreate("meanwhile.llm",
        LlmSettings.class);
  }

  /// Asks once and records every callback.
  Heard ask(String text) {
    var heard = new Heard();
    models.forTurn(ANN, heard.cancellation).chat(text, heard);
    return heard;
  }

  static ChatRequest request(String text) {
    return ChatRequest.builder().messages(dev.langchain4j.data.message.UserMessage.from(text))
        .build();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }

  /// What a caller heard, in order.
  static final class Heard implements StreamingChatResponseHandler {
    final Cancellation cancellation = new Cancellation();
    final StringBuilder text = new StringBuilder();
    final List<CompleteToolCall> toolCalls = new ArrayList<>();
    final List<ChatResponse> responses = new ArrayList<>();
    final List<Throwable> errors = new ArrayList<>();
    @Nullable
    Runnable onText;

    @Override
    public void onPartialResponse(String partial) {
      text.append(partial);
      if (onText != null) {
        onText.run();
      }
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall call) {
      toolCalls.add(call);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      responses.add(response);
    }

    @Override
    public void onError(Throwable error) {
      errors.add(error);
    }

    int ends() {
      return responses.size() + errors.size();
    }

    ModelFailure failure() {
      return (ModelFailure) errors.getFirst();
    }
  }
}

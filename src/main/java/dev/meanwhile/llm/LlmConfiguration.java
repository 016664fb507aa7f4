package dev.meanwhile.llm;

import dev.meanwhile.llm.call.ModelCall;
import dev.meanwhile.llm.gate.ModelGate;
import dev.meanwhile.llm.prompt.PromptSettings;
import dev.meanwhile.llm.prompt.Prompts;
import dev.meanwhile.llm.wire.ModelHttpClient;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.meanwhile.llm.embedded.EmbeddedStreamingModel;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the model together; needs no database.
@Configuration(proxyBeanMethods = false)
class LlmConfiguration {
  private static final Logger log = LoggerFactory.getLogger(LlmConfiguration.class);

  @Bean
  Prompts prompts(PromptSettings settings) {
    var prompts = new Prompts(settings.dir());
    prompts.all().values()
        .forEach(it -> log.debug("Prompt {} version {} {}", it.id(), it.version(), it.hash()));
    return prompts;
  }

  @Bean
  ModelHttpClient modelHttpClient(LlmSettings settings, Clock clock) {
    return new ModelHttpClient(settings.wireLimits(), settings.apiKey(), clock);
  }

  @Bean
  Models models(LlmSettings settings, ModelHttpClient client, MeterRegistry registry) {
    var atWork = ModelAtWork.of(settings);
    log.info("Model at work: {}", atWork.description());
    return models(settings, model(settings, client), registry);
  }

  @Bean
  StructuredAsks structuredAsks(Models models, Prompts prompts, LlmSettings settings) {
    return new StructuredAsks(models, prompts, settings.structuredOutput(), settings.price());
  }

  static Models models(LlmSettings settings, StreamingChatModel model, MeterRegistry registry) {
    var atWork = ModelAtWork.of(settings);
    var gate = new ModelGate(settings.gate());
    return new Models(atWork,
        new GuardedModel.Guard(model, gate, new LlmMetrics(registry, atWork, gate),
            settings.totalTimeout(), settings.requireFinishReason()));
  }

  static StreamingChatModel model(LlmSettings settings, HttpClient client) {
    return switch (settings.providerAtWork()) {
      case EMBEDDED -> new EmbeddedStreamingModel(() -> betweenWords(settings.embeddedWordDelay()));
      case OPENAI -> openAi(settings, client);
    };
  }

  private static void betweenWords(Duration delay) {
    if (ModelCall.CURRENT.isBound()) {
      ModelCall.CURRENT.get().sleep(delay);
    }
  }

  private static StreamingChatModel openAi(LlmSettings settings, HttpClient client) {
    var baseUrl = settings.baseUrl();
    return OpenAiStreamingChatModel.builder()
        .httpClientBuilder(new Prepared(client))
        .baseUrl(baseUrl == null ? null : baseUrl.toString())
        .apiKey(LlmSettings.isBlank(settings.apiKey()) ? null : settings.apiKey())
        .modelName(settings.model())
        .temperature(settings.temperature())
        .maxCompletionTokens(settings.maxOutputTokens())
        .strictTools(settings.strictTools())
        .strictJsonSchema(settings.strictJsonSchema())
        .parallelToolCalls(settings.parallelToolCalls())
        .build();
  }

  /// Hands out the one client and leaves its timeouts as our settings made them.
  private record Prepared(HttpClient client) implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
      return Duration.ZERO;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return Duration.ZERO;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
      return this;
    }

    @Override
    public HttpClient build() {
      return client;
    }
  }
}

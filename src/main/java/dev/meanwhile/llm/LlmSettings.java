package dev.meanwhile.llm;

import dev.meanwhile.llm.gate.GateLimits;
import dev.meanwhile.llm.wire.WireLimits;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Which model works, how long it may take, and how many calls go out at once.
///
/// @param provider unset: `openai` once a base URL or a key is set, else `embedded`
/// @param baseUrl of an OpenAI-compatible server, with the version: `http://localhost:8000/v1`
/// @param apiKey may be absent for local servers
/// @param model the name the server knows it by
/// @param temperature unset: the server's own
/// @param maxOutputTokens unset: the server's own
/// @param firstByteTimeout from sending the request to the head of the answer; not tried again
/// @param idleTimeout the longest silence within a streamed reply
/// @param totalTimeout of one call with its retries
/// @param retries after 408, 409, 429, 5xx and lost connections, only before the first byte of an answer
/// @param maxRetryAfter a server that asks for a longer wait is not waited for
/// @param maxReply bytes on the wire of one reply
/// @param requireFinishReason whether a reply without `finish_reason` counts as cut off
/// @param strictTools sends `strict` with tools, which some servers refuse
/// @param strictJsonSchema sends `strict` with response schemas
/// @param parallelToolCalls unset: not sent
/// @param structuredOutput how replies in a given shape are asked for
/// @param price of the model's tokens, for the cost that tasks tell
/// @param embeddedWordDelay between the words of the embedded model
@ConfigurationProperties("meanwhile.llm")
record LlmSettings(@Nullable Provider provider, @Nullable URI baseUrl, @Nullable String apiKey,
    @DefaultValue("gpt-4.1-mini") String model, @Nullable Double temperature,
    @Nullable Integer maxOutputTokens, @DefaultValue("10s") Duration connectTimeout,
    @DefaultValue("60s") Duration firstByteTimeout, @DefaultValue("60s") Duration idleTimeout,
    @DefaultValue("10m") Duration totalTimeout, @DefaultValue("2") int retries,
    @DefaultValue("20s") Duration maxRetryAfter, @DefaultValue("8MB") DataSize maxReply,
    @DefaultValue("true") boolean requireFinishReason, @DefaultValue("false") boolean strictTools,
    @DefaultValue("true") boolean strictJsonSchema, @Nullable Boolean parallelToolCalls,
    @DefaultValue("auto") StructuredOutput structuredOutput, @DefaultValue GateLimits gate,
    @DefaultValue Prices price,
    @DefaultValue("0s") Duration embeddedWordDelay) {

  /// Where replies come from.
  enum Provider {
    EMBEDDED, OPENAI
  }

  /// How a reply in a given shape is asked for; `AUTO` begins with `JSON_SCHEMA` and steps down when it is refused.
  enum StructuredOutput {
    AUTO, JSON_SCHEMA, JSON_OBJECT, PROMPT
  }

  LlmSettings {
    if (provider == Provider.OPENAI && baseUrl == null && isBlank(apiKey)) {
      throw new IllegalArgumentException("meanwhile.llm.provider is openai, "
          + "so meanwhile.llm.base-url or meanwhile.llm.api-key must be set");
    }
    if (baseUrl != null && !isHttp(baseUrl)) {
      throw new IllegalArgumentException(
          "meanwhile.llm.base-url \"%s\" must be like http://localhost:8000/v1".formatted(baseUrl));
    }
    if (retries < 0) {
      throw new IllegalArgumentException(
          "meanwhile.llm.retries is %d, the least is 0".formatted(retries));
    }
  }

  WireLimits wireLimits() {
    return new WireLimits(connectTimeout, firstByteTimeout, idleTimeout, totalTimeout, retries,
        maxRetryAfter, maxReply);
  }

  Provider providerAtWork() {
    if (provider != null) {
      return provider;
    }
    return baseUrl == null && isBlank(apiKey) ? Provider.EMBEDDED : Provider.OPENAI;
  }

  private static boolean isHttp(URI url) {
    return url.getHost() != null
        && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
  }

  static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  @Override
  public String toString() {
    return "LlmSettings[provider=%s, model=%s]".formatted(providerAtWork(), model);
  }
}

package dev.meanwhile.llm;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// The model that answers, as people are told.
///
/// @param provider `embedded` or `openai`
/// @param name the model's name at its server, `embedded` for the built-in one
/// @param description one sentence
public record ModelAtWork(String provider, String name, String description) {

  static ModelAtWork of(LlmSettings settings) {
    return switch (settings.providerAtWork()) {
      case EMBEDDED -> new ModelAtWork("embedded", "embedded",
          "The built-in rule-based model answers; it needs no network and knows the product's own tasks.");
      case OPENAI -> new ModelAtWork("openai", settings.model(),
          "The model %s answers, over the OpenAI protocol.".formatted(settings.model()));
    };
  }

  /// Whether the built-in model answers.
  @JsonIgnore
  public boolean isEmbedded() {
    return provider.equals("embedded");
  }
}

package dev.meanwhile.llm.embedded;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;

/// Decides what to say.
final class Rules {
  private Rules() {}

  static AiMessage reply(ChatRequest request) {
    return AiMessage.from("Hello.");
  }
}

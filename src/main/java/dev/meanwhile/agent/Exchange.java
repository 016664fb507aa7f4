package dev.meanwhile.agent;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;

/// Turns that no model wrote, in the form in which the model remembers turns.
public final class Exchange {
  private Exchange() {}

  /// A question and its answer, for example a bot command and what it said: a JSON array of messages.
  public static String plain(String question, String answer) {
    return ChatMessageSerializer
        .messagesToJson(List.of(UserMessage.from(question), AiMessage.from(answer)));
  }
}

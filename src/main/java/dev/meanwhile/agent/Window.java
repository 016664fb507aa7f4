package dev.meanwhile.agent;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What of the earlier conversation the model sees: the newest whole exchanges within a budget. One that is too long for
/// it, a pasted document mostly, is shortened, so that it doesn't push out all that was said.
final class Window {
  private static final Logger log = LoggerFactory.getLogger(Window.class);
  /// A rough measure that needs no tokenizer: 3.5 characters a token.
  private static final double CHARACTERS_PER_TOKEN = 3.5;

  private Window() {}

  static List<ChatMessage> of(List<String> exchanges, int budgetTokens) {
    var chosen = new ArrayList<List<ChatMessage>>();
    double left = budgetTokens * CHARACTERS_PER_TOKEN;
    for (var exchange : exchanges.reversed()) {
      var messages = read(exchange);
      int length = exchange.length();
      if (length > left) {
        messages = Shortened.of(messages);
        length = Shortened.characters(messages);
      }
      left -= length;
      if (left < 0) {
        break;
      }
      if (isWhole(messages)) {
        chosen.addFirst(messages);
      }
    }
    return chosen.stream().flatMap(List::stream).toList();
  }

  private static List<ChatMessage> read(String exchange) {
    try {
      return ChatMessageDeserializer.messagesFromJson(exchange);
    } catch (RuntimeException unreadable) { // one bad row must not silence a conversation
      log.warn("an exchange can't be read and is left out: {}", unreadable.getClass().getName());
      return List.of();
    }
  }

  /// Whether it goes from a user's message to an assistant's text, with each call followed by its result.
  static boolean isWhole(List<ChatMessage> messages) {
    var open = new HashSet<String>();
    for (int i = 0; i < messages.size(); i++) {
      boolean fits = switch (messages.get(i)) {
        case UserMessage _ -> i == 0;
        case AiMessage reply -> i > 0 && open.isEmpty()
            && reply.toolExecutionRequests().stream().allMatch(call -> open.add(call.id()))
            && (reply.hasToolExecutionRequests() || i == messages.size() - 1);
        case ToolExecutionResultMessage result -> open.remove(result.id());
        default -> false;
      };
      if (!fits) {
        return false;
      }
    }
    return messages.size() > 1 && open.isEmpty() && messages.getLast() instanceof AiMessage;
  }
}

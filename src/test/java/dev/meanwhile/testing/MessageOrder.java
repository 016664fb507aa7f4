package dev.meanwhile.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The order of messages that every provider accepts: system only first, then user and assistant in turn, and after an
/// assistant's tool calls one result for each of them at once.
public final class MessageOrder {
  private final Set<String> unanswered = new HashSet<>();
  private String last = "";

  private MessageOrder() {}

  /// What is wrong with the order, or null.
  ///
  /// @param messages in OpenAI's form
  public static @Nullable String flawOf(List<JsonNode> messages) {
    var order = new MessageOrder();
    for (int i = 0; i < messages.size(); i++) {
      var flaw = order.next(messages.get(i));
      if (flaw != null) {
        return "messages[%d]: %s".formatted(i, flaw);
      }
    }
    if (!order.unanswered.isEmpty()) {
      return "tool calls without results: " + order.unanswered;
    }
    return order.last.equals("assistant") || order.last.isEmpty() ? "nothing to answer" : null;
  }

  private @Nullable String next(JsonNode message) {
    var role = message.path("role").asString("");
    var flaw = switch (role) {
      case "system" -> last.isEmpty() ? null : "system message after the first place";
      case "user" -> user();
      case "assistant" -> assistant(message);
      case "tool" -> unanswered.remove(message.path("tool_call_id").asString(""))
          ? null
          : "tool result without its call";
      default -> "unknown role " + role;
    };
    last = role;
    return flaw;
  }

  private @Nullable String user() {
    if (!unanswered.isEmpty()) {
      return "tool calls without results: " + unanswered;
    }
    return last.equals("user") || last.equals("tool") ? "user message after " + last : null;
  }

  private @Nullable String assistant(JsonNode message) {
    if (!unanswered.isEmpty()) {
      return "tool calls without results: " + unanswered;
    }
    for (var call : message.path("tool_calls")) {
      if (!unanswered.add(call.path("id").asString(""))) {
        return "two tool calls with one id";
      }
    }
    return last.equals("user") || last.equals("tool") ? null : "assistant message after " + last;
  }
}

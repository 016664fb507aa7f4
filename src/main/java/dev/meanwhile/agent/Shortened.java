package dev.meanwhile.agent;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.meanwhile.llm.call.LeftOut;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An earlier exchange with its long texts cut, such as a pasted document that went on to a tool: it stays whole, and
/// what was started and said stays in it.
final class Shortened {
  /// Characters of each text that are kept.
  private static final int KEPT = 2_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Shortened() {}

  static List<ChatMessage> of(List<ChatMessage> exchange) {
    return exchange.stream().map(Shortened::message).toList();
  }

  static int characters(List<ChatMessage> exchange) {
    return exchange.stream().mapToInt(message -> message.toString().length()).sum();
  }

  private static ChatMessage message(ChatMessage message) {
    return switch (message) {
      case UserMessage user when user.hasSingleText() ->
        UserMessage.from(LeftOut.beyond(KEPT, user.singleText()));
      case AiMessage reply -> reply(reply);
      case ToolExecutionResultMessage result -> ToolExecutionResultMessage.from(result.id(),
          result.toolName(), json(result.text()));
      default -> message;
    };
  }

  private static AiMessage reply(AiMessage reply) {
    var text = reply.text();
    return reply.toBuilder().text(text == null ? null : LeftOut.beyond(KEPT, text))
        .toolExecutionRequests(reply.toolExecutionRequests().stream().map(Shortened::call).toList())
        .build();
  }

  private static ToolExecutionRequest call(ToolExecutionRequest call) {
    return call.toBuilder().arguments(json(call.arguments())).build();
  }

  /// JSON stays JSON: only the texts in it are cut.
  private static String json(String text) {
    if (text == null || text.length() <= KEPT) {
      return text;
    }
    try {
      return JSON.writeValueAsString(cut(JSON.readTree(text)));
    } catch (JacksonException notJson) {
      return LeftOut.beyond(KEPT, text);
    }
  }

  private static JsonNode cut(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        var copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> copy.set(member.getKey(), cut(member.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        var copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> copy.add(cut(element)));
        yield copy;
      }
      case JsonNode text when text.isString() ->
        JsonNodeFactory.instance.stringNode(LeftOut.beyond(KEPT, text.asString()));
      default -> node;
    };
  }
}

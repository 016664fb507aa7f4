package dev.meanwhile.testing;

import dev.meanwhile.testing.ScriptedModelServer.Asked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A message of the user and what was called about it.
record Talk(String context, String words, List<Done> done) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A tool call and its answer.
  record Done(String tool, JsonNode arguments, JsonNode answer) {
    boolean isOf(String otherTool, JsonNode otherArguments) {
      return tool.equals(otherTool) && arguments.equals(otherArguments);
    }

    boolean isStart() {
      return tool.endsWith("_background_tool");
    }
  }

  static List<Talk> in(Asked asked) {
    var talks = new ArrayList<Talk>();
    var calls = new HashMap<String, JsonNode>();
    for (var message : asked.messages()) {
      switch (message.path("role").asString()) {
        case "user" -> talks.add(of(message.path("content").asString()));
        case "assistant" -> message.path("tool_calls")
            .forEach(call -> calls.put(call.path("id").asString(), call.path("function")));
        case "tool" -> talks.getLast().done.add(done(
            Objects.requireNonNull(calls.get(message.path("tool_call_id").asString())),
            message.path("content").asString()));
        default -> {
        }
      }
    }
    return talks.isEmpty() ? List.of(of("")) : talks;
  }

  private static Talk of(String message) {
    int end = message.indexOf("</context>");
    return end < 0
        ? new Talk("", message, new ArrayList<>())
        : new Talk(message.substring(0, end), message.substring(end + 10).strip(),
            new ArrayList<>());
  }

  private static Done done(JsonNode call, String answer) {
    var arguments = call.path("arguments").asString();
    return new Done(call.path("name").asString(), isBroken(arguments)
        ? JSON.createObjectNode().put("broken", arguments)
        : JSON.readTree(arguments), JSON.readTree(answer));
  }

  private static boolean isBroken(String arguments) {
    try {
      return !JSON.readTree(arguments).isObject();
    } catch (JacksonException _) {
      return true;
    }
  }
}

package dev.meanwhile.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// Some servers leave out the IDs of tool calls or give one ID twice; then results can't be told apart.
final class ToolCallIds {
  private ToolCallIds() {}

  /// The reply with an ID of its own for each call; the same object when that is so already.
  static ChatResponse unique(ChatResponse reply) {
    var calls = reply.aiMessage().toolExecutionRequests();
    var seen = new HashSet<String>();
    boolean isFine = calls.stream().allMatch(it -> isGiven(it) && seen.add(it.id()));
    return isFine
        ? reply
        : reply.toBuilder()
            .aiMessage(reply.aiMessage().toBuilder().toolExecutionRequests(renamed(calls)).build())
            .build();
  }

  private static boolean isGiven(ToolExecutionRequest call) {
    return call.id() != null && !call.id().isBlank();
  }

  private static List<ToolExecutionRequest> renamed(List<ToolExecutionRequest> calls) {
    var taken = new HashSet<String>();
    return calls.stream().map(it -> isGiven(it) && taken.add(it.id())
        ? it
        : it.toBuilder().id("call_" + UUID.randomUUID()).build()).toList();
  }
}

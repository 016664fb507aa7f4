package dev.meanwhile.llm.embedded.wish;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.meanwhile.llm.embedded.said.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The conversation so far, as turns.
public final class Talk {
  /// Reads and writes what models and tools say to each other.
  public static final JsonMapper JSON = JsonMapper.builder().build();

  /// A tool call that was answered.
  public record Call(String id, String tool, JsonNode arguments, JsonNode result) {
    /// Whether the tool refused it, or answered no JSON object. A task that failed is no failed call.
    public boolean failed() {
      boolean isTask = result.has("task_id");
      return !result.isObject() || (result.has("error") && !isTask);
    }

    /// Whether the tool asks for the user's word before it acts.
    public boolean wantsConfirmation() {
      return result.path("needs_confirmation").asBoolean(false);
    }

    /// The task that was started, or looked up; "" if none was.
    public String taskId() {
      return failed() ? "" : result.path("task_id").asString("");
    }

    /// Why it failed, in words for the user.
    public String problem() {
      return result.at("/error/message").asString(result.asString("it didn't work"));
    }
  }

  /// What a user said and what came of it.
  public static final class Turn {
    private final Said said;
    private final Map<String, ToolExecutionRequest> open = new LinkedHashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private String reply = "";

    private Turn(Said said) {
      this.said = said;
    }

    /// What the user said.
    public Said said() {
      return said;
    }

    List<Call> calls() {
      return calls;
    }

    String reply() {
      return reply;
    }

    /// The answered call whose ID ends with this.
    public Optional<Call> call(String suffix) {
      return calls.stream().filter(it -> it.id().endsWith(suffix)).findFirst();
    }

    private void add(AiMessage message) {
      message.toolExecutionRequests().forEach(it -> open.put(String.valueOf(it.id()), it));
      if (message.text() != null) {
        reply = message.text();
      }
    }

    private void add(ToolExecutionResultMessage message) {
      var request = open.remove(String.valueOf(message.id()));
      if (request != null) {
        calls.add(new Call(request.id(), request.name(), json(request.arguments()),
            json(message.text())));
      }
    }
  }

  private final List<Turn> turns = new ArrayList<>();
  private final int fingerprint;

  private Talk(List<ChatMessage> messages) {
    fingerprint = messages.stream().filter(it -> !(it instanceof SystemMessage)).toList()
        .hashCode();
    turns.add(new Turn(Said.read("")));
    messages.forEach(this::add);
  }

  /// Reads the messages of a request.
  public static Talk of(List<ChatMessage> messages) {
    return new Talk(messages);
  }

  private void add(ChatMessage message) {
    switch (message) {
      case UserMessage user -> turns.add(new Turn(Said.read(text(user))));
      case AiMessage reply -> now().add(reply);
      case ToolExecutionResultMessage result -> now().add(result);
      default -> {
        // the system message speaks to models that read prose
      }
    }
  }

  private static String text(UserMessage user) {
    return user.hasSingleText() ? user.singleText() : "";
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text == null || text.isBlank() ? "{}" : text);
    } catch (JacksonException _) {
      return JSON.getNodeFactory().stringNode(text);
    }
  }

  /// The turn that waits for its reply.
  public Turn now() {
    return turns.getLast();
  }

  /// The turn before it; an empty one at the beginning.
  Turn before() {
    return turns.get(Math.max(0, turns.size() - 2));
  }

  /// All turns, newest first.
  public List<Turn> newestFirst() {
    return turns.reversed();
  }

  /// A call ID that no other call of the conversation has: it depends on everything said before.
  public String callId(String suffix) {
    return "call_%08x%s".formatted(fingerprint, suffix);
  }
}

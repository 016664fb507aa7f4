package dev.meanwhile.agent;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// The memory of exactly one turn: loaded once, handed back once, never cut while the turn runs. Confined to the turn's
/// thread.
final class TurnMemory implements ChatMemory {
  private final SystemMessage system;
  private final List<ChatMessage> window;
  private final List<ChatMessage> fresh = new ArrayList<>();

  TurnMemory(SystemMessage system, List<ChatMessage> window) {
    this.system = system;
    this.window = List.copyOf(window);
  }

  @Override
  public Object id() {
    return "turn";
  }

  @Override
  public void add(ChatMessage message) {
    if (!(message instanceof SystemMessage)) {
      fresh.add(message);
    }
  }

  @Override
  public List<ChatMessage> messages() {
    return Stream.of(Stream.of((ChatMessage) system), window.stream(), fresh.stream())
        .flatMap(it -> it).toList();
  }

  @Override
  public void clear() {
    fresh.clear();
  }

  /// The turn as a whole exchange: from the user's message to an assistant's text, each tool call with its result.
  ///
  /// @param message the user's, in case the turn ended before it was added
  /// @param note what the assistant's last message is when the model didn't write one
  String exchange(String message, String note) {
    var whole = new ArrayList<ChatMessage>();
    whole.add(fresh.isEmpty() ? UserMessage.from(message) : fresh.getFirst());
    for (int i = 1; i < fresh.size(); i++) {
      if (fresh.get(i) instanceof AiMessage reply) {
        whole.add(reply);
        addResults(reply, i, whole);
      }
    }
    if (!endsInText(whole)) {
      whole.add(AiMessage.from(note));
    }
    return ChatMessageSerializer.messagesToJson(whole);
  }

  private void addResults(AiMessage reply, int index, List<ChatMessage> whole) {
    var answered = new HashSet<String>();
    for (int i = index + 1; i < fresh.size() && !(fresh.get(i) instanceof AiMessage); i++) {
      if (fresh.get(i) instanceof ToolExecutionResultMessage result && answered.add(result.id())) {
        whole.add(result);
      }
    }
    reply.toolExecutionRequests().stream().filter(call -> answered.add(call.id()))
        .forEach(call -> whole.add(ToolExecutionResultMessage.from(call,
            "{\"error\":{\"code\":\"not_executed\",\"message\":\"the turn ended before\"}}")));
  }

  private static boolean endsInText(List<ChatMessage> whole) {
    return whole.getLast() instanceof AiMessage last && !last.hasToolExecutionRequests();
  }
}

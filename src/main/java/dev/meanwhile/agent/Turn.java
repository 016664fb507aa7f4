package dev.meanwhile.agent;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.meanwhile.tool.ToolAnswer;
import dev.meanwhile.tool.ToolCaller;
import dev.meanwhile.tool.Toolbox;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A turn's tools at work: who calls, what was started, and what was put before the model. Confined to the turn's
/// thread.
final class Turn {
  /// Where a tool finds its turn among LangChain4j's invocation parameters, which no model can write.
  static final String KEY = "turn";
  private static final Logger log = LoggerFactory.getLogger(Turn.class);

  /// A task that this turn started, as the tool told it.
  record Started(UUID taskId, String type, String project, String link) {}

  private final TurnRequest request;
  private final TurnListener listener;
  private final Toolbox toolbox;
  private final AgentSettings settings;
  private final JsonMapper json;
  private final List<Started> started = new ArrayList<>();
  private int calls;
  private boolean sawForeignText;

  Turn(TurnRequest request, TurnListener listener, Toolbox toolbox, AgentSettings settings,
      JsonMapper json) {
    this.request = request;
    this.listener = listener;
    this.toolbox = toolbox;
    this.settings = settings;
    this.json = json;
  }

  List<Started> started() {
    return started;
  }

  /// Runs a tool and always answers with JSON for the model, so that no call stays unanswered.
  String call(ToolExecutionRequest call) {
    if (request.cancel().isStopped()) {
      return error("not_executed", "the turn was stopped");
    }
    if (++calls > settings.toolCalls()) {
      return error("too_many_calls", "this turn has used its " + settings.toolCalls()
          + " tool calls; answer the user now");
    }
    ObjectNode arguments;
    try {
      arguments = arguments(call.arguments());
    } catch (JacksonException _) {
      return error("bad_arguments", "the arguments aren't a JSON object");
    }
    return run(call.name(), arguments);
  }

  private ObjectNode arguments(@org.jspecify.annotations.Nullable String text) {
    return text == null || text.isBlank()
        ? json.createObjectNode()
        : json.readValue(text, ObjectNode.class);
  }

  private String run(String name, ObjectNode arguments) {
    listener.toolStarted(name);
    try {
      var answer = toolbox.call(caller(), name, arguments);
      note(answer);
      return answer.text();
    } catch (RuntimeException e) { // the model must get an answer, and never the fault's own words
      log.error("tool {} of turn {} failed", name, request.turnId(), e);
      return error("internal", "the tool failed; the server's log has it under turn "
          + request.turnId());
    }
  }

  private ToolCaller caller() {
    return new ToolCaller(request.user(), request.conversationId(), request.turnId(),
        request.projectOrDefault(), sawForeignText);
  }

  private void note(ToolAnswer answer) {
    sawForeignText |= answer.showsForeignText();
    var id = answer.startedTask();
    if (id != null && started.stream().noneMatch(it -> it.taskId().equals(id))) {
      var task = json.readTree(answer.text());
      started.add(new Started(id, task.path("task_type").asString(""),
          task.path("project_id").asString(""), task.at("/links/self").asString("")));
      listener.taskStarted(id);
    }
  }

  String error(String code, String message) {
    var error = json.createObjectNode();
    error.putObject("error").put("code", code).put("message", message);
    return error.toString();
  }
}

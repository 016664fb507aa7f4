package dev.meanwhile.agent;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.meanwhile.tool.ToolAnswer;
import dev.meanwhile.tool.ToolCaller;
import dev.meanwhile.tool.Toolbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  /// How soon a turn that waits for a task notices that it was stopped.
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Logger log = LoggerFactory.getLogger(Turn.class);

  /// A task that this turn started, as the tool told it.
  record Started(UUID taskId, String type, String project, String link) {}

  private final TurnRequest request;
  private final TurnListener listener;
  private final Toolbox toolbox;
  private final AgentSettings settings;
  private final JsonMapper json;
  private final List<Started> started = new ArrayList<>();
  private final List<UUID> answered = new ArrayList<>();
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

  /// The tasks whose end the model was told in the turn that started them.
  List<UUID> answered() {
    return answered;
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
      return ended(answer).orElse(answer).text();
    } catch (RuntimeException e) { // the model must get an answer, and never the fault's own words
      log.error("tool {} of turn {} failed", name, request.turnId(), e);
      return error("internal", "the tool failed; the server's log has it under turn "
          + request.turnId());
    }
  }

  /// How the task that a tool has started ended, if it does so while its type is waited for.
  private Optional<ToolAnswer> ended(ToolAnswer answer) {
    var id = answer.startedTask();
    var end = started.stream().filter(task -> task.taskId().equals(id)).findFirst()
        .flatMap(task -> ended(task.taskId(), settings.foregroundLimit(task.type())));
    if (id != null && end.isPresent()) {
      answered.add(id);
    }
    return end;
  }

  private Optional<ToolAnswer> ended(UUID taskId, Duration limit) {
    long until = System.nanoTime() + limit.toNanos();
    Optional<ToolAnswer> end = Optional.empty();
    for (long left = limit.toNanos(); end.isEmpty() && left > 0 && mayWait();) {
      end = toolbox.ended(caller(), taskId,
          Duration.ofNanos(Math.min(left, LOOK_EVERY.toNanos())));
      left = until - System.nanoTime();
    }
    return end;
  }

  private boolean mayWait() {
    return !request.cancel().isStopped() && !Thread.currentThread().isInterrupted();
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

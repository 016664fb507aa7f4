package dev.meanwhile.agent;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.meanwhile.agent.TurnOutcome.Ending;
import dev.meanwhile.llm.call.ModelFailure;
import dev.meanwhile.llm.Models;
import dev.meanwhile.llm.prompt.Prompts;
import dev.meanwhile.tool.Toolbox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Runs turns. A turn is one message of a user and all that the model does about it.
@Component
public class Agent {
  static final String PROMPT = "agent-system";
  private static final Logger log = LoggerFactory.getLogger(Agent.class);

  private final Models models;
  private final Toolbox toolbox;
  private final Prompts prompts;
  private final AgentSettings settings;
  private final JsonMapper json;

  Agent(Models models, Toolbox toolbox, Prompts prompts, AgentSettings settings, JsonMapper json) {
    this.models = models;
    this.toolbox = toolbox;
    this.prompts = prompts;
    this.settings = settings;
    this.json = json;
  }

  /// The conversation as LangChain4j runs it. The text goes in as a variable, so that braces in it stay as they are.
  interface Conversation {
    @UserMessage("{{text}}")
    TokenStream answer(@V("text") String text, InvocationParameters identity);
  }

  /// Runs a turn to its end on the calling thread; nothing is left running.
  ///
  /// Each call builds its own service, so that nothing of one user's turn can reach another's.
  public TurnOutcome run(TurnRequest request, TurnListener listener) {
    var turn = new Turn(request, listener, toolbox, settings, json);
    var reply = new Reply(listener);
    var memory = new TurnMemory(systemMessage(),
        Window.of(request.exchanges(), settings.contextTokens()));
    var message = SeenMessage.of(request);
    var deadline = deadline(request.cancel());
    try {
      answer(request, turn, memory, reply, message);
    } catch (RuntimeException thrown) { // whatever happens, the turn has an outcome
      reply.failed(thrown);
    } finally {
      deadline.complete(null);
    }
    return outcome(request, turn, memory, reply, message);
  }

  /// Whether a turn may tell the end of a task that it has started.
  public boolean waitsForTasks() {
    return settings.waitsForTasks();
  }

  private SystemMessage systemMessage() {
    return SystemMessage.from(prompts.render(PROMPT, Map.of("model", models.atWork().name())));
  }

  /// Expires the turn unless it is completed in time.
  private CompletableFuture<@Nullable Void> deadline(TurnCancel cancel) {
    var turn = new CompletableFuture<@Nullable Void>()
        .orTimeout(settings.turnLimit().toMillis(), TimeUnit.MILLISECONDS);
    var _ = turn.exceptionallyAsync(_ -> {
      cancel.expire();
      return null;
    }, expiry -> Thread.ofVirtual().name("turn-deadline").start(expiry));
    return turn;
  }

  private void answer(TurnRequest request, Turn turn, TurnMemory memory, Reply reply,
      String message) {
    AiServices.builder(Conversation.class)
        .streamingChatModel(models.forTurn(request.user(), request.cancel().calls()))
        .chatMemory(memory)
        .tools(tools())
        .maxToolCallingRoundTrips(settings.roundTrips())
        .hallucinatedToolNameStrategy(call -> unknownTool(turn, call))
        .toolArgumentsErrorHandler((error, context) -> sanitised(turn, "bad_arguments", error))
        .toolExecutionErrorHandler((error, context) -> sanitised(turn, "internal", error))
        .build()
        .answer(message, InvocationParameters.from(Turn.KEY, turn))
        .onPartialResponse(reply::append)
        .onIntermediateResponse(reply::roundTrip)
        .onCompleteResponse(reply::complete)
        .onError(reply::failed)
        .start();
  }

  private Map<ToolSpecification, ToolExecutor> tools() {
    var executors = new LinkedHashMap<ToolSpecification, ToolExecutor>();
    toolbox.tools().forEach(tool -> executors.put(ToolSchemas.of(tool), new Executor()));
    return executors;
  }

  /// Finds the turn among what the server passed along, never in what the model wrote.
  private static final class Executor implements ToolExecutor {
    @Override
    public String execute(ToolExecutionRequest call, Object memoryId) {
      throw new UnsupportedOperationException("a tool needs its turn");
    }

    @Override
    public ToolExecutionResult executeWithContext(ToolExecutionRequest call,
        InvocationContext context) {
      Turn turn = context.invocationParameters().get(Turn.KEY);
      return ToolExecutionResult.builder().resultText(turn.call(call)).build();
    }
  }

  private ToolExecutionResultMessage unknownTool(Turn turn, ToolExecutionRequest call) {
    return ToolExecutionResultMessage.from(call, turn.error("unknown_tool",
        "there is no tool of that name; use one of those on offer"));
  }

  private static ToolErrorHandlerResult sanitised(Turn turn, String code, Throwable error) {
    log.error("a tool call failed", error);
    return ToolErrorHandlerResult.text(turn.error(code, "the tool call failed"));
  }

  private TurnOutcome outcome(TurnRequest request, Turn turn, TurnMemory memory, Reply reply,
      String message) {
    var ending = ending(request.cancel(), reply);
    reply.nameTasks(turn.started());
    var apology = switch (ending) {
      case COMPLETED -> "";
      case CANCELLED -> "Stopped.";
      case FAILED -> reply.apology(request.cancel().isExpired());
    };
    logFailure(request, ending, reply);
    var text = paragraphs(reply.shown(), apology);
    return new TurnOutcome(ending, text, memory.exchange(message, text),
        turn.started().stream().map(Turn.Started::taskId).toList(), turn.answered(),
        ending == Ending.FAILED ? apology : null, reply.inputTokens(), reply.outputTokens(),
        prompts.get(PROMPT).hash());
  }

  private static Ending ending(TurnCancel cancel, Reply reply) {
    if (reply.isComplete() && reply.failure() == null) {
      return Ending.COMPLETED;
    }
    return cancel.isStopped() && !cancel.isExpired() ? Ending.CANCELLED : Ending.FAILED;
  }

  private static void logFailure(TurnRequest request, Ending ending, Reply reply) {
    var failure = reply.failure();
    if (ending == Ending.FAILED && failure instanceof ModelFailure model) {
      log.warn("turn {} of {} failed: {}", request.turnId(), request.user(), model.code());
    } else if (ending == Ending.FAILED) {
      log.error("turn {} of {} failed", request.turnId(), request.user(), failure);
    }
  }

  private static String paragraphs(String text, String more) {
    return text.isBlank() || more.isEmpty() ? text + more : text + "\n\n" + more;
  }
}

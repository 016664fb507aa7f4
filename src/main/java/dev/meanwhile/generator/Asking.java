package dev.meanwhile.generator;

import dev.meanwhile.llm.Models;
import dev.meanwhile.llm.StructuredAsks;
import dev.meanwhile.llm.call.ModelFailure;
import dev.meanwhile.llm.prompt.Prompts;
import dev.meanwhile.task.Usage;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.task.handler.TransientFailure;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Asks the model at work for data, one batch after the other. What can pass is thrown, so that the engine tries the task
/// again; what can't makes this batch fall back to the rules, and says so.
@Component
public class Asking {
  private static final Pattern ORDER = Pattern.compile(
      "\\b(?:ignore|disregard|forget|override)\\b.{0,40}\\b(?:instructions?|rules?|prompts?|task|above|schema)\\b"
          + "|\\b(?:system prompt|you are (?:now|an?) )",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Models models;
  private final StructuredAsks asks;
  private final Prompts prompts;

  Asking(Models models, StructuredAsks asks, Prompts prompts) {
    this.models = models;
    this.asks = asks;
    this.prompts = prompts;
  }

  /// Whether there is a model to ask; the built-in one writes no data.
  public boolean isPossible() {
    return !models.isEmbedded();
  }

  /// One question's answer, or why there is none.
  ///
  /// @param <T> what the answer became
  public sealed interface Answer<T> {
    /// The model's data.
    record Given<T>(T value) implements Answer<T> {}

    /// Why the rules have to do.
    ///
    /// @param loss what it says of the next question
    record Missing<T>(String reason, Loss loss) implements Answer<T> {}
  }

  /// What a missing answer says of the next question.
  public enum Loss {
    /// Nothing: it was about this question.
    THIS_ONE,
    /// It may be lost too, and long waited for: the model's server was away or slow.
    PERHAPS_MORE,
    /// It would end the same way.
    ALL
  }

  /// Asks once. Belongs into a step of its own, so that it isn't paid twice. At a task's last try what could pass doesn't
  /// fail it any more: the rules have to do.
  ///
  /// @throws TransientFailure when asking later may help, and there is a try left
  public <T> Answer<T> ask(TaskRun run, String promptId, Map<String, String> variables,
      Class<? extends Record> shape,
      Function<JsonNode, T> read) {
    try {
      run.prompted(prompts.get(promptId).hash());
      var reply = asks.ask(run.user(), promptId, variables, shape,
          spent -> run.spent(new Usage(spent.model(), 1, spent.inputTokens(), spent.outputTokens(),
              spent.cost(), spent.currency())));
      return new Answer.Given<>(read.apply(reply.json()));
    } catch (ModelFailure failure) {
      run.checkpoint();
      if (failure.isTransient() && !run.isLastTry()) {
        throw new TransientFailure(failure.code(), String.valueOf(failure.getMessage()),
            failure.retryAfter());
      }
      return new Answer.Missing<>(String.valueOf(failure.getMessage()), loss(failure));
    }
  }

  private static Loss loss(ModelFailure failure) {
    if (failure.reason() == ModelFailure.Reason.REFUSED) {
      return Loss.ALL;
    }
    return failure.isTransient() ? Loss.PERHAPS_MORE : Loss.THIS_ONE;
  }

  /// Whether words of a model's answer are addressed to a model, as those that a document smuggles in.
  public static boolean isOrder(String words) {
    return ORDER.matcher(words).find();
  }

  /// A text that stands between marks in a prompt, as data: the marks themselves can't occur in it.
  public static String fenced(String text) {
    return text.replace("<<<", "‹‹‹").replace(">>>", "›››");
  }
}

package dev.meanwhile.agent;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.meanwhile.llm.call.ModelFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reply while it is written: what was shown, what it cost, and how it ended. Confined to the turn's thread.
final class Reply {
  private final TurnListener listener;
  private final StringBuilder shown = new StringBuilder();
  private boolean isNewParagraph;
  private long inputTokens;
  private long outputTokens;
  private boolean complete;
  private @Nullable Throwable failure;

  Reply(TurnListener listener) {
    this.listener = listener;
  }

  void append(String text) {
    if (isNewParagraph && !shown.isEmpty()) {
      show("\n\n");
    }
    isNewParagraph = false;
    show(text);
  }

  private void show(String text) {
    shown.append(text);
    listener.delta(text);
  }

  /// A round trip is over; what comes next is a paragraph of its own.
  void roundTrip(ChatResponse response) {
    isNewParagraph = true;
    count(response);
  }

  /// The last response bears the tokens of all.
  void complete(ChatResponse response) {
    inputTokens = 0;
    outputTokens = 0;
    count(response);
    if (response.finishReason() == FinishReason.LENGTH) {
      isNewParagraph = true;
      append("(The reply is cut here: it reached the model's limit.)");
    }
    complete = true;
  }

  private void count(ChatResponse response) {
    var usage = response.tokenUsage();
    if (usage != null) {
      inputTokens += usage.inputTokenCount() == null ? 0 : usage.inputTokenCount();
      outputTokens += usage.outputTokenCount() == null ? 0 : usage.outputTokenCount();
    }
  }

  void failed(Throwable thrown) {
    failure = thrown;
  }

  boolean isComplete() {
    return complete;
  }

  @Nullable
  Throwable failure() {
    return failure;
  }

  String shown() {
    return shown.toString();
  }

  long inputTokens() {
    return inputTokens;
  }

  long outputTokens() {
    return outputTokens;
  }

  /// Adds a line for each started task that the model didn't name.
  void nameTasks(List<Turn.Started> started) {
    for (var task : started) {
      if (!shown.toString().contains(task.taskId().toString())) {
        isNewParagraph = true;
        append(
            "Started in the background: `%s`, task ID `%s`, project `%s`. Ask how it is doing, or see its card%s; "
                .formatted(task.type(), task.taskId(), task.project(),
                    task.link().isEmpty() ? "" : " or `GET " + task.link() + "`")
                + "its result will be among the project's artifacts.");
      }
    }
  }

  /// What went wrong, in a sentence for the user.
  String apology(boolean expired) {
    if (expired) {
      return "This reply took too long and was stopped. Please try again.";
    }
    return failure instanceof ModelFailure model
        ? model.getMessage() + (model.isTransient()
            ? " Please try again in a moment."
            : " Commands, which /help lists, work without it.")
        : "Something went wrong while this reply was written.";
  }
}

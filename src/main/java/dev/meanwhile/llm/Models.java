package dev.meanwhile.llm;

import dev.meanwhile.llm.call.Cancellation;
import dev.meanwhile.llm.call.ModelFailure;
import dev.meanwhile.llm.gate.Lane;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.meanwhile.UserId;

/// The way to a language model. Each view belongs to one user and one turn or task; making one is cheap.
///
/// Calls run on the calling thread from the gate to the last byte. Every call has one end: a whole reply or a
/// [ModelFailure].
public final class Models {
  private final ModelAtWork atWork;
  private final GuardedModel.Guard guard;

  Models(ModelAtWork atWork, GuardedModel.Guard guard) {
    this.atWork = atWork;
    this.guard = guard;
  }

  /// The model that answers.
  public ModelAtWork atWork() {
    return atWork;
  }

  /// Whether the built-in model answers, which writes no documents: generators take their deterministic path.
  public boolean isEmbedded() {
    return atWork.isEmbedded();
  }

  /// The model for one conversation turn.
  ///
  /// @param cancellation stops the turn's calls at once, from any thread
  public StreamingChatModel forTurn(UserId user, Cancellation cancellation) {
    return new GuardedModel(guard, Lane.TURN, user, cancellation);
  }

  /// The model for one background task. Interrupting the calling thread stops the call at once.
  public ChatModel forTask(UserId user) {
    return new BlockingModel(new GuardedModel(guard, Lane.TASK, user, new Cancellation()));
  }
}

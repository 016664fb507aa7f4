package dev.meanwhile.llm.gate;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The gate before the model, for each node.
///
/// @param calls at once; a quarter of them, and at least 2, are kept for conversations
/// @param turnWait the longest a conversation waits for its call
/// @param taskWait the longest a task waits for its call
/// @param waiting calls that may wait in each lane; more are turned away
public record GateLimits(@DefaultValue("16") int calls, @DefaultValue("60s") Duration turnWait,
    @DefaultValue("10m") Duration taskWait, @DefaultValue("1000") int waiting) {

  /// Refuses a gate too narrow for both lanes.
  public GateLimits {
    if (calls < ModelGate.FEWEST_CALLS) {
      throw new IllegalArgumentException("meanwhile.llm.gate.calls is %d, the least is %d"
          .formatted(calls, ModelGate.FEWEST_CALLS));
    }
  }
}

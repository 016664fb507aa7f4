package dev.meanwhile.task;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a task's model calls came to.
///
/// @param model the name of the model asked last
/// @param calls finished calls, those whose reply couldn't be used among them
/// @param cost by the prices of the settings; null where there are none
/// @param currency of the cost; null without one
public record Usage(String model, int calls, long inputTokens, long outputTokens,
    @Nullable BigDecimal cost, @Nullable String currency) {

  /// Both together, under the model and the currency of the later one.
  public static Usage sum(@Nullable Usage before, Usage more) {
    return before == null
        ? more
        : new Usage(more.model, before.calls + more.calls, before.inputTokens + more.inputTokens,
            before.outputTokens + more.outputTokens, sum(before.cost, more.cost),
            more.currency == null ? before.currency : more.currency);
  }

  private static @Nullable BigDecimal sum(@Nullable BigDecimal before, @Nullable BigDecimal more) {
    return before == null || more == null ? (before == null ? more : before) : before.add(more);
  }
}

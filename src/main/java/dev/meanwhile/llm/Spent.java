package dev.meanwhile.llm;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What one finished model call came to, whether its reply could be used or not.
///
/// @param model the model's name
/// @param inputTokens 0 when the server didn't say
/// @param outputTokens 0 when the server didn't say
/// @param cost by the prices of the settings; null where there are none
/// @param currency of the cost; null without one
public record Spent(String model, long inputTokens, long outputTokens, @Nullable BigDecimal cost,
    @Nullable String currency) {}

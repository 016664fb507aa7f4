package dev.meanwhile.llm;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the model's provider asks for a million tokens.
///
/// @param input unset: no cost is told
/// @param output unset: no cost is told
/// @param currency as it is shown
record Prices(@Nullable BigDecimal input, @Nullable BigDecimal output,
    @DefaultValue("USD") String currency) {
  private static final int MILLION_DIGITS = 6;

  Prices {
    if (isNegative(input) || isNegative(output)) {
      throw new IllegalArgumentException(
          "meanwhile.llm.price.input is %s and .output is %s, the least is 0".formatted(input,
              output));
    }
  }

  private static boolean isNegative(@Nullable BigDecimal price) {
    return price != null && price.signum() < 0;
  }

  /// A call's tokens with their cost, exactly.
  Spent spent(String model, long inputTokens, long outputTokens) {
    if (input == null || output == null) {
      return new Spent(model, inputTokens, outputTokens, null, null);
    }
    var cost = input.multiply(BigDecimal.valueOf(inputTokens))
        .add(output.multiply(BigDecimal.valueOf(outputTokens))).movePointLeft(MILLION_DIGITS);
    return new Spent(model, inputTokens, outputTokens, cost, currency);
  }
}

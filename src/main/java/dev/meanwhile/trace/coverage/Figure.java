package dev.meanwhile.trace.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A count with what it means, so that no form of a report can show one without the other.
///
/// @param count what was counted
/// @param of the denominator, if the count is a share of something
/// @param percentage count of the denominator in percent, one decimal, rounded down; 0 if the denominator is 0
/// @param definition what is counted, and what the denominator is
public record Figure(int count, @Nullable Integer of, @Nullable BigDecimal percentage,
    String definition) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Figure count(int count, String definition) {
    return new Figure(count, null, null, definition);
  }

  static Figure share(int count, int of, String definition) {
    return new Figure(count, of, percentage(count, of), definition);
  }

  private static BigDecimal percentage(int count, int of) {
    return of == 0
        ? new BigDecimal("0.0")
        : BigDecimal.valueOf(count).multiply(HUNDRED).divide(BigDecimal.valueOf(of), 1,
            RoundingMode.DOWN);
  }

  /// The denominator as text; empty if there is none.
  public String ofText() {
    return of == null ? "" : of.toString();
  }

  /// The percentage as text; empty if there is none.
  public String percentageText() {
    return percentage == null ? "" : percentage.toPlainString();
  }
}

package dev.meanwhile.trace.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// A file that a tool wrote about tests.
public sealed interface ResultFile {

  /// A run of tests.
  ///
  /// @param at when, as an instant of ISO 8601 in UTC; empty if the file doesn't say
  /// @param format for example `JUnit XML`
  record Run(String format, String at, List<TestResult> results) implements ResultFile {
    public Run {
      results = List.copyOf(results);
    }
  }

  /// How much code the tests reached. A figure of its own: it says nothing about requirements.
  ///
  /// @param format `JaCoCo`, `Cobertura` or `LCOV`
  record Code(String format, List<Counter> counters) implements ResultFile {
    public Code {
      counters = List.copyOf(counters);
    }
  }

  /// A table that says which test names which requirement.
  record References(List<Reference> references) implements ResultFile {
    public References {
      references = List.copyOf(references);
    }
  }

  /// A file that began like one of these and then wasn't.
  record Broken(String format, String reason) implements ResultFile {}

  /// Lines, branches and the like.
  ///
  /// @param kind what is counted, for example `lines`
  record Counter(String kind, long covered, long total) {
    public Counter {
      if (covered < 0 || covered > total) {
        throw new IllegalArgumentException(covered + " " + kind + " of " + total);
      }
    }

    /// Covered of total in percent, one decimal, rounded down; 0 if there are none.
    public BigDecimal percentage() {
      return total == 0
          ? new BigDecimal("0.0")
          : BigDecimal.valueOf(covered).multiply(BigDecimal.valueOf(100))
              .divide(BigDecimal.valueOf(total), 1, RoundingMode.DOWN);
    }
  }

  /// A test that names a requirement.
  ///
  /// @param test empty if the table doesn't say which: it is called as the table's file is
  record Reference(String test, String requirementId) {}
}

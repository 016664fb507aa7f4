package dev.meanwhile.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Measured values, in milliseconds unless said otherwise.
public final class Figures {
  private final List<Double> values = Collections.synchronizedList(new ArrayList<>());

  /// Takes one more.
  public void add(double value) {
    values.add(value);
  }

  /// How many there are.
  public int count() {
    return values.size();
  }

  /// The value in the middle.
  public double median() {
    return at(.5);
  }

  /// The value that this share of all lies below.
  public double at(double share) {
    var sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
  }

  /// As p50 / p95 / max.
  @Override
  public String toString() {
    return "%.1f / %.1f / %.1f".formatted(median(), at(.95), at(1));
  }
}

package dev.meanwhile.trace.test;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Maps whose order is that of their keys, so that the same content is written as the same bytes.
final class InOrder {
  private InOrder() {}

  /// An unmodifiable copy; empty for what an earlier version hasn't written.
  static Map<String, String> copy(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
  }
}

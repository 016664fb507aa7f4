package dev.meanwhile.node;

import java.time.Instant;

/// A process that has told of itself, as the database sees it.
///
/// @param leaseSeconds what is left of its lease; negative since it ran out
public record Node(String name, String version, Instant startedAt, double leaseSeconds) {
  /// Whether its lease holds.
  public boolean isAlive() {
    return leaseSeconds > 0;
  }
}

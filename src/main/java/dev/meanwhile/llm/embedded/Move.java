package dev.meanwhile.llm.embedded;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The next thing to do about a wish.
sealed interface Move {
  /// Call a tool; `phase` tells the calls of one wish apart.
  record Invoke(String tool, ObjectNode arguments, int phase) implements Move {}

  /// Call several, each a phase of its own.
  record InvokeAll(List<Invoke> calls) implements Move {}

  /// Another wish must be served first.
  record Wait() implements Move {}

  /// All is done that can be; this is to be said.
  record Told(String text) implements Move {}
}

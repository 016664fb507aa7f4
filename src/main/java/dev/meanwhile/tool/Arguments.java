package dev.meanwhile.tool;

import dev.meanwhile.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads what a model passed. Nothing in it is trusted.
final class Arguments {
  private Arguments() {}

  /// @throws Problem bad field
  static UUID uuid(@Nullable JsonNode node, String field) {
    if (node == null || !node.isString()) {
      throw Problem.badField(field, "must be an ID");
    }
    try {
      return UUID.fromString(node.asString().strip());
    } catch (IllegalArgumentException _) {
      throw Problem.badField(field, "isn't an ID");
    }
  }

  static @Nullable String text(ObjectNode arguments, String field) {
    var node = arguments.get(field);
    return node == null || node.isNull() || node.asString("").isBlank()
        ? null
        : node.asString().strip();
  }

  /// A whole number within bounds; what is missing or out of bounds is bent to them.
  static int number(ObjectNode arguments, String field, int otherwise, int most) {
    var node = arguments.get(field);
    return node == null || !node.canConvertToInt()
        ? otherwise
        : Math.max(0, Math.min(most, node.asInt()));
  }
}

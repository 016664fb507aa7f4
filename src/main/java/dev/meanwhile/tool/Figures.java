package dev.meanwhile.tool;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What of a task's result a model is shown before it acts: numbers, IDs, words and the names of files. Sentences may
/// come from an upload and give orders; they are left to `read_artifact`, after which the user is asked.
final class Figures {
  private static final Set<String> NAMES = Set.of("name", "generated_files");
  private static final String LEFT_OUT = "Sentences are left out; read_artifact shows what the "
      + "task made.";

  private boolean leftOut;

  private Figures() {}

  static ObjectNode of(ObjectNode result) {
    var figures = new Figures();
    var shown = figures.object(result);
    return figures.leftOut ? shown.put("note", LEFT_OUT) : shown;
  }

  private ObjectNode object(JsonNode object) {
    var shown = JsonNodeFactory.instance.objectNode();
    object.properties().stream()
        .filter(member -> isShown(member.getValue(), NAMES.contains(member.getKey())))
        .forEach(member -> shown.set(member.getKey(),
            value(member.getValue(), NAMES.contains(member.getKey()))));
    return shown;
  }

  private JsonNode value(JsonNode value, boolean isName) {
    if (value.isObject()) {
      return object(value);
    }
    if (!value.isArray()) {
      return value;
    }
    var shown = JsonNodeFactory.instance.arrayNode();
    value.valueStream().filter(element -> isShown(element, isName))
        .forEach(element -> shown.add(value(element, isName)));
    return shown;
  }

  private boolean isShown(JsonNode value, boolean isName) {
    boolean isSentence = !isName && value.isString()
        && value.asString().chars().anyMatch(Character::isWhitespace);
    leftOut |= isSentence;
    return !isSentence;
  }
}

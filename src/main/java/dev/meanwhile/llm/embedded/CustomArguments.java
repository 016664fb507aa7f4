package dev.meanwhile.llm.embedded;

import dev.meanwhile.llm.embedded.said.Said;
import dev.meanwhile.llm.embedded.wish.Offer;
import dev.meanwhile.llm.embedded.wish.Options;
import dev.meanwhile.llm.embedded.wish.Question;
import dev.meanwhile.llm.embedded.wish.Talk;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Fills the arguments of a tool that an operator added, from its schema and the user's words.
final class CustomArguments {
  private static final Pattern TEXT_FIELD = Pattern
      .compile(".*(?:content|text|requirements|document|input|body|rtm|source).*");
  private static final Pattern NUMBER = Pattern.compile("\\b\\d+\\b");

  private final Offer offer;
  private final Said said;
  private final Options options;

  CustomArguments(Offer offer, Said said, Options options) {
    this.offer = offer;
    this.said = said;
    this.options = options;
  }

  /// Either the arguments or what to ask for.
  record Filled(@Nullable ObjectNode arguments, String question) {
    Move map(Function<ObjectNode, Move> whole, Function<String, Move> missing) {
      return arguments == null ? missing.apply(question) : whole.apply(arguments);
    }
  }

  Filled fill(String tool) {
    var schema = offer.schema(tool);
    var arguments = Talk.JSON.createObjectNode();
    for (var field : schema.path("properties").properties()) {
      var value = value(field.getKey(), field.getValue());
      if (value != null) {
        arguments.set(field.getKey(), value);
      }
    }
    var missing = new ArrayList<String>();
    schema.path("required").forEach(it -> {
      if (!arguments.has(it.asString(""))) {
        missing.add("`" + it.asString("") + "`");
      }
    });
    return missing.isEmpty()
        ? new Filled(arguments, "")
        : new Filled(null, Question.FIELD.text() + String.join(" and ", missing)
            + ", for example as `" + missing.getFirst().replace("`", "") + ": …`.");
  }

  private @Nullable JsonNode value(String name, JsonNode schema) {
    var nodes = Talk.JSON.getNodeFactory();
    if (name.equals("project_id")) {
      return options.projectId() == null ? null : nodes.stringNode(options.projectId());
    }
    if (name.equals("file_ids")) {
      return said.files().isEmpty() ? null : files();
    }
    var given = given(name);
    return switch (schema.path("type").asString("")) {
      case "string" -> text(name, schema, given);
      case "integer" -> given != null && NUMBER.matcher(given).matches()
          ? nodes.numberNode(Long.parseLong(given))
          : null;
      case "boolean" -> given == null ? null : nodes.booleanNode(given.matches("true|yes|on"));
      default -> null;
    };
  }

  private JsonNode files() {
    var ids = Talk.JSON.createArrayNode();
    said.files().forEach(it -> ids.add(it.id()));
    return ids;
  }

  private @Nullable JsonNode text(String name, JsonNode schema, @Nullable String given) {
    var nodes = Talk.JSON.getNodeFactory();
    var lower = said.wish().toLowerCase(Locale.ROOT);
    for (var choice : schema.path("enum")) {
      if (lower.contains(choice.asString("").toLowerCase(Locale.ROOT))) {
        return choice;
      }
    }
    if (given != null && !schema.has("enum")) {
      return nodes.stringNode(given);
    }
    return !said.document().isBlank() && TEXT_FIELD.matcher(name).matches()
        ? nodes.stringNode(said.document())
        : null;
  }

  /// What the user wrote as `name: value`, `name=value` or `name value`.
  private @Nullable String given(String name) {
    var spoken = name.replace("_", "[ _]");
    var found = Pattern.compile("(?i)\\b" + spoken + "\\s*+(?:[:=]|is|of)?\\s*+[\"'`]?([\\w./-]+)")
        .matcher(said.wish() + "\n" + said.document());
    return found.find() ? found.group(1) : null;
  }
}

package dev.meanwhile.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a model's text as JSON of a given shape. Code fences and words around the JSON are forgiven; anything else
/// that doesn't fit is a flaw.
final class StructuredText {
  private static final int MOST_FLAWS = 20;
  private static final JsonMapper STRICT = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private final List<String> flaws = new ArrayList<>();

  private StructuredText() {}

  /// Either the JSON or what is wrong with the text.
  record Result(@Nullable JsonNode json, List<String> flaws) {}

  static Result read(String text, JsonNode schema) {
    JsonNode json;
    try {
      json = STRICT.readTree(core(text));
    } catch (JacksonException _) {
      return new Result(null, List.of("- the reply isn't one whole JSON value"));
    }
    var check = new StructuredText();
    check.check(json, schema, "$");
    return check.flaws.isEmpty()
        ? new Result(json, List.of())
        : new Result(null, check.flaws.stream().limit(MOST_FLAWS).toList());
  }

  private static String core(String text) {
    int from = firstOf(text, '{', '[');
    int to = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
    return from < 0 || to < from ? text : text.substring(from, to + 1);
  }

  private static int firstOf(String text, char one, char other) {
    int first = text.indexOf(one);
    int second = text.indexOf(other);
    return first < 0 || second < 0 ? Math.max(first, second) : Math.min(first, second);
  }

  private void check(JsonNode value, JsonNode schema, String path) {
    if (schema.has("enum") && !holds(schema.get("enum"), value)) {
      flaw(path, "must be one of " + schema.get("enum"));
    }
    switch (schema.path("type").asString("")) {
      case "object" -> checkObject(value, schema, path);
      case "array" -> checkArray(value, schema, path);
      case "string" -> expect(value.isString(), path, "a string");
      case "integer" -> expect(value.isIntegralNumber(), path, "a whole number");
      case "number" -> expect(value.isNumber(), path, "a number");
      case "boolean" -> expect(value.isBoolean(), path, "true or false");
      default -> {
      }
    }
  }

  private void checkObject(JsonNode value, JsonNode schema, String path) {
    if (!value.isObject()) {
      flaw(path, "must be an object");
      return;
    }
    var properties = schema.path("properties");
    var required = texts(schema.path("required"));
    for (var name : required) {
      if (!value.hasNonNull(name)) {
        flaw(path + "." + name, "is missing");
      }
    }
    for (var field : value.properties()) {
      if (!properties.has(field.getKey())) {
        flaw(path + "." + field.getKey(), "isn't a known field");
      } else if (!field.getValue().isNull()) {
        check(field.getValue(), properties.get(field.getKey()), path + "." + field.getKey());
      }
    }
  }

  private void checkArray(JsonNode value, JsonNode schema, String path) {
    if (!value.isArray()) {
      flaw(path, "must be an array");
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      check(value.get(i), schema.path("items"), path + "[" + i + "]");
    }
  }

  private static boolean holds(JsonNode list, JsonNode value) {
    return StreamSupport.stream(list.spliterator(), false).anyMatch(value::equals);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString)
        .collect(Collectors.toList());
  }

  private void expect(boolean isSo, String path, String what) {
    if (!isSo) {
      flaw(path, "must be " + what);
    }
  }

  private void flaw(String path, String what) {
    flaws.add("- " + path + " " + what);
  }
}

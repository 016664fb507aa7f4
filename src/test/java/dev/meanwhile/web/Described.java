package dev.meanwhile.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The server's own description, held against what it answers.
final class Described {
  private static final String JSON = "application/json";

  private final JsonNode document;

  Described(JsonNode document) {
    this.document = document;
  }

  /// Asserts that a status of an operation is described, and that the answer fits its schema.
  ///
  /// @param path as the description has it, with its variables in braces
  void fits(String method, String path, Api.Answer answer) {
    var place = "%s %s %d".formatted(method, path, answer.status());
    var response = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT))
        .path("responses").path(String.valueOf(answer.status()));
    assertThat(response.isObject()).as(place + " isn't described").isTrue();
    var type = answer.header("Content-Type").replaceFirst(";.*", "");
    var content = response.path("content").path(type.isEmpty() ? JSON : type);
    assertThat(content.isObject()).as(place + " as " + type).isEqualTo(!answer.text().isEmpty());
    if (!answer.text().isEmpty()) {
      assertThat(flaws(answer.json(), content.path("schema"), "$")).as(place).isEmpty();
    }
  }

  private List<String> flaws(JsonNode value, JsonNode schema, String at) {
    var flaws = new ArrayList<String>();
    var whole = resolved(schema);
    if (whole.has("anyOf")) {
      boolean fits = StreamSupport.stream(whole.path("anyOf").spliterator(), false)
          .anyMatch(one -> flaws(value, one, at).isEmpty());
      return fits ? List.of() : List.of(at + " fits nothing of " + whole);
    }
    if (!types(whole).contains(typeOf(value))) {
      flaws.add("%s is %s, not %s".formatted(at, value, types(whole)));
    }
    if (whole.has("properties") && value.isObject()) {
      members(value, whole, at, flaws);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      flaws.addAll(flaws(value.get(i), whole.path("items"), at + "[" + i + "]"));
    }
    return flaws;
  }

  private void members(JsonNode value, JsonNode schema, String at, List<String> flaws) {
    schema.path("required").forEach(name -> {
      if (!value.has(name.asString())) {
        flaws.add("%s.%s is missing".formatted(at, name.asString()));
      }
    });
    value.properties().forEach(member -> {
      var described = schema.path("properties").path(member.getKey());
      if (described.isMissingNode()) {
        flaws.add("%s.%s isn't described".formatted(at, member.getKey()));
      } else {
        flaws.addAll(flaws(member.getValue(), described, at + "." + member.getKey()));
      }
    });
  }

  /// The schema that a reference leads to.
  JsonNode resolved(JsonNode schema) {
    var reference = schema.path("$ref").asString("");
    if (reference.isEmpty()) {
      return schema;
    }
    var found = document.at(reference.substring(1));
    assertThat(found.isObject()).as(reference + " leads nowhere").isTrue();
    return found;
  }

  private static Set<String> types(JsonNode schema) {
    var types = new HashSet<String>();
    var type = schema.path("type");
    type.forEach(one -> types.add(one.asString()));
    if (type.isString()) {
      types.add(type.asString());
    } else if (schema.has("properties")) {
      types.add("object");
    }
    return types;
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON: " + value);
    };
  }
}

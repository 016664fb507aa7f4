package dev.meanwhile.agent;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.meanwhile.tool.Tool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tools in LangChain4j's own form.
final class ToolSchemas {
  private ToolSchemas() {}

  static ToolSpecification of(Tool tool) {
    return ToolSpecification.builder().name(tool.name()).description(tool.description())
        .parameters(object(tool.inputSchema())).build();
  }

  private static JsonObjectSchema object(Map<?, ?> schema) {
    var object = JsonObjectSchema.builder().description(description(schema))
        .required(texts(schema.get("required")));
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((name, value) -> object.addProperty(String.valueOf(name), element(value)));
    }
    return object.build();
  }

  private static JsonSchemaElement element(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> schema)) {
      throw new IllegalArgumentException("not a schema: " + value);
    }
    return switch (String.valueOf(schema.get("type"))) {
      case "string" -> text(schema);
      case "integer" -> JsonIntegerSchema.builder().description(description(schema)).build();
      case "number" -> JsonNumberSchema.builder().description(description(schema)).build();
      case "boolean" -> JsonBooleanSchema.builder().description(description(schema)).build();
      case "array" -> JsonArraySchema.builder().description(description(schema))
          .items(element(schema.get("items"))).build();
      case "object" -> object(schema);
      default -> throw new IllegalArgumentException("not a type that tools use: " + schema);
    };
  }

  private static JsonSchemaElement text(Map<?, ?> schema) {
    var words = texts(schema.get("enum"));
    return words.isEmpty()
        ? JsonStringSchema.builder().description(description(schema)).build()
        : JsonEnumSchema.builder().description(description(schema)).enumValues(words).build();
  }

  private static @Nullable String description(Map<?, ?> schema) {
    return schema.get("description") instanceof String text ? text : null;
  }

  private static List<String> texts(@Nullable Object list) {
    return list instanceof List<?> items ? items.stream().map(String::valueOf).toList() : List.of();
  }
}

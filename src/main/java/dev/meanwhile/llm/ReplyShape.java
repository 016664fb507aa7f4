package dev.meanwhile.llm;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The schema of a reply that is described by a record: its components in snake case, all of them required, no others.
final class ReplyShape {
  private ReplyShape() {}

  static JsonSchema of(Class<? extends Record> reply) {
    return JsonSchema.builder().name(snake(reply.getSimpleName())).rootElement(object(reply))
        .build();
  }

  private static JsonObjectSchema object(Class<?> record) {
    var schema = JsonObjectSchema.builder();
    var components = record.getRecordComponents();
    for (var component : components) {
      schema.addProperty(snake(component.getName()), element(component.getGenericType()));
    }
    return schema.required(Arrays.stream(components).map(c -> snake(c.getName())).toList())
        .additionalProperties(false).build();
  }

  private static JsonSchemaElement element(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return JsonArraySchema.builder().items(element(list.getActualTypeArguments()[0])).build();
    }
    if (type == String.class) {
      return new JsonStringSchema();
    }
    if (type == int.class) {
      return new JsonIntegerSchema();
    }
    if (type == boolean.class) {
      return new JsonBooleanSchema();
    }
    if (type instanceof Class<?> word && word.isEnum()) {
      return JsonEnumSchema.builder().enumValues(Arrays.stream(word.getEnumConstants())
          .map(w -> w.toString().toLowerCase(Locale.ROOT)).toList()).build();
    }
    if (type instanceof Class<?> record && record.isRecord()) {
      return object(record);
    }
    throw new IllegalArgumentException("no schema for " + type);
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}

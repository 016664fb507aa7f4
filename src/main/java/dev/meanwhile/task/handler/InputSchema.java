package dev.meanwhile.task.handler;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON Schema (2020-12) of an input record: names in `snake_case`, `@Nullable` components optional, descriptions
/// from [Describe].
public final class InputSchema {
  private InputSchema() {}

  /// The schema as plain maps and lists, in the order of the record's components.
  ///
  /// @throws IllegalArgumentException for a component whose type JSON can't describe
  public static Map<String, Object> of(Class<? extends Record> input) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (var component : input.getRecordComponents()) {
      properties.put(name(component), property(component));
      if (!isOptional(component)) {
        required.add(name(component));
      }
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  /// The fields of an input, in the order of the record's components.
  public static List<String> names(Class<? extends Record> input) {
    return Arrays.stream(input.getRecordComponents()).map(InputSchema::name).toList();
  }

  static String name(RecordComponent component) {
    return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  static boolean isOptional(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Map<String, Object> property(RecordComponent component) {
    var schema = new LinkedHashMap<>(type(component.getGenericType()));
    var describe = component.getAnnotation(Describe.class);
    if (describe != null) {
      schema.put("description", describe.value());
    }
    return schema;
  }

  private static Map<String, Object> type(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return Map.of("type", "array", "items", type(list.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> plain) {
      return plain(plain);
    }
    throw new IllegalArgumentException("no JSON Schema for " + type);
  }

  private static Map<String, Object> plain(Class<?> type) {
    if (type == String.class) {
      return Map.of("type", "string");
    }
    if (type == UUID.class) {
      return Map.of("type", "string", "format", "uuid");
    }
    if (type == Boolean.class || type == boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return Map.of("type", "integer");
    }
    return type.isEnum() ? words(type) : record(type);
  }

  private static Map<String, Object> words(Class<?> type) {
    return Map.of("type", "string", "enum", Arrays.stream(type.getEnumConstants())
        .map(word -> word.toString().toLowerCase(Locale.ROOT)).toList());
  }

  private static Map<String, Object> record(Class<?> type) {
    if (type.isRecord()) {
      return of(type.asSubclass(Record.class));
    }
    throw new IllegalArgumentException("no JSON Schema for " + type);
  }
}

package dev.meanwhile.foreign;

import dev.meanwhile.Api;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a body, frame, tool or command takes, as a JSON Schema, and where in it IDs are.
record Shape(JsonNode schema) {
  /// Fits wherever words are asked for: a message, a command, requirements.
  private static final String WORDS = "/rtm REQ-1: The pump shall stop within 2 seconds.";

  /// A place for an ID.
  ///
  /// @param path the names of the members that lead to it
  /// @param isList whether it takes several
  record Spot(List<String> path, boolean isList, String noun) {
    @Override
    public String toString() {
      return String.join(".", path);
    }
  }

  /// The shape of a record.
  static Shape of(Class<?> type) {
    if (!type.isRecord()) {
      throw new AssertionError(type + " isn't a record: say here how its IDs are found");
    }
    var components = type.getRecordComponents();
    var properties = Api.JSON.createObjectNode();
    Arrays.stream(components).forEach(
        one -> properties.set(Nouns.snake(one.getName()), ofType(one.getGenericType())));
    var schema = Api.JSON.createObjectNode().put("type", "object");
    schema.set("properties", properties);
    schema.set("required", Api.JSON.valueToTree(Arrays.stream(components)
        .filter(one -> !one.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName).map(Nouns::snake).toList()));
    return new Shape(schema);
  }

  /// The schema of a Java type; whatever isn't known is a string.
  static JsonNode ofType(Type type) {
    if (type instanceof ParameterizedType list
        && list.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw)) {
      return Api.JSON.createObjectNode().put("type", "array")
          .set("items", ofType(list.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> one && one.isRecord() && one != ProjectKey.class
        && one != UserId.class) {
      return of(one).schema;
    }
    return plain(type);
  }

  /// Whether a type is an ID or holds one.
  static boolean isUuid(Type type) {
    return type.getTypeName().contains(UUID.class.getName());
  }

  private static JsonNode plain(Type type) {
    var schema = Api.JSON.createObjectNode().put("type", "string");
    if (type == UUID.class) {
      return schema.put("format", "uuid");
    }
    if (isUuid(type)) {
      throw new AssertionError(type + " holds IDs: say here how it is filled");
    }
    if (List.of(Long.class, long.class, Integer.class, int.class).contains(type)) {
      return schema.put("type", "integer");
    }
    return type == Boolean.class || type == boolean.class ? schema.put("type", "boolean") : schema;
  }

  /// Where the shape takes IDs.
  List<Spot> spots() {
    var found = new ArrayList<Spot>();
    find(schema, List.of(), found);
    return found;
  }

  private static void find(JsonNode schema, List<String> above, List<Spot> found) {
    schema.path("properties").properties().forEach(property -> {
      var path = Stream.concat(above.stream(), Stream.of(property.getKey())).toList();
      boolean isList = property.getValue().has("items");
      var type = isList ? property.getValue().path("items") : property.getValue();
      var noun = nounOf(property.getKey(), type);
      if (noun != null) {
        found.add(new Spot(path, isList, noun));
      }
      var below = isList ? new ArrayList<Spot>() : found;
      find(type, path, below);
      if (isList && !below.isEmpty()) {
        throw new AssertionError(below + " is in a list of objects: say here how it is filled");
      }
    });
  }

  /// What a name of this type asks the ID of, if of anything.
  static @Nullable String nounOf(String name, JsonNode type) {
    var noun = type.path("type").asString("string").equals("string") ? Nouns.of(name) : null;
    if (noun == null && type.path("format").asString("").equals("uuid")) {
      throw new AssertionError("%s takes an ID: say in Nouns of what".formatted(name));
    }
    return noun;
  }

  /// The ID, beside each of the variants.
  List<Place.Ask> asks(Spot spot, Belongings caller, Function<ObjectNode, Reply> asked) {
    return variants(caller.byNoun()).stream().<Place.Ask>map(
        body -> id -> asked.apply(put(body.deepCopy(), spot, id))).toList();
  }

  /// What must be there, alone and in turn with each thing that may be there: some want one of several.
  ///
  /// @param own what the caller has, by noun
  List<ObjectNode> variants(Map<String, String> own) {
    var all = new ArrayList<ObjectNode>();
    all.add(required(own));
    for (var property : schema.path("properties").properties()) {
      if (!isRequired(property.getKey())) {
        var body = required(own);
        body.set(property.getKey(), value(property.getKey(), property.getValue(), own));
        all.add(body);
      }
    }
    return all;
  }

  private ObjectNode required(Map<String, String> own) {
    var body = Api.JSON.createObjectNode();
    schema.path("properties").properties().stream()
        .filter(property -> isRequired(property.getKey())).forEach(property -> body
            .set(property.getKey(), value(property.getKey(), property.getValue(), own)));
    return body;
  }

  private boolean isRequired(String name) {
    return schema.path("required").valueStream().anyMatch(one -> one.asString().equals(name));
  }

  private static ObjectNode put(ObjectNode body, Spot spot, String id) {
    var node = body;
    for (var name : spot.path().subList(0, spot.path().size() - 1)) {
      node = node.withObjectProperty(name);
    }
    var last = spot.path().getLast();
    var value = Api.JSON.getNodeFactory().stringNode(id);
    node.set(last, spot.isList() ? Api.JSON.createArrayNode().add(value) : value);
    return body;
  }

  private static JsonNode value(String name, JsonNode type, Map<String, String> own) {
    var nodes = Api.JSON.getNodeFactory();
    return switch (type.path("type").asString("string")) {
      case "array" -> nodes.arrayNode().add(value(name, type.path("items"), own));
      case "object" -> new Shape(type).required(own);
      case "integer" -> nodes.numberNode(type.path("minimum").asInt(0));
      case "boolean" -> nodes.booleanNode(true);
      default -> nodes.stringNode(text(name, type, own));
    };
  }

  private static String text(String name, JsonNode type, Map<String, String> own) {
    var noun = nounOf(name, type);
    return noun == null
        ? type.path("enum").path(0).asString(WORDS)
        : own.getOrDefault(noun, "nothing of that kind");
  }
}

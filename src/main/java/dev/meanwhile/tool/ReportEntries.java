package dev.meanwhile.tool;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The entries of one member of a stored report, read one after the other, because a report may be as large as a file.
final class ReportEntries {
  /// Of no use to a reader: places in a text, and what programs compare.
  private static final Set<String> LEFT_OUT = Set.of("start", "end", "text_hash", "id_origin");

  private final JsonMapper json;
  private final Set<String> like;
  private final ArrayNode shown;
  private int room;
  private int total;

  /// @param like what an entry must have as one of its values, in any case, one of several that are parted by `|`; null:
  /// anything
  /// @param room characters of the entries that are kept
  ReportEntries(JsonMapper json, @Nullable String like, int room) {
    this.json = json;
    this.like = like == null ? Set.of() : Set.of(like.toLowerCase(Locale.ROOT).split("\\|", -1));
    this.room = room;
    this.shown = json.createArrayNode();
  }

  /// The first entries that fit.
  ArrayNode shown() {
    return shown;
  }

  /// How many there are.
  int total() {
    return total;
  }

  ReportEntries read(byte[] report, String member) {
    try (var parser = json.createParser(report)) {
      parser.nextToken();
      for (var name = parser.nextName(); name != null; name = parser.nextName()) {
        if (parser.nextToken() != null && name.equals(member)) {
          member(parser, null);
        } else {
          parser.skipChildren();
        }
      }
    }
    return this;
  }

  /// A list, or lists or single entries by their kind.
  private void member(JsonParser parser, @Nullable String kind) {
    if (parser.currentToken() == JsonToken.START_OBJECT && kind != null) {
      add(parser.<JsonNode>readValueAsTree(), kind);
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      for (var name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        member(parser, name);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        add(parser.<JsonNode>readValueAsTree(), kind);
      }
    }
  }

  private void add(JsonNode value, @Nullable String kind) {
    var entry = json.createObjectNode();
    if (kind != null) {
      entry.put("kind", kind);
    }
    if (value instanceof ObjectNode object) {
      entry.setAll(object);
    } else {
      entry.set("id", value);
    }
    if (like.isEmpty() || has(entry)) {
      total++;
      keep((ObjectNode) bare(entry));
    }
  }

  private boolean has(JsonNode value) {
    return value.isContainer()
        ? value.valueStream().anyMatch(this::has)
        : like.contains(value.asString("").toLowerCase(Locale.ROOT));
  }

  /// Without what is empty.
  private JsonNode bare(JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      return value;
    }
    var bare = json.createObjectNode();
    object.properties().stream().filter(it -> !LEFT_OUT.contains(it.getKey()))
        .filter(it -> !isEmpty(it.getValue()))
        .forEach(it -> bare.set(it.getKey(), bare(it.getValue())));
    return bare;
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull() || (value.isContainer() && value.isEmpty())
        || (value.isString() && value.asString().isEmpty());
  }

  private void keep(ObjectNode entry) {
    room -= entry.toString().length();
    if (room >= 0) {
      shown.add(entry);
    }
  }
}

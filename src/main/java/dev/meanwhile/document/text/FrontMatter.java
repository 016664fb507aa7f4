package dev.meanwhile.document.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields that a Markdown text may begin with, between two lines of three dashes.
///
/// @param fields by name, in lower case
/// @param rest the text with empty lines in their place
record FrontMatter(Map<String, String> fields, String rest) {
  private static final int MOST_LINES = 200;
  private static final Pattern DASHES = Pattern.compile("---[ \\t]*");
  private static final Pattern FIELD = Pattern
      .compile("([A-Za-z][\\w .-]{0,60}):(?:[ \\t]+(.*?))?[ \\t]*");
  private static final Pattern OTHER = Pattern.compile("\\s*|\\s*#.*|\\s+.*|-\\s.*");
  private static final Pattern QUOTED = Pattern.compile("^([\"'])(.*)\\1$|^[|>][+-]?$");

  /// The fields of a text and the rest of it; no fields if it begins otherwise.
  static FrontMatter of(String text) {
    var lines = text.lines().limit(MOST_LINES).toList();
    if (lines.isEmpty() || !DASHES.matcher(lines.getFirst()).matches()) {
      return new FrontMatter(Map.of(), text);
    }
    var fields = new LinkedHashMap<String, StringBuilder>();
    StringBuilder open = null;
    for (int at = 1; at < lines.size(); at++) {
      var line = lines.get(at);
      var field = FIELD.matcher(line);
      if (DASHES.matcher(line).matches()) {
        return new FrontMatter(values(fields), withoutLines(text, at + 1));
      } else if (field.matches()) {
        open = new StringBuilder(unquoted(field.group(2)));
        fields.putIfAbsent(field.group(1).toLowerCase(Locale.ROOT), open);
      } else if (!OTHER.matcher(line).matches()) {
        break;
      } else if (open != null && !line.isBlank()) {
        open.append(open.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    return new FrontMatter(Map.of(), text);
  }

  private static Map<String, String> values(Map<String, StringBuilder> fields) {
    var values = new LinkedHashMap<String, String>();
    fields.forEach((name, value) -> values.put(name, value.toString()));
    return values;
  }

  private static String unquoted(@Nullable String value) {
    var quoted = QUOTED.matcher(value == null ? "" : value);
    return quoted.matches()
        ? Objects.requireNonNullElse(quoted.group(2), "")
        : Objects.requireNonNullElse(value, "");
  }

  private static String withoutLines(String text, int lines) {
    int at = 0;
    for (int i = 0; i < lines && at >= 0; i++) {
      at = text.indexOf('\n', at) + 1;
      if (at == 0) {
        return "\n".repeat(lines);
      }
    }
    return "\n".repeat(lines) + text.substring(at);
  }

  /// What the fields state if they describe an item of a requirements tool, which has its text in them; else null.
  @Nullable
  String statement() {
    var text = fields.getOrDefault("text", fields.getOrDefault("statement", ""));
    return text.isBlank() || id() == null ? null : text;
  }

  private @Nullable String id() {
    return fields.getOrDefault("id", fields.get("uid"));
  }

  /// The fields as a need has them.
  Map<String, String> need() {
    var need = new LinkedHashMap<String, String>();
    need.put("type", fields.getOrDefault("type", "requirement"));
    need.put("id", String.valueOf(id()));
    if (fields.containsKey("header")) {
      need.put("title", String.valueOf(fields.get("header")));
    }
    fields.forEach(need::putIfAbsent);
    need.remove("text");
    need.remove("statement");
    return need;
  }
}

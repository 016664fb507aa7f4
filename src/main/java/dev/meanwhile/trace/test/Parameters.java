package dev.meanwhile.trace.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parameters that a text states with their values, as `name (a, b or c)` or `name: a, b, c`.
final class Parameters {
  private static final int LEAST = 3;
  private static final int MOST = 10;
  private static final int MOST_VALUES = 12;
  private static final Pattern BRACKETS = Pattern
      .compile("([\\p{L}][\\p{L}\\d_-]*(?: [\\p{L}][\\p{L}\\d_-]*)?)\\s*\\(([^()\\n]{3,160})\\)");
  private static final Pattern COLON = Pattern
      .compile("^([^:\\n]{1,60}?)\\s*[:=]\\s*(\\S[^\\n]{2,160})$");
  private static final Pattern LEAD = Pattern.compile(
      "^(?:the|a|an|of|any|each|every|and|or|with|for|by|in|to|from|(?:parameter|field|option|argument|setting|propert|filter)(?:y|ies|s)?)\\s+",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SEPARATOR = Pattern
      .compile("\\s*[,|/]\\s*(?:and\\s+|or\\s+)?|\\s+or\\s+|\\s+and\\s+", Pattern.CASE_INSENSITIVE);

  private static final Pattern AMOUNT = Pattern.compile("^[-+]?\\d[\\d.,]*");

  private Parameters() {}

  /// The parameters by name; empty if there are fewer than three.
  static Map<String, List<String>> in(String text, List<String> items) {
    var found = new LinkedHashMap<String, List<String>>();
    BRACKETS.matcher(text).results().limit(MOST)
        .forEach(m -> add(found, m.group(1), m.group(2)));
    for (var item : items.stream().anyMatch(Parameters::isRecord) ? List.<String>of() : items) {
      Matcher colon = COLON.matcher(item);
      if (colon.matches() && found.size() < MOST) {
        add(found, colon.group(1), colon.group(2));
      }
    }
    return found.size() >= LEAST ? found : Map.of();
  }

  /// Amounts of different things behind a name belong together, as in `Weak: 180 ml, 3 minutes`: nobody chooses one.
  private static boolean isRecord(String item) {
    var colon = COLON.matcher(item);
    return colon.matches() && SEPARATOR.splitAsStream(colon.group(2))
        .filter(v -> AMOUNT.matcher(v).find()).map(v -> AMOUNT.matcher(v).replaceFirst("").strip())
        .distinct().count() > 1;
  }

  private static void add(Map<String, List<String>> found, String name, String list) {
    var values = new ArrayList<String>();
    SEPARATOR.splitAsStream(list.replaceFirst("[.;]\\s*$", "")).map(String::strip)
        .filter(v -> !v.isEmpty()).distinct().limit(MOST_VALUES).forEach(values::add);
    if (values.size() > 1) {
      found.putIfAbsent(LEAD.matcher(name.strip()).replaceFirst(""), values);
    }
  }
}

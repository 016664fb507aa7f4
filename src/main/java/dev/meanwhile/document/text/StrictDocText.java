package dev.meanwhile.document.text;

import dev.meanwhile.document.reading.Line;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads StrictDoc's `.sdoc`, of the older grammar (`[SECTION]`, `[FREETEXT]`, `REFS`) and the newer one (`[[SECTION]]`,
/// `[TEXT]`, `RELATIONS`). Every node that isn't a part of the document's frame is a need.
public final class StrictDocText {
  private static final Pattern NODE = Pattern
      .compile("^\\[{1,2}(/?)([A-Z][A-Z0-9_-]{0,60})\\]{1,2}$");
  private static final Pattern FIELD = Pattern.compile("^([A-Z][A-Z0-9_-]{0,60}):(?:[ ]+(.*))?$");
  private static final Pattern RELATION = Pattern
      .compile("^(?:- |[ ]{2})[ ]{0,8}([A-Z]{1,40}):[ ]*(.*)$");
  private static final Set<String> RELATIONS = Set.of("RELATIONS", "REFS");
  private static final Set<String> STATEMENTS = Set.of("STATEMENT", "DESCRIPTION", "CONTENT");

  private final List<Line> lines;
  private final Passages passages;
  private int depth = 1;

  private StrictDocText(List<Line> lines, Passages passages) {
    this.lines = lines;
    this.passages = passages;
  }

  /// Reads all nodes.
  public static void read(String text, Passages passages) {
    new StrictDocText(Line.of(text), passages).nodes();
  }

  private void nodes() {
    for (int at = 0; at < lines.size();) {
      var node = NODE.matcher(lines.get(at).text());
      if (!node.matches()) {
        at++;
      } else if (node.group(1).isEmpty()) {
        at = node(node.group(2), at);
      } else {
        depth -= node.group(2).equals("SECTION") && depth > 1 ? 1 : 0;
        at++;
      }
    }
  }

  private int node(String tag, int at) {
    if (tag.equals("FREETEXT")) {
      return freeText(at);
    }
    int end = at + 1;
    boolean quoted = false;
    while (end < lines.size() && (quoted || !NODE.matcher(lines.get(end).text()).matches())) {
      var text = lines.get(end++).text();
      quoted = quoted ? !text.equals("<<<") : text.endsWith(": >>>");
    }
    if (quoted) {
      passages.note("a text that begins with >>> in line " + lines.get(at).number()
          + " has no <<<, so it goes on to the end of the file");
    }
    if (!tag.equals("GRAMMAR")) {
      read(tag, at, end);
    }
    return end;
  }

  private int freeText(int at) {
    int end = at + 1;
    while (end < lines.size() && !lines.get(end).text().endsWith("[/FREETEXT]")) {
      end++;
    }
    paragraphs(lines.subList(at + 1, end));
    return Math.min(end + 1, lines.size());
  }

  private void paragraphs(List<Line> text) {
    int from = 0;
    for (int i = 0; i <= text.size(); i++) {
      if (i == text.size() || text.get(i).isBlank()) {
        if (i > from) {
          passages.paragraph(Line.joined(text.subList(from, i)), at(text.get(from)));
        }
        from = i + 1;
      }
    }
  }

  private void read(String tag, int at, int end) {
    var fields = new Fields(tag);
    for (int i = at + 1; i < end;) {
      i = fields.read(lines, i, end);
    }
    switch (tag) {
      case "DOCUMENT" -> title(fields, 1, at);
      case "SECTION" -> title(fields, Math.min(++depth, 9), at);
      case "TEXT" -> paragraphs(fields.statement);
      case "INCLUDE", "DOCUMENT_FROM_FILE" ->
        passages.note("another file is included in line " + lines.get(at).number()
            + ", which isn't read");
      default -> passages.need(Line.joined(fields.statement), fields.all(), at(lines.get(at)));
    }
  }

  private void title(Fields fields, int level, int at) {
    var title = fields.all().get("title");
    if (title != null) {
      passages.heading(title, level, at(lines.get(at)));
    }
  }

  private Source at(Line line) {
    return Source.line(passages.file(), line.number(), passages.heading());
  }

  /// What stands in one node.
  private static final class Fields {
    private final Map<String, StringBuilder> byName = new LinkedHashMap<>();
    List<Line> statement = List.of();

    Fields(String tag) {
      add("type", tag.toLowerCase(Locale.ROOT), "");
    }

    private void add(String name, String value, String separator) {
      var known = byName.get(name);
      if (known == null) {
        byName.put(name, new StringBuilder(value));
      } else {
        known.append(separator).append(value);
      }
    }

    Map<String, String> all() {
      var all = new LinkedHashMap<String, String>();
      byName.forEach((name, value) -> all.put(name, value.toString()));
      return all;
    }

    int read(List<Line> lines, int at, int end) {
      var field = FIELD.matcher(lines.get(at).text());
      if (!field.matches()) {
        return at + 1;
      }
      var name = field.group(1);
      var value = field.group(2) == null ? "" : field.group(2);
      if (RELATIONS.contains(name)) {
        return relations(lines, at + 1, end);
      }
      int next = at + 1;
      var text = List.of(new Line(lines.get(at).number(), value));
      if (value.equals(">>>")) {
        while (next < end && !lines.get(next).text().equals("<<<")) {
          next++;
        }
        text = lines.subList(at + 1, next++);
      }
      put(name, text);
      return next;
    }

    private void put(String name, List<Line> text) {
      if (STATEMENTS.contains(name) && statement.isEmpty()) {
        statement = text;
      } else if (!name.equals("TYPE")) {
        add(name.equals("UID") ? "id" : name.toLowerCase(Locale.ROOT), Line.joined(text), "\n\n");
      }
    }

    private int relations(List<Line> lines, int from, int end) {
      var relations = new ArrayList<Map<String, String>>();
      int at = from;
      for (; at < end; at++) {
        var part = RELATION.matcher(lines.get(at).text());
        if (!part.matches()) {
          break;
        }
        if (lines.get(at).text().startsWith("- ") || relations.isEmpty()) {
          relations.add(new LinkedHashMap<>());
        }
        relations.getLast().put(part.group(1), part.group(2).strip());
      }
      relations.forEach(this::relation);
      return at;
    }

    private void relation(Map<String, String> relation) {
      var target = target(relation);
      var name = relation.getOrDefault("ROLE", relation.getOrDefault("TYPE", "parent"));
      if (target != null) {
        add(name.toLowerCase(Locale.ROOT), target, ", ");
      }
    }

    private static @Nullable String target(Map<String, String> relation) {
      return relation.getOrDefault("VALUE", relation.get("PATH"));
    }
  }
}

package dev.meanwhile.document.text;

import dev.meanwhile.document.reading.Line;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A directive of reStructuredText.
///
/// @param name in lower case
/// @param argument what stands behind the colons, without line ends
/// @param options by name, lower case
/// @param content the lines of its body, moved left
/// @param line where it begins
record RstDirective(String name, String argument, Map<String, String> options, List<Line> content,
    int line) {
  private static final Pattern BEGINS = Pattern
      .compile("^\\.\\.[ ]+(?:\\|[^|]{1,80}\\|[ ]+)?([A-Za-z][\\w:+.-]{0,80})::(?:[ ]+(.*))?$");
  private static final Pattern OPTION = Pattern
      .compile("^:([A-Za-z][\\w .-]{0,60}):(?:[ ]+(.*))?$");
  private static final Set<String> PROGRAMS = Set.of("code", "code-block", "sourcecode",
      "literalinclude", "parsed-literal", "math", "uml", "plantuml", "graphviz", "digraph", "graph",
      "mermaid", "raw", "prompt", "doctest", "testcode", "testoutput", "testsetup", "needuml",
      "needarch", "highlight", "productionlist", "role", "default-role");
  private static final Set<String> SILENT = Set.of("image", "toctree", "contents", "include",
      "index", "meta", "sectnum", "tabularcolumns", "needtable", "needlist", "needflow", "needpie",
      "needbar", "needsequence", "needgantt", "needextract", "needfilter", "needimport",
      "needextend", "needservice", "needreport", "replace", "unicode", "date", "target-notes",
      "item-list", "item-matrix", "item-tree", "item-2d-matrix", "item-piechart");
  private static final Set<String> STANDARD = Set.of("note", "warning", "attention", "caution",
      "danger", "error", "hint", "important", "tip", "admonition", "topic", "sidebar", "rubric",
      "epigraph", "figure", "container", "compound", "class", "only", "ifconfig", "centered",
      "versionadded", "versionchanged", "deprecated", "seealso", "glossary", "todo", "table",
      "list-table", "csv-table", "flat-table", "tab-set", "tab-item", "grid", "grid-item", "card",
      "dropdown", "details", "function", "option", "module", "hlist");
  /// What its author says beside a text.
  private static final Set<String> REMARKS = Set.of("note", "warning", "attention", "caution",
      "danger", "error", "hint", "important", "tip", "seealso", "todo", "versionadded",
      "versionchanged", "deprecated");
  private static final Set<String> NEEDS = Set.of("req", "requirement", "spec", "specification",
      "impl", "need", "test", "test-case", "testcase");

  static boolean begins(String line) {
    return BEGINS.matcher(line).matches();
  }

  /// The directive whose first line is the first of these, and whose body is the rest.
  static RstDirective of(List<Line> lines) {
    var first = BEGINS.matcher(lines.getFirst().text());
    if (!first.matches()) {
      throw new IllegalArgumentException("no directive: " + lines.getFirst());
    }
    var name = first.group(1).toLowerCase(Locale.ROOT);
    var body = Line.dedented(lines.subList(1, lines.size()));
    var argument = new StringBuilder(first.group(2) == null ? "" : first.group(2).strip());
    int at = argument.isEmpty() ? 0 : continued(body, argument);
    var options = new LinkedHashMap<String, String>();
    at = options(body, at, options);
    return new RstDirective(name, argument.toString(), options,
        Line.dedented(body.subList(at, body.size())), lines.getFirst().number());
  }

  /// An argument goes on until its options, or an empty line.
  private static int continued(List<Line> body, StringBuilder argument) {
    int at = 0;
    while (at < body.size() && !body.get(at).isBlank() && !isOption(body.get(at))) {
      argument.append(' ').append(body.get(at++).text().strip());
    }
    return at;
  }

  private static boolean isOption(Line line) {
    return OPTION.matcher(line.text()).matches();
  }

  private static int options(List<Line> body, int from, Map<String, String> options) {
    int at = from;
    while (at < body.size()) {
      var option = OPTION.matcher(body.get(at).text());
      if (!option.matches()) {
        break;
      }
      var value = new ArrayList<String>();
      value.add(option.group(2) == null ? "" : option.group(2).strip());
      for (at++; at < body.size() && body.get(at).indent() > 0; at++) {
        value.add(body.get(at).text().strip());
      }
      options.put(option.group(1).toLowerCase(Locale.ROOT), String.join("\n", value).strip());
    }
    return at;
  }

  boolean isProgram() {
    return PROGRAMS.contains(name);
  }

  boolean isSilent() {
    return SILENT.contains(name);
  }

  /// Whether it says something beside the text around it.
  boolean isRemark() {
    return REMARKS.contains(name);
  }

  /// Whether its author marks something with it that has an ID: it has that option, its argument begins with an ID, or it
  /// goes by a usual name. No directive of the language itself has an ID.
  boolean isNeed() {
    if (STANDARD.contains(name)) {
      return options.containsKey("id") && !argument.isBlank();
    }
    return options.containsKey("id") || leadingId() != null
        || (NEEDS.contains(name) && !argument.isBlank());
  }

  /// The fields as a need has them.
  Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("type", name);
    var leading = options.containsKey("id") ? null : leadingId();
    var id = leading == null ? options.get("id") : leading;
    if (id != null && !id.isBlank()) {
      fields.put("id", id);
    }
    var title = leading == null ? argument : argument.substring(leading.length()).strip();
    if (!title.isBlank()) {
      fields.put("title", title);
    }
    options.forEach(fields::putIfAbsent);
    return fields;
  }

  private @Nullable String leadingId() {
    var word = argument.split(" ", 2)[0];
    return Ids.isId(word) && Ids.isSure(word) ? word : null;
  }
}

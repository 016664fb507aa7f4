package dev.meanwhile.document.text;

import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// Needs in the pages that Sphinx-Needs and StrictDoc publish: both mark each with its fields.
final class HtmlNeeds {
  private static final String STRICT_NODE = "sdoc-node";
  private static final String SPHINX_NEED = "need";
  private static final Pattern SPHINX_NAME = Pattern.compile("needs_([a-z]\\w{0,40})");
  private static final String TYPE = "type_";
  /// What others say of a need by their links, which they say themselves.
  private static final String INCOMING = "_back";
  private static final Pattern SECTION_NUMBER = Pattern
      .compile("^\\d{1,3}(?:\\.\\d{1,3}){0,8}\\.?[\\s\\u00a0]+");
  private static final Pattern LABEL_END = Pattern.compile("\\s{0,3}:\\s{0,3}$");

  private final Passages passages;

  HtmlNeeds(Passages passages) {
    this.passages = passages;
  }

  /// Whether an element is a node of one of them.
  static boolean begins(Element element) {
    return element.normalName().equals(STRICT_NODE) || isSphinx(element);
  }

  private static boolean isSphinx(Element element) {
    return element.normalName().equals("table") && element.hasClass(SPHINX_NEED)
        && !element.id().isEmpty();
  }

  /// Reads such a node.
  ///
  /// @return false if it is to be read as any other part of a page
  boolean read(Element node) {
    if (!isSphinx(node)) {
      return strict(node);
    }
    sphinx(node);
    return true;
  }

  /// A text or a section of StrictDoc is read as a page, without the labels around it.
  private boolean strict(Element node) {
    var typed = node.selectFirst("[show-node-type-name]");
    var type = typed == null ? "requirement" : lower(typed.attr("show-node-type-name"));
    if (type.equals("text") || type.equals("section")) {
      node.select("sdoc-anchor, sdoc-node-field-label, sdoc-node-field[data-field-type=singleline]")
          .remove();
      return false;
    }
    var fields = new LinkedHashMap<>(Map.of("type", type));
    var title = node.selectFirst("sdoc-node-title");
    if (title != null) {
      fields.put("title", SECTION_NUMBER.matcher(title.text()).replaceFirst(""));
    }
    for (var label : node.select("sdoc-meta-label")) {
      var value = label.nextElementSibling();
      if (value != null) {
        put(fields, LABEL_END.matcher(label.text()).replaceFirst(""), value.text());
      }
    }
    var statement = "";
    node.select("sdoc-node-field sdoc-node-field-label").remove();
    for (var field : node.select("sdoc-node-field")) {
      var name = lower(field.attr("data-field-label"));
      if (name.equals("statement")) {
        statement = text(field);
      } else {
        put(fields, name, name.endsWith(" relations") ? links(field) : text(field));
      }
    }
    passages.need(statement, fields, at(node));
    return true;
  }

  private static void put(Map<String, String> fields, String label, String value) {
    var name = switch (lower(label)) {
      case "uid" -> "id";
      case "parent relations" -> "parent";
      case "child relations" -> "children";
      default -> lower(label);
    };
    if (!name.isEmpty() && !name.equals("type")) {
      fields.putIfAbsent(name, value);
    }
  }

  /// The names of the needs that a list of links leads to.
  private static String links(Element field) {
    return field.select("a").stream().map(Element::text).map(words -> words.split("\\s", 2)[0])
        .collect(Collectors.joining(", "));
  }

  private void sphinx(Element table) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("type", table.classNames().stream().map(HtmlNeeds::nameOf)
        .filter(name -> name.startsWith(TYPE)).map(name -> name.substring(TYPE.length()))
        .findFirst().orElse(SPHINX_NEED));
    fields.put("id", table.id());
    var title = table.selectFirst(".needs_title");
    if (title != null) {
      fields.put("title", title.text());
    }
    for (var label : table.select(".needs_label")) {
      var field = label.parent();
      var name = field == null ? "" : nameOf(field.className());
      if (field != null && !name.isEmpty() && !name.endsWith(INCOMING)) {
        fields.putIfAbsent(name, data(field));
      }
    }
    var content = table.selectFirst("td.content");
    passages.need(content == null ? "" : text(content), fields, at(table));
  }

  private static String data(Element field) {
    return field.select(".needs_data").eachText().stream().distinct()
        .collect(Collectors.joining(", "));
  }

  private static String nameOf(String className) {
    return List.of(className.split("\\s+", -1)).stream().map(SPHINX_NAME::matcher)
        .filter(name -> name.matches()).map(name -> lower(name.group(1))).findFirst().orElse("");
  }

  private String text(Element element) {
    return Words.trimmed(new HtmlTable(passages, 1).text(element));
  }

  private Source at(Element element) {
    return Source.line(passages.file(),
        Math.max(1, element.sourceRange().start().lineNumber()), passages.heading());
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}

package dev.meanwhile.document.office;

import dev.meanwhile.document.reading.Xml;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Which paragraph styles of a word document are headings, and of which level.
final class WordStyles {
  private final Map<String, Integer> levels = new HashMap<>();
  private final Map<String, String> lists = new HashMap<>();
  private final Map<String, String> basedOn = new HashMap<>();

  static WordStyles read(byte @Nullable [] part) throws XMLStreamException {
    var styles = new WordStyles();
    if (part == null) {
      return styles;
    }
    var xml = Xml.reader(part);
    var style = "";
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT) {
        style = styles.element(xml, style);
      }
    }
    return styles;
  }

  private String element(XMLStreamReader xml, String style) {
    var value = Xml.attribute(xml, "val");
    switch (xml.getLocalName()) {
      case "style" -> {
        return String.valueOf(Xml.attribute(xml, "styleId"));
      }
      case "name" -> named(style, value == null ? "" : value.toLowerCase(Locale.ROOT));
      case "basedOn" -> basedOn.put(style, String.valueOf(value));
      case "numId" -> lists.put(style, String.valueOf(value));
      case "outlineLvl" -> levels.putIfAbsent(style, Xml.number(value, 9) + 1);
      default -> {
      }
    }
    return style;
  }

  private void named(String style, String name) {
    if (name.matches("heading [1-9]")) {
      levels.put(style, name.charAt(name.length() - 1) - '0');
    } else if (name.equals("title")) {
      levels.put(style, 1);
    }
  }

  /// The level of a style from 1, or 0 if it isn't a heading's.
  int level(@Nullable String style) {
    var seen = new HashSet<String>();
    for (var at = style; at != null && seen.add(at); at = basedOn.get(at)) {
      int level = levels.getOrDefault(at, 0);
      if (level > 0) {
        return level > 9 ? 0 : level;
      }
    }
    return 0;
  }

  /// The list that paragraphs of a style are counted in, or null.
  @Nullable
  String list(@Nullable String style) {
    var seen = new HashSet<String>();
    for (var at = style; at != null && seen.add(at); at = basedOn.get(at)) {
      if (lists.containsKey(at)) {
        return "0".equals(lists.get(at)) ? null : lists.get(at);
      }
    }
    return null;
  }
}

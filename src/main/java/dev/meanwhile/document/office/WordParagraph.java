package dev.meanwhile.document.office;

import dev.meanwhile.document.reading.Xml;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A paragraph of a word document while it is read.
final class WordParagraph {
  private static final String NONE = "0";

  final StringBuilder text = new StringBuilder();
  @Nullable
  String style;
  @Nullable
  String list;
  int outline;
  int depth;
  boolean item;
  /// Whether tracked changes delete its end: it goes on with the next one.
  boolean open;
  private boolean inRun;
  private boolean hidden;
  private boolean struck;
  private final StringBuilder left = new StringBuilder();

  /// An element that begins inside of the paragraph.
  void element(XMLStreamReader xml) {
    var value = Xml.attribute(xml, "val");
    switch (xml.getLocalName()) {
      case "pStyle" -> style = value;
      case "outlineLvl" -> outline = Xml.number(value, 9) + 1;
      case "numPr" -> item = true;
      case "numId" -> list(value);
      case "ilvl" -> depth = Xml.number(value, 0);
      case "r" -> run(true);
      case "vanish" -> hidden = inRun && isOn(value);
      case "strike", "dstrike" -> struck = inRun && (struck || isOn(value));
      case "tab", "ptab" -> tab();
      case "br", "cr" -> append("\n");
      case "noBreakHyphen" -> append("-");
      default -> {
      }
    }
  }

  /// Begins with the text of the paragraph above, whose end is deleted.
  void goOn(WordParagraph above) {
    text.append(above.text);
    left.append(above.left);
  }

  private void list(@Nullable String value) {
    list = value;
    item = item && !NONE.equals(value);
  }

  void run(boolean begins) {
    inRun = begins;
    hidden = false;
    struck = false;
  }

  void write(String more) {
    if (!hidden) {
      append(more);
    }
  }

  /// Whether a line goes through all of its words, the ID or number before them perhaps excepted.
  boolean isStruck() {
    return left.length() < text.length() && !text.toString().isBlank()
        && left.chars().noneMatch(Character::isLowerCase);
  }

  /// Whether a line goes through some of its words.
  boolean isPartlyStruck() {
    return left.length() < text.length() && !isStruck();
  }

  /// What no line goes through, or all of it if nothing else is left.
  String standing() {
    return isPartlyStruck() ? left.toString().replaceAll(" {2,}", " ") : text.toString();
  }

  private void append(String more) {
    text.append(more);
    left.append(struck ? "" : more);
  }

  private static boolean isOn(@Nullable String value) {
    return !"0".equals(value) && !"false".equals(value);
  }

  /// A tab in the text; tab stops are declared before there is any.
  private void tab() {
    if (!text.isEmpty()) {
      append("\t");
    }
  }
}

package dev.meanwhile.document;

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
  private boolean inRun;
  private boolean hidden;

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
      case "vanish" -> hidden = inRun && !"0".equals(value) && !"false".equals(value);
      case "tab", "ptab" -> tab();
      case "br", "cr" -> text.append('\n');
      case "noBreakHyphen" -> text.append('-');
      default -> {
      }
    }
  }

  private void list(@Nullable String value) {
    list = value;
    item = item && !NONE.equals(value);
  }

  void run(boolean begins) {
    inRun = begins;
    hidden = false;
  }

  void write(String more) {
    if (!hidden) {
      text.append(more);
    }
  }

  /// A tab in the text; tab stops are declared before there is any.
  private void tab() {
    if (!text.isEmpty()) {
      text.append('\t');
    }
  }
}

package dev.meanwhile.document.text;

import dev.meanwhile.Problem;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.document.reading.Xml;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Extraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Reads a table of a page. Cells that span stand once, in their first place. A table in a cell is a table of its own,
/// after the row that it stands in, unless it has one column or stands in a table of requirements: then its text is the
/// cell's, a line a row.
final class HtmlTable {
  private static final int WIDEST_SPAN = 100;
  private static final int LONGEST_SPAN = 1_000;

  private final Passages passages;
  private final int depth;
  private final List<Element> inner = new ArrayList<>();
  private boolean ofRequirements;

  HtmlTable(Passages passages, int depth) {
    this.passages = passages;
    this.depth = depth;
  }

  void read(Element table) {
    checkDepth();
    int number = passages.nextTable();
    int row = 0;
    var taken = new TreeMap<Integer, Integer>();
    for (var line : rows(table)) {
      var cells = cells(line, taken);
      ofRequirements |= Extraction.isHeader(cells);
      passages.row(cells, new Source(passages.file(), null, null, number, ++row,
          Math.max(1, line.sourceRange().start().lineNumber()), null, passages.heading()));
      inner.forEach(i -> new HtmlTable(passages, depth + 1).read(i));
      inner.clear();
    }
  }

  private void checkDepth() {
    if (depth > passages.limits().maxNesting()) {
      throw Problem.unreadable(passages.file() + ": its tables are nested deeper than "
          + passages.limits().maxNesting() + " (meanwhile.documents.max-nesting)");
    }
  }

  private static List<Element> rows(Element table) {
    var rows = new ArrayList<Element>();
    for (var part : table.children()) {
      if (part.normalName().equals("tr")) {
        rows.add(part);
      } else {
        part.children().stream().filter(c -> c.normalName().equals("tr")).forEach(rows::add);
      }
    }
    return rows;
  }

  /// @param taken by column, how many more rows the cell above goes on for
  private List<String> cells(Element row, Map<Integer, Integer> taken) {
    var cells = new ArrayList<String>();
    var spans = new TreeMap<Integer, Integer>();
    for (var cell : row.children()) {
      if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
        continue;
      }
      while (taken.getOrDefault(cells.size(), 0) > 0) {
        cells.add("");
      }
      int width = span(cell, "colspan", WIDEST_SPAN);
      int height = span(cell, "rowspan", LONGEST_SPAN);
      for (int i = 0; i < width; i++) {
        spans.put(cells.size(), height);
        cells.add(i == 0 ? text(cell) : "");
      }
    }
    taken.replaceAll((_, rows) -> rows - 1);
    spans.forEach((column, height) -> taken.put(column, height - 1));
    taken.values().removeIf(rows -> rows <= 0);
    return cells;
  }

  private String lines(Element table) {
    checkDepth();
    ofRequirements = true;
    var taken = new TreeMap<Integer, Integer>();
    return rows(table).stream()
        .map(line -> String.join(" | ", cells(line, taken).stream().map(Words::oneLine).toList()))
        .filter(line -> !line.isBlank()).collect(Collectors.joining("\n", "", "\n"));
  }

  private static int span(Element cell, String attribute, int most) {
    return Math.clamp(Xml.number(cell.attr(attribute).strip(), 1), 1, most);
  }

  /// What an element says, a line for each paragraph and item.
  String text(Element cell) {
    var text = new StringBuilder();
    write(cell, text);
    return text.toString().strip();
  }

  private void write(Node parent, StringBuilder text) {
    for (var child = parent.firstChild(); child != null; child = child.nextSibling()) {
      passages.counts(0);
      if (child instanceof TextNode words) {
        append(text, words.getWholeText());
      } else if (child instanceof Element element) {
        write(element, text);
      }
    }
  }

  private void write(Element element, StringBuilder text) {
    var name = element.normalName();
    if (name.equals("script") || name.equals("style")) {
      return;
    }
    if (name.equals("table") && rows(element).stream().anyMatch(r -> r.childrenSize() > 1)) {
      if (ofRequirements) {
        newLine(text, true);
        text.append(new HtmlTable(passages, depth + 1).lines(element));
      } else {
        inner.add(element);
      }
      return;
    }
    boolean block = name.equals("br") || element.isBlock();
    newLine(text, block);
    if (name.equals("li")) {
      text.append("- ");
    }
    write((Node) element, text);
    newLine(text, block && !name.equals("br"));
  }

  private static void newLine(StringBuilder text, boolean block) {
    if (block && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  /// Adds text as a browser shows it: white space of any kind and length is one space.
  static void append(StringBuilder text, String more) {
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') {
        text.append(c);
      } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
        text.append(' ');
      }
    }
  }
}

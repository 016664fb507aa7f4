package dev.meanwhile.document;

import dev.meanwhile.Problem;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Reads a table of a page. Cells that span stand once, in their first place. A table in a cell is a table of its own,
/// unless it has one column: then its text is the cell's.
final class HtmlTable {
  private static final int WIDEST_SPAN = 100;
  private static final int LONGEST_SPAN = 1_000;

  private final Passages passages;
  private final int depth;
  private final List<Element> inner = new ArrayList<>();

  HtmlTable(Passages passages, int depth) {
    this.passages = passages;
    this.depth = depth;
  }

  void read(Element table) {
    if (depth > passages.limits().maxNesting()) {
      throw Problem.unreadable(passages.file() + ": its tables are nested deeper than "
          + passages.limits().maxNesting() + " (meanwhile.documents.max-nesting)");
    }
    int number = passages.nextTable();
    int row = 0;
    var taken = new TreeMap<Integer, Integer>();
    for (var line : rows(table)) {
      passages.row(cells(line, taken), new Source(passages.file(), null, null, number, ++row,
          Math.max(1, line.sourceRange().start().lineNumber()), null, passages.heading()));
    }
    inner.forEach(i -> new HtmlTable(passages, depth + 1).read(i));
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

  private static int span(Element cell, String attribute, int most) {
    return Math.clamp(Xml.number(cell.attr(attribute).strip(), 1), 1, most);
  }

  private String text(Element cell) {
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
      inner.add(element);
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

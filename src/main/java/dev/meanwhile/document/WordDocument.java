package dev.meanwhile.document;

import dev.meanwhile.Problem;
import dev.meanwhile.trace.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads the body of a DOCX: headings, paragraphs, lists, tables and tables in tables. Deleted text of tracked changes
/// is left out, inserted text is in.
final class WordDocument {
  private static final int MERGED_CELLS = 100;
  private static final Set<String> LEFT_OUT = Set.of("del", "moveFrom", "Fallback", "delText",
      "instrText");

  private static final class Paragraph {
    final StringBuilder text = new StringBuilder();
    @Nullable
    String style;
    int outline;
    int depth;
    boolean item;
  }

  private static final class Table {
    final int number;
    final List<List<String>> rows = new ArrayList<>();
    int row;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    int span = 1;

    Table(int number) {
      this.number = number;
    }
  }

  private final OfficeZip zip;
  private final Passages passages;
  private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
  private final Deque<Table> tables = new ArrayDeque<>();
  private WordStyles styles = new WordStyles();
  private int paragraph;

  WordDocument(OfficeZip zip, Passages passages) {
    this.zip = zip;
    this.passages = passages;
  }

  Document read() {
    var body = zip.part("word/document.xml", "a word document");
    zip.notes().forEach(passages::note);
    try {
      styles = WordStyles.read(zip.part("word/styles.xml"));
      read(Xml.reader(body), body.length);
      return passages.document(Format.DOCX.code(), pages());
    } catch (XMLStreamException e) {
      throw Problem.unreadable(passages.file() + ": it is damaged: its text isn't well-formed XML");
    }
  }

  private void read(XMLStreamReader xml, int length) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      passages.progress(xml.getLocation().getCharacterOffset(), length);
      switch (event) {
        case XMLStreamReader.START_ELEMENT -> {
          if (LEFT_OUT.contains(xml.getLocalName())) {
            skip(xml);
          } else {
            start(xml);
          }
        }
        case XMLStreamReader.END_ELEMENT -> end(xml.getLocalName());
        default -> {
        }
      }
    }
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0 && xml.hasNext();) {
      int event = xml.next();
      depth += event == XMLStreamReader.START_ELEMENT
          ? 1
          : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
    }
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "tbl" -> table();
      case "tr" -> row();
      case "tc" -> cell();
      case "p" -> paragraphs.push(new Paragraph());
      case "gridSpan" -> span(Xml.number(Xml.attribute(xml, "val"), 1));
      case "t" -> write(xml.getElementText());
      default -> inParagraph(xml);
    }
  }

  private void inParagraph(XMLStreamReader xml) {
    var current = paragraphs.peek();
    if (current == null) {
      return;
    }
    switch (xml.getLocalName()) {
      case "pStyle" -> current.style = Xml.attribute(xml, "val");
      case "outlineLvl" -> current.outline = Xml.number(Xml.attribute(xml, "val"), 9) + 1;
      case "numPr" -> current.item = true;
      case "ilvl" -> current.depth = Xml.number(Xml.attribute(xml, "val"), 0);
      case "tab" -> tab(current);
      case "br", "cr" -> current.text.append('\n');
      case "noBreakHyphen" -> current.text.append('-');
      default -> {
      }
    }
  }

  /// A tab in the text; tab stops are declared before there is any.
  private static void tab(Paragraph current) {
    if (!current.text.isEmpty()) {
      current.text.append('\t');
    }
  }

  private void write(String text) {
    var current = paragraphs.peek();
    if (current != null) {
      current.text.append(text);
      passages.counts(0);
    }
  }

  private void end(String element) {
    var table = tables.peek();
    switch (element) {
      case "p" -> paragraph(paragraphs.pop());
      case "tbl" -> tableEnded();
      case "tr" -> {
        if (table != null) {
          rowEnded(table);
        }
      }
      case "tc" -> {
        if (table != null) {
          cellEnded(table);
        }
      }
      default -> {
      }
    }
  }

  private static void cellEnded(Table table) {
    table.cells.add(table.cell.toString().strip());
    for (int i = 1; i < Math.min(table.span, MERGED_CELLS); i++) {
      table.cells.add("");
    }
  }

  private void rowEnded(Table table) {
    if (tables.size() > 1) {
      passages.counts(0);
      table.rows.add(table.cells);
    } else {
      passages.row(table.cells,
          Source.row(passages.file(), table.number, table.row, passages.heading()));
    }
  }

  /// A table of one column inside a cell is layout: its text is the cell's. Any other one is a table of its own.
  private void tableEnded() {
    var ended = tables.poll();
    var around = tables.peek();
    if (ended == null || around == null) {
      return;
    }
    if (ended.rows.stream().allMatch(r -> r.size() <= 1)) {
      ended.rows.stream().flatMap(List::stream).filter(c -> !c.isBlank())
          .forEach(c -> append(around, c));
      return;
    }
    for (int i = 0; i < ended.rows.size(); i++) {
      passages.row(ended.rows.get(i),
          Source.row(passages.file(), ended.number, i + 1, passages.heading()));
    }
  }

  private static void append(Table table, String text) {
    table.cell.append(table.cell.isEmpty() ? "" : "\n").append(text);
  }

  private void table() {
    if (tables.size() >= passages.limits().maxNesting()) {
      throw Problem.unreadable(passages.file() + ": its tables are nested deeper than "
          + passages.limits().maxNesting() + " (meanwhile.documents.max-nesting)");
    }
    tables.push(new Table(passages.nextTable()));
  }

  private void row() {
    var table = tables.peek();
    if (table != null) {
      table.row++;
      table.cells = new ArrayList<>();
    }
  }

  private void cell() {
    var table = tables.peek();
    if (table != null) {
      table.cell = new StringBuilder();
      table.span = 1;
    }
  }

  private void span(int columns) {
    var table = tables.peek();
    if (table != null) {
      table.span = columns;
    }
  }

  private void paragraph(Paragraph ended) {
    var table = tables.peek();
    if (table != null) {
      inCell(table, ended);
      return;
    }
    var source = Source.paragraph(passages.file(), ++paragraph, passages.heading());
    int level = ended.outline > 0 && ended.outline < 10 ? ended.outline : styles.level(ended.style);
    if (level > 0 && !ended.text.toString().isBlank()) {
      passages.heading(ended.text.toString(), level, source);
    } else if (ended.item) {
      passages.item(ended.text.toString(), ended.depth + 1, source);
    } else {
      passages.paragraph(ended.text.toString(), source);
    }
  }

  private static void inCell(Table table, Paragraph ended) {
    if (!ended.text.toString().isBlank()) {
      append(table, (ended.item ? "- " : "") + ended.text);
    }
  }

  /// As the program that saved the file counted them.
  private int pages() throws XMLStreamException {
    var properties = zip.part("docProps/app.xml");
    if (properties != null) {
      var xml = Xml.reader(properties);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("Pages")) {
          return Math.max(1, Xml.number(xml.getElementText().strip(), 1));
        }
      }
    }
    return 1;
  }
}

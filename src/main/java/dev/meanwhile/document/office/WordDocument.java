package dev.meanwhile.document.office;

import dev.meanwhile.Problem;
import dev.meanwhile.document.reading.Document;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.document.reading.Xml;
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
/// is left out, inserted text is in. A text with a line through it is marked as deleted, a part of one is left out.
public final class WordDocument {
  private static final int MERGED_CELLS = 100;
  /// What a paragraph or cell says behind its words if a line goes through all of them.
  private static final String STRUCK = " [deleted]";
  private static final Set<String> LEFT_OUT = Set.of("del", "moveFrom", "Fallback", "delText",
      "instrText");

  private static final class Table {
    final int number;
    final List<List<String>> rows = new ArrayList<>();
    int row;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    StringBuilder struck = new StringBuilder();
    int span = 1;
    boolean deleted;

    Table(int number) {
      this.number = number;
    }
  }

  private final OfficeZip zip;
  private final Passages passages;
  private final Deque<WordParagraph> paragraphs = new ArrayDeque<>();
  private final Deque<Table> tables = new ArrayDeque<>();
  private WordStyles styles = new WordStyles();
  private WordNumbers numbers = new WordNumbers();
  private boolean inRowProperties;
  private boolean inParagraphProperties;
  /// The last paragraph, if its end is deleted.
  private @Nullable WordParagraph carried;
  private boolean placeholder;
  private int paragraph;

  /// A file's parts and where its text goes.
  public WordDocument(OfficeZip zip, Passages passages) {
    this.zip = zip;
    this.passages = passages;
  }

  /// Reads it all.
  public Document read() {
    var body = zip.part(zip.named("word/document"), "a word document");
    zip.notes().forEach(passages::note);
    try {
      styles = WordStyles.read(zip.part(zip.named("word/styles")));
      numbers = WordNumbers.read(zip.part(zip.named("word/numbering")));
      read(Xml.reader(body), body.length);
      return passages.document("docx", pages());
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
          if (isLeftOut(xml.getLocalName())) {
            Xml.skip(xml);
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

  /// Deleted text, and what a form says where nobody wrote anything.
  private boolean isLeftOut(String element) {
    if (inRowProperties && (element.equals("del") || element.equals("moveFrom"))) {
      rowDeleted();
    }
    if (element.equals("del") || element.equals("moveFrom")) {
      passages.note("deleted text of tracked changes was left out");
      endDeleted();
    }
    boolean unwritten = placeholder && element.equals("sdtContent");
    placeholder &= !element.equals("sdtContent");
    return unwritten || LEFT_OUT.contains(element);
  }

  private void endDeleted() {
    var current = paragraphs.peek();
    if (inParagraphProperties && current != null) {
      current.open = true;
    }
  }

  private void rowDeleted() {
    var table = tables.peek();
    if (table != null) {
      table.deleted = true;
    }
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "tbl" -> {
        apart();
        table();
      }
      case "tr" -> row();
      case "tc" -> cell();
      case "p" -> begin();
      case "pPr" -> inParagraphProperties = true;
      case "gridSpan" -> span(Xml.number(Xml.attribute(xml, "val"), 1));
      case "t" -> write(xml.getElementText());
      case "trPr" -> inRowProperties = true;
      case "showingPlcHdr" -> placeholder = true;
      default -> {
        var current = paragraphs.peek();
        if (current != null) {
          current.element(xml);
        }
      }
    }
  }

  private void begin() {
    var begun = new WordParagraph();
    if (carried != null) {
      begun.goOn(carried);
      carried = null;
    }
    paragraphs.push(begun);
  }

  private void write(String text) {
    var current = paragraphs.peek();
    if (current != null) {
      current.write(text);
      passages.counts(0);
    }
  }

  private void end(String element) {
    var table = tables.peek();
    var current = paragraphs.peek();
    switch (element) {
      case "trPr" -> inRowProperties = false;
      case "r" -> {
        if (current != null) {
          current.run(false);
        }
      }
      case "pPr" -> inParagraphProperties = false;
      case "p" -> ended(paragraphs.pop());
      case "tbl" -> tableEnded();
      case "tr" -> {
        if (table != null) {
          rowEnded(table);
        }
      }
      case "body" -> apart();
      case "tc" -> {
        apart();
        if (table != null) {
          cellEnded(table);
        }
      }
      default -> {
      }
    }
  }

  private static void cellEnded(Table table) {
    var text = table.cell.toString().strip();
    table.cells.add(text.isEmpty() && !table.struck.isEmpty() ? table.struck + STRUCK : text);
    for (int i = 1; i < Math.min(table.span, MERGED_CELLS); i++) {
      table.cells.add("");
    }
  }

  private void rowEnded(Table table) {
    if (table.deleted) {
      return;
    }
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
    append(table.cell, text);
  }

  private static void append(StringBuilder cell, String text) {
    if (!text.isBlank()) {
      cell.append(cell.isEmpty() ? "" : "\n").append(text);
    }
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
      table.deleted = false;
      table.cells = new ArrayList<>();
    }
  }

  private void cell() {
    var table = tables.peek();
    if (table != null) {
      table.cell = new StringBuilder();
      table.struck = new StringBuilder();
      table.span = 1;
    }
  }

  private void span(int columns) {
    var table = tables.peek();
    if (table != null) {
      table.span = columns;
    }
  }

  private void ended(WordParagraph ended) {
    if (ended.open) {
      carried = ended;
    } else {
      paragraph(ended);
    }
  }

  /// What stands between a paragraph and the one that it would go on with keeps them apart.
  private void apart() {
    var last = carried;
    carried = null;
    if (last != null) {
      paragraph(last);
    }
  }

  private void paragraph(WordParagraph ended) {
    var table = tables.peek();
    if (ended.isPartlyStruck()) {
      passages.note("text with a line through it was left out");
    }
    if (table != null) {
      inCell(table, ended);
      return;
    }
    var source = Source.paragraph(passages.file(), ++paragraph, passages.heading());
    int level = ended.outline > 0 && ended.outline < 10 ? ended.outline : styles.level(ended.style);
    var number = number(ended);
    var text = (isName(number) ? number + " " : "") + ended.standing()
        + (ended.isStruck() ? STRUCK : "");
    if (level > 0 && !text.isBlank()) {
      passages.heading(text, level, source);
    } else if (isItem(ended)) {
      passages.item(text, ended.depth + 1, source);
    } else {
      passages.paragraph(text, source);
    }
  }

  /// Whether it is marked as an item, itself or by its style.
  private boolean isItem(WordParagraph ended) {
    return ended.item || (ended.list == null && styles.list(ended.style) != null);
  }

  /// What Word counts the paragraph as; it stands in no text.
  private String number(WordParagraph ended) {
    var list = ended.list != null ? ended.list : styles.list(ended.style);
    return list == null ? "" : numbers.next(list, ended.depth).strip();
  }

  /// Whether a number is more than one, as `REQ-7` is and `7.` or `a)` isn't.
  private static boolean isName(String number) {
    return number.length() > 2 && number.chars().filter(Character::isLetter).count() > 1
        && number.chars().anyMatch(Character::isDigit);
  }

  /// A cell can have nothing but its number, as in a column of IDs that Word counts.
  private void inCell(Table table, WordParagraph ended) {
    var number = number(ended);
    if (ended.text.toString().isBlank()) {
      append(table, number.endsWith(".") ? number.substring(0, number.length() - 1) : number);
    } else {
      append(ended.isStruck() ? table.struck : table.cell,
          (isName(number) ? number + " " : isItem(ended) ? "- " : "") + ended.standing());
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

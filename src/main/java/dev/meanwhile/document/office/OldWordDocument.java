package dev.meanwhile.document.office;

import dev.meanwhile.Problem;
import dev.meanwhile.document.reading.Document;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.jspecify.annotations.Nullable;

/// Reads Word's binary format of 1997 to 2003. Deleted text of tracked changes is left out; macros aren't run.
public final class OldWordDocument {
  private static final int NO_OUTLINE = 9;
  private static final int LEVELS = 9;

  private final byte[] content;
  private final Passages passages;
  /// How far each list is counted, by level.
  private final Map<Integer, int[]> counters = new HashMap<>();
  private int paragraph;

  /// A file's bytes and where its text goes.
  public OldWordDocument(byte[] content, Passages passages) {
    this.content = content;
    this.passages = passages;
  }

  /// Reads it all.
  public Document read() {
    try (var word = new HWPFDocument(new ByteArrayInputStream(content))) {
      noteMacros();
      body(word);
      int pages = word.getSummaryInformation() == null
          ? 1
          : word.getSummaryInformation().getPageCount();
      return passages.document("doc", Math.max(1, pages));
    } catch (EncryptedDocumentException e) {
      throw Problem.unreadable(
          passages.file() + ": it is encrypted with a password; save it without one");
    } catch (OldWordFileFormatException e) {
      throw Problem.unreadable(
          passages.file() + ": it was saved by Word 95 or an older one; save it as docx");
    } catch (Problem e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Problem.unreadable(passages.file() + ": it is damaged: its text can't be read");
    }
  }

  private void noteMacros() {
    var name = new String("_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE),
        StandardCharsets.ISO_8859_1);
    if (new String(content, StandardCharsets.ISO_8859_1).contains(name)) {
      passages.note("macros in it were left alone");
    }
  }

  private void body(HWPFDocument word) {
    var range = word.getRange();
    int count = range.numParagraphs();
    for (int i = 0; i < count;) {
      passages.progress(i, count);
      var at = range.getParagraph(i);
      if (at.isInTable()) {
        var table = range.getTable(at);
        table(table, 1);
        i += Math.max(1, table.numParagraphs());
      } else {
        paragraph(word, at);
        i++;
      }
    }
    boxes(word);
  }

  /// Boxes stand beside the text: what they say comes behind it.
  private void boxes(HWPFDocument word) {
    var boxes = word.getMainTextboxRange();
    if (boxes.text().isBlank()) {
      return; // the library finds a paragraph there that can't be read
    }
    for (int i = 0; i < boxes.numParagraphs(); i++) {
      if (!text(boxes.getParagraph(i)).isBlank()) {
        paragraph(word, boxes.getParagraph(i));
      }
    }
  }

  /// What Word counts the paragraph as, if it is a name as `REQ-7` is and `7.` isn't; it stands in no text.
  private String name(Paragraph at) {
    if (!at.isInList() || at.getIlvl() >= LEVELS) {
      return "";
    }
    var list = at.getList();
    var pattern = list.getNumberText((char) at.getIlvl());
    var counts = counters.computeIfAbsent(list.getLsid(), _ -> new int[LEVELS]);
    counts[at.getIlvl()]++;
    Arrays.fill(counts, at.getIlvl() + 1, LEVELS, 0);
    if (pattern == null || pattern.chars().filter(Character::isLetter).count() < 2) {
      return "";
    }
    var name = new StringBuilder();
    pattern.chars().forEach(c -> name.append(c < LEVELS
        ? String.valueOf(Math.max(1, counts[c]) + list.getStartAt((char) c) - 1)
        : String.valueOf((char) c)));
    return name.toString().strip() + " ";
  }

  private void paragraph(HWPFDocument word, Paragraph at) {
    var text = name(at) + text(at);
    var source = Source.paragraph(passages.file(), ++paragraph, passages.heading());
    int level = level(word, at);
    if (level > 0 && !text.isBlank()) {
      passages.heading(text, level, source);
    } else if (at.isInList()) {
      passages.item(text, at.getIlvl() + 1, source);
    } else {
      passages.paragraph(text, source);
    }
  }

  private static int level(HWPFDocument word, Paragraph at) {
    var styles = word.getStyleSheet();
    var style = at.getStyleIndex() < styles.numStyles()
        ? styles.getStyleDescription(at.getStyleIndex())
        : null;
    var name = style == null || style.getName() == null
        ? ""
        : style.getName().toLowerCase(Locale.ROOT);
    if (name.matches("heading [1-9].{0,200}")) {
      return name.charAt(8) - '0';
    }
    return name.equals("title") ? 1 : at.getLvl() < NO_OUTLINE ? at.getLvl() + 1 : 0;
  }

  private void table(Table table, int depth) {
    if (depth > passages.limits().maxNesting()) {
      throw Problem.unreadable(passages.file() + ": its tables are nested deeper than "
          + passages.limits().maxNesting() + " (meanwhile.documents.max-nesting)");
    }
    int number = passages.nextTable();
    var inner = new ArrayList<Table>();
    for (int row = 0; row < table.numRows(); row++) {
      passages.row(cells(table.getRow(row), depth, inner),
          Source.row(passages.file(), number, row + 1, passages.heading()));
    }
    inner.forEach(i -> table(i, depth + 1));
  }

  private List<String> cells(TableRow row, int depth, List<Table> inner) {
    var cells = new ArrayList<String>();
    for (int column = 0; column < row.numCells(); column++) {
      cells.add(cell(row.getCell(column), depth, inner));
    }
    return cells;
  }

  /// A table of one column inside a cell is layout: its text is the cell's. Any other one is a table of its own.
  private String cell(TableCell cell, int depth, List<Table> inner) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < cell.numParagraphs(); i++) {
      var at = cell.getParagraph(i);
      var table = at.isInTable() && at.getTableLevel() > depth ? innerTable(cell, at) : null;
      if (table != null) {
        inner.add(table);
        i += Math.max(0, table.numParagraphs() - 1);
        continue;
      }
      var text = text(at);
      if (!text.isBlank()) {
        lines.add((at.isInList() ? "- " : "") + text);
      }
    }
    return String.join("\n", lines);
  }

  /// The table of more than one column that begins with a paragraph, or null: the library says by an exception that none
  /// does.
  private static @Nullable Table innerTable(TableCell cell, Paragraph at) {
    try {
      var table = cell.getTable(at);
      return table.numRows() > 0 && table.getRow(0).numCells() > 1 ? table : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// What a reader sees: no deleted text, no field codes, no marks of cells and objects.
  private String text(Paragraph at) {
    var text = new StringBuilder();
    for (int i = 0; i < at.numCharacterRuns(); i++) {
      var run = at.getCharacterRun(i);
      if (run.isMarkedDeleted()) {
        passages.note("deleted text of tracked changes was left out");
      } else if (!run.isVanished()) {
        text.append(run.text());
      }
    }
    passages.counts(0);
    return visible(Range.stripFields(text.toString()));
  }

  private static String visible(String text) {
    var visible = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\u000b', '\r', '\n' -> visible.append('\n');
        case '\u001e' -> visible.append('-');
        case '\t' -> visible.append('\t');
        default -> visible.append(c < ' ' || c == '\u00ad' ? "" : String.valueOf(c));
      }
    }
    return visible.toString().strip();
  }
}

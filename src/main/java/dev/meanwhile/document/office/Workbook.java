package dev.meanwhile.document.office;

import dev.meanwhile.Problem;
import dev.meanwhile.document.reading.Document;
import dev.meanwhile.document.reading.CellMarkup;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// Reads the sheets of an XLSX workbook; formulas count as the values that they had when the file was saved.
public final class Workbook {
  private static final int COLUMNS = 1_000;

  private final OfficeZip zip;
  private final Passages passages;

  /// A file's parts and where its text goes.
  public Workbook(OfficeZip zip, Passages passages) {
    this.zip = zip;
    this.passages = passages;
  }

  /// Reads all sheets.
  public Document read() {
    zip.part("xl/workbook.xml", "a workbook");
    zip.notes().forEach(passages::note);
    passages.expect(zip.size());
    try (var book = opened()) {
      var sheets = book.getSheets().toList();
      for (int i = 0; i < sheets.size(); i++) {
        passages.progress(i, sheets.size());
        sheet(sheets.get(i));
      }
      return passages.document("xlsx", Math.max(1, sheets.size()));
    } catch (IOException e) {
      throw damaged();
    }
  }

  private ReadableWorkbook opened() throws IOException {
    try {
      return new ReadableWorkbook(new ByteArrayInputStream(zip.repacked()));
    } catch (RuntimeException e) {
      throw damaged();
    }
  }

  /// What the library's XML parser fails with is of many types, some of them its own.
  private void sheet(Sheet sheet) throws IOException {
    int table = passages.nextTable();
    try (var rows = sheet.openStream()) {
      rows.forEach(row -> passages.row(cells(row),
          Source.sheet(passages.file(), sheet.getName(), table, row.getRowNum())));
    } catch (Problem e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged();
    }
  }

  private List<String> cells(Row row) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < Math.min(row.getCellCount(), COLUMNS); i++) {
      cells.add(CellMarkup.plain(row.getCellText(i).replace("\r\n", "\n")));
    }
    return cells;
  }

  private Problem damaged() {
    return Problem.unreadable(passages.file() + ": it is damaged: its sheets can't be read");
  }
}

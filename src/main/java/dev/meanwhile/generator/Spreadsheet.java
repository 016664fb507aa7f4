package dev.meanwhile.generator;

import dev.meanwhile.artifact.NewArtifact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// An XLSX workbook of plain tables: every text is a text cell, never a formula or a link, so that foreign words are
/// only ever shown. Each sheet has a header that stays in sight, a filter, and colours that follow the cells' states.
/// The same sheets are the same bytes.
public final class Spreadsheet {
  private static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String HEADER_FILL = "1F3A5F";
  private static final String HEADER_FONT = "FFFFFF";
  private static final int CELL_CHARACTERS = 32_767;
  private static final int SHEET_NAME_CHARACTERS = 31;
  private static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,10})?");
  private static final Pattern UNPRINTABLE = Pattern
      .compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])"
              + "|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");
  private static final Pattern NOT_IN_SHEET_NAMES = Pattern.compile("[\\[\\]:*?/\\\\']");

  private static final int TICK_EVERY_ROWS = 250;

  private final Map<String, Sheet> sheets = new LinkedHashMap<>();
  private final Runnable tick;

  /// A workbook that is written in one go.
  public Spreadsheet() {
    this(() -> {});
  }

  /// @param tick is called again and again while it is written; what it throws flies on
  public Spreadsheet(Runnable tick) {
    this.tick = tick;
  }

  /// What a state's colour says.
  public enum Colour {
    GOOD("C6EFCE"), DOUBTFUL("FFEB9C"), BAD("FFC7CE"), QUIET("E7E6E6");

    private final String fill;

    Colour(String fill) {
      this.fill = fill;
    }
  }

  /// A column.
  ///
  /// @param width in characters, 1 to 255
  /// @param numeric whether cells that read as decimal numbers are numbers
  /// @param colours by the cell's whole text, upper and lower case alike
  public record Column(String name, int width, boolean numeric, Map<String, Colour> colours) {
    public Column {
      colours = Map.copyOf(new LinkedHashMap<>(colours));
      if (width < 1 || width > Worksheet.MAX_COL_WIDTH) {
        throw new IllegalArgumentException("width is " + width + ", not 1 to 255");
      }
    }

    /// A column of text.
    public static Column text(String name, int width) {
      return new Column(name, width, false, Map.of());
    }

    /// A column of numbers; a cell that is none stays text.
    public static Column number(String name, int width) {
      return new Column(name, width, true, Map.of());
    }

    /// A column of states with their colours.
    public static Column state(String name, int width, Map<String, Colour> colours) {
      return new Column(name, width, false, colours);
    }
  }

  private record Sheet(List<Column> columns, List<List<String>> rows) {}

  /// Adds a sheet; at most 1,048,575 rows are written.
  ///
  /// @param name cut to 31 characters, without those that sheets can't have in their names
  /// @param rows as many cells each as there are columns, or fewer
  public Spreadsheet sheet(String name, List<Column> columns, List<List<String>> rows) {
    var safe = NOT_IN_SHEET_NAMES.matcher(printable(name)).replaceAll(" ").strip();
    var cut = safe.substring(0, Math.min(safe.length(), SHEET_NAME_CHARACTERS));
    if (columns.isEmpty() || cut.isBlank() || sheets.containsKey(cut)) {
      throw new IllegalArgumentException(
          "no columns, or the sheet's name is blank or there: " + name);
    }
    sheets.put(cut, new Sheet(List.copyOf(columns), List.copyOf(rows)));
    return this;
  }

  /// The workbook's bytes.
  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "Meanwhile", "1.0")) {
      sheets.forEach((name, sheet) -> write(book.newWorksheet(name), sheet));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Timeless.zip(bytes.toByteArray(), tick);
  }

  /// The workbook as an artifact.
  public NewArtifact artifact(String name, String kind) {
    return new NewArtifact(name, kind, MEDIA_TYPE, bytes());
  }

  private void write(Worksheet worksheet, Sheet sheet) {
    header(worksheet, sheet.columns());
    int count = Math.min(sheet.rows().size(), MOST_ROWS);
    for (int i = 0; i < count; i++) {
      if (i % TICK_EVERY_ROWS == 0) {
        tick.run();
      }
      var cells = sheet.rows().get(i);
      for (int c = 0; c < Math.min(cells.size(), sheet.columns().size()); c++) {
        cell(worksheet, i + 1, c, sheet.columns().get(c), cells.get(c));
      }
    }
    look(worksheet, sheet.columns(), count);
  }

  private static void header(Worksheet worksheet, List<Column> columns) {
    for (int c = 0; c < columns.size(); c++) {
      worksheet.value(0, c, printable(columns.get(c).name()));
      worksheet.width(c, columns.get(c).width());
    }
    worksheet.range(0, 0, 0, columns.size() - 1).style().bold().fontColor(HEADER_FONT)
        .fillColor(HEADER_FILL).wrapText(true).verticalAlignment("center").set();
    worksheet.freezePane(1, 1);
  }

  private static void cell(Worksheet worksheet, int row, int column, Column kind, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (kind.numeric() && NUMBER.matcher(text).matches()) {
      worksheet.value(row, column, new BigDecimal(text));
    } else {
      worksheet.value(row, column, printable(text));
    }
  }

  private static void look(Worksheet worksheet, List<Column> columns, int rows) {
    worksheet.setAutoFilter(0, 0, rows, columns.size() - 1);
    if (rows == 0) {
      return;
    }
    worksheet.range(1, 0, rows, columns.size() - 1).style().wrapText(true).verticalAlignment("top")
        .set();
    for (int c = 0; c < columns.size(); c++) {
      int at = c;
      columns.get(c).colours().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(
          state -> worksheet.range(1, at, rows, at).style().fillColor(state.getValue().fill)
              .set(new ConditionalFormattingExpressionRule(
                  letters(at) + "2=\"" + state.getKey().replace("\"", "\"\"") + "\"", true)));
    }
  }

  private static String letters(int column) {
    var last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  /// What XML can hold, no longer than a cell can be.
  private static String printable(String text) {
    var clean = UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    if (clean.length() <= CELL_CHARACTERS) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(CELL_CHARACTERS - 2))
        ? CELL_CHARACTERS - 2
        : CELL_CHARACTERS - 1;
    return clean.substring(0, end) + "…";
  }
}

package dev.meanwhile.document.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.meanwhile.Problem;
import dev.meanwhile.document.reading.CellMarkup;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads CSV with the delimiter that its first line uses: comma, semicolon or tab.
public final class CsvText {
  private static final int FIELD_CHARACTERS = 1_000_000;
  private static final int LOOKED_AT_LINES = 20;
  private static final String DELIMITERS = ",;\t";
  private static final String HINT = "sep=";

  private CsvText() {}

  /// Reads all records.
  public static void read(String text, Passages passages) {
    int table = passages.nextTable();
    var number = new AtomicInteger();
    rows(passages.file(), withoutHint(text), delimiter(text), (cells, line) -> passages.row(
        cells.stream().map(CellMarkup::plain).toList(),
        new Source(passages.file(), null, null, table, number.incrementAndGet(), line, null,
            null)));
  }

  /// Told for each row: its cells and the line that it begins on.
  public interface RowReader {
    void row(List<String> cells, int line);
  }

  /// Reads rows with a known delimiter.
  public static void rows(String file, String text, char delimiter, RowReader reader) {
    int number = 0;
    try (var rows = reader(delimiter).ofCsvRecord(text)) {
      for (var row : rows) {
        number++;
        reader.row(row.getFields(), Math.toIntExact(row.getStartingLineNumber()));
      }
    } catch (CsvParseException e) {
      throw Problem.unreadable(file + ": row " + (number + 1) + " isn't valid CSV");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The cells of one line.
  public static List<String> cells(String line, char delimiter) {
    try (var rows = reader(delimiter).ofCsvRecord(line)) {
      return rows.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
    } catch (CsvParseException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In files that people keep by hand rows end early or late.
  private static CsvReader.CsvReaderBuilder reader(char delimiter) {
    return CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(true)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE).maxBufferSize(FIELD_CHARACTERS * 4);
  }

  /// The one of the three that stands most often outside of quotes in the first line that has any; a spreadsheet's
  /// hint (`sep=;`) decides.
  private static char delimiter(String text) {
    if (hasHint(text)) {
      return text.charAt(HINT.length());
    }
    var line = text.lines().limit(LOOKED_AT_LINES).map(l -> l.replaceAll("\"[^\"]*\"", ""))
        .filter(l -> DELIMITERS.chars().anyMatch(d -> l.indexOf(d) >= 0)).findFirst().orElse("");
    char best = DELIMITERS.charAt(0);
    for (int i = 1; i < DELIMITERS.length(); i++) {
      char candidate = DELIMITERS.charAt(i);
      if (count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static boolean hasHint(String text) {
    return text.startsWith(HINT) && text.length() > HINT.length()
        && DELIMITERS.indexOf(text.charAt(HINT.length())) >= 0;
  }

  /// Blank in place of the hint, so that the lines keep their numbers.
  private static String withoutHint(String text) {
    return hasHint(text) ? text.substring(HINT.length() + 1) : text;
  }

  private static long count(String line, char character) {
    return line.chars().filter(c -> c == character).count();
  }
}

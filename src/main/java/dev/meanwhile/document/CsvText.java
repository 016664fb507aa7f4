package dev.meanwhile.document;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.meanwhile.Problem;
import dev.meanwhile.trace.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Reads CSV with the delimiter that its first line uses: comma, semicolon or tab.
final class CsvText {
  private static final int FIELD_CHARACTERS = 1_000_000;

  private CsvText() {}

  static void read(String text, Passages passages) {
    int table = passages.nextTable();
    int number = 0;
    try (var rows = reader(delimiter(text)).ofCsvRecord(text)) {
      for (var row : rows) {
        var source = new Source(passages.file(), null, null, table, ++number,
            Math.toIntExact(row.getStartingLineNumber()),
            null, null);
        passages.row(row.getFields(), source);
      }
    } catch (CsvParseException e) {
      throw Problem.unreadable(passages.file() + ": row " + (number + 1) + " isn't valid CSV");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> cells(String line, char delimiter) {
    try (var rows = reader(delimiter).ofCsvRecord(line)) {
      return rows.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
    } catch (CsvParseException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvReader.CsvReaderBuilder reader(char delimiter) {
    return CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(true)
        .maxBufferSize(FIELD_CHARACTERS * 4);
  }

  /// The one of the three that stands most often outside of quotes in the first line.
  private static char delimiter(String text) {
    var line = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("")
        .replaceAll("\"[^\"]*\"", "");
    char best = ',';
    for (char candidate : new char[]{';', '\t'}) {
      if (count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char character) {
    return line.chars().filter(c -> c == character).count();
  }
}

package dev.meanwhile.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a text came from. Numbers count from 1, as a reader of the document would.
///
/// @param file the document's name
/// @param page for paged documents
/// @param sheet for workbooks
/// @param table the table's number in the document
/// @param row the row's number in its table or sheet, headers counted
/// @param line the line's number, for text documents
/// @param paragraph the paragraph's number, for word documents
/// @param heading the nearest heading above
public record Source(String file, @Nullable Integer page, @Nullable String sheet,
    @Nullable Integer table,
    @Nullable Integer row, @Nullable Integer line, @Nullable Integer paragraph,
    @Nullable String heading) {
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");

  /// A place in a text document.
  public static Source line(String file, int line, @Nullable String heading) {
    return new Source(file, null, null, null, null, line, null, heading);
  }

  /// A place on a page.
  public static Source page(String file, int page, @Nullable String heading) {
    return new Source(file, page, null, null, null, null, null, heading);
  }

  /// A place in a word document.
  public static Source paragraph(String file, int paragraph, @Nullable String heading) {
    return new Source(file, null, null, null, null, null, paragraph, heading);
  }

  /// A row of a table.
  public static Source row(String file, int table, int row, @Nullable String heading) {
    return new Source(file, null, null, table, row, null, null, heading);
  }

  /// A row of a sheet.
  public static Source sheet(String file, String sheet, int table, int row) {
    return new Source(file, null, sheet, table, row, null, null, null);
  }

  /// The same place, with the line it stands on.
  public Source atLine(int number) {
    return new Source(file, page, sheet, table, row, number, paragraph, heading);
  }

  /// A document's name without its extension: what the test is called that it describes, if nothing else names it.
  public static String bareName(String file) {
    return EXTENSION.matcher(file).replaceFirst("");
  }

  /// The place in words, for example `srs.docx, table 2, row 5`.
  public String where() {
    var words = new ArrayList<>(List.of(file));
    add(words, "page ", page);
    add(words, "sheet ", sheet);
    if (sheet == null) {
      add(words, "table ", table);
    }
    add(words, "row ", row);
    add(words, "line ", line);
    add(words, "paragraph ", paragraph);
    return String.join(", ", words);
  }

  private static void add(List<String> words, String what, @Nullable Object value) {
    if (value != null) {
      words.add(what + value);
    }
  }
}

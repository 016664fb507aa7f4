package dev.meanwhile.document.pdf;

import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A table of a PDF while its rows are read. A row that the end of a page cut is one row; a header that stands again on
/// the next page is left out.
final class PdfTable {
  private static final Pattern BEGINS_ANEW = Pattern
      .compile("^(?:[-•▪◦–]|\\(?(?:[a-zA-Z]|\\d{1,2})[.)])\\s");

  private static final Pattern REST_OF_NUMBER = Pattern.compile("\\d{1,3}");

  private final Passages passages;
  private final int number;
  private @Nullable List<String> header;
  private @Nullable List<String> last;
  private int lastPage;
  private int rows;
  private boolean pageBegins;

  PdfTable(Passages passages) {
    this.passages = passages;
    this.number = passages.nextTable();
  }

  void row(List<String> cells, int page) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    var before = last;
    if (before == null) {
      header = cells;
    } else if (pageBegins && cells.equals(header)) {
      return;
    } else if (pageBegins && isRest(before, cells)) {
      last = together(before, cells);
      pageBegins = false;
      return;
    } else {
      write(before);
    }
    last = cells;
    lastPage = page;
    pageBegins = false;
  }

  void pageEnds() {
    pageBegins = true;
  }

  void end() {
    var before = last;
    if (before != null) {
      write(before);
    }
  }

  private void write(List<String> cells) {
    passages.row(cells, new Source(passages.file(), lastPage, null, number, ++rows, null, null,
        passages.heading()));
  }

  /// A row goes on if it has nothing in the column that the one before begins in.
  private static boolean isRest(List<String> before, List<String> cells) {
    int key = 0;
    while (key < before.size() && before.get(key).isBlank()) {
      key++;
    }
    if (before.size() == cells.size() && (isCutId(before.get(key), cells.get(key))
        || isCutNumber(before, cells, key))) {
      return true;
    }
    boolean isTitle = before.stream().filter(c -> !c.isBlank()).count() < 2;
    return !isTitle && before.size() == cells.size() && cells.get(key).isBlank();
  }

  /// Whether the end of the page stands within an ID, behind a sign that joins its parts.
  private static boolean isCutId(String begun, String rest) {
    return !begun.isEmpty() && "-_".indexOf(begun.charAt(begun.length() - 1)) >= 0
        && Ids.isId(begun + rest) && Ids.isSure(begun + rest);
  }

  /// Whether the end of the page stands within the number of an ID while another cell goes on in lower case.
  private static boolean isCutNumber(List<String> before, List<String> cells, int key) {
    var whole = before.get(key) + cells.get(key);
    return REST_OF_NUMBER.matcher(cells.get(key)).matches() && Ids.isId(before.get(key))
        && Ids.isId(whole) && Ids.isSure(whole) && IntStream.range(key + 1, cells.size())
            .anyMatch(i -> !before.get(i).isBlank() && !cells.get(i).isBlank()
                && Character.isLowerCase(cells.get(i).codePointAt(0)));
  }

  private static List<String> together(List<String> before, List<String> rest) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < before.size(); i++) {
      var one = before.get(i);
      var other = rest.get(i);
      boolean anew = BEGINS_ANEW.matcher(other).find();
      boolean joined = one.isBlank() || other.isBlank() || isCutId(one, other)
          || (REST_OF_NUMBER.matcher(other).matches() && Ids.isId(one));
      cells.add(joined ? one + other : one + (anew ? "\n" : " ") + other);
    }
    return cells;
  }
}

package dev.meanwhile.document.pdf;

import dev.meanwhile.document.pdf.page.PdfWord;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table without drawn lines: what stands in columns below a header, or beside IDs, with gaps that no line crosses.
final class PdfColumns {
  private static final float WIDE_GAP = 1.3f;
  private static final float NARROW_GAP = 0.45f;
  private static final float ROW_GAP = 3.2f;
  private static final float RIVER_WIDTH = 0.6f;
  private static final int RIVER_LINES = 3;

  /// An upright gap between two columns.
  record Gap(float from, float to) {
    float width() {
      return to - from;
    }
  }

  private final List<List<PdfWord>> lines;
  private List<Gap> gaps;
  private int end;

  private PdfColumns(List<List<PdfWord>> lines, List<Gap> gaps, int end) {
    this.lines = lines;
    this.gaps = gaps;
    this.end = end;
  }

  /// The parts of a line that wide gaps leave.
  static List<List<PdfWord>> segments(List<PdfWord> line) {
    var segments = new ArrayList<List<PdfWord>>();
    PdfWord before = null;
    for (var word : line) {
      if (before == null || word.left() - before.right() > WIDE_GAP * word.size()) {
        segments.add(new ArrayList<>());
      }
      segments.getLast().add(word);
      before = word;
    }
    return segments;
  }

  /// The table that begins at a line, or null if none does.
  static @Nullable PdfColumns at(List<List<PdfWord>> lines, int from) {
    var segments = segments(lines.get(from));
    var texts = segments.stream().map(PdfText::joined).toList();
    boolean begins = segments.size() >= 2 && (Extraction.isHeader(texts)
        || (isSureId(texts.getFirst()) && goesOnBeside(segments, lines, from + 1)));
    if (!begins) {
      return null;
    }
    var gaps = new ArrayList<Gap>();
    for (int i = 1; i < segments.size(); i++) {
      gaps.add(new Gap(segments.get(i - 1).getLast().right(), segments.get(i).getFirst().left()));
    }
    var columns = new PdfColumns(lines, gaps, from + 1);
    columns.grow();
    columns.split(from);
    return columns.end - from >= 2 ? columns : null;
  }

  private static boolean isSureId(String text) {
    return Ids.isId(text) && Ids.isSure(text);
  }

  /// Whether the line below one with an ID leaves the ID's column free or has one too: else it is text that is only set
  /// wide.
  private static boolean goesOnBeside(List<List<PdfWord>> segments, List<List<PdfWord>> lines,
      int next) {
    if (next >= lines.size()) {
      return false;
    }
    var first = lines.get(next).getFirst();
    return first.left() > segments.getFirst().getLast().right()
        || isSureId(PdfText.joined(segments(lines.get(next)).getFirst()));
  }

  /// A header's names can stand close together over columns that stand apart.
  private void split(int from) {
    var table = lines.subList(from, end);
    var splits = new ArrayList<Gap>();
    for (int column = 0; column <= gaps.size(); column++) {
      float left = column == 0 ? 0 : gaps.get(column - 1).to - 1;
      float right = column == gaps.size() ? Float.MAX_VALUE : gaps.get(column).from + 1;
      splits.addAll(rivers(table.stream().map(line -> line.stream()
          .filter(w -> w.left() >= left && w.right() <= right).toList()).toList()));
    }
    if (!splits.isEmpty()) {
      var all = new ArrayList<>(gaps);
      all.addAll(splits);
      all.sort(Comparator.comparingDouble(Gap::from));
      gaps = all;
    }
  }

  /// Gaps that go down through at least three lines, with text on both sides of most of them.
  private static List<Gap> rivers(List<List<PdfWord>> lines) {
    var filled = lines.stream().filter(line -> !line.isEmpty()).toList();
    var rivers = new ArrayList<Gap>();
    if (filled.size() < RIVER_LINES) {
      return rivers;
    }
    var words = filled.stream().flatMap(List::stream)
        .sorted(Comparator.comparingDouble(PdfWord::left)).toList();
    float right = words.getFirst().right();
    for (var word : words) {
      var river = new Gap(right, word.left());
      if (river.width() > RIVER_WIDTH * word.size() && isBetween(river, filled)) {
        rivers.add(river);
      }
      right = Math.max(right, word.right());
    }
    return rivers;
  }

  private static boolean isBetween(Gap river, List<List<PdfWord>> lines) {
    long both = lines.stream().filter(line -> line.getFirst().right() <= river.from
        && line.getLast().left() >= river.to).count();
    return both >= 2 && both * 2 >= lines.size();
  }

  /// The rest of a table on the next page, or null if its first line doesn't fit.
  static @Nullable PdfColumns rest(List<List<PdfWord>> lines, List<Gap> gaps) {
    var columns = new PdfColumns(lines, gaps, 0);
    columns.grow();
    return columns.end > 0 ? columns : null;
  }

  private void grow() {
    while (end < lines.size() && isNear(end)) {
      var narrowed = narrowed(lines.get(end));
      if (narrowed == null) {
        return;
      }
      gaps = narrowed;
      end++;
    }
  }

  private boolean isNear(int at) {
    return at == 0 || lines.get(at).getFirst().base()
        - lines.get(at - 1).getFirst().base() <= ROW_GAP * lines.get(at).getFirst().size();
  }

  private @Nullable List<Gap> narrowed(List<PdfWord> line) {
    var narrowed = new ArrayList<Gap>();
    for (var gap : gaps) {
      var free = free(gap, line);
      if (free.width() < NARROW_GAP * line.getFirst().size()) {
        return null;
      }
      narrowed.add(free);
    }
    return narrowed;
  }

  /// The widest part of a gap that no word of a line stands in.
  private static Gap free(Gap gap, List<PdfWord> line) {
    float from = gap.from;
    var best = new Gap(0, 0);
    for (var word : line) {
      if (word.right() > gap.from && word.left() < gap.to) {
        best = wider(best, new Gap(from, Math.max(from, word.left())));
        from = Math.max(from, word.right());
      }
    }
    return wider(best, new Gap(from, Math.max(from, gap.to)));
  }

  private static Gap wider(Gap one, Gap other) {
    return other.width() > one.width() ? other : one;
  }

  /// The index of the line after the table.
  int end() {
    return end;
  }

  List<Gap> gaps() {
    return gaps;
  }

  /// The words of each cell, row by row: a row begins where the first column isn't empty.
  List<List<List<PdfWord>>> cells(int from) {
    var rows = new ArrayList<List<List<PdfWord>>>();
    for (var line : lines.subList(from, end)) {
      boolean begins = column(line.getFirst()) == 0
          && !(rows.isEmpty() || isWithinId(rows.getLast(), line.getFirst().text()));
      if (begins || rows.isEmpty()) {
        var row = new ArrayList<List<PdfWord>>();
        for (int i = 0; i <= gaps.size(); i++) {
          row.add(new ArrayList<>());
        }
        rows.add(row);
      }
      line.forEach(word -> rows.getLast().get(column(word)).add(word));
    }
    return rows;
  }

  /// Whether the words of the first column so far end within an ID: behind a sign, or where the rest of one stands below.
  private static boolean isWithinId(List<List<PdfWord>> row, String next) {
    var last = row.getFirst().isEmpty() ? "" : row.getFirst().getLast().text();
    boolean joins = last.length() > 1 && "-_".indexOf(last.charAt(last.length() - 1)) >= 0
        && !Ids.isId(last.substring(0, last.length() - 1));
    boolean isAlone = row.stream().skip(1).allMatch(List::isEmpty);
    boolean hasSign = last.indexOf('-') > 0 || last.indexOf('_') > 0;
    return joins || (hasSign && !isAlone && row.getFirst().size() == 1 && !Ids.isId(last)
        && isSureId(last + next));
  }

  private int column(PdfWord word) {
    int column = 0;
    while (column < gaps.size() && word.middle() > (gaps.get(column).from + gaps.get(column).to)
        / 2) {
      column++;
    }
    return column;
  }

  /// Where each column ends.
  List<Float> rights(List<List<PdfWord>> page) {
    var rights = new ArrayList<Float>();
    gaps.forEach(gap -> rights.add(gap.from));
    float right = 0;
    for (var line : page) {
      right = Math.max(right, line.getLast().right());
    }
    rights.add(right);
    return rights;
  }
}

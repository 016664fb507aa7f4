package dev.meanwhile.document.pdf;

import dev.meanwhile.document.pdf.page.PdfPage;
import dev.meanwhile.document.pdf.page.PdfWord;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.extract.Extraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The gaps between columns of running text that stand side by side, as in a paper. What stands in one column is read
/// before the next; what goes across them ends them.
final class PdfGutters {
  private static final int MOST_COLUMNS = 4;
  private static final int PLACES = 600;
  /// How far from an even division of the page a gap may be, as a share of the page's text.
  private static final float ASIDE = 0.06f;
  private static final float NARROWEST = 0.9f;
  private static final int FEWEST_LINES = 4;
  private static final float SAME_LEFT = 3;
  private static final float SAME_HEIGHT = 12;
  private static final int FEWEST_WORDS = 3;
  private static final int LINES_FOR_ONE_ACROSS = 20;
  private static final int LONGEST_NAME = 4;

  /// A gap that goes down through text.
  record Gutter(float from, float to) {
    private boolean isCrossedBy(Span span) {
      return span.from < to && span.to > from;
    }

    private boolean isCrossedBy(PdfGrid grid) {
      return grid.columns().getFirst() < from && grid.columns().getLast() > to;
    }
  }

  /// What words fill that stand close together.
  private record Span(float from, float to) {
    static List<Span> of(List<PdfWord> line) {
      var spans = new ArrayList<Span>();
      for (var word : line) {
        var last = spans.isEmpty() ? null : spans.getLast();
        if (last != null && word.left() - last.to < NARROWEST * word.size()) {
          spans.set(spans.size() - 1, new Span(last.from, Math.max(last.to, word.right())));
        } else {
          spans.add(new Span(word.left(), word.right()));
        }
      }
      return spans;
    }
  }

  private final List<PdfWord> words;
  private final List<List<PdfWord>> lines;
  private final float left;
  private final float width;

  /// @param words those of a page that stand in no drawn table
  private PdfGutters(List<PdfWord> words) {
    this.words = words;
    this.lines = PdfWord.lines(words);
    this.left = (float) words.stream().mapToDouble(PdfWord::left).min().orElse(0);
    this.width = (float) words.stream().mapToDouble(PdfWord::right).max().orElse(0) - left;
  }

  /// The pages with each column as a page of its own. A page that shows too little of them is divided as the one before.
  static List<PdfPage> divided(List<PdfPage> pages, Passages passages) {
    var divided = new ArrayList<PdfPage>();
    List<Gutter> known = List.of();
    for (var page : pages) {
      passages.counts(0);
      var grids = PdfGrid.of(page).stream().filter(g -> g.columns().size() > 2).toList();
      var free = page.words().stream().filter(w -> grids.stream().noneMatch(g -> g.holds(w)))
          .toList();
      var text = new PdfGutters(free);
      var found = text.found();
      var gutters = found.isEmpty() && text.goesOn(known) ? known : found;
      divided.addAll(gutters.isEmpty()
          ? List.of(page)
          : new PdfDivision(page, grids, text.lines, gutters).parts());
      known = gutters;
    }
    return divided;
  }

  /// The gutters that divide the page into the most columns.
  private List<Gutter> found() {
    if (width <= 0) {
      return List.of();
    }
    var crossings = crossings();
    for (int columns = MOST_COLUMNS; columns > 1; columns--) {
      var gutters = evenly(columns, crossings);
      if (gutters.size() == columns - 1 && areBetweenText(gutters)) {
        return gutters;
      }
    }
    return List.of();
  }

  private List<Gutter> evenly(int columns, int[] crossings) {
    var gutters = new ArrayList<Gutter>();
    for (int i = 1; i < columns; i++) {
      gutters.add(near((float) i / columns, crossings));
    }
    return gutters.stream().filter(this::isWide).toList();
  }

  /// How many lines have text at each place across the page.
  private int[] crossings() {
    var crossings = new int[PLACES];
    for (var line : lines) {
      for (var span : Span.of(line)) {
        for (int at = place(span.from); at <= place(span.to); at++) {
          crossings[at]++;
        }
      }
    }
    return crossings;
  }

  private int place(float x) {
    return (int) ((x - left) / width * (PLACES - 1));
  }

  /// The widest gap around a place, of those that the fewest lines cross; else of those that hardly more do, as a title.
  private Gutter near(float share, int[] crossings) {
    int from = Math.round((share - ASIDE) * PLACES);
    int to = Math.round((share + ASIDE) * PLACES);
    int fewest = Arrays.stream(crossings, from, to).min().orElse(0);
    var gutter = widest(from, to, crossings, fewest);
    return isWide(gutter)
        ? gutter
        : widest(from, to, crossings, fewest + Math.max(1, lines.size() / LINES_FOR_ONE_ACROSS));
  }

  /// The widest gap that begins between two places and that no more lines cross.
  private Gutter widest(int from, int to, int[] crossings, int most) {
    int begin = from;
    int end = from;
    for (int at = from; at < to; at++) {
      int stop = at;
      while (stop < PLACES && crossings[stop] <= most) {
        stop++;
      }
      if (stop - at > end - begin) {
        begin = at;
        end = stop;
      }
      at = Math.max(at, stop);
    }
    return new Gutter(left + begin * width / (PLACES - 1), left + end * width / (PLACES - 1));
  }

  private boolean isWide(Gutter gutter) {
    return gutter.to - gutter.from >= NARROWEST * usualSize();
  }

  private float usualSize() {
    var sizes = words.stream().map(PdfWord::size).sorted().toList();
    return sizes.get(sizes.size() / 2);
  }

  /// Whether each gutter has lines of text on both sides, and no table is around it.
  private boolean areBetweenText(List<Gutter> gutters) {
    var open = lines.stream().filter(line -> !isCrossed(line, gutters)).toList();
    if (2 * open.size() < lines.size() || haveTable(open)) {
      return false;
    }
    var columns = columns(open, gutters);
    for (int i = 0; i < gutters.size(); i++) {
      if (!areBeside(columns.get(i), columns.get(i + 1))) {
        return false;
      }
    }
    return columns.stream().allMatch(PdfGutters::isText);
  }

  private static boolean isCrossed(List<PdfWord> line, List<Gutter> gutters) {
    return Span.of(line).stream()
        .anyMatch(span -> gutters.stream().anyMatch(g -> g.isCrossedBy(span)));
  }

  /// Whether a table without drawn lines begins among lines of text.
  private static boolean haveTable(List<List<PdfWord>> lines) {
    for (int at = 0; at < lines.size(); at++) {
      if (isHeader(lines.get(at)) && PdfColumns.at(lines, at) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeader(List<PdfWord> line) {
    var names = PdfColumns.segments(line);
    return names.size() > 1 && names.stream().allMatch(name -> name.size() <= LONGEST_NAME)
        && Extraction.isHeader(names.stream().map(PdfText::joined).toList());
  }

  /// Whether two columns have several lines each in the same part of the page.
  private static boolean areBeside(List<List<PdfWord>> one, List<List<PdfWord>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    float top = Math.max(one.getFirst().getFirst().base(), other.getFirst().getFirst().base());
    float bottom = Math.min(one.getLast().getFirst().base(), other.getLast().getFirst().base());
    return Stream.of(one, other)
        .allMatch(column -> column.stream().map(line -> line.getFirst().base())
            .filter(base -> base > top - SAME_HEIGHT && base < bottom + SAME_HEIGHT)
            .count() >= FEWEST_LINES);
  }

  private static List<List<List<PdfWord>>> columns(List<List<PdfWord>> lines,
      List<Gutter> gutters) {
    var columns = new ArrayList<List<List<PdfWord>>>();
    for (int i = 0; i <= gutters.size(); i++) {
      int column = i;
      columns.add(lines.stream()
          .map(line -> line.stream().filter(w -> column(w, gutters) == column).toList())
          .filter(part -> !part.isEmpty()).toList());
    }
    return columns;
  }

  /// The column that a word stands in.
  static int column(PdfWord word, List<Gutter> gutters) {
    int column = 0;
    while (column < gutters.size() && word.middle() > gutters.get(column).from()) {
      column++;
    }
    return column;
  }

  /// Whether a column has several words in most lines, and many lines begin at one place.
  private static boolean isText(List<List<PdfWord>> column) {
    var lefts = column.stream().map(line -> Math.round(line.getFirst().left() / SAME_LEFT))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long atLeft = lefts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    long several = column.stream().filter(line -> line.size() >= FEWEST_WORDS).count();
    return 3 * atLeft >= column.size() && 2 * several >= column.size();
  }

  /// Whether the page has text in more than one of the columns, and hardly any across them.
  private boolean goesOn(List<Gutter> known) {
    var open = lines.stream().filter(line -> !isCrossed(line, known)).toList();
    return !known.isEmpty() && 2 * open.size() >= lines.size()
        && !haveTable(open)
        && columns(open, known).stream().filter(c -> !c.isEmpty() && isText(c)).count() > 1;
  }

  /// Whether a line of words goes across a gutter.
  static boolean isAcross(List<PdfWord> line, List<Gutter> gutters) {
    return isCrossed(line, gutters);
  }

  /// Whether a drawn table does.
  static boolean isAcross(PdfGrid grid, List<Gutter> gutters) {
    return gutters.stream().anyMatch(gutter -> gutter.isCrossedBy(grid));
  }
}

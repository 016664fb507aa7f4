package dev.meanwhile.document.pdf;

import dev.meanwhile.document.pdf.page.PdfPage;
import dev.meanwhile.document.pdf.page.PdfWord;
import dev.meanwhile.document.reading.Passages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads pages from top to bottom into tables and prose; a table that goes on over the page's end is one table.
final class PdfFlow {
  private static final float SAME_PLACE = 4;
  private static final float SAME_TABLE = 14;

  private final Passages passages;
  private final PdfText text;
  private final PdfProse prose;
  private @Nullable PdfTable open;
  private @Nullable List<Float> openColumns;
  private @Nullable List<PdfColumns.Gap> openGaps;
  private float openBottom;

  PdfFlow(Passages passages, List<PdfPage> pages) {
    this.passages = passages;
    this.text = new PdfText(pages);
    this.prose = new PdfProse(passages, pages, text);
  }

  void page(PdfPage page) {
    passages.counts(0);
    var grids = PdfGrid.of(page).stream().filter(g -> g.columns().size() > 2).toList();
    var free = new ArrayList<PdfWord>();
    var held = new ArrayList<List<PdfWord>>();
    grids.forEach(_ -> held.add(new ArrayList<>()));
    for (var word : page.words()) {
      int grid = holder(grids, word);
      (grid < 0 ? free : held.get(grid)).add(word);
    }
    openBottom = -1;
    var lines = PdfWord.lines(free);
    int at = 0;
    for (int i = 0; i < grids.size(); i++) {
      int from = at;
      while (at < lines.size() && lines.get(at).getFirst().base() < grids.get(i).top()) {
        at++;
      }
      prose(page, lines.subList(from, at));
      if (!held.get(i).isEmpty()) {
        grid(page, grids.get(i), held.get(i));
      }
    }
    prose(page, lines.subList(at, lines.size()));
  }

  /// The smallest table around a word.
  private static int holder(List<PdfGrid> grids, PdfWord word) {
    int holder = -1;
    for (int i = 0; i < grids.size(); i++) {
      boolean smaller = holder < 0 || grids.get(i).bottom()
          - grids.get(i).top() < grids.get(holder).bottom() - grids.get(holder).top();
      if (grids.get(i).holds(word) && smaller) {
        holder = i;
      }
    }
    return holder;
  }

  private void grid(PdfPage page, PdfGrid grid, List<PdfWord> words) {
    boolean goesOn = openBottom < 0 || grid.top() - openBottom < SAME_TABLE;
    if (!(goesOn && openColumns != null && isSame(openColumns, grid.columns()))) {
      close();
    }
    var table = table();
    openColumns = grid.columns();
    openBottom = grid.bottom();
    for (var row : grid.cells(words)) {
      var cells = new ArrayList<String>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(text.of(row.get(i), right(grid.columns(), row, i)));
      }
      table.row(cells, page.number());
    }
    table.pageEnds();
  }

  /// A cell that is joined with empty ones beside it ends where they do.
  private static float right(List<Float> columns, List<List<PdfWord>> row, int at) {
    float farthest = columns.get(at + 1);
    for (var word : row.get(at)) {
      for (int i = at + 1; i < columns.size() && word.right() > farthest; i++) {
        farthest = Math.max(farthest, columns.get(i));
      }
    }
    return farthest;
  }

  private static boolean isSame(List<Float> one, List<Float> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (Math.abs(one.get(i) - other.get(i)) > SAME_PLACE) {
        return false;
      }
    }
    return true;
  }

  private PdfTable table() {
    prose.end();
    var table = open == null ? new PdfTable(passages) : open;
    open = table;
    return table;
  }

  private void close() {
    if (open != null) {
      open.end();
    }
    open = null;
    openColumns = null;
    openGaps = null;
  }

  private void prose(PdfPage page, List<List<PdfWord>> lines) {
    if (lines.isEmpty()) {
      return;
    }
    int at = 0;
    var rest = openGaps == null ? null : PdfColumns.rest(lines, openGaps);
    if (rest != null) {
      columns(page, rest, lines, 0);
      at = rest.end();
    }
    int from = at;
    while (at < lines.size()) {
      var columns = PdfColumns.at(lines, at);
      if (columns == null) {
        at++;
      } else {
        plain(page, lines.subList(from, at));
        close();
        columns(page, columns, lines, at);
        at = columns.end();
        from = at;
      }
    }
    plain(page, lines.subList(from, lines.size()));
  }

  private void plain(PdfPage page, List<List<PdfWord>> lines) {
    if (!lines.isEmpty()) {
      close();
      prose.lines(page.number(), lines);
    }
  }

  private void columns(PdfPage page, PdfColumns columns, List<List<PdfWord>> lines, int from) {
    var table = table();
    openGaps = columns.gaps();
    var rights = columns.rights(lines);
    for (var row : columns.cells(from)) {
      var cells = new ArrayList<String>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(text.of(row.get(i), rights.get(i)));
      }
      table.row(cells, page.number());
    }
    table.pageEnds();
  }

  void end() {
    prose.end();
    close();
  }
}

package dev.meanwhile.document.pdf;

import dev.meanwhile.document.pdf.PdfGutters.Gutter;
import dev.meanwhile.document.pdf.page.PdfPage;
import dev.meanwhile.document.pdf.page.PdfRule;
import dev.meanwhile.document.pdf.page.PdfWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A page of several columns in its parts, in the order in which they are read: each as a page of its own, moved to where
/// the first column stands.
final class PdfDivision {
  private static final float SAME_PARAGRAPH = 1.6f;
  private static final int ACROSS = -1;

  /// What is read at once: a line of text, or a drawn table.
  private record Piece(float top, int column, List<PdfWord> words, List<PdfRule> rules) {}

  private final PdfPage page;
  private final List<Gutter> gutters;
  private final List<Piece> pieces = new ArrayList<>();
  private final float[] lefts;
  private final List<PdfPage> parts = new ArrayList<>();

  /// @param grids the drawn tables of the page
  /// @param lines its text outside of them
  PdfDivision(PdfPage page, List<PdfGrid> grids, List<List<PdfWord>> lines, List<Gutter> gutters) {
    this.page = page;
    this.gutters = gutters;
    this.lefts = new float[gutters.size() + 1];
    lines.forEach(this::line);
    grids.forEach(this::grid);
    pieces.sort(Comparator.comparingDouble(Piece::top));
    for (int column = 0; column < lefts.length; column++) {
      lefts[column] = left(column);
    }
  }

  private void line(List<PdfWord> line) {
    float top = line.getFirst().base();
    if (PdfGutters.isAcross(line, gutters) || isRestOfAcross(line)) {
      pieces.add(new Piece(top, ACROSS, line, List.of()));
      return;
    }
    for (int i = 0; i < lefts.length; i++) {
      int column = i;
      var part = line.stream().filter(w -> PdfGutters.column(w, gutters) == column).toList();
      if (!part.isEmpty()) {
        pieces.add(new Piece(top, column, part, List.of()));
      }
    }
  }

  /// The last line of a paragraph that goes across can be short.
  private boolean isRestOfAcross(List<PdfWord> line) {
    if (pieces.isEmpty() || pieces.getLast().column() != ACROSS
        || PdfGutters.column(line.getLast(), gutters) > 0) {
      return false;
    }
    var before = pieces.getLast().words().getFirst();
    var first = line.getFirst();
    return first.base() - before.base() < SAME_PARAGRAPH * first.size()
        && first.size() == before.size() && first.bold() == before.bold();
  }

  private void grid(PdfGrid grid) {
    var words = page.words().stream().filter(grid::holds).toList();
    if (words.isEmpty()) {
      return;
    }
    int column = PdfGutters.isAcross(grid, gutters)
        ? ACROSS
        : PdfGutters.column(words.getFirst(), gutters);
    pieces.add(new Piece(grid.top(), column, words, grid.rules()));
  }

  private float left(int column) {
    return (float) pieces.stream().filter(p -> p.column() == column)
        .flatMap(p -> p.words().stream()).mapToDouble(PdfWord::left).min().orElse(0);
  }

  List<PdfPage> parts() {
    int from = 0;
    for (int at = 0; at <= pieces.size(); at++) {
      boolean ends = at == pieces.size()
          || isAcross(pieces.get(at)) != isAcross(pieces.get(from));
      if (ends) {
        band(pieces.subList(from, at));
        from = at;
      }
    }
    return parts;
  }

  private static boolean isAcross(Piece piece) {
    return piece.column() == ACROSS;
  }

  /// What stands between two things that go across, column by column; or these.
  private void band(List<Piece> band) {
    for (int i = ACROSS; i < lefts.length; i++) {
      int column = i;
      var part = band.stream().filter(p -> p.column() == column).toList();
      if (!part.isEmpty()) {
        part(part, column == ACROSS ? 0 : lefts[column] - lefts[0]);
      }
    }
  }

  private void part(List<Piece> part, float aside) {
    var words = part.stream().flatMap(p -> p.words().stream()).map(w -> w.movedLeft(aside))
        .toList();
    var rules = part.stream().flatMap(p -> p.rules().stream()).map(r -> r.movedLeft(aside))
        .toList();
    parts.add(new PdfPage(page.number(), page.height(), words, rules));
  }
}

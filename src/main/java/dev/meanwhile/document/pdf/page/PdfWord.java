package dev.meanwhile.document.pdf.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A word on a page. Places are in points from the page's upper left corner.
///
/// @param left where it begins
/// @param right where it ends
/// @param base its baseline
/// @param size of its letters
/// @param bold whether its font says so
public record PdfWord(String text, float left, float right, float base, float size, boolean bold) {
  private static final float SAME_LINE = 0.35f;

  /// Half way between its left and its right end.
  public float middle() {
    return (left + right) / 2;
  }

  /// A place surely inside of its letters: a third of their height above the baseline.
  public float height() {
    return base - size / 3;
  }

  /// The same word so many points further left.
  public PdfWord movedLeft(float points) {
    return points == 0
        ? this
        : new PdfWord(text, left - points, right - points, base, size, bold);
  }

  /// The words in lines from top to bottom, each from left to right.
  public static List<List<PdfWord>> lines(List<PdfWord> words) {
    var sorted = new ArrayList<>(words);
    sorted.sort(Comparator.comparingDouble(PdfWord::base).thenComparingDouble(PdfWord::left));
    var lines = new ArrayList<List<PdfWord>>();
    for (var word : sorted) {
      var last = lines.isEmpty() ? null : lines.getLast().getFirst();
      boolean same = last != null
          && word.base - last.base <= SAME_LINE * Math.max(word.size, last.size);
      if (!same) {
        lines.add(new ArrayList<>());
      }
      lines.getLast().add(word);
    }
    lines.forEach(line -> line.sort(Comparator.comparingDouble(PdfWord::left)));
    return lines;
  }
}

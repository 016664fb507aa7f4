package dev.meanwhile.document.pdf.page;

import java.util.List;

/// What stands on a page.
///
/// @param number from 1
/// @param height in points
/// @param words in the order in which they were drawn
/// @param rules lines that were drawn
public record PdfPage(int number, float height, List<PdfWord> words, List<PdfRule> rules) {
  /// Keeps lists of its own.
  public PdfPage {
    words = List.copyOf(words);
    rules = List.copyOf(rules);
  }

  /// With other words.
  public PdfPage with(List<PdfWord> other) {
    return new PdfPage(number, height, other, rules);
  }
}

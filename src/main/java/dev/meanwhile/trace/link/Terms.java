package dev.meanwhile.trace.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The stems of a text's words with how often each occurs, English stop words left out.
final class Terms {
  /// No text costs more than this; what follows isn't looked at.
  private static final int ANALYSED_CHARACTERS = 200_000;

  private Terms() {}

  static Map<String, Integer> of(String text) {
    var counts = new HashMap<String, Integer>();
    var analysed = text.substring(0, Math.min(text.length(), ANALYSED_CHARACTERS));
    try (var analyzer = new EnglishAnalyzer(); var words = analyzer.tokenStream("", analysed)) {
      var term = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        counts.merge(term.toString(), 1, Integer::sum);
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counts;
  }
}

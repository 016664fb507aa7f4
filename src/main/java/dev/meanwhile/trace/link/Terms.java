package dev.meanwhile.trace.link;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The stems of a text's words with how often each occurs, English stop words left out. A name like `ResetCounters` or
/// `reset_counters` is read as one word and as the words that it is made of.
final class Terms {
  /// No text costs more than this; what follows isn't looked at.
  private static final int ANALYSED_CHARACTERS = 200_000;
  private static final int NAMES = WordDelimiterGraphFilter.PRESERVE_ORIGINAL
      | WordDelimiterGraphFilter.GENERATE_WORD_PARTS
      | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;

  private Terms() {}

  static Map<String, Integer> of(String text) {
    var counts = new HashMap<String, Integer>();
    var analysed = text.substring(0, Math.min(text.length(), ANALYSED_CHARACTERS));
    try (var words = stems(analysed)) {
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

  /// What Lucene does for English, and names taken apart before their capitals are gone.
  private static TokenStream stems(String text) {
    var words = new StandardTokenizer();
    words.setReader(new StringReader(text));
    var parts = new WordDelimiterGraphFilter(new EnglishPossessiveFilter(words), NAMES, null);
    return new PorterStemFilter(new StopFilter(new LowerCaseFilter(parts),
        EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
  }
}

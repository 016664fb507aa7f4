package dev.meanwhile.trace.test;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.List;
import java.util.Locale;

/// Small numbers that a text writes in words, and their neighbours in words.
final class NumberWords {
  private static final Phrases NUMBER_WORD = Phrasebook.of(NumberWords.class)
      .phrases("number word");
  /// In order; the outermost ones are only neighbours.
  private static final List<String> WORDS = List.of("minus one", "zero", "one", "two", "three",
      "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
      "twenty-one");

  /// The words, as a part of a regular expression.
  static final String PATTERN = NUMBER_WORD.list().getFirst().pattern().pattern();

  private NumberWords() {}

  static boolean isOne(String value) {
    return NUMBER_WORD.are(value);
  }

  static String stepped(String value, int steps) {
    return WORDS.get(WORDS.indexOf(value.toLowerCase(Locale.ROOT)) + steps);
  }
}

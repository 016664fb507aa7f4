package dev.meanwhile.trace.test;

import java.util.List;
import java.util.Locale;

/// Small numbers that a text writes in words, and their neighbours in words.
final class NumberWords {
  private static final List<String> WORDS = List.of("minus one", "zero", "one", "two", "three",
      "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
      "twenty-one");

  /// The words, as a part of a regular expression. The outermost ones are only neighbours.
  static final String PATTERN = "(?:" + String.join("|", WORDS.subList(1, WORDS.size() - 1)) + ")";

  private NumberWords() {}

  static boolean isOne(String value) {
    return WORDS.contains(value.toLowerCase(Locale.ROOT));
  }

  static String stepped(String value, int steps) {
    return WORDS.get(WORDS.indexOf(value.toLowerCase(Locale.ROOT)) + steps);
  }
}

package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Numbers below one hundred that a text writes in words, and their neighbours in words.
final class NumberWords {
  private static final Phrases NUMBER_WORD = Phrasebook.of(NumberWords.class)
      .phrases("number word");
  private static final List<String> ONES = List.of("zero", "one", "two", "three", "four", "five",
      "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
      "sixteen", "seventeen", "eighteen", "nineteen");
  private static final List<String> TENS = List.of("twenty", "thirty", "forty", "fifty", "sixty",
      "seventy", "eighty", "ninety");
  private static final int TEN = 10;
  private static final int TWENTY = 20;
  private static final int HUNDRED = 100;

  /// In order from minus one to one hundred; the outermost ones are only neighbours.
  private static final List<String> WORDS = IntStream.rangeClosed(-1, HUNDRED)
      .mapToObj(NumberWords::word).toList();

  private NumberWords() {}

  private static String word(int number) {
    if (number < 0) {
      return "minus " + word(-number);
    }
    if (number < TWENTY) {
      return ONES.get(number);
    }
    if (number == HUNDRED) {
      return "one hundred";
    }
    var tens = TENS.get(number / TEN - 2);
    return number % TEN == 0 ? tens : tens + "-" + word(number % TEN);
  }

  static boolean isOne(String value) {
    return NUMBER_WORD.are(value);
  }

  static String stepped(String value, int steps) {
    return WORDS.get(WORDS.indexOf(value.toLowerCase(Locale.ROOT)) + steps);
  }
}

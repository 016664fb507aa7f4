package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.List;
import java.util.Locale;

/// Which one of several, as third or 3rd, and its neighbours, written in the same way.
final class Ordinals {
  private static final Phrases ORDINAL = Phrasebook.of(Ordinals.class).phrases("ordinal");
  /// In order; the outermost ones are only neighbours.
  private static final List<String> WORDS = List.of("first", "second", "third", "fourth", "fifth",
      "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh");
  private static final int TENS = 10;
  private static final int HUNDREDS = 100;

  private Ordinals() {}

  static boolean isOne(String value) {
    return ORDINAL.are(value);
  }

  static String stepped(String value, int steps) {
    return Character.isDigit(value.charAt(0))
        ? inDigits(Integer.parseInt(value.substring(0, value.length() - 2)) + steps)
        : WORDS.get(WORDS.indexOf(value.toLowerCase(Locale.ROOT)) + steps);
  }

  private static String inDigits(int number) {
    boolean teen = number % HUNDREDS / TENS == 1;
    return number + switch (teen ? 0 : number % TENS) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }
}

package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;

/// A part of one, as 1/10, and its neighbours, which are as many parts of the same size more or less.
final class Fraction {
  private static final String BAR = "/";
  private static final Phrases FRACTION = Phrasebook.of(Fraction.class).phrases("fraction");

  private Fraction() {}

  static boolean isOne(String value) {
    return FRACTION.are(value);
  }

  static String stepped(String value, int steps) {
    int bar = value.indexOf(BAR);
    return Integer.parseInt(value.substring(0, bar)) + steps + value.substring(bar);
  }
}

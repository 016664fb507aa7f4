package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;

/// What a bound has to have: a number in digits or words, a day, a time of the day, a ratio or a name for one.
final class Value {
  private static final Phrases VALUE = Phrasebook.of(Value.class).phrases("value");

  private Value() {}

  /// Whether a text has one.
  static boolean isIn(String text) {
    return VALUE.areIn(text);
  }
}

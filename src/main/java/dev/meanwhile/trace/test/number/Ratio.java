package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;

/// A ratio to one, as 4.5:1, and its neighbours.
final class Ratio {
  private static final String TO_ONE = ":1";
  private static final Phrases RATIO = Phrasebook.of(Ratio.class).phrases("ratio");

  private Ratio() {}

  static boolean isOne(String value) {
    return RATIO.are(value);
  }

  /// The part before ":1", which is the one that can be more or less.
  static String first(String value) {
    return value.substring(0, value.length() - TO_ONE.length());
  }

  static String of(String first) {
    return first + TO_ONE;
  }
}

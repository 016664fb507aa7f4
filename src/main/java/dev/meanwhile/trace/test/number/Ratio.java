package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.function.UnaryOperator;

/// A ratio to one, as 4.5:1, or of one, as 1:4, and its neighbours.
final class Ratio {
  private static final String TO_ONE = ":1";
  private static final String OF_ONE = "1:";
  private static final Phrases RATIO = Phrasebook.of(Ratio.class).phrases("ratio");

  private Ratio() {}

  static boolean isOne(String value) {
    return RATIO.are(value);
  }

  /// The part beside the one, which is the one that can be more or less.
  static String part(String value) {
    return value.startsWith(OF_ONE)
        ? value.substring(OF_ONE.length())
        : value.substring(0, value.length() - TO_ONE.length());
  }

  /// The same ratio with another part beside the one.
  static String with(String value, UnaryOperator<String> part) {
    var other = part.apply(part(value));
    return value.startsWith(OF_ONE) ? OF_ONE + other : other + TO_ONE;
  }
}

package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// What a number counts or is measured in, as the words beside it say.
final class Unit {
  private static final Phrasebook BOOK = Phrasebook.of(Unit.class);
  private static final Phrases NO_UNIT = BOOK.phrases("no unit");
  private static final Phrases MONEY = BOOK.phrases("money");

  private Unit() {}

  /// The word, if it is one.
  static @Nullable String of(@Nullable String word) {
    return word == null || word.isEmpty() || NO_UNIT.are(word) ? null : word;
  }

  /// What money counts stands before the number, and then what stands behind it isn't counted.
  static @Nullable String or(@Nullable String unit, Matcher phrase, int value) {
    var before = MONEY.in(phrase.group().substring(0, phrase.start(value) - phrase.start()));
    return before.find() ? withoutDot(before.group()) : unit;
  }

  /// "Rs." is "Rs", abbreviated.
  private static String withoutDot(String money) {
    return money.endsWith(".") ? money.substring(0, money.length() - 1) : money;
  }
}

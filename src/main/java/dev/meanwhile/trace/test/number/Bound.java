package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A bound that a text states, or the time that it allows.
///
/// @param value the number as written, or the placeholder for it
/// @param unit the words behind the number that say what it counts, if there are any
/// @param kind on which side of the value the allowed side is, and whether the value belongs to it
/// @param quote the whole phrase
/// @param start where the phrase begins in the text
/// @param end behind its last character
/// @param step how far its neighbours are: one in the last decimal place of the value, or of the other end of its range if
///     it has more; else what the text states
public record Bound(String value, @Nullable String unit, Kind kind, String quote, int start,
    int end,
    BigDecimal step) {

  enum Kind {
    AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, EXACTLY, OTHER_THAN, WITHIN, EVERY;

    boolean isUpper() {
      return this == AT_MOST || this == LESS_THAN || this == WITHIN;
    }
  }

  /// A value to try.
  ///
  /// @param steps how far from the bound: -1, 0 or 1
  /// @param inside whether the value lies on the side that the phrase describes
  public record Point(String value, int steps, boolean inside) {}

  private static final Phrasebook BOOK = Phrasebook.of(Bound.class);
  private static final Phrases NUMBER = BOOK.phrases("number");
  private static final Phrases TIME = BOOK.phrases("time");
  private static final Phrases DISTANCE = BOOK.phrases("distance");
  private static final Phrases LONG_TIME = BOOK.phrases("long time");
  private static final Phrases RATE = BOOK.phrases("rate");
  private static final Phrases AGE_OR_RANGE = BOOK.phrases("age or range");
  private static final Phrases TAKEN = BOOK.phrases("taken");
  private static final Phrases DURATION = BOOK.phrases("duration");
  private static final Phrases AGAIN = BOOK.phrases("again");
  private static final Phrases FORBIDDEN = BOOK.phrases("forbidden");
  private static final Phrases TOLERANCE = BOOK.phrases("tolerance");

  /// One in the last decimal place that a number is written with.
  static BigDecimal step(String value) {
    var number = Ratio.isOne(value)
        ? Ratio.part(value)
        : Power.isOne(value) ? Power.times(value) : value;
    int point = NUMBER.are(number) ? number.indexOf('.') : -1;
    return BigDecimal.ONE.movePointLeft(point < 0 ? 0 : number.length() - point - 1);
  }

  Bound with(Kind otherKind) {
    return new Bound(value, unit, otherKind, quote, start, end, step);
  }

  /// The bound with a unit for itself, whatever the other end of its range is written like.
  Bound of(@Nullable String ownUnit) {
    return new Bound(value, ownUnit, kind, quote, start, end, step(value));
  }

  /// The bound with the step that the text states.
  Bound steppedBy(BigDecimal stated) {
    return new Bound(value, unit, kind, quote, start, end, stated);
  }

  /// The bound as one of several sizes, as 5 in "5 by 9 cm": all of them are quoted.
  Bound among(String all, int behind) {
    return new Bound(value, unit, kind, all, start, behind, step);
  }

  Bound with(@Nullable String otherUnit) {
    return new Bound(value, otherUnit, kind, quote, start, end, step);
  }

  /// Whether the value stands elsewhere and the text has only a name for it.
  public boolean isPlaceholder() {
    return value.startsWith("<");
  }

  /// Whether the value is a plain number, neither a word nor a time of the day nor a ratio.
  boolean isNumber() {
    return NUMBER.are(value);
  }

  /// Whether it is to be measured, not typed in: how long a response takes or lasts, how often something happens, how far
  /// a value is off.
  public boolean isMeasured() {
    return isTolerance() || (isTime() && (DURATION.areIn(quote) || isDeadline()))
        || (isTime() && AGAIN.areIn(quote)) || switch (kind) {
          case EVERY, WITHIN -> true;
          case AT_MOST, LESS_THAN -> isRate() || (isTime() && TAKEN.areIn(quote))
              || (isShortTime() && !AGE_OR_RANGE.areIn(quote));
          case AT_LEAST, MORE_THAN, EXACTLY, OTHER_THAN -> isRate();
        };
  }

  private boolean isTolerance() {
    return TOLERANCE.areIn(quote);
  }

  private boolean isDeadline() {
    return quote.endsWith("at the latest");
  }

  /// Whether the words forbid what lies outside.
  public boolean isForbidden() {
    return FORBIDDEN.areIn(quote);
  }

  /// Whether a clock or a counter measures it.
  public boolean isMeasuredInTime() {
    return isTime() || isRate();
  }

  /// What a tester measures of it, in words.
  public String measure() {
    if (kind == Kind.EVERY || AGAIN.areIn(quote)) {
      return isTime() ? "the time from one to the next" : "how far one is from the next";
    }
    return isRate()
        ? "how often it happens"
        : !isTime()
            ? "the value that is reached"
            : DURATION.areIn(quote) || !kind.isUpper()
                ? "how long it lasts"
                : "how long it takes";
  }

  private boolean isShortTime() {
    return isTime() && !LONG_TIME.are(String.valueOf(unit));
  }

  private boolean isRate() {
    return unit != null && RATE.are(unit);
  }

  /// Whether the value is a length or an angle, by its unit.
  boolean isDistance() {
    return unit != null && DISTANCE.are(unit);
  }

  /// Whether the value is a time, by its unit.
  public boolean isTime() {
    return unit != null && TIME.are(unit);
  }

  /// One step below the value, the value, one step above it.
  public List<Point> points() {
    boolean inclusive = switch (kind) {
      case AT_LEAST, AT_MOST, EXACTLY, WITHIN, EVERY -> true;
      case MORE_THAN, LESS_THAN, OTHER_THAN -> false;
    };
    boolean either = kind == Kind.OTHER_THAN;
    boolean lower = either || kind == Kind.AT_LEAST || kind == Kind.MORE_THAN;
    return List.of(new Point(stepped(-1), -1, either || kind.isUpper()),
        new Point(stepped(0), 0, inclusive),
        new Point(stepped(1), 1, lower));
  }

  /// A step is one in the last decimal place. A number in words stays one in words, a name gets a sign.
  private String stepped(int steps) {
    if (isPlaceholder()) {
      return steps == 0 ? symbol() : symbol() + (steps < 0 ? "-1" : "+1");
    }
    if (steps == 0) {
      return value;
    }
    if (Day.isOne(value)) {
      return Day.stepped(value, steps);
    }
    if (Clock.isOne(value)) {
      return Clock.stepped(value, steps);
    }
    if (Ratio.isOne(value)) {
      return Ratio.with(value, part -> steppedNumber(part, steps));
    }
    if (Power.isAlone(value)) {
      return Power.stepped(value, steps);
    }
    if (Power.isOne(value)) {
      return Power.with(value, times -> steppedNumber(times, steps));
    }
    if (Fraction.isOne(value)) {
      return Fraction.stepped(value, steps);
    }
    if (Ordinals.isOne(value)) {
      return Ordinals.stepped(value, steps);
    }
    return NumberWords.isOne(value)
        ? NumberWords.stepped(value, steps)
        : steppedNumber(value, steps);
  }

  /// What stands for a value that is set elsewhere. What is exceeded or fallen short of may be the most or the least.
  private String symbol() {
    return switch (kind) {
      case AT_MOST, WITHIN -> "MAX";
      case AT_LEAST -> "MIN";
      case MORE_THAN, LESS_THAN -> "LIMIT";
      case EXACTLY, EVERY, OTHER_THAN -> "VALUE";
    };
  }

  private String steppedNumber(String value, int steps) {
    var number = new BigDecimal(value.replaceAll("[, ]", "").replaceAll("[−–]", "-"));
    var stepped = number.add(step.multiply(BigDecimal.valueOf(steps)));
    var apart = String.format(Locale.ROOT, "%,." + stepped.scale() + "f", stepped);
    return value.contains(",")
        ? apart
        : value.contains(" ") ? apart.replace(',', ' ') : stepped.toPlainString();
  }
}

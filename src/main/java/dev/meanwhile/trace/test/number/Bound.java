package dev.meanwhile.trace.test.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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

  private static final Pattern NUMBER = Pattern.compile("[-−+]?[\\d, ]+(?:\\.\\d+)?");
  private static final Pattern TIME = Pattern.compile(
      "(?:ns|µs|us|ms|s|sec|secs|min|mins|h|hrs?|(?:milli|micro|nano)?seconds?|minutes?|hours?|"
          + "(?:calendar |working |business )?days?|weeks?|months?|years?|"
          + "(?:(?:scheduler|scheduling|clock|control|routing|scan|polling|update|processing|task) )?"
          + "(?:cycles?|ticks?|frames?))",
      Pattern.CASE_INSENSITIVE);
  /// A name of two letters before the stroke, as in m/s, is that of a speed: it is set, and doesn't happen so often. Money
  /// and amounts of a substance are spent or given, however often that is.
  private static final Pattern RATE = Pattern.compile(
      "Hz|kHz|MHz|fps|(?!(?:EUR|USD|GBP|CHF|JPY|[µmk]?g|[µm]?L|k?Wh?)\\b|[$€£¥])(?:.{1,60} per |.{4,60}/)(?:s|sec|seconds?|minutes?|hours?|days?)",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern LONG_TIME = Pattern.compile(".*(?:day|week|month|year)s?",
      Pattern.CASE_INSENSITIVE);
  /// A person is younger and a shift shorter than a time, a setting lies in a range: nothing responds in that time.
  private static final Pattern AGE_OR_RANGE = Pattern
      .compile("^(?:younger|shorter|earlier|older|between|from|in the|range|limit|[-+\\d])",
          Pattern.CASE_INSENSITIVE);

  /// Something is done in this time, however long it is.
  private static final Pattern TAKEN = Pattern.compile(
      "^(?:with)?in (?:less|fewer|under|at most)\\b",
      Pattern.CASE_INSENSITIVE);

  /// Something lasts for this time, however long it is.
  private static final Pattern DURATION = Pattern.compile("^for\\b", Pattern.CASE_INSENSITIVE);

  /// Something happens at least so often.
  private static final Pattern AGAIN = Pattern.compile(
      "^(?:at least|no less|not less)\\b.*\\b(?:every|once)\\b",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern FORBIDDEN = Pattern.compile(
      "\\b(?:shall|must|may|can|will|should) (?:not|never)\\b|\\bcannot\\b|^prevent",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TOLERANCE = Pattern.compile(
      "±|\\+/-|\\bplus or minus\\b|^(?:tolerance|accuracy|deviation)\\b|\\bby (?:more|less) than\\b"
          + "|\\b(?:accuracy|precision|tolerance)$",
      Pattern.CASE_INSENSITIVE);

  /// One in the last decimal place that a number is written with.
  static BigDecimal step(String value) {
    var number = Ratio.isOne(value) ? Ratio.first(value) : value;
    int point = NUMBER.matcher(number).matches() ? number.indexOf('.') : -1;
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
    return NUMBER.matcher(value).matches();
  }

  /// Whether it is to be measured, not typed in: how long a response takes or lasts, how often something happens, how far
  /// a value is off.
  public boolean isMeasured() {
    return isTolerance() || (isTime() && (DURATION.matcher(quote).find() || isDeadline()))
        || (isTime() && AGAIN.matcher(quote).find()) || switch (kind) {
          case EVERY, WITHIN -> true;
          case AT_MOST, LESS_THAN -> isRate() || (isTime() && TAKEN.matcher(quote).find())
              || (isShortTime() && !AGE_OR_RANGE.matcher(quote).find());
          case AT_LEAST, MORE_THAN, EXACTLY, OTHER_THAN -> isRate();
        };
  }

  private boolean isTolerance() {
    return TOLERANCE.matcher(quote).find();
  }

  private boolean isDeadline() {
    return quote.endsWith("at the latest");
  }

  /// Whether the words forbid what lies outside.
  public boolean isForbidden() {
    return FORBIDDEN.matcher(quote).find();
  }

  /// Whether a clock or a counter measures it.
  public boolean isMeasuredInTime() {
    return isTime() || isRate();
  }

  /// What a tester measures of it, in words.
  public String measure() {
    if (kind == Kind.EVERY || AGAIN.matcher(quote).find()) {
      return "the time from one to the next";
    }
    return isRate()
        ? "how often it happens"
        : !isTime()
            ? "the value that is reached"
            : DURATION.matcher(quote).find() || !kind.isUpper()
                ? "how long it lasts"
                : "how long it takes";
  }

  private boolean isShortTime() {
    return isTime() && !LONG_TIME.matcher(String.valueOf(unit)).matches();
  }

  private boolean isRate() {
    return unit != null && RATE.matcher(unit).matches();
  }

  /// Whether the value is a time, by its unit.
  public boolean isTime() {
    return unit != null && TIME.matcher(unit).matches();
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
      var name = kind.isUpper() ? "MAX" : kind == Kind.EXACTLY ? "VALUE" : "MIN";
      return steps == 0 ? name : name + (steps < 0 ? "-1" : "+1");
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
      return Ratio.of(steppedNumber(Ratio.first(value), steps));
    }
    if (Ordinals.isOne(value)) {
      return Ordinals.stepped(value, steps);
    }
    return NumberWords.isOne(value)
        ? NumberWords.stepped(value, steps)
        : steppedNumber(value, steps);
  }

  private String steppedNumber(String value, int steps) {
    var number = new BigDecimal(value.replaceAll("[, ]", "").replace('−', '-'));
    var stepped = number.add(step.multiply(BigDecimal.valueOf(steps)));
    var apart = String.format(Locale.ROOT, "%,." + stepped.scale() + "f", stepped);
    return value.contains(",")
        ? apart
        : value.contains(" ") ? apart.replace(',', ' ') : stepped.toPlainString();
  }
}

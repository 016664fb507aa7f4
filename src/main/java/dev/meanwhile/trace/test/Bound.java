package dev.meanwhile.trace.test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A bound that a text states, or the time that it allows.
///
/// @param value the number as written, or the placeholder for it
/// @param number the number, null for a placeholder
/// @param unit the words behind the number that say what it counts, if there are any
/// @param kind on which side of the value the allowed side is, and whether the value belongs to it
/// @param quote the whole phrase
record Bound(String value, @Nullable BigDecimal number, @Nullable String unit, Kind kind,
    String quote) {

  enum Kind {
    AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, WITHIN, EVERY
  }

  /// A value to try.
  ///
  /// @param inside whether the value lies on the side that the phrase describes
  record Point(String value, boolean inside) {}

  private static final String NUMBER = "(-?\\d{1,15}(?:,\\d{3}){0,4}(?:\\.\\d{1,9})?(?![\\w.]*\\d)|<[A-Z][A-Z0-9_]{2,40}>)";
  private static final String UNIT = "(?:[ -]?((?:failed|unsuccessful|consecutive|successive|invalid|wrong|incorrect|"
      + "concurrent|simultaneous|active|open|distinct|different|unique|decimal)(?: [a-z]+){1,2}|%|°\\s?[CF]|µs|[A-Za-z][A-Za-z/]{0,24}))?";
  private static final Pattern NO_UNIT = Pattern.compile(
      "(?:and|or|of|to|in|if|when|the|for|after|from|then|is|are|per|on|at|by|with|as|that|which|shall|must|while|until|"
          + "before|under|during|it|a|an|unless|via|than)",
      Pattern.CASE_INSENSITIVE);

  private record Phrase(Kind kind, Pattern words) {
    static Phrase of(Kind kind, String before) {
      return new Phrase(kind, Pattern.compile("(?<![\\w-])(?:" + before + ")\\s*" + NUMBER + UNIT,
          Pattern.CASE_INSENSITIVE));
    }
  }

  private static final List<Phrase> PHRASES = List.of(
      Phrase.of(Kind.AT_MOST,
          "at most|no more than|not more than|not longer than|no longer than|no later than|up to|(?:a )?maximum(?: \\w+)? of"
              + "|(?:shall|must)? ?not (?:to )?exceed|less than or equal to|<=|≤|not greater than|no greater than"),
      Phrase.of(Kind.AT_LEAST,
          "at least|no less than|not less than|no fewer than|not fewer than|(?:a )?minimum(?: \\w+)? of|"
              + "greater than or equal to|>=|≥|a minimum of"),
      Phrase.of(Kind.LESS_THAN,
          "(?<!no )(?<!not )(?:less than|fewer than|below|lower than|smaller than|shorter than)(?! or equal)"),
      Phrase.of(Kind.MORE_THAN,
          "(?<!no )(?<!not )(?:more than|greater than|above|over|longer than|larger than|higher than|exceed(?:s|ing)?)"
              + "(?! or equal)"),
      Phrase.of(Kind.AT_LEAST, "after"), Phrase.of(Kind.WITHIN, "(?:with)?in less than|within"),
      Phrase.of(Kind.EVERY, "every|once every|each"));
  private static final Pattern BETWEEN = Pattern
      .compile("(?<![\\w-])(?:between|from|range of|in the range)\\s+" + NUMBER
          + UNIT + "\\s*(?:and|to|-|–|through)\\s*" + NUMBER + UNIT, Pattern.CASE_INSENSITIVE);
  private static final Pattern RANGE = Pattern
      .compile("(?<![\\w.-])(\\d{1,9}(?:\\.\\d{1,6})?)\\s?[-–]\\s?(\\d{1,9}(?:\\.\\d{1,6})?)\\s?"
          + "(%|°\\s?[CF]|(?:ms|s|seconds?|minutes?|hours?|characters?|bytes?|KB|MB|V|A|Hz|kHz|mm|cm|m|kg|g)\\b)");
  private static final Pattern TIME = Pattern.compile(
      "(?:ns|µs|us|ms|s|sec|secs|min|mins|h|hz|(?:milli|micro|nano)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|"
          + "cycles?|ticks?|frames?)",
      Pattern.CASE_INSENSITIVE);

  /// Every bound in a text, in the order of the kinds.
  static List<Bound> in(String text) {
    var bounds = new ArrayList<Bound>();
    var rest = ranges(text, bounds);
    for (var phrase : PHRASES) {
      var found = phrase.words().matcher(rest);
      while (found.find()) {
        add(bounds, phrase.kind(), found);
      }
    }
    return bounds;
  }

  /// Adds both ends of each range and answers the text without the ranges, so that no end is found twice.
  private static String ranges(String text, List<Bound> bounds) {
    var between = BETWEEN.matcher(text);
    while (between.find()) {
      var unit = unit(between.group(4)) != null ? unit(between.group(4)) : unit(between.group(2));
      ends(bounds, between.group(1), between.group(3), unit, between.group());
    }
    var rest = between.reset().replaceAll(m -> " ".repeat(m.group().length()));
    var range = RANGE.matcher(rest);
    while (range.find()) {
      ends(bounds, range.group(1), range.group(2), range.group(3), range.group());
    }
    return range.reset().replaceAll(m -> " ".repeat(m.group().length()));
  }

  private static void ends(List<Bound> bounds, String low, String high, @Nullable String unit,
      String quote) {
    bounds.add(new Bound(low, number(low), unit, Kind.AT_LEAST, quote.strip()));
    bounds.add(new Bound(high, number(high), unit, Kind.AT_MOST, quote.strip()));
  }

  private static void add(List<Bound> bounds, Kind kind, Matcher found) {
    var unit = unit(found.group(2));
    var quote = unit == null
        ? found.group().substring(0, found.end(1) - found.start())
        : found.group();
    boolean rate = kind == Kind.WITHIN || kind == Kind.EVERY;
    if (!rate || unit == null || TIME.matcher(unit).matches() || kind == Kind.WITHIN) {
      bounds.add(new Bound(found.group(1), number(found.group(1)), unit, kind, quote.strip()));
    }
  }

  private static @Nullable String unit(@Nullable String word) {
    return word == null || NO_UNIT.matcher(word).matches() ? null : word;
  }

  private static @Nullable BigDecimal number(String value) {
    return value.startsWith("<") ? null : new BigDecimal(value.replace(",", ""));
  }

  /// Whether it speaks of time, so that it is measured, not typed in.
  boolean isTime() {
    return kind == Kind.WITHIN || kind == Kind.EVERY
        || (unit != null && TIME.matcher(unit).matches());
  }

  /// The value, one step below and one step above it. A step is one in the last decimal place as written.
  List<Point> points() {
    boolean upper = kind == Kind.AT_MOST || kind == Kind.LESS_THAN || kind == Kind.WITHIN;
    boolean inclusive = kind == Kind.AT_MOST || kind == Kind.AT_LEAST || kind == Kind.WITHIN;
    return List.of(new Point(stepped(-1), upper), new Point(value, inclusive),
        new Point(stepped(1), !upper));
  }

  private String stepped(int steps) {
    if (number == null) {
      return value + (steps < 0 ? " - 1" : " + 1");
    }
    return number
        .add(BigDecimal.ONE.movePointLeft(Math.max(0, number.scale()))
            .multiply(BigDecimal.valueOf(steps)))
        .toPlainString();
  }
}

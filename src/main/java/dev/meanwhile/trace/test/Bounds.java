package dev.meanwhile.trace.test;

import dev.meanwhile.trace.test.Bound.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the bounds that a text states. What one phrase has taken, no later one sees.
final class Bounds {
  private static final String SIGNED = "[-−+]?\\d{1,15}(?:,\\d{3}){0,4}(?:\\.\\d{1,9})?+(?![\\w.,]*\\d)";
  private static final String NUMBER = "(" + Clock.PATTERN + "|" + SIGNED + "|\\b"
      + NumberWords.PATTERN + "\\b"
      + "|<[A-Z][A-Za-z0-9_ -]{1,40}(?:,[^<>]{1,40})?>)";
  private static final String NO_UNITS = "(?:and|or|of|to|in|if|when|the|for|after|from|then|is|are|per|on|at|by|with|as|"
      + "that|which|shall|must|while|until|before|under|during|it|(?-i:a)|an|unless|via|than|but|inclusive|exclusive|"
      + "inclusively|exclusively|each|only|will|should|has|have|we|they|since|within|without|may|can|be|not)";
  private static final Pattern NO_UNIT = Pattern.compile(NO_UNITS, Pattern.CASE_INSENSITIVE);
  private static final String UNIT = "(?:[ -]?(?!" + NO_UNITS
      + "\\b)((?:failed|unsuccessful|consecutive|successive|invalid|wrong|incorrect|"
      + "concurrent|simultaneous|active|open|distinct|different|unique|decimal|alphanumeric|printable|calendar|working|"
      + "business|pending|parallel)(?: (?!" + NO_UNITS + "\\b)[a-z]*[a-rt-z]){0,2} (?!" + NO_UNITS
      + "\\b)[a-z]+|%|°(?:\\s?[CF])?|"
      + "(?-i:[a-z]{1,24}[a-rt-z] (?!" + NO_UNITS + "\\b)[a-z]{2,24}s\\b)|"
      + "[A-Za-z\u00b5\u03bcΩ][A-Za-z\u00b5\u03bcΩ²³]{0,24}(?:/[A-Za-z²³]{1,12}| per [a-z]{1,20}|\\([A-Z]\\))?))?";
  private static final String CURRENCY = "(?:[$€£¥]|(?-i:EUR|USD|GBP|CHF|JPY))";
  private static final String MONEY_BEFORE = "(?:" + CURRENCY + "\\s?)?";
  private static final Pattern MONEY = Pattern.compile(CURRENCY);
  private static final Pattern CONNECTED = Pattern.compile("\\s*,?\\s*(?:and|or|but|to)?\\s*",
      Pattern.CASE_INSENSITIVE);

  /// Words before a number, or behind it, and what they make of it.
  private record Phrase(Kind kind, Pattern pattern) {
    static Phrase before(Kind kind, String words) {
      return new Phrase(kind, Pattern.compile(
          "(?<![\\w-])(?:" + words + ")\\s*(?:of\\s+)?(?:±\\s?|\\+/-\\s?|" + CURRENCY + "\\s?)?"
              + NUMBER
              + UNIT,
          Pattern.CASE_INSENSITIVE));
    }

    static Phrase behind(Kind kind, String words) {
      return new Phrase(kind,
          Pattern.compile("(?<![\\w.,-])(?:for )?" + NUMBER + UNIT + "\\s+(?:" + words
              + ")(?![\\w-])(?!\\s+[-−+]?\\d)" + UNIT, Pattern.CASE_INSENSITIVE));
    }
  }

  private static final String IS = "(?: of|:| is| are| shall be| must be| to be)";
  private static final String MORE = "(?:more|greater|longer|larger|later|higher|bigger|older|heavier|louder|wider|thicker|deeper|"
      + "taller|faster|hotter|warmer|stronger|steeper|brighter|farther|further)";
  private static final String LESS = "(?:less|fewer|lower|smaller|shorter|younger|lighter|earlier|sooner|colder|cooler|narrower|"
      + "thinner|slower|quieter|weaker|shallower|nearer|closer|darker|cheaper)";
  private static final String MODAL = "(?:(?:shall|must|may|can|will|should) )?";
  private static final String NOT = MODAL
      + "(?:no|not|never)(?: to)?(?: (?!(?:if|when|for|with|in|and|or|that|unless|while|"
      + "available|valid|active)\\b)[a-z]+)? ";
  /// What is not to differ "by more" may differ by as much.
  private static final String NOT_BY = MODAL
      + "(?:not|never) (?:(?!(?:that|which|who|whose|if|when|and|or)\\b)[\\w-]+ ){1,8}by ";
  /// What a value is compared with, before the value.
  private static final String LIMIT = "(?:the |an? |its )(?:[a-z-]+ ){0,2}?(?:maximum|minimum|limit|threshold|set ?point|allowed|"
      + "allowable|permitted|rated|nominal|upper|lower|age)(?: (?!(?:by|in|for|within|than)\\b)[a-z-]+){0,3}?(?: of)?";
  /// What has to be so for a time lasts as long; the phrase without the word is about something else.
  private static final String FOR = "(?:for )?";
  private static final List<Phrase> PHRASES = List.of(
      Phrase.before(Kind.AT_MOST, MODAL + "(?:not|never|cannot)(?: to)? exceed " + LIMIT),
      Phrase.before(Kind.MORE_THAN,
          "(?:exceed(?:s|ed|ing)?|above|over|" + MORE + " than) " + LIMIT),
      Phrase.before(Kind.LESS_THAN, "(?:below|under|" + LESS + " than) " + LIMIT),
      Phrase.before(Kind.LESS_THAN, "before [^,.;\\d]{1,60}? (?:reaches|exceeds|is)"),
      Phrase.behind(Kind.AT_LEAST,
          "or (?:more|greater|longer|higher|above|larger|over|older|later|better)|"
              + "(?:as (?:a|the) )?minimum|at (?:the )?least"),
      Phrase.behind(Kind.AT_MOST,
          "or (?:less|fewer|lower|below|shorter|smaller|under|earlier|younger)|"
              + "(?:as (?:a|the) )?maximum|at (?:the )?most|at the latest|"
              + "(?:after|before) [^,.;]{1,80}? at the latest"),
      Phrase.before(Kind.AT_MOST, FOR
          + "(?:(?:up to )?(?:a |the )?(?:maximum|max\\.?)(?: \\w+){0,5}?"
          + IS + "|at most|" + NOT + MORE + " than|" + NOT + "(?:above|over|beyond)|"
          + NOT_BY + MORE + " than|"
          + "up to(?: and including)?|" + MODAL
          + "(?:not|never|cannot|without)(?: to)? exceed(?:ing)?|"
          + "(?:" + LESS + " than|below|under) or equal(?: to)?|equal to or " + LESS
          + " than|<=|≤|limited to|"
          + "limit(?:s|ing)?(?: [\\w-]+){1,6}? to|(?<!lower |minimum )(?:limit|quota|cap)(?: [\\w-]+){0,6}?"
          + IS + "|capacity of|max\\.?|as many as|"
          + "(?:drops|drop|falls|fall|sinks|has dropped|has fallen|decreases) (?:down )?to|"
          + "reach(?:es|ed)?(?= (?:zero|0)\\b(?![.,]\\d)))"),
      Phrase.before(Kind.AT_LEAST, FOR + "(?:(?:a |the )?(?:minimum|min\\.?)(?: \\w+){0,5}?" + IS
          + "|at least|" + NOT + LESS + " than|" + NOT + "(?:below|under)|" + NOT_BY + LESS
          + " than|(?:" + MORE + " than|above|over) or equal(?: to)?|equal to or " + MORE
          + " than|>=|≥|min\\.?|reach(?:es|ed|ing)?|"
          + "(?:rises|climbs|grows|has risen|increases) (?:up )?to)"),
      Phrase.before(Kind.WITHIN,
          "within(?: the next| a period| plus or minus)?"),
      Phrase.before(Kind.LESS_THAN, "(?:(?:with)?in )?" + LESS + " than|below|under|<"),
      Phrase.before(Kind.MORE_THAN, FOR + "(?:" + MORE + " than|above|exceed(?:s|ed|ing)?|>)"),
      Phrase.before(Kind.EXACTLY, "exactly|precisely"), Phrase.before(Kind.AT_LEAST, "after"),
      Phrase.before(Kind.AT_MOST, "(?:tolerance|accuracy|deviation)(?: \\w+){0,3}?" + IS
          + "|±|\\+/-|plus or minus"),
      Phrase.before(Kind.EVERY, "(?:once )?every|at intervals of|(?:with )?a period of"));
  private static final Pattern UNTIL = Pattern.compile(
      "(?<![\\w-])(?:until|till|by)\\s+(" + Clock.PATTERN + ")((?!))?",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE = Pattern.compile(
      "(?<![\\w-])before\\s+(" + Clock.PATTERN + ")((?!))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern OVER = Phrase.before(Kind.MORE_THAN, "over").pattern();
  /// As in "100+ users"; behind a name it is a version.
  private static final Pattern PLUS = Pattern.compile(
      "(?<![\\w.,+-])(?<!\\b[A-Z][\\w.]{0,20} )(" + SIGNED + ")\\+(?![\\w+])" + UNIT);
  private static final Pattern BETWEEN = Pattern.compile(
      "(?<![\\w-])(?:between|from|(?:in )?(?:the |a )?range(?: of| from| between)?:?)\\s+[\\[(]?"
          + MONEY_BEFORE + NUMBER + UNIT
          + "\\s*(?:and|to|-|–|through|\\.\\.|,|;)\\s*" + MONEY_BEFORE + NUMBER + UNIT
          + "[\\])]?(\\s*,?\\s*\\(?exclusive)?",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern RANGE = Pattern.compile(
      "(?<!\\b(?:sections?|chapters?|figures?|tables?|pages?|steps?|versions?|levels?|phases?|items?|lines?) )(?<![\\w.,-])("
          + SIGNED
          + ")(?:\\s?(?:%|°(?:\\s?[CF])?|[A-Za-z\u00b5\u03bcΩ]{1,12}(?:/[a-z²]{1,4}|\\([A-Z]\\))?))?\\s?(?:[-–]|\\.\\.|to)\\s?("
          + SIGNED
          + ")[\\s-]?(%|°(?:\\s?[CF])?|dB\\([A-Z]\\)|(?:ms|s|seconds?|minutes?|hours?|days?|years?|"
          + "characters?|digits?|letters?|bytes?|bits?|KB|MB|GB|TB|mV|kV|V|mA|µA|A|Hz|kHz|MHz|GHz|µm|nm|mm|cm|km/h|m/s|m|km|kg|"
          + "mg|µg|g|items?|entries|percent|bar|mbar|rpm|dB[mi]?|W|kW|MW|kWh|Nm|hPa|kPa|MPa|Pa|mmHg|K|lx|lm|Ω|kΩ|ppm|mL|µL|L|"
          + "ft|kt|mph|min|h|bpm|px|[kMG]bit/s|deg)\\b|(?<=\\s)(?!(?:is|was|has|as|does)\\b)[a-z]{2,20}s\\b)",
      Pattern.CASE_INSENSITIVE);

  /// What lies outside of a range is less than its low end or more than its high one.
  private static final Pattern OUTSIDE = Pattern.compile(
      "\\b(?:outside(?: of)?|out of|beyond|not (?:with)?in|not(?= between\\b|\\s*$))\\b[^,.;()]{0,60}[\\s(]+$",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern STRICTLY = Pattern.compile("\\b(?:strictly|exclusively)\\s+$",
      Pattern.CASE_INSENSITIVE);

  private final List<Bound> found = new ArrayList<>();
  private String rest;

  private Bounds(String text) {
    this.rest = text;
  }

  /// Every bound in a text, in the text's order.
  static List<Bound> in(String text) {
    var bounds = new Bounds(text);
    bounds.take(BETWEEN, m -> bounds.ends(m, 1, 3, m.group(4) == null ? m.group(2) : m.group(4),
        m.group(5) != null));
    bounds.take(RANGE, m -> bounds.ends(m, 1, 2, m.group(3), false));
    bounds.take(PLUS, m -> {
      if (m.group(2) != null) {
        bounds.one(Kind.AT_LEAST, m);
      }
    });
    PHRASES.forEach(p -> bounds.take(p.pattern(), m -> bounds.one(p.kind(), m)));
    bounds.take(UNTIL, m -> bounds.one(Kind.AT_MOST, m));
    bounds.take(BEFORE, m -> bounds.one(Kind.LESS_THAN, m));
    bounds.take(OVER, m -> {
      if (m.group(2) != null) {
        bounds.one(Kind.MORE_THAN, m);
      }
    });
    bounds.found.sort(Comparator.comparingInt(Bound::start));
    return bounds.withSharedUnits();
  }

  private void take(Pattern pattern, Consumer<Matcher> taking) {
    var matcher = pattern.matcher(rest);
    var left = new StringBuilder(rest);
    while (matcher.find()) {
      taking.accept(matcher);
      left.replace(matcher.start(), matcher.end(), "\0".repeat(matcher.end() - matcher.start()));
    }
    rest = left.toString();
  }

  private void ends(Matcher range, int low, int high, @Nullable String word,
      boolean exclusive) {
    var unit = unitOr(unit(word), range.group());
    var outside = OUTSIDE.matcher(rest.substring(0, range.start()));
    boolean beyond = outside.find();
    boolean open = exclusive || STRICTLY.matcher(rest.substring(0, range.start())).find();
    int start = beyond ? outside.start() : range.start();
    var quote = rest.substring(start, unit == null ? range.end(high) : range.end()).strip();
    found.add(new Bound(range.group(low), unit,
        beyond ? Kind.LESS_THAN : open ? Kind.MORE_THAN : Kind.AT_LEAST, quote, start,
        range.end()));
    found.add(new Bound(range.group(high), unit,
        beyond ? Kind.MORE_THAN : open ? Kind.LESS_THAN : Kind.AT_MOST, quote, start,
        range.end()));
  }

  private void one(Kind kind, Matcher phrase) {
    boolean after = phrase.group(2) == null && phrase.groupCount() > 2;
    var bound = new Bound(phrase.group(1), unitOr(phrase.group(after ? 3 : 2), phrase.group()),
        kind, phrase.group().strip(), phrase.start(), phrase.end());
    if (kind == Kind.WITHIN && !bound.isTime()) {
      found.add(new Bound(bound.value(), bound.unit(), Kind.AT_MOST, bound.quote(), bound.start(),
          bound.end()));
    } else if (kind != Kind.EVERY || bound.isTime()) {
      found.add(bound);
    }
  }

  private static @Nullable String unit(@Nullable String word) {
    return word == null || NO_UNIT.matcher(word).matches() ? null : word;
  }

  /// What money counts stands before the number.
  private static @Nullable String unitOr(@Nullable String unit, String phrase) {
    var money = MONEY.matcher(phrase);
    return unit == null && money.find() ? money.group() : unit;
  }

  /// In "at least 8 and at most 64 characters" the unit stands once.
  private List<Bound> withSharedUnits() {
    var shared = new ArrayList<Bound>(found);
    for (int i = shared.size() - 2; i >= 0; i--) {
      var bound = shared.get(i);
      var next = shared.get(i + 1);
      if (bound.unit() == null && next.unit() != null && bound.end() <= next.start()
          && CONNECTED.matcher(rest.substring(bound.end(), next.start())).matches()) {
        shared.set(i, new Bound(bound.value(), next.unit(), bound.kind(), bound.quote(),
            bound.start(), bound.end()));
      }
    }
    return shared;
  }
}

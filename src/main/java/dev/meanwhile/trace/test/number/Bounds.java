package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.test.number.Bound.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the bounds that a text states. What one phrase has taken, no later one sees.
public final class Bounds {
  /// Characters in which the word of a condition stands before a number that it counts.
  private static final int FAR = 150;
  private static final Phrasebook BOOK = Phrasebook.of(Bounds.class);
  private static final Phrases REASON = BOOK.phrases("reason");
  private static final Phrases TWO_ENDS = BOOK.phrases("two ends");
  private static final Phrases BRACKETED_ENDS = BOOK.phrases("bracketed ends");
  private static final Phrases TWO_DAYS = BOOK.phrases("two days");
  private static final Phrases RANGE = BOOK.phrases("range");
  private static final Phrases COUNTING = BOOK.phrases("counting");
  private static final Phrases CONNECTED = BOOK.phrases("connected");
  private static final Phrases OUTSIDE = BOOK.phrases("outside");
  private static final Phrases STRICTLY = BOOK.phrases("strictly");
  private static final Phrases STEP = BOOK.phrases("step");
  private static final Phrases SENTENCE_END = BOOK.phrases("sentence end");

  /// Words before a value, or behind it, and what they make of it: in the order in which they are looked for.
  private enum Phrase {
    BY_A_DAY(Kind.AT_MOST), BEFORE_A_DAY(Kind.LESS_THAN), FROM_A_DAY(Kind.AT_LEAST),
    AFTER_A_DAY(Kind.MORE_THAN), WHICH_TIME(Kind.AT_LEAST), IN_A_ROW(Kind.AT_LEAST),
    AT_LEAST_EVERY(Kind.AT_MOST), HELD(Kind.AT_LEAST), KEPT_UP(Kind.AT_LEAST),
    TOO_LATE(Kind.AT_LEAST),
    CONSECUTIVE(Kind.AT_LEAST),
    SO_MANY_TIMES(Kind.AT_LEAST), AT_MOST_EVERY(Kind.AT_LEAST),
    AT_LEAST_BEFORE_A_SIGN(Kind.AT_LEAST), MORE_THAN_BEFORE_A_SIGN(Kind.MORE_THAN),
    GOOD_ENOUGH(Kind.AT_MOST), OR_ABOVE(Kind.AT_MOST), OR_BELOW(Kind.AT_LEAST),
    TOO_FEW(Kind.LESS_THAN), PLUS(Kind.AT_LEAST), NOT_TO_EXCEED_A_LIMIT(Kind.AT_MOST),
    ABOVE_A_LIMIT(Kind.MORE_THAN),
    BELOW_A_LIMIT(Kind.LESS_THAN), NOT_YET_REACHED(Kind.LESS_THAN), NOT_WITHIN(Kind.MORE_THAN),
    AT_LEAST_BEHIND(Kind.AT_LEAST),
    AT_MOST_BEHIND(Kind.AT_MOST), AT_MOST(Kind.AT_MOST), AT_LEAST(Kind.AT_LEAST),
    WITHIN(Kind.WITHIN), LESS_THAN(Kind.LESS_THAN), MORE_THAN(Kind.MORE_THAN),
    OTHER_THAN(Kind.OTHER_THAN), BETTER_THAN(Kind.LESS_THAN), EXACTLY(Kind.EXACTLY),
    AFTER(Kind.AT_LEAST), TOLERANCE(Kind.AT_MOST), EVERY(Kind.EVERY),
    UNTIL(Kind.AT_MOST), BEFORE(Kind.LESS_THAN), OVER(Kind.MORE_THAN);

    private static final Set<Phrase> WANT_A_UNIT = EnumSet.of(PLUS, OVER, NOT_WITHIN);
    private static final Set<Phrase> COUNT = EnumSet.of(IN_A_ROW, CONSECUTIVE, SO_MANY_TIMES);

    private final Kind kind;

    Phrase(Kind kind) {
      this.kind = kind;
    }

    boolean wantsUnit() {
      return WANT_A_UNIT.contains(this);
    }

    boolean counts() {
      return COUNT.contains(this);
    }
  }

  private static final Map<Phrase, Phrases> WORDS = words();

  private final List<Bound> found = new ArrayList<>();
  private String rest;
  private boolean hasValues;

  private Bounds(String text) {
    this.rest = hidden(text);
    this.hasValues = Value.isIn(rest);
  }

  /// The text without its reasons and examples, which bound nothing, in its length.
  private static String hidden(String text) {
    return REASON.in(text).replaceAll(m -> "\0".repeat(m.group().length()));
  }

  /// Most texts have no value, many a single one: no phrase is looked for when none is left.
  private void leave(String left) {
    rest = left;
    hasValues = Value.isIn(left);
  }

  /// Every bound in a text, in the text's order.
  public static List<Bound> in(String text) {
    var bounds = new Bounds(text);
    bounds.take(TWO_DAYS, m -> bounds.ends(m, 1, 2, null, m.group(3) != null));
    bounds.take(BRACKETED_ENDS, m -> bounds.ends(m, 1, 2, m.group(3), false));
    bounds.take(TWO_ENDS, m -> bounds.ends(m, 1, 3, m.group(4) == null ? m.group(2) : m.group(4),
        m.group(5) != null) && bounds.ownUnit(Unit.of(m.group(2))));
    bounds.take(RANGE, m -> bounds.ends(m, 1, 3, m.group(4), false)
        && bounds.ownUnit(Unit.of(m.group(2))));
    WORDS.forEach((phrase, words) -> bounds.take(words, m -> bounds.one(phrase, m)));
    bounds.found.sort(Comparator.comparingInt(Bound::start));
    var all = bounds.withSharedUnits().stream().flatMap(b -> Sizes.of(b, bounds.rest).stream())
        .toList();
    var steps = all.isEmpty() ? List.<MatchResult>of() : STEP.in(text).results().toList();
    return steps.isEmpty() ? all : all.stream().map(b -> stepped(b, steps, text)).toList();
  }

  private static Map<Phrase, Phrases> words() {
    var words = new EnumMap<Phrase, Phrases>(Phrase.class);
    for (var phrase : Phrase.values()) {
      words.put(phrase, BOOK.phrases(phrase.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
    return words;
  }

  private void take(Phrases words, Predicate<Matcher> taking) {
    words.list().stream().filter(_ -> hasValues)
        .forEach(phrase -> take(phrase.pattern(), taking));
  }

  private void take(Pattern pattern, Predicate<Matcher> taking) {
    var matcher = pattern.matcher(rest);
    StringBuilder left = null;
    while (matcher.find()) {
      if (taking.test(matcher)) {
        left = left == null ? new StringBuilder(rest) : left;
        left.replace(matcher.start(), matcher.end(), "\0".repeat(matcher.end() - matcher.start()));
      }
    }
    if (left != null) {
      leave(left.toString());
    }
  }

  /// Whether a number there is one of a condition, that nothing else makes a bound.
  private boolean isCounting(int start) {
    return COUNTING.areIn(rest.substring(Math.max(0, start - FAR), start).stripTrailing());
  }

  private boolean ends(Matcher range, int low, int high, @Nullable String word,
      boolean exclusive) {
    var unit = Unit.or(Unit.of(word), range, low);
    var before = rest.substring(0, range.start());
    var outside = OUTSIDE.in(before);
    boolean beyond = outside.find();
    boolean open = exclusive || STRICTLY.areIn(before);
    int start = beyond ? outside.start() : range.start();
    var quote = rest.substring(start, unit == null ? range.end(high) : range.end()).strip();
    var step = Bound.step(range.group(low)).min(Bound.step(range.group(high)));
    found.add(new Bound(range.group(low), unit,
        beyond ? Kind.LESS_THAN : open ? Kind.MORE_THAN : Kind.AT_LEAST, quote, start,
        range.end(), step));
    found.add(new Bound(range.group(high), unit,
        beyond ? Kind.MORE_THAN : open ? Kind.LESS_THAN : Kind.AT_MOST, quote, start,
        range.end(), step));
    return true;
  }

  /// In "between 100 ms and 2 s" each end has a unit, and a step, of its own.
  private boolean ownUnit(@Nullable String unit) {
    var high = found.removeLast();
    var low = found.removeLast();
    boolean own = unit != null && !unit.equals(high.unit());
    found.add(own ? low.of(unit) : low);
    found.add(own ? high.of(high.unit()) : high);
    return true;
  }

  /// Whether the words are what the phrase is there for; those that only lack a unit are, and bound nothing.
  private boolean one(Phrase phrase, Matcher match) {
    boolean isMeant = !phrase.counts() || isCounting(match.start());
    if (isMeant && (!phrase.wantsUnit() || counted(match) != null)) {
      one(phrase.kind, match);
    }
    return isMeant;
  }

  private void one(Kind kind, Matcher phrase) {
    var bound = new Bound(phrase.group(1), Unit.or(counted(phrase), phrase, 1),
        kind, phrase.group().strip(), phrase.start(), phrase.end(), Bound.step(phrase.group(1)));
    if (kind == Kind.WITHIN && !bound.isTime()) {
      found.add(bound.with(Kind.AT_MOST));
    } else if (kind != Kind.EVERY || bound.isTime() || bound.isDistance()) {
      found.add(bound);
    }
  }

  /// The words for what a value counts, where it stands or behind the phrase.
  private static @Nullable String counted(Matcher phrase) {
    for (int group = 2; group <= phrase.groupCount(); group++) {
      if (phrase.group(group) != null) {
        return phrase.group(group);
      }
    }
    return null;
  }

  /// In "5 to 9 ml in steps of 0.5 ml" the neighbours are as far as the text says.
  private static Bound stepped(Bound bound, List<MatchResult> steps, String text) {
    return bound.isMeasured() || !bound.isNumber()
        ? bound
        : steps.stream()
            .filter(s -> isOf(bound, s, text))
            .min(Comparator.comparing(s -> s.start() < bound.end()))
            .map(s -> bound.steppedBy(new BigDecimal(value(s)))).orElse(bound);
  }

  private static boolean isOf(Bound bound, MatchResult step, String text) {
    var unit = step.group(1) == null ? step.group(4) : step.group(2);
    boolean own = step.start() < bound.end() && bound.start() < step.end();
    return !own && (unit == null || bound.unit() == null || unit.equals(bound.unit()))
        && !SENTENCE_END.areIn(text.substring(Math.min(bound.start(), step.start()),
            Math.max(bound.end(), step.end())));
  }

  private static String value(MatchResult step) {
    return step.group(1) == null ? step.group(3) : step.group(1);
  }

  /// In "at least 8 and at most 64 characters" the unit stands once.
  private List<Bound> withSharedUnits() {
    var shared = new ArrayList<Bound>(found);
    for (int i = shared.size() - 2; i >= 0; i--) {
      var bound = shared.get(i);
      var next = shared.get(i + 1);
      if (bound.unit() == null && next.unit() != null && bound.end() <= next.start()
          && CONNECTED.are(rest.substring(bound.end(), next.start()))) {
        shared.set(i, bound.with(next.unit()));
      }
    }
    return shared;
  }
}

package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// The values that the same words bound: both sizes in "at least 5 by 9 cm", both values in "more than 60 V DC or 25 V AC"
/// and in "at most 5 A in summer and 9 A in winter", each of "at least one letter, one digit, and one sign".
final class Sizes {
  private static final Phrasebook BOOK = Phrasebook.of(Sizes.class);
  private static final Phrases SIDE = BOOK.phrases("side");
  private static final Phrases FOR_ANOTHER = BOOK.phrases("for another");
  private static final Phrases LISTED = BOOK.phrases("listed");
  private static final Phrases LAST_ONE = BOOK.phrases("last one");

  private Sizes() {}

  /// The bound itself, and those behind it.
  static List<Bound> of(Bound first, String text) {
    var sizes = new ArrayList<>(List.of(first));
    var side = SIDE.in(text);
    int end = first.end();
    while (side.region(end, text.length()).lookingAt() && isSize(first, side, text)) {
      end = side.end();
      sizes.add(new Bound(side.group(2), side.group(3), first.kind(), "", first.start(), end,
          Bound.step(side.group(2))));
    }
    return sizes.size() == 1 ? sizes : quoted(sizes, text, end);
  }

  /// Each quotes all of them, and where one has no unit, it has that of the last one.
  private static List<Bound> quoted(List<Bound> sizes, String text, int end) {
    var first = sizes.getFirst();
    var unit = sizes.getLast().unit();
    var quote = first.quote() + text.substring(first.end(), end).stripTrailing();
    return sizes.stream().map(s -> (s.unit() == null ? s.with(unit) : s).among(quote, end))
        .toList();
  }

  /// A word could lead to something else than a size: then the unit tells.
  private static boolean isSize(Bound first, Matcher side, String text) {
    var unit = side.group(3);
    boolean both = unit != null && first.unit() != null;
    var behind = text.substring(side.end());
    return switch (side.group(1)) {
      case "×", "x" -> true;
      case "by" -> unit != null && (first.unit() == null || first.unit().equals(unit));
      case "or" -> both;
      case "/" -> both && !Objects.equals(unit, first.unit());
      case "and" -> both && LAST_ONE.begin(behind);
      case ",", ", and" -> both && !first.isTime() && LISTED.begin(behind);
      default -> isOfAnother(first, side.group(1), unit, Ratio.isOne(side.group(2)), behind);
    };
  }

  /// In "5 minutes of rest or 1 hour" each has a unit of its own; else what is told of one thing and another is counted in
  /// the same.
  private static boolean isOfAnother(Bound first, String words, @Nullable String unit,
      boolean ratio, String behind) {
    return words.endsWith(" or")
        ? unit != null && first.isTime()
        : Objects.equals(unit, first.unit()) && (unit != null || ratio)
            && (FOR_ANOTHER.begin(behind) || !FOR_ANOTHER.begin(words));
  }
}

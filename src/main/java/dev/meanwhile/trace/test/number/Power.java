package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A number with a power of ten, as 5e-6 or 10^-9. Of the first its neighbours have the same power, of the second they are
/// the powers beside.
final class Power {
  private static final Phrasebook BOOK = Phrasebook.of(Power.class);
  private static final Phrases POWER = BOOK.phrases("power");
  private static final Phrases ALONE = BOOK.phrases("alone");
  private static final Pattern TIMES = Pattern.compile("(?i)[ex×*· ]");
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";
  private static final String PLAIN = "0123456789-+";
  private static final String BASE = "10";

  private Power() {}

  static boolean isOne(String value) {
    return POWER.are(value);
  }

  /// Whether it stands alone.
  static boolean isAlone(String value) {
    return ALONE.are(value);
  }

  /// How many times the power.
  static String times(String value) {
    return TIMES.split(value, 2)[0];
  }

  /// The same power of another number.
  static String with(String value, UnaryOperator<String> times) {
    var first = times(value);
    return times.apply(first) + value.substring(first.length());
  }

  /// So many powers higher, written in the same way.
  static String stepped(String value, int steps) {
    var exponent = value.substring(BASE.length());
    boolean raised = exponent.charAt(0) != '^';
    var plain = raised
        ? translated(exponent, RAISED, PLAIN)
        : exponent.substring(1).strip().replaceAll("[−–]", "-");
    var next = String.valueOf(Integer.parseInt(plain) + steps);
    return BASE + (raised
        ? translated(next, PLAIN, RAISED)
        : "^" + next);
  }

  private static String translated(String text, String from, String to) {
    return text.chars().mapToObj(c -> String.valueOf(to.charAt(from.indexOf(c))))
        .collect(Collectors.joining());
  }
}

package dev.meanwhile.trace.test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds numbers of a test case that its requirement doesn't have.
public final class Numbers {
  private static final String MONTHS = Arrays.stream(Month.values())
      .map(m -> m.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).collect(Collectors.joining("|"));
  private static final long DAYS_OF_A_YEAR = 365;
  private static final Pattern NUMBER = Pattern.compile(
      "\\d{4}-\\d{2}-\\d{2}|\\d{1,2} (?:" + MONTHS
          + ")|\\d{1,2}:\\d{2}|\\d{1,3}(?: (?:000|999|001))+(?!\\d)|\\d+(?:,\\d{3})*(?:\\.\\d+)*");

  private static final Pattern STATED_STEP = Pattern.compile(
      "(?:increments?|steps?|resolution) (?:of )?(\\d+(?:\\.\\d+)?)"
          + "|(\\d+(?:\\.\\d+)?)[ -]?\\S{0,12} (?:increments?|steps?|resolution)");
  private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");

  /// One step beside a value that stands elsewhere.
  private static final Pattern STEP_BESIDE_A_NAME = Pattern
      .compile("\\b(?:MAX|MIN|LIMIT|VALUE)[-+]1\\b");

  private Numbers() {}

  /// The numbers in what a tester reads of the case that are neither in the text nor one step in their last place beside
  /// one that is.
  public static List<String> invented(TestCase testCase, String text) {
    var given = numbers(text).toList();
    return shown(testCase).flatMap(Numbers::numbers)
        .filter(n -> given.stream().noneMatch(g -> g.equals(n) || isStepBeside(g, n)
            || isStatedStep(text, g, n) || given.stream().anyMatch(f -> isStepOf(f, g, n))))
        .toList();
  }

  /// Whether it is beside a number by a step in the last place of another one, as the ends of a range are.
  private static boolean isStepOf(String finer, String given, String number) {
    return isApart(given, number, BigDecimal.ONE.movePointLeft(places(finer)));
  }

  private static int places(String number) {
    return number.contains(".") ? number.length() - number.indexOf('.') - 1 : 0;
  }

  /// Whether it is beside a number by as much as the text says that two values are apart.
  private static boolean isStatedStep(String text, String given, String number) {
    return STATED_STEP.matcher(text).results()
        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
        .anyMatch(step -> isApart(given, number, new BigDecimal(step)));
  }

  /// The signs aren't seen here: a step below zero is as far from it as one above.
  private static boolean isApart(String given, String number, BigDecimal step) {
    return Stream.of(given, number).allMatch(n -> PLAIN.matcher(n).matches())
        && new BigDecimal(number).subtract(new BigDecimal(given)).abs().compareTo(step) == 0;
  }

  private static Stream<String> shown(TestCase testCase) {
    return Stream.of(Stream.of(testCase.title()), testCase.preconditions().stream(),
        testCase.testData().stream().map(d -> d.value() + " " + d.sourceQuote()),
        testCase.steps().stream().map(s -> s.action() + " " + s.expected()),
        testCase.notes().stream()).flatMap(s -> s);
  }

  private static Stream<String> numbers(String text) {
    return NUMBER.matcher(STEP_BESIDE_A_NAME.matcher(text).replaceAll(" ")).results()
        .map(m -> m.group().replaceAll(",|(?<=\\d) (?=\\d)", ""));
  }

  private static boolean isStepBeside(String given, String number) {
    if (isDay(given) || isDay(number)) {
      return isDay(given) && isDay(number)
          && Set.of(1L, DAYS_OF_A_YEAR - 1)
              .contains(Math.abs(ChronoUnit.DAYS.between(day(given), day(number))));
    }
    if (given.contains(":") || number.contains(":")) {
      return given.contains(":") && number.contains(":") && isMinuteBeside(given, number);
    }
    if (given.indexOf('.') != given.lastIndexOf('.')
        || number.indexOf('.') != number.lastIndexOf('.')) {
      return false;
    }
    var one = new BigDecimal(given);
    var step = BigDecimal.ONE.movePointLeft(one.scale());
    return new BigDecimal(number).subtract(one).abs().compareTo(step) == 0
        || new BigDecimal(number).add(one).compareTo(step) == 0;
  }

  private static boolean isDay(String number) {
    return number.contains(" ") || number.contains("-");
  }

  private static LocalDate day(String number) {
    return number.contains("-")
        ? LocalDate.parse(number)
        : LocalDate.parse(number + " 2027",
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
  }

  private static boolean isMinuteBeside(String given, String number) {
    int apart = Math.floorMod(minutes(number) - minutes(given), 24 * 60);
    return apart == 1 || apart == 24 * 60 - 1;
  }

  private static int minutes(String clock) {
    var parts = clock.split(":", 2);
    return 60 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
  }
}

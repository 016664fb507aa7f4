package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A day of the calendar, as 2027-01-31 or 31 March, and its neighbours.
final class Day {
  private static final Phrases DAY = Phrasebook.of(Day.class).phrases("day");
  /// A day without a year is stepped as in a common year, the leap day as in a leap one.
  private static final List<Year> YEARS = List.of(Year.of(2027), Year.of(2028));
  private static final List<String> FORMS = List.of("uuuu-MM-dd", "d MMMM uuuu", "MMMM d, uuuu",
      "dd.MM.uuuu", "d.M.uuuu", "d MMMM", "MMMM d");

  private Day() {}

  static boolean isOne(String value) {
    return DAY.are(value);
  }

  /// So many days later, written in the same way; the value itself if there is no such day.
  static String stepped(String value, int days) {
    return forms().flatMap(form -> stepped(value, days, form)).findFirst().orElse(value);
  }

  private static Stream<DateTimeFormatter> forms() {
    return FORMS.stream().flatMap(form -> YEARS.stream().limit(form.contains("uuuu") ? 1 : 2)
        .map(year -> form(form, year)));
  }

  private static DateTimeFormatter form(String pattern, Year year) {
    var form = new DateTimeFormatterBuilder().appendPattern(pattern);
    return (pattern.contains("uuuu")
        ? form
        : form.parseDefaulting(ChronoField.YEAR, year.getValue()))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static Stream<String> stepped(String value, int days, DateTimeFormatter form) {
    try {
      return Stream.of(form.format(LocalDate.parse(value, form).plusDays(days)));
    } catch (DateTimeParseException otherForm) {
      return Stream.empty();
    }
  }
}

package dev.meanwhile.trace.test;

import java.util.Locale;

/// A time of the day, as 06:30, and its neighbours.
final class Clock {
  /// Such a time, as a part of a regular expression.
  static final String PATTERN = "(?<![\\d:])(?:[01]?\\d|2[0-3]):[0-5]\\d(?![\\d:])";
  private static final int MINUTES_AN_HOUR = 60;
  private static final int MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

  private Clock() {}

  static boolean isOne(String value) {
    return value.matches(PATTERN);
  }

  /// So many minutes later, round the clock, with as many digits as written.
  static String stepped(String value, int minutes) {
    int colon = value.indexOf(':');
    int minute = Integer.parseInt(value.substring(0, colon)) * MINUTES_AN_HOUR
        + Integer.parseInt(value.substring(colon + 1));
    int stepped = Math.floorMod(minute + minutes, MINUTES_A_DAY);
    return String.format(Locale.ROOT, colon == 1 ? "%d:%02d" : "%02d:%02d",
        stepped / MINUTES_AN_HOUR, stepped % MINUTES_AN_HOUR);
  }
}

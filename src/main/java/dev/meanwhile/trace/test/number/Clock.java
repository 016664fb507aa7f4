package dev.meanwhile.trace.test.number;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.Locale;

/// A time of the day, as 06:30, and its neighbours.
final class Clock {
  private static final Phrases TIME_OF_DAY = Phrasebook.of(Clock.class).phrases("time of day");
  private static final int MINUTES_AN_HOUR = 60;
  private static final int MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

  private Clock() {}

  static boolean isOne(String value) {
    return TIME_OF_DAY.are(value);
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

package dev.meanwhile.trace.test.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "Parcels over 5 kg go by truck. | MORE_THAN 5 kg", "It shall talk over 5. | -",
      "between 1 and 5 bar | AT_LEAST 1 bar/AT_MOST 5 bar",
      "between 1 and 5 bar, exclusive | MORE_THAN 1 bar/LESS_THAN 5 bar",
      "8 to 64 characters | AT_LEAST 8 characters/AT_MOST 64 characters",
      "at least 8 and at most 64 characters | AT_LEAST 8 characters/AT_MOST 64 characters",
      "at least 8, the others at most 64 characters | AT_LEAST 8 null/AT_MOST 64 characters",
      "at least 8 bits and at most 64 | AT_LEAST 8 bits/AT_MOST 64 null",
      "over 5 and at most 8 | AT_MOST 8 null",
      "up to 5-10 seconds | AT_LEAST 5 seconds/AT_MOST 10 seconds",
      "every 3 minutes | EVERY 3 minutes", "every 3 doors | -",
      "at most €5.00 | AT_MOST 5.00 €", "between EUR 5 and EUR 9 | AT_LEAST 5 EUR/AT_MOST 9 EUR",
      "the daily limit of a guest shall be 9 drinks | AT_MOST 9 drinks",
      "a lower limit of 5 V | AT_LEAST 5 V", "below or equal to 9 ms | AT_MOST 9 ms",
      "above or equal to 9 V | AT_LEAST 9 V", "≤ 9 µA | AT_MOST 9 µA", "≥ 9 kΩ | AT_LEAST 9 kΩ",
      "from 45 dB(A) to 85 dB(A) | AT_LEAST 45 dB(A)/AT_MOST 85 dB(A)",
      "of 15 to 20 dB | AT_LEAST 15 dB/AT_MOST 20 dB",
      "of 2 µL to 9 µL | AT_LEAST 2 µL/AT_MOST 9 µL",
      "must not take more than 9 cards | AT_MOST 9 cards",
      "shall not fall below 9 V | AT_LEAST 9 V",
      "shall not differ from the plan by more than 9 % | AT_MOST 9 %",
      "shall not take a parcel that is heavier by more than 9 kg | MORE_THAN 9 kg",
      "reaches 9 bar | AT_LEAST 9 bar", "reaches zero | AT_MOST zero null",
      "drops to 9 V | AT_MOST 9 V",
      "rises to 9 V | AT_LEAST 9 V",
      "9 minutes after the last guest at the latest | AT_MOST 9 minutes",
      "between 22:00 and 06:30 | AT_LEAST 22:00 null/AT_MOST 06:30 null",
      "under the age of six | LESS_THAN six null", "9.5 % or better | AT_LEAST 9.5 %",
      "below 10 % or above 90 % | LESS_THAN 10 %/MORE_THAN 90 %",
      "strictly between 0 and 9 bar | MORE_THAN 0 bar/LESS_THAN 9 bar",
      "outside the usual range (2.0V to 9.0V) | LESS_THAN 2.0 V/MORE_THAN 9.0 V",
      "not between 2 and 9 bar | LESS_THAN 2 bar/MORE_THAN 9 bar",
      "out of the range 2 to 9 bar | LESS_THAN 2 bar/MORE_THAN 9 bar",
      "exceeds the maximum allowed load of 9 kg | MORE_THAN 9 kg",
      "at most 9 € | AT_MOST 9 €", "between 5 and 9£ | AT_LEAST 5 £/AT_MOST 9 £",
      "exceeds the 9 kg maximum | MORE_THAN 9 kg", "is below the 9 V minimum | LESS_THAN 9 V",
      "exceeds the <PLATFORM_DEFINED> maximum number of lids | MORE_THAN <PLATFORM_DEFINED> null",
      "exceeds the <PLATFORM_DEFINED>maximum number of lids | MORE_THAN <PLATFORM_DEFINED> null",
      "exceeds the limit 9.0A | MORE_THAN 9.0 A", "below the minimum of 9 V | LESS_THAN 9 V",
      "shall not exceed the maximum of 9 V | AT_MOST 9 V",
      "exceeds the permitted speed by more than 9 km/h | MORE_THAN 9 km/h",
      "before the level reaches 9 cm | LESS_THAN 9 cm", "before 8:00 | LESS_THAN 8:00 null",
      "until 17:30 | AT_MOST 17:30 null", "at a ratio of 4:30 | -",
      "a contrast ratio of at least 4.5:1 | AT_LEAST 4.5:1 null",
      "a ratio between 2:1 and 8:1 | AT_LEAST 2:1 null/AT_MOST 8:1 null",
      "a ratio of at most 1:8 | AT_MOST 1:8 null",

      "by 2027-01-31 | AT_MOST 2027-01-31 null", "no later than 31 March | AT_MOST 31 March null",
      "from 1 January 2027 | AT_LEAST 1 January 2027 null",
      "before 1 March | LESS_THAN 1 March null",
      "after March 31, 2027 | MORE_THAN March 31, 2027 null", "on 31 March | -",
      "from 1 May to 31 May | AT_LEAST 1 May null/AT_MOST 31 May null",
      "within 31 days, by 31.03.2027 | WITHIN 31 days/AT_MOST 31.03.2027 null",
      "If it fails three times in a row, it shall | AT_LEAST three times",
      "If it misses two calls in succession, it shall | AT_LEAST two calls",
      "When 3 consecutive calls fail, it shall | AT_LEAST 3 consecutive calls",
      "If it was called 3 times, it shall | AT_LEAST 3 times",
      "If it was called 3 times as often, it shall | -",
      "If it was called at least 3 times, it shall | AT_LEAST 3 times",
      "If it fails, it shall call three times in a row | -",
      "from 60 s up to and including 300 s | AT_LEAST 60 s/AT_MOST 300 s",
      "A car that fails 3 times in a row shall | AT_LEAST 3 times",
      "after 5 failed log-in attempts | AT_LEAST 5 failed log-in attempts",
      "after the third failed attempt | AT_LEAST third failed attempt",
      "on the 2nd wrong PIN entry | AT_LEAST 2nd wrong PIN entry",
      "after the first failed attempt | -", "after the third room | -",
      "It shall show the third attempt | -", "after the second | -",
      "from 5-55 cmH2O | AT_LEAST 5 cmH2O/AT_MOST 55 cmH2O", "at most 9 cm H2O | AT_MOST 9 cm H2O",
      "at most 9cmH2O/l/s | AT_MOST 9 cmH2O/l/s", "at most 9 of A4b | AT_MOST 9 null",
      "between 2 and 9 degrees Celsius | AT_LEAST 2 degrees Celsius/AT_MOST 9 degrees Celsius",
      "at least 9 CSS pixels | AT_LEAST 9 CSS pixels", "at most 9V DC | AT_MOST 9 V DC",
      "between 2V DC (empty) and 9V DC | AT_LEAST 2 V DC/AT_MOST 9 V DC",
      "within one scheduler cycle | WITHIN one scheduler cycle",
      "at least 9 vital sign records per second | AT_LEAST 9 vital sign records per second",
      "at least 9 complete warm-up and cool-down cycles | AT_LEAST 9 complete warm-up and cool-down cycles",
      "(60-80 dBa) | AT_LEAST 60 dBa/AT_MOST 80 dBa",
      "shall not exceed an altitude of 9m | AT_MOST 9 m", "up to a 9-foot range | AT_MOST 9 foot",
      "a minimum of a 9 degree view | AT_LEAST 9 degree",
      "at least 9×9 px | AT_LEAST 9 px", "at least 9 by 9 px | AT_LEAST 9 px",
      "below a load of 9 kg | LESS_THAN 9 kg", "under a load of 9 users | -",
      "over a distance of 9 m | -", "at least 4:1 against its ground | AT_LEAST 4:1 null",
      "at or above 9 cm | AT_LEAST 9 cm", "at or above a minimum of 9 cm | AT_LEAST 9 cm",
      "at or below 9 cm | AT_MOST 9 cm", "an accuracy that is better than 9 % | LESS_THAN 9 %",
      "a time better than 9 s | -",
      "at least 9.5in × 9.5in | AT_LEAST 9.5 in", "at least 9 in a row | AT_LEAST 9 null",
      "no less than 0.5in in height | AT_LEAST 0.5 in",
      "the 2℃~9℃ range | AT_LEAST 2 ℃/AT_MOST 9 ℃",
      "shall not give commands exceeding ±9° | AT_MOST 9 °",
      "shall not run on a load exceeding 9 kg | MORE_THAN 9 kg",
      "up to the 9-byte maximum | AT_MOST 9 byte", "less than $9.00 EXW | LESS_THAN 9.00 $",
      "at most 9 EUR | AT_MOST 9 EUR",
      "over 9 EUR requires a sign | MORE_THAN 9 EUR", "at most 9 PDF files | AT_MOST 9 PDF files",
      "at most 9 MB files | AT_MOST 9 MB", "slower than the one before | -", "not within one | -",
      "between 100 ms and 2 s | AT_LEAST 100 ms/AT_MOST 2 s",
      "at least 9 ADC samples | AT_LEAST 9 ADC samples",
      "from 9 V to 12 V | AT_LEAST 9 V/AT_MOST 12 V",
      "a time-out of 100 ms - 2 s | AT_LEAST 100 ms/AT_MOST 2 s",
      "at least 5 by 9 px | AT_LEAST 5 px/AT_LEAST 9 px",
      "at most 5x9 px | AT_MOST 5 px/AT_MOST 9 px", "at most 0x9F | -",
      "no larger than 5 cm × 7 cm × 9 cm | AT_MOST 5 cm/AT_MOST 7 cm/AT_MOST 9 cm",
      "at most 5 lids by 9 guests | AT_MOST 5 lids", "at most 5 by 9 | AT_MOST 5 null",
      "If the lid is open for 5 s, it shall | AT_LEAST 5 s", "It shall sound for 5 s | -",
      "If the lid is open, it shall sound for 5 s | -",
      "A guest who has been idle for 9 minutes shall | AT_LEAST 9 minutes",
      "It shall give a tone that lasts for 5 s | -",
      "After 3 failed attempts in 5 minutes, it shall | AT_LEAST 3 failed attempts/WITHIN 5 minutes",
      "After 3 failed attempts for 5 minutes, it shall | AT_LEAST 3 failed attempts",
      "up to fifty door and window contact sensors | AT_MOST fifty door and window contact sensors",
      "up to fifty guests and nine sensors | AT_MOST fifty guests/AT_MOST nine sensors",
      "no more than 9 cm nor less than 5 cm | AT_MOST 9 cm/AT_LEAST 5 cm",
      "When three different lids have failed, it shall | AT_LEAST three different lids",
      "When lid 3 has failed, it shall | -", "When one lid has failed, it shall | -",
      "It shall tell that 3 lids are open | -",
      "a range [5,9] bar | AT_LEAST 5 bar/AT_MOST 9 bar",
      "in the interval [0.5 : 9] s | AT_LEAST 0.5 s/AT_MOST 9 s",
      "at least 5 m/s2 | AT_LEAST 5 m/s2", "at least 5 m/s^2 | AT_LEAST 5 m/s^2",
      "at least 5 m3 | AT_LEAST 5 m3", "at least 5 kg/m3 | AT_LEAST 5 kg/m3",
      "at least 5 deg C | AT_LEAST 5 deg C", "at most 9 m in it | AT_MOST 9 m",
      "at most 5 000 lux | AT_MOST 5 000 lux", "at most 5 100 W lamps | AT_MOST 5 null",
      "should not exceed: 5 bar | AT_MOST 5 bar", "shall fit inside a 5 m box | AT_MOST 5 m",
      "at least 5 simultaneously connected guests | AT_LEAST 5 simultaneously connected guests",
      "between [-5,9] °C | AT_LEAST -5 °C/AT_MOST 9 °C", "the lids [5,9] | -",
      "more than 5 V DC or 9 V AC RMS | MORE_THAN 5 V DC/MORE_THAN 9 V AC RMS",
      "at least 5 guests or 9 | AT_LEAST 5 guests",
      "The minimum width of the lid at the side of the pot is 5 cm | AT_LEAST 5 cm",
      "The minimum allowed width of the lids of all pots in the kitchen is 5 cm | AT_LEAST 5 cm",
      "The maximum load is told when the weight is 5 kg | -",
      "a minimum usable capacity of 5 kg | AT_LEAST 5 kg", "a capacity of 5 kg | AT_MOST 5 kg",
      "cannot be cut into more than 5 pieces | AT_MOST 5 pieces",
      "shall reduce the time from 5 s to 2 s | -",
      "within a 5-meter radius using it | AT_MOST 5 meter",
      "with 0.5 mm accuracy | AT_MOST 0.5 mm", "with 99 % accuracy | -",
      "within 1/10 second | WITHIN 1/10 second",
      "at least 2/3 of a turn | AT_LEAST 2/3 turn", "at most 5/9 V | -", "at most 1 1/2 cups | -",
      "by 1/10/2027 | -", "(at most 1/4) | AT_MOST 1/4 null",
      "up to the 9th lid | -", "the 9th lid within 5 s | WITHIN 5 s",
      "at minimum 9 Hz | AT_LEAST 9 Hz", "minimum 9 rows | AT_LEAST 9 rows",
      "(maximum 9 hours) | AT_MOST 9 hours", "99.9% uptime | AT_LEAST 99.9 %",
      "an availability of 99.9 % | AT_LEAST 99.9 %",
      "a length other than 9 bytes | OTHER_THAN 9 bytes",
      "an accuracy better than ±9 % | LESS_THAN 9 %", "but not within 9m | MORE_THAN 9 m",
      "prevent the pressure from exceeding 9 bar | AT_MOST 9 bar",
      "prevents the level from falling below 9 cm | AT_LEAST 9 cm",
      "If the load is high for 3 consecutive breaths, it shall | AT_LEAST 3 consecutive breaths",
      "at least every 1.0 s | AT_MOST 1.0 s", "no less often than once every 9 s | AT_MOST 9 s",
      "at least once in 9 s | AT_MOST 9 s",
      "within 5 seconds | WITHIN 5 seconds",
      "a limit of 5 kg in the pot and 9 kg in the pan | AT_MOST 5 kg/AT_MOST 9 kg",
      "at least 4.5:1 for text and 3:1 for headings | AT_LEAST 4.5:1 null/AT_LEAST 3:1 null",
      "at most 5 kg in the pot and 9 lids in the pan | AT_MOST 5 kg",
      "at most 5 kg in the pot and 9 kg of it | AT_MOST 5 kg",
      "below Rp 5,000 | LESS_THAN 5,000 Rp", "at most ₹5 | AT_MOST 5 ₹",
      "by more than ~0.5 m | MORE_THAN 0.5 m", "within about 5 s | WITHIN 5 s",
      "delays over 5 s | MORE_THAN 5 s", "a fade over 5ms | -",
      "without more than 5 tools | AT_MOST 5 tools",
      "at least 5 lamp oil pots | AT_LEAST 5 lamp oil pots",
      "at least 5 rain-proof lids | AT_LEAST 5 rain-proof lids",
      "from 1 second to 5 hour intervals | AT_LEAST 1 second/AT_MOST 5 hour",
      "at least 5dB SPL at 1m | AT_LEAST 5 dB SPL",
      "a maximum delay of 5ms per lid | AT_MOST 5 ms",
      "at most 5 lids per day | AT_MOST 5 lids per day",
      "outside 5V-9V AC | LESS_THAN 5 V/MORE_THAN 9 V AC",
      "a resolution no coarser than 5 s | AT_MOST 5 s",
      "no finer than 5 mm | AT_LEAST 5 mm", "a resolution better than 5 mm | LESS_THAN 5 mm",
      "shall charge the cell from 20 % to 90 % | -", "an accuracy of 95 % | AT_LEAST 95 %",
      "an accuracy of 5 % | AT_MOST 5 %",
      "If no lid opens within 5.5 s, it shall | AT_LEAST 5.5 s",
      "If no lid opens within a maximum time of about 5 s, it shall | AT_LEAST 5 s",
      "A guest who fails to call within 5 days shall | AT_LEAST 5 days",
      "If it is not hot, it shall boil within 5 s | WITHIN 5 s",
      "If it is not hot and boils within 5 s, it shall | WITHIN 5 s",
      "If it is not within 5 m, it shall | MORE_THAN 5 m",
      "within 5 % | AT_MOST 5 %", "5 users or more | AT_LEAST 5 users",
      "at most 5 users in a room of at least 20 m² | AT_MOST 5 users/AT_LEAST 20 m²",
      "at most 3 of 4, from 1 to 2 rooms | AT_MOST 3 null/AT_LEAST 1 rooms/AT_MOST 2 rooms"})
  void boundsAreFoundInTheOrderOfTheText(String text,
      @org.jspecify.annotations.Nullable String bounds) {
    assertThat(Bounds.in(text).stream()
        .map(b -> b.kind().name() + " " + b.value() + " " + b.unit())
        .collect(Collectors.joining("/"))).isEqualTo(bounds == null ? "" : bounds);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"It shall hold between 1 and 5 | between 1 and 5",
      "It shall hold between 1 and 5 bar of air | between 1 and 5 bar",
      "It shall hold at most 5 | at most 5", "It shall hold at most 5 the | at most 5",
      "It shall hold 5 or more guests | 5 or more guests"})
  void aBoundQuotesItsWords(String text, String quote) {
    assertThat(Bounds.in(text)).first().extracting(Bound::quote).isEqualTo(quote);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"at most 1,000 rows | 999 1,000 1,001",
      "at most 10 rows | 9 10 11", "at least 0.50 mm | 0.49 0.50 0.51",
      "at most five rows | four five six", "at least zero rows | minus one zero one",
      "at most Twenty rows | nineteen Twenty twenty-one", "until 22:00 | 21:59 22:00 22:01",
      "after 0:00 | 23:59 0:00 0:01", "until 23:59 | 23:58 23:59 00:00",
      "by 2027-01-31 | 2027-01-30 2027-01-31 2027-02-01",
      "by 28 February 2028 | 27 February 2028 28 February 2028 29 February 2028",
      "by 29 February | 28 February 29 February 1 March",
      "from 01.01.2027 | 31.12.2026 01.01.2027 02.01.2027",

      "at least 4.5:1 | 4.4:1 4.5:1 4.6:1", "within 1/10 s | 0/10 1/10 2/10",
      "at most 7:1 | 6:1 7:1 8:1",
      "at most <ROWS> rows | MAX-1 MAX MAX+1",
      "after the third attempt | second third fourth", "on the 3rd try | 2nd 3rd 4th",
      "on the Second try | first Second third", "on the 22nd try | 21st 22nd 23rd",
      "on the 10th try | 9th 10th 11th", "on the 12th try | 11th 12th 13th",
      "on the 101st try | 100th 101st 102nd", "on the 20th try | 19th 20th 21st",
      "at most fifty rows | forty-nine fifty fifty-one",
      "at most twenty-four rows | twenty-three twenty-four twenty-five",
      "at most ninety-nine rows | ninety-eight ninety-nine one hundred",
      "at most 5 000 rows | 4 999 5 000 5 001",
      "other than 9 rows | 8 9 10", "from 5 to 9 ml in increments of 0.5 ml | 4.5 5 5.5",
      "in 0.2 s steps between 1 and 9 s | 0.8 1 1.2",
      "from 5 to 9 °C with a resolution of 0.1 °C | 4.9 5 5.1",
      "from 5 to 9 °C with a resolution of 0.1 bar | 4 5 6",
      "at least 5 ml. Time is told in steps of 0.5 ml | 4 5 6",
      "an accuracy of 5 % with a resolution of 0.1 % | 4 5 6",
      "at least <ROWS> rows | MIN-1 MIN MIN+1", "exactly <ROWS> rows | VALUE-1 VALUE VALUE+1",
      "more than <ROWS> rows | LIMIT-1 LIMIT LIMIT+1",
      "less than <ROWS> rows | LIMIT-1 LIMIT LIMIT+1",
      "other than <ROWS> rows | VALUE-1 VALUE VALUE+1"})
  void theNeighboursOfAValueAreOneStepAway(String text, String values) {
    assertThat(Bounds.in(text).getFirst().points().stream().map(Bound.Point::value)
        .collect(Collectors.joining(" "))).isEqualTo(values);
  }

  @Test
  void whatTakesTimeOrHappensAgainIsMeasured() {
    assertThat(Bounds.in("every 3 minutes").getFirst().isMeasured()).isTrue();
    assertThat(Bounds.in("within 3 seconds").getFirst().isMeasured()).isTrue();
    assertThat(Bounds.in("at least 3 requests per second").getFirst().isMeasured()).isTrue();
    assertThat(Bounds.in("at least 3 requests/s").getFirst().isMeasured()).isTrue();
    assertThat(Bounds.in("at least every 3 days").getFirst().measure())
        .isEqualTo("the time from one to the next");
    assertThat(Bounds.in("at least every 3 days").getFirst().isMeasured()).isTrue();
    assertThat(Bounds.in("within one scheduler cycle").getFirst().isMeasured()).isTrue();
    assertThat(Bounds.in("at most 3 EUR per day").getFirst().isMeasured()).isFalse();
    assertThat(Bounds.in("at most 3 mg per day").getFirst().isMeasured()).isFalse();
    assertThat(Bounds.in("at least 3 m/s").getFirst().isMeasured()).isFalse();
    assertThat(Bounds.in("at least 3 seconds").getFirst().isMeasured()).isFalse();
    assertThat(Bounds.in("at most 3 users").getFirst().isMeasured()).isFalse();
  }

  @Test
  void personsAndLongTimesAreNotMeasured() {
    assertThat(Bounds.in("at most 3 minutes").getFirst().isMeasured()).isTrue();
    assertThat(Bounds.in("at most 3 days").getFirst().isMeasured()).isFalse();
    assertThat(Bounds.in("shorter than 3 minutes").getFirst().isMeasured()).isFalse();
  }

  @Test
  void eachEndOfARangeStepsAsItsOwnUnitIsWritten() {
    assertThat(points("between 1.5 ms and 2 s")).containsExactly("1.4 1.5 1.6", "1 2 3");
  }

  @Test
  void eachRangeTakesTheStepThatIsStatedForIt() {
    assertThat(points("5 to 9 ml in steps of 0.5 ml and 2 to 8 g in steps of 0.1 g"))
        .containsExactly("4.5 5 5.5", "8.5 9 9.5", "1.9 2 2.1", "7.9 8 8.1");
  }

  private static List<String> points(String text) {
    return Bounds.in(text).stream().map(b -> b.points().stream().map(Bound.Point::value)
        .collect(Collectors.joining(" "))).toList();
  }
}

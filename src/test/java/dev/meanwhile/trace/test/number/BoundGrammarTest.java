package dev.meanwhile.trace.test.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A bound is a comparison, a number and a unit, somewhere in a sentence: each of a kind with all of the others.
class BoundGrammarTest {
  private static final List<String> PLACES = List.of("The load of the pot shall be %s.",
      "The load of the pot shall be %s when the pot is hot.",
      "The load of the pot shall be %s, and the pot shall beep.",
      "The load of the pot (%s) shall be shown.",
      "When the load of the pot is %s, the pot shall beep.",
      "The pot shall keep its load %s regardless of the lid.",
      "The load of the pot shall be %s across all pots.",
      "The load of the pot shall be %s at the start.",
      "The load of the pot shall be %s because of the lid.");

  private static Stream<String> comparisons() {
    return Stream.of("AT_LEAST:at least %s", "AT_LEAST:no less than %s",
        "AT_LEAST:not less than %s",
        "AT_LEAST:no fewer than %s", "AT_LEAST:a minimum of %s", "AT_LEAST:minimum %s",
        "AT_LEAST:min. %s", "AT_LEAST:at a minimum %s", "AT_LEAST:≥ %s", "AT_LEAST:≥%s",
        "AT_LEAST:>= %s", "AT_LEAST:greater than or equal to %s",
        "AT_LEAST:equal or greater than %s",
        "AT_LEAST:greater or equal to %s", "AT_LEAST:more than or equals %s",
        "AT_LEAST:greater-than-or-equal-to %s", "AT_LEAST:%s or more", "AT_LEAST:%s or above",
        "AT_LEAST:%s or higher", "AT_LEAST:%s and above", "AT_LEAST:%s and up",
        "AT_LEAST:%s minimum", "AT_LEAST:%s (min)", "AT_LEAST:%s (minimum)",
        "AT_LEAST:not below %s", "AT_LEAST:never under %s", "AT_LEAST:no lower than %s",
        "AT_LEAST:minimum: %s", "AT_LEAST:at the least %s", "AT_LEAST:at least equal to %s",
        "AT_LEAST:a lower bound of %s", "AT_LEAST:at or above %s", "AT_LEAST:minimally %s",
        "AT_MOST:at most %s", "AT_MOST:no more than %s", "AT_MOST:not more than %s",
        "AT_MOST:not exceeding %s", "AT_MOST:not to exceed %s", "AT_MOST:no greater than %s",
        "AT_MOST:no higher than %s", "AT_MOST:a maximum of %s", "AT_MOST:maximum %s",
        "AT_MOST:max. %s", "AT_MOST:max of %s", "AT_MOST:up to %s",
        "AT_MOST:up to and including %s", "AT_MOST:≤ %s", "AT_MOST:≤%s", "AT_MOST:<= %s",
        "AT_MOST:less than or equal to %s", "AT_MOST:less or equal to %s",
        "AT_MOST:less than or equals %s", "AT_MOST:equal or less than %s", "AT_MOST:%s or less",
        "AT_MOST:%s or below", "AT_MOST:%s and below", "AT_MOST:%s maximum", "AT_MOST:%s (max)",
        "AT_MOST:%s (max.)", "AT_MOST:limited to %s", "AT_MOST:capped at %s",
        "AT_MOST:restricted to %s", "AT_MOST:bounded by %s", "AT_MOST:not above %s",
        "AT_MOST:not in excess of %s", "AT_MOST:without exceeding %s", "AT_MOST:maximum: %s",
        "AT_MOST:an upper bound of %s", "AT_MOST:a ceiling of %s", "AT_MOST:at the most %s",
        "AT_MOST:at or below %s", "AT_MOST:below or at %s", "AT_MOST:no worse than %s",
        "MORE_THAN:more than %s", "MORE_THAN:greater than %s", "MORE_THAN:above %s",
        "MORE_THAN:exceeding %s", "MORE_THAN:in excess of %s", "MORE_THAN:> %s", "MORE_THAN:>%s",
        "MORE_THAN:beyond %s", "MORE_THAN:strictly more than %s", "MORE_THAN:surpassing %s",
        "LESS_THAN:less than %s", "LESS_THAN:lower than %s", "LESS_THAN:below %s",
        "LESS_THAN:under %s", "LESS_THAN:< %s", "LESS_THAN:<%s",
        "LESS_THAN:strictly less than %s", "EXACTLY:exactly %s", "EXACTLY:precisely %s",
        "OTHER_THAN:other than %s", "OTHER_THAN:different from %s", "OTHER_THAN:!= %s");
  }

  private static Stream<String> units() {
    return Stream.of("°C", "deg", "degrees", "deg C", "deg. C", "degrees Celsius", "K", "%",
        "percent", "per cent", "percentage points", "m/s", "m/s²", "m/s^2", "m/s2", "km/h", "kph",
        "mph", "ft/min", "fpm", "ft", "feet", "NM", "nautical miles", "nautical mile",
        "square feet", "sq ft", "kts", "knots", "Nm", "N·m", "N-m", "N.m", "kN", "V", "VDC",
        "V DC", "V AC", "V RMS", "A RMS", "mAh", "kWh", "kVA", "MHz", "dB", "dBm", "dB(A)",
        "dB SPL", "ppm", "psi", "kPa", "mbar", "mmHg", "mm Hg", "cm H2O", "L/min", "mL/h",
        "mg/dL", "mmol/L", "lb", "oz", "inches", "µm", "microns", "Mbit/s", "kbps", "kB", "MiB",
        "bytes", "bits", "baud", "rpm", "rad/s", "deg/s", "°/s", "degrees per second", "lux",
        "cd/m²", "Ω", "kΩ", "ohm", "µF", "nT", "krad(Si)", "MeV", "ms", "µs", "seconds", "min",
        "hours", "business days", "concurrent users", "requests per second", "requests/s", "fps",
        "frames per second", "px", "dpi", "load cycles", "failed login attempts", "m²", "m^2",
        "m³/h", "m3/h", "kg/m³", "V/m", "mV/°C", "ppm/°C", "times", "lids", "SPS", "MFLOPS",
        "arcsec", "arc seconds", "g rms", "g-rms", "kg/h", "tonnes", "metric tons", "ml", "IU/mL",
        "beats per minute", "mm/s", "µg/m³", "people", "rev/min", "CPU cores", "bits per second",
        "US dollars", "GB/s", "kN/m²", "rain-proof pot lids", "million lids");
  }

  static Stream<List<String>> comparedInPlaces() {
    return comparisons().flatMap(c -> PLACES.stream().map(p -> List.of(c, p)));
  }

  static Stream<List<String>> countedInPlaces() {
    return units().flatMap(u -> PLACES.stream().map(p -> List.of(u, p)));
  }

  @ParameterizedTest
  @MethodSource("comparedInPlaces")
  void eachComparisonBoundsInEachPlace(List<String> comparisonAndPlace) {
    var comparison = comparisonAndPlace.getFirst().split(":", 2);
    var text = comparisonAndPlace.getLast().formatted(comparison[1].formatted("5 bar"));

    assertThat(bounds(text)).as(text).isEqualTo(comparison[0] + " 5 bar");
  }

  @ParameterizedTest
  @MethodSource("countedInPlaces")
  void eachUnitIsReadInEachPlace(List<String> unitAndPlace) {
    var unit = unitAndPlace.getFirst();
    var text = unitAndPlace.getLast().formatted("at least 5 " + unit);

    assertThat(bounds(text)).as(text).isEqualTo("AT_LEAST 5 " + unit);
  }

  @ParameterizedTest
  @MethodSource("units")
  void eachUnitIsReadInARangeAndBeforeItsComparison(String unit) {
    assertThat(Stream.of("The pot shall take 5 to 9 %s each.", "The pot takes 5–9 %s each.",
        "The pot shall take between 5 and 9 %s.", "The pot shall take from 5 %s to 9 %1$s each.")
        .map(text -> bounds(text.formatted(unit)))).as(unit)
        .containsOnly("AT_LEAST 5 " + unit + "/AT_MOST 9 " + unit);
    assertThat(bounds("The pot shall take 5 " + unit + " or more."))
        .isEqualTo("AT_LEAST 5 " + unit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"between 5 and 9 bar", "between 5 bar and 9 bar", "from 5 to 9 bar",
      "5 to 9 bar", "5-9 bar", "5 – 9 bar", "5—9 bar", "5 ~ 9 bar", "5..9 bar", "5 ... 9 bar",
      "5 through 9 bar", "in the range of 5 to 9 bar", "in the range 5-9 bar",
      "in the range [5, 9] bar", "in the range (5, 9) bar", "range: 5 to 9 bar",
      "ranging from 5 to 9 bar", "within a range of 5 to 9 bar", "within the limits of 5 and 9 bar",
      "within the interval [5; 9] bar", "from 5 up to 9 bar", "from 5 bar up to a maximum of 9 bar",
      "5 up to 9 bar", "between a minimum of 5 bar and a maximum of 9 bar",
      "at least 5 bar and at most 9 bar", "at least 5 but no more than 9 bar",
      "not less than 5 bar nor more than 9 bar", "not less than 5 bar or more than 9 bar",
      "minimum 5 bar, maximum 9 bar", "min: 5 bar, max: 9 bar", "5 bar min, 9 bar max",
      "5 bar (min) to 9 bar (max)", "≥ 5 bar and ≤ 9 bar", ">= 5 and <= 9 bar",
      "5 bar ≤ load ≤ 9 bar", "5 <= x <= 9 bar", "[5..9] bar", "limited to 5 to 9 bar",
      "between 5 and 9 bar inclusive"})
  void eachRangeHasTwoEnds(String range) {
    assertThat(bounds("The load shall be " + range.replace("not less", "not be less") + "."))
        .isEqualTo("AT_LEAST 5 bar/AT_MOST 9 bar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"±0.5 bar", "± 0.5 bar", "+/- 0.5 bar", "+/−0.5 bar", "+-0.5 bar",
      "plus or minus 0.5 bar", "plus/minus 0.5 bar", "within ±0.5 bar", "accurate to 0.5 bar",
      "accurate to within 0.5 bar", "with an accuracy of 0.5 bar", "with ±0.5 bar accuracy",
      "with a tolerance of +/- 0.5 bar", "with a precision of 0.5 bar",
      "to an accuracy of 0.5 bar or better", "with an accuracy of at least 0.5 bar",
      "with an uncertainty of 0.5 bar", "within 5 ± 0.5 bar", "with an error margin of 0.5 bar",
      "5 bar ± 0.5 bar",
      "5 bar (±0.5 bar)"})
  void eachToleranceIsAnUpperBound(String tolerance) {
    assertThat(bounds("The load shall be told " + tolerance + ".")).isEqualTo("AT_MOST 0.5 bar");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"within five (5) seconds | WITHIN 5 seconds",
      "within 5 (five) seconds | WITHIN 5 seconds", "up to three (3) times | AT_MOST 3 times",
      "at most 255 (0xFF) lids | AT_MOST 255 lids", "less than .5 bar | LESS_THAN .5 bar",
      "less than 1e-6 bar | LESS_THAN 1e-6 bar",
      "at least 1.0 x 10^9 ohm | AT_LEAST 1.0 x 10^9 ohm",
      "below 1×10⁻⁶ bar | LESS_THAN 1×10⁻⁶ bar", "below 10^-9 per hour | LESS_THAN 10^-9 null",
      "between –5 and +9 °C | AT_LEAST –5 °C/AT_MOST +9 °C",
      "-40...+85 °C | AT_LEAST -40 °C/AT_MOST +85 °C", "a ratio of at most 1:8 | AT_MOST 1:8 null",
      "at or above MIN_LOAD (5,000) | AT_LEAST 5,000 null",
      "above the load limit (5 bar) | MORE_THAN 5 bar",
      "within the timeout (5 s) | WITHIN 5 s", "T_MAX <= 5 s | AT_MOST 5 s",
      "values 0-255 | AT_LEAST 0 null/AT_MOST 255 null",
      "a value (0 to 255) | AT_LEAST 0 null/AT_MOST 255 null",
      "a value in [0, 255] | AT_LEAST 0 null/AT_MOST 255 null",
      "at most 6 lakh km | AT_MOST 6 lakh km",
      "rated for at least 5V / 9A | AT_LEAST 5 V/AT_LEAST 9 A",
      "at least 5 m long, 3 m wide and 2 m high | AT_LEAST 5 m/AT_LEAST 3 m/AT_LEAST 2 m",
      "at most 5 A at 9 V and 3 A at 12 V | AT_MOST 5 A/AT_MOST 3 A",
      "a maximum of 15 pots and three lids | AT_MOST 15 pots/AT_MOST three lids",
      "every 0.5 nautical miles | EVERY 0.5 nautical miles",
      "at most once every 5 s | AT_LEAST 5 s",
      "at 5 s intervals | EVERY 5 s", "at an interval of 5 s | EVERY 5 s",
      "at the latest after 5 s | AT_MOST 5 s",
      "until 5 minutes after the start | AT_LEAST 5 minutes",
      "If no pot has at least 3 lids, it shall | LESS_THAN 3 lids",
      "If the load equals 5 bar, it shall | EXACTLY 5 bar",
      "If the load doesn't exceed 5 bar, it shall | AT_MOST 5 bar",
      "less than 5 bar or greater than 9 bar | LESS_THAN 5 bar/MORE_THAN 9 bar",
      "shall not exceed 9 bar or fall below 5 bar | AT_MOST 9 bar/AT_LEAST 5 bar",
      "meets or exceeds 5 bar | AT_LEAST 5 bar", "exceeds or equals 5 bar | AT_LEAST 5 bar",
      "5 ms or better | AT_MOST 5 ms", "as far as 5 km | AT_MOST 5 km",
      "at least 5 V input and 9 V output | AT_LEAST 5 V/AT_LEAST 9 V",
      "not exceed 5 mg, glass 9 mg and brass 3 mg | AT_MOST 5 mg/AT_MOST 9 mg/AT_MOST 3 mg",
      "Holding the lid for about five seconds shall | AT_LEAST five seconds",
      "without the level ever falling below 5 cm | AT_LEAST 5 cm",
      "If it fails to open within its 5 s, it shall | AT_LEAST 5 s",
      "(max latency 5 ms) | AT_MOST 5 ms",
      "It stays shut until 5 consecutive calls. | AT_LEAST 5 consecutive calls",
      "33\" to 36\" above it | AT_LEAST 33 \"/AT_MOST 36 \"",
      "a minimum resolution of 10 mA | AT_LEAST 10 mA",
      "at least one uppercase letter, one digit, and nine lids. | AT_LEAST one uppercase letter/AT_LEAST one digit/AT_LEAST nine lids",
      "at most 5 lids, 9 % for guests | AT_MOST 5 lids",
      "minimum cost factor 12 | AT_LEAST 12 null",
      "(default 5, range 7–9) lids | AT_LEAST 7 null/AT_MOST 9 null",
      "with no delay of the answer beyond 5 s | AT_MOST 5 s",
      "ends after 5 minutes of rest or 1 hour from it | AT_LEAST 5 minutes/AT_LEAST 1 hour",
      "no less than Rs. 2,000, but may extend to Rs. 5,000 | AT_LEAST 2,000 Rs/AT_MOST 5,000 Rs",
      "after 5 consecutive correct in-pot calls | AT_LEAST 5 consecutive correct in-pot calls",
      "a 0–5,000 range on both sides | AT_LEAST 0 null/AT_MOST 5,000 null",
      "800×480 resolution with at most 5 lids | AT_MOST 5 lids",
      "On 3 consecutive E2E failures, it shall | AT_LEAST 3 consecutive E2E failures"})
  void numbersAndNamesAreReadAsTheyAreWritten(String text, String bounds) {
    assertThat(bounds(text)).isEqualTo(bounds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a default limit of 5 lids", "within one and a half hours",
      "It shall stop (e.g. above 5 bar).", "one lid (since a pot has exactly 5 lids)",
      "Each 5 ms cycle, it shall beep.", "stops at +/-45 degrees", "not exceed 1 in 200",
      "the lids [1, 2]", "within the set timeout (default 5 s)", "per IEC 61000-4 A"})
  void whatOnlyLooksLikeABoundIsNone(String text) {
    assertThat(bounds(text)).isEmpty();
  }

  @Test
  void theNeighboursOfAPowerAreWrittenAsItIs() {
    assertThat(Stream.of("1.5e-6", "1x10^-6", "1×10⁻⁶", "10^-6", "10⁻⁶", "1:8", "1:1")
        .map(v -> Bounds.in("less than " + v + " of it").getFirst().points().stream()
            .map(Bound.Point::value).collect(Collectors.joining(" "))))
        .containsExactly("1.4e-6 1.5e-6 1.6e-6", "0x10^-6 1x10^-6 2x10^-6",
            "0×10⁻⁶ 1×10⁻⁶ 2×10⁻⁶", "10^-7 10^-6 10^-5", "10⁻⁷ 10⁻⁶ 10⁻⁵", "1:7 1:8 1:9",
            "1:0 1:1 1:2");
  }

  private static String bounds(String text) {
    return Bounds.in(text).stream()
        .map(b -> b.kind().name() + " " + b.value() + " " + b.unit())
        .collect(Collectors.joining("/"));
  }
}

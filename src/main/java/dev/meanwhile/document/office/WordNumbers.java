package dev.meanwhile.document.office;

import dev.meanwhile.document.reading.Xml;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The numbers that a word document makes by itself in front of its paragraphs: IDs such as `REQ-7` are often made so.
final class WordNumbers {
  private static final int LEVELS = 9;
  private static final int HIGHEST = 1_000_000;
  private static final Pattern PLACE = Pattern.compile("%([1-9])");

  /// How one level of a list counts.
  ///
  /// @param format Word's name of it, or a pattern such as `001`
  record Level(int start, String format, String text) {
    static final Level DEFAULT = new Level(1, "decimal", "");

    String number(int value) {
      return switch (format) {
        case "lowerLetter" -> letter(value);
        case "upperLetter" -> letter(value).toUpperCase(Locale.ROOT);
        case "lowerRoman" -> roman(value).toLowerCase(Locale.ROOT);
        case "upperRoman" -> roman(value);
        case "bullet", "none" -> "";
        default -> "0".repeat(Math.max(0, digits() - String.valueOf(value).length())) + value;
      };
    }

    private int digits() {
      return format.equals("decimalZero") ? 2 : format.startsWith("0") ? format.length() : 1;
    }

    private static String letter(int value) {
      return String.valueOf((char) ('a' + Math.floorMod(value - 1, 26)))
          .repeat(1 + Math.clamp((value - 1) / 26, 0, 9));
    }

    private static String roman(int value) {
      var roman = new StringBuilder();
      int left = Math.min(value, 4_000);
      var values = new int[]{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
      var signs = new String[]{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV",
          "I"};
      for (int i = 0; i < values.length; i++) {
        for (; left >= values[i]; left -= values[i]) {
          roman.append(signs[i]);
        }
      }
      return roman.toString();
    }
  }

  private final Map<String, Map<Integer, Level>> schemes = new HashMap<>();
  private final Map<String, String> schemeOf = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> restarts = new HashMap<>();
  private final Map<String, int[]> counters = new HashMap<>();

  static WordNumbers read(byte @Nullable [] part) throws XMLStreamException {
    var numbers = new WordNumbers();
    if (part != null) {
      numbers.read(Xml.reader(part));
    }
    return numbers;
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    var scheme = "";
    var number = "";
    int level = 0;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      var value = String.valueOf(Xml.attribute(xml, "val"));
      switch (xml.getLocalName()) {
        case "abstractNum" -> scheme = String.valueOf(Xml.attribute(xml, "abstractNumId"));
        case "num" -> number = String.valueOf(Xml.attribute(xml, "numId"));
        case "abstractNumId" -> schemeOf.put(number, value);
        case "lvl", "lvlOverride" -> level = Xml.number(Xml.attribute(xml, "ilvl"), 0);
        case "startOverride" -> restarts.computeIfAbsent(number, _ -> new HashMap<>()).put(level,
            Xml.number(value, 1));
        case "start" -> level(scheme, level, new Level(Xml.number(value, 1), "", ""));
        case "numFmt" -> level(scheme, level, new Level(-1, format(xml, value), ""));
        case "lvlText" -> level(scheme, level, new Level(-1, "", value));
        case "Fallback" -> Xml.skip(xml);
        default -> {
        }
      }
    }
  }

  /// A pattern such as `001, 002, 003, ...` says how many digits there are.
  private static String format(XMLStreamReader xml, String value) {
    var pattern = Xml.attribute(xml, "format");
    return value.equals("custom") && pattern != null && pattern.startsWith("0")
        ? pattern.split(",", 2)[0].strip()
        : value;
  }

  /// Adds to a level what was read of it: a start below 0 and empty words are unknown.
  private void level(String scheme, int at, Level part) {
    schemes.computeIfAbsent(scheme, _ -> new HashMap<>()).merge(at,
        new Level(part.start < 0 ? 1 : part.start, part.format.isEmpty() ? "decimal" : part.format,
            part.text),
        (known, _) -> new Level(part.start < 0 ? known.start : part.start,
            part.format.isEmpty() ? known.format : part.format,
            part.text.isEmpty() ? known.text : part.text));
  }

  /// Counts a paragraph of a list.
  ///
  /// @param number the list's ID
  /// @param level from 0
  /// @return what Word writes before it, empty for bullets
  String next(String number, int level) {
    var scheme = schemeOf.get(number);
    var levels = scheme == null ? null : schemes.get(scheme);
    if (levels == null || scheme == null || level < 0 || level >= LEVELS) {
      return "";
    }
    var restart = restarts.remove(number);
    var counts = counters.computeIfAbsent(scheme, _ -> new int[LEVELS]);
    if (restart != null) {
      restart.forEach((at, start) -> counts[Math.min(at, LEVELS - 1)] = start - start(levels, at));
    }
    counts[level] = Math.min(counts[level] + 1, HIGHEST);
    Arrays.fill(counts, level + 1, LEVELS, 0);
    return PLACE.matcher(levels.getOrDefault(level, Level.DEFAULT).text()).replaceAll(place -> {
      int at = place.group(1).charAt(0) - '1';
      int value = Math.max(1, counts[at]) + start(levels, at) - 1;
      return levels.getOrDefault(at, Level.DEFAULT).number(value);
    });
  }

  private static int start(Map<Integer, Level> levels, int at) {
    return levels.getOrDefault(at, Level.DEFAULT).start();
  }
}

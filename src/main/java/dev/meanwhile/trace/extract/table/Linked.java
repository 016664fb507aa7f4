package dev.meanwhile.trace.extract.table;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Links in a cell that says of each what it is: `refines: SYS-1; is verified by: TC-3`.
final class Linked {
  private static final Pattern LINK = Pattern
      .compile("([A-Za-z][A-Za-z ]{1,30}?)\\s{0,3}[:=]\\s{0,3}([A-Za-z][\\w.~-]{1,63})");
  private static final Pattern PARENT = Pattern.compile(
      "(?:is )?(?:refines|satisfies|derives(?: from)?|derived from|implements|parent|has parent|traces to|fulfils|fulfills)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TEST = Pattern
      .compile("(?:is )?(?:verified|tested|validated) by", Pattern.CASE_INSENSITIVE);

  private Linked() {}

  static List<String> parents(@Nullable String cell) {
    return those(PARENT, cell);
  }

  static List<String> tests(@Nullable String cell) {
    return those(TEST, cell);
  }

  private static List<String> those(Pattern wanted, @Nullable String cell) {
    return Stream.of((cell == null ? "" : cell).split("[;,\\n]", -1))
        .map(part -> LINK.matcher(part.strip()))
        .filter(link -> link.matches() && wanted.matcher(link.group(1)).matches())
        .map(link -> link.group(2)).toList();
  }
}

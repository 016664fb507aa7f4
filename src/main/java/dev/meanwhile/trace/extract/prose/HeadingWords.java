package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.extract.id.Ids;
import java.util.regex.Pattern;

/// What a heading says: without the number of its section, and without what only marks it for links.
public final class HeadingWords {
  /// A number with the white space behind it, as in `3.1.1 REQ-7 Login`.
  private static final Pattern NUMBER = Pattern
      .compile(
          "^\\s*(?:\\d{1,3}(?:\\.\\d{1,3}){0,8}|[A-Z](?:\\.\\d{1,3}){1,7})[.)]?[ \\t]{1,9}(?=\\S)");
  private static final Pattern ANCHOR = Pattern
      .compile("[ \\t]{0,3}\\{:?[ \\t]?#([^{}\\s]{1,80})[^{}]{0,80}\\}[ \\t]*$");
  private static final Pattern SMALL = Pattern
      .compile("<(small|span|code|sup|sub|kbd)\\b[^<>]{0,80}>([^<>]{2,64})</\\1>");

  private HeadingWords() {}

  /// An ID in small letters stands in brackets; one that only the anchor has stands behind the words, in brackets too.
  public static String of(String heading) {
    var words = SMALL.matcher(NUMBER.matcher(heading).replaceFirst("")).replaceAll("[$2]");
    var anchor = ANCHOR.matcher(words);
    if (!anchor.find()) {
      return words;
    }
    var rest = words.substring(0, anchor.start());
    boolean isNamed = Ids.isId(anchor.group(1)) && Ids.isSure(anchor.group(1))
        && !rest.contains(anchor.group(1))
        && Ids.in(rest).stream().noneMatch(place -> Ids.isSure(place.id()));
    return isNamed ? rest + " [" + anchor.group(1) + "]" : rest;
  }
}

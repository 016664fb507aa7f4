package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The shapes that requirement IDs have in real documents.
public final class Ids {
  private static final Pattern TOKEN = Pattern
      .compile("(?<![\\w./-])(?<!(?<!~)~)[A-Za-z][\\w.~-]{1,63}(?![\\w~])");
  private static final Pattern SHAPE = Pattern.compile(
      "[A-Za-z]{1,12}\\d+[A-Za-z]?(?:[.-]\\d+[a-z]?)*|[A-Za-z]\\w{0,30}(?:[-_.][A-Za-z]\\w{0,30}){0,6}[-_]\\d+[a-z]?(?:[.-]\\d+)*"
          + "|(?:[A-Z]{0,10}REQS?|SRS|SWR|SYS)(?:[-_][A-Z][A-Z0-9]*)+(?:[-_]\\d+)?|[a-z]{2,12}~[\\w.-]{1,60}~\\d+");
  private static final Pattern NOT_AN_ID = Pattern.compile(
      "(?:ISO|IEC|IEEE|RFC|UTF|SHA|MD|AES|RSA|TLS|SSL|HTTP|IPV|IP|MIL|MIL-STD|STD|ECSS|EN|DIN|ANSI|CVE|CWE|ASCII|BASE|"
          + "OAUTH|USB|PM|CO|H|MP|X|RS|JAVA|COVID|WINDOWS|LATIN)[-_]?\\d+(?:[.-]\\d+)*|DO-?178[A-C]?",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SURE = Pattern.compile(
      "[-_~]|\\d{3}|\\d\\.\\d|^(?:REQ|SRS|FR|NFR|UR|SR|US|UC|BR|TR|R|CR|IR|QR|HLR|LLR|SWR|SSR|SYR|SYS|CON|SEC|PERF)\\d",
      Pattern.CASE_INSENSITIVE);
  /// The names that requirements and user stories go by as a part of an ID.
  private static final Pattern NAMED = Pattern.compile(
      "~|(?:^|[-_.])(?:[A-Z]{0,6}REQS?|SRS|SWS|SWR|SYR|SRD|RS|[NFUB]?FR|NFR|UR|BR|HLR|LLR|US|UC)(?:[-_.]|\\d)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TYPED = Pattern.compile("~|^(?:[A-Z]{0,6}REQ|SRS)",
      Pattern.CASE_INSENSITIVE);
  private static final Set<String> NUMBERED_THINGS = Set.of("step", "section", "table", "figure",
      "fig", "version",
      "chapter", "appendix", "annex", "page", "note", "phase", "item", "level", "sprint", "release",
      "build", "part",
      "rev", "revision", "v", "day", "week", "quarter", "q", "line", "row", "column", "option",
      "example");

  /// An ID at its place in a text.
  ///
  /// @param start where it begins
  /// @param end where it ends, exclusive
  public record Place(String id, int start, int end) {}

  private Ids() {}

  /// Whether the text as a whole is an ID.
  public static boolean isId(String text) {
    return text.length() <= 64 && SHAPE.matcher(text).matches() && !isNumberedThing(text)
        && !NOT_AN_ID.matcher(text).matches();
  }

  /// Whether an ID is one without any help from the words around it: it has a separator, three digits, or a prefix that
  /// requirements have.
  public static boolean isSure(String id) {
    return SURE.matcher(id).find();
  }

  /// Whether the ID itself says that it is a requirement's, as `REQ-7` and `req~login~1` do.
  static boolean isTyped(@Nullable String id) {
    return id != null && TYPED.matcher(id).find();
  }

  /// Whether a part of the ID is what requirements are called, as in `SRS_FOO_012` and `APP-FR-3`.
  static boolean isNamed(String id) {
    return NAMED.matcher(id).find();
  }

  /// Every ID in a text, in order.
  public static List<Place> in(String text) {
    var places = new ArrayList<Place>();
    var tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      var id = withoutTail(tokens.group());
      if (isId(id)) {
        places.add(new Place(id, tokens.start(), tokens.start() + id.length()));
      }
    }
    return places;
  }

  /// The ID for a statement that has none: the same as long as its wording is.
  public static String generated(String text) {
    return "GEN-" + Words.hash(text).substring(0, 8).toUpperCase(Locale.ROOT);
  }

  /// The ID one level up in a numbering with dots, for example `FM2007.1` for `FM2007.1.1`; null at the top.
  public static @Nullable String above(String id) {
    int dot = id.lastIndexOf('.');
    return dot > 0 && id.substring(dot + 1).chars().allMatch(Character::isDigit)
        ? id.substring(0, dot)
        : null;
  }

  private static boolean isNumberedThing(String id) {
    int digits = 0;
    while (digits < id.length() && Character.isLetter(id.charAt(digits))) {
      digits++;
    }
    return NUMBERED_THINGS.contains(id.substring(0, digits).toLowerCase(Locale.ROOT));
  }

  private static String withoutTail(String token) {
    int end = token.length();
    while (end > 0 && ".-_~".indexOf(token.charAt(end - 1)) >= 0) {
      end--;
    }
    return token.substring(0, end);
  }
}

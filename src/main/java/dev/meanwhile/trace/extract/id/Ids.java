package dev.meanwhile.trace.extract.id;

import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The shapes that requirement IDs have in real documents.
public final class Ids {
  /// IDs with a sign that doesn't join words elsewhere, or with the number of their section before them: `REQ#12`, `UR/12`,
  /// `3.2.1-R1`.
  static final String SIGNED = "(?:(?:REQS?|Req|N?FR|UR|SR|BR|SRS|SYS|US|UC|HLR|LLR)"
      + "(?:(?:/[A-Z]{2,10}){0,2}/|#)\\d{1,6}|\\d{1,3}(?:\\.\\d{1,3}){1,6}-(?:R|REQ|N?FR|UR|SR|SRS)-?\\d{1,5})"
      + "(?:\\.\\d{1,4}){0,4}";
  private static final Pattern TOKEN = Pattern.compile(
      "(?<![\\w./#-])(?<!(?<!~)~)(?:" + SIGNED
          + "(?![\\w~#/])|[A-Za-z][\\w.~-]{1,127}(?![\\w~]))");
  private static final Pattern SHAPE = Pattern.compile(
      "[A-Za-z]{1,12}\\d+[A-Za-z]?(?:[.-]\\d+[a-z]?)*|[A-Za-z]\\w{0,30}(?:[-_.][A-Za-z]\\w{0,30}){0,6}[-_]\\d+[a-z]?(?:[.-]\\d+)*"
          + "|(?:[A-Z]{0,10}REQS?|SRS|SWR|SYS)(?:[-_][A-Z][A-Z0-9]*)+(?:[-_]\\d+)?|[a-z]{2,12}~[\\w.-]{1,60}~\\d+"
          + "|(?:[A-Z][A-Z0-9]{0,10}-){1,3}REQS?(?:-[A-Z][A-Z0-9]*)+(?:-\\d+)?" // APP-REQ-LOGIN
          + "|(?:[A-Z]\\w{0,20}[-_]){0,3}" + Names.OF_REQUIREMENTS
          + "(?:[-_][A-Z]\\w{0,20}){0,3}[-_](?:[A-Z]{1,4}|[a-z])\\d{1,6}[a-z]?(?:[.-]\\d+)*" // NFR-P01, REQ-d00001
          + "|[A-Za-z]{2,12}(?:[-_][A-Z]\\w{0,20}){0,3}[-_][A-Z]{1,4}\\d{3,6}(?:\\.\\d+)*" // CS_X1000
          + "|" + Names.OF_REQUIREMENTS + "\\.\\d+(?:\\.\\d+)*" // REQ.12
          + "|" + Names.OF_REQUIREMENTS
          + "[-_]\\d+(?:[-_][A-Z]\\w{0,20}){1,3}(?:[-_]\\d+(?:[.-]\\d+)*)?" // REQ_01_UI, REQ-7-PUMP-003
          + "|[A-Z][A-Z0-9]{0,11}-\\d{1,4}-" + Names.OF_REQUIREMENTS + "-\\d+(?:\\.\\d+)*" // PUMP-7-SRS-003
          + "|(?:SYS|SW|HW|" + Names.OF_REQUIREMENTS
          + ")(?:\\.[A-Z][A-Z0-9]{0,11}){1,3}\\.\\d{1,5}" // SYS.PUMP.001
          + "|" + Names.OF_REQUIREMENTS + "(?:[-_][A-Z][A-Z0-9]{0,11}){1,3}\\.\\d{1,5}(?:\\.\\d+)*" // REQ_PUMP.3
          + "|[A-Z]{2,10}(?:-[A-Z0-9]{1,10}){1,6}_\\d{3,7}[a-z]?" // ECSS-E-ST-40_0720001
          + "|[A-Z][A-Z0-9]{0,15}(?:_[A-Z0-9]{1,15}){0,3}_REQ(?:_[a-z][a-z0-9]{0,20}){1,12}" // SYS_REQ_log_in
          + "|" + Names.OF_REQUIREMENTS
          + "\\.[A-Z]{2,6}[-_]?\\d{1,5}(?:\\.[A-Za-z]\\w{0,40}){1,12}" // RQ.SRS-028.Server.Port
          + "|[A-Z][A-Z0-9]{0,11}(?:-[A-Z][A-Z0-9]{0,11}){1,5}-\\d{3,5}-[A-Z]" // IR-PUMP-CTL-001-A
          + "|[A-Z]{1,4}\\d{1,3}(?:\\.\\d{1,3}){1,4}[-_]" + Names.OF_REQUIREMENTS
          + "[-_]?\\d{1,6}(?:\\.\\d{1,4}){0,4}" // L1.2-REQ-7
          + "|" + SIGNED);
  private static final int MOST_CHARACTERS = 128;

  private static final Pattern NOT_AN_ID = Pattern.compile(
      "(?:ISO|IEC|IEEE|RFC|UTF|SHA|AES|RSA|TLS|SSL|HTTP|IPV|MIL|MIL-STD|STD|ECSS|EN|DIN|ANSI|CVE|CWE|ASCII|"
          + "OAUTH|COVID|WINDOWS|LATIN)[-_]?\\d+(?:[.-]\\d+)*(?:-[A-Z])?|DO-?178[A-C]?|RS-?(?:232|42[23]|485)[A-C]?"
          + "|(?:MD|IP|BASE|USB|PM|CO|MP|JAVA)[-_]?\\d{1,2}(?:[.-]\\d+)*" // MD5 and PM2.5, but not MD1000 and PM-001
          + "|[HX](?:[-_]?\\d{1,2}|\\d{3,4})(?:[.-]\\d+)*"
          + "|(?:[A-Z]{1,12}[-_]){1,4}(?:X{2,6}|N{2,6})", // what stands for a number in a template
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SHORT = Pattern.compile("(?:X|H|CO|MP|PM)[-_]\\d{1,4}");
  private static final String MARKUP = " \t>-*+_`[](";
  private static final Pattern SURE = Pattern.compile(
      "[-_~#/]|\\d{3}|\\d\\.\\d|^(?:" + Names.OF_REQUIREMENTS
          + "|SR|TR|R|CR|IR|QR|SSR|SYS|CON|SEC|PERF)\\.?\\d",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TEST = Pattern.compile("(?:TC|TCASE|TESTCASE|TEST|TST)[-_.\\d]",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER = Pattern.compile(
      "(?:ADR|BUG|CVE|CWE|DEC|DECISION|ISSUE|JIRA|MR|OQ|RISK|SPRINT|TASK|TB[CDRS]|TODO|WP)[-_]?\\d",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED = Pattern.compile(
      "~|(?:^|[-_.])" + Names.OF_REQUIREMENTS + "(?:[-_.]|\\d)", Pattern.CASE_INSENSITIVE);
  private static final Pattern TYPED = Pattern.compile("~|^(?:[A-Z]{0,6}REQ|SRS)",
      Pattern.CASE_INSENSITIVE);
  private static final Set<String> NUMBERED_THINGS = Set.of("step", "section", "table", "figure",
      "fig", "version",
      "chapter", "appendix", "annex", "page", "note", "phase", "item", "level", "sprint", "release",
      "build", "part",
      "rev", "revision", "v", "day", "week", "quarter", "q", "line", "row", "column", "option",
      "example");

  /// What requirements are called in their IDs; a class of its own, as the patterns above are made of it.
  private static final class Names {
    static final String OF_REQUIREMENTS = "(?:[A-Z]{0,6}REQS?|RQ|SRS|SWS|SWR|SYR|SRD|RS|N?FR|UR|BR|HLR|LLR|US|UC)";
  }

  /// An ID at its place in a text.
  ///
  /// @param start where it begins
  /// @param end where it ends, exclusive
  public record Place(String id, int start, int end) {}

  private Ids() {}

  /// Whether the text as a whole is an ID.
  public static boolean isId(String text) {
    return text.length() <= MOST_CHARACTERS && SHAPE.matcher(text).matches()
        && !isNumberedThing(text)
        && !NOT_AN_ID.matcher(text).matches();
  }

  /// Whether an ID is one without any help from the words around it: it has a separator, three digits, or a prefix that
  /// requirements have.
  public static boolean isSure(String id) {
    return SURE.matcher(id).find();
  }

  /// Whether the ID itself says that it is a requirement's, as `REQ-7` and `req~login~1` do.
  public static boolean isTyped(@Nullable String id) {
    return id != null && TYPED.matcher(id).find();
  }

  /// Whether the ID says that it is a test's, as `TC-7` does, and not a requirement's.
  public static boolean isTest(String id) {
    return TEST.matcher(id).lookingAt();
  }

  /// Whether the ID says that it numbers something else that projects keep lists of, as `ADR-7` does.
  public static boolean isOfOther(String id) {
    return OTHER.matcher(id).lookingAt();
  }

  /// Whether a part of the ID is what requirements are called, as in `SRS_FOO_012` and `APP-FR-3`.
  public static boolean isNamed(String id) {
    return NAMED.matcher(id).find();
  }

  /// Every ID in a text, in order.
  public static List<Place> in(String text) {
    var places = new ArrayList<Place>();
    var tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      var id = withoutTail(tokens.group());
      if (isId(id) || isLabel(text, tokens.start(), id)) {
        places.add(new Place(id, tokens.start(), tokens.start() + id.length()));
      }
    }
    return places;
  }

  /// Whether an ID that may name something else, as `X-1` may, stands between the beginning of a line and a colon.
  private static boolean isLabel(String text, int start, String id) {
    if (!SHORT.matcher(id).matches()) {
      return false;
    }
    int at = start - 1;
    while (at >= 0 && MARKUP.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    int end = start + id.length();
    while (end < text.length() && MARKUP.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return (at < 0 || text.charAt(at) == '\n') && end < text.length() && text.charAt(end) == ':';
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

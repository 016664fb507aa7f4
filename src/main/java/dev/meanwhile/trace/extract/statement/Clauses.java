package dev.meanwhile.trace.extract.statement;

import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a text where a requirement's ID stands before its statement, several in one line included.
public final class Clauses {
  private static final String MARKUP = "*_`~[]()\"' ";
  private static final String CLOSING = "*_`~])\"'";
  private static final String DASHES = "-–—=|";
  private static final int CLAUSE_CHARACTERS = 600;
  private static final int GONE_WORDS = 12;
  private static final int GONE_CHARACTERS = 200;
  private static final Pattern BULLET = Pattern
      .compile(
          "(?:^|[\\n;.,])\\s*(?:[-*+•·o]|\\d{1,3}[.)]|\\d{1,3}(?:\\.\\d{1,3}){1,5}\\.?|\\d{3,9})\\s+$");
  /// A comma within a number, as in "10,000.", separates nothing.
  private static final Pattern SEPARATOR = Pattern.compile(
      "(?:(?:;|,(?!\\d)|\\n)\\s*(?:[-*+•·]|\\d{1,3}[.)]|\\d{3,9})?\\s*[*_`\\[(\"']*|\\s[*_`\\[(]{1,3})$");
  private static final int TAIL_CHARACTERS = 24;
  private static final Set<String> GOES_ON = Set.of("and", "or", "is", "are", "was", "were", "has",
      "have", "shall",
      "must", "should", "to", "in", "of", "by", "on", "for", "with", "as", "which", "that");
  /// What a statement refines, in braces before it.
  private static final Pattern TRACES = Pattern
      .compile("\\{[A-Za-z][\\w.~-]{0,40}\\d[\\w.~,; -]{0,160}\\}[ \\t]{0,4}[\\p{L}\\d]");
  private static final Pattern REMARK = Pattern.compile("\\([^()\n]{1,60}\\)(?=:\\s)");
  /// A role of reStructuredText, such as the one that links to an ID.
  private static final Pattern ROLE = Pattern.compile(":\\w{1,20}:`");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

  /// A part of a text: with the ID that stands before it, or without one.
  ///
  /// @param start where the part begins in the text
  public record Clause(@Nullable String id, String body, int start) {}

  private record Head(Ids.Place id, int bodyStart) {}

  private Clauses() {}

  /// The parts of a text in their order; what stands before the first ID is one without.
  public static List<Clause> of(String text) {
    var heads = heads(text);
    var clauses = new ArrayList<Clause>();
    int first = heads.isEmpty() ? text.length() : heads.getFirst().id().start();
    add(clauses, null, text, 0, first, 0);
    for (int i = 0; i < heads.size(); i++) {
      var head = heads.get(i);
      int end = i + 1 < heads.size() ? heads.get(i + 1).id().start() : text.length();
      add(clauses, head.id().id(), text, head.bodyStart(), end, head.id().start());
    }
    return clauses;
  }

  private static void add(List<Clause> clauses, @Nullable String id, String text, int from, int to,
      int start) {
    var body = trimmed(text.substring(Math.min(from, to), to));
    if (id != null || !body.isEmpty()) {
      clauses.add(new Clause(id, body, start));
    }
  }

  /// Without what separates it from its neighbours: a semicolon, a bullet, opening markup of the next ID.
  private static String trimmed(String body) {
    var text = Words.trimmed(body);
    int tail = Math.max(0, text.length() - TAIL_CHARACTERS);
    var rest = text.substring(0, tail) + SEPARATOR.matcher(text.substring(tail)).replaceFirst("");
    return Words.trimmed(rest).matches("[-*]?") ? "" : Words.trimmed(rest);
  }

  private static List<Head> heads(String text) {
    var heads = new ArrayList<Head>();
    for (var place : Ids.in(text)) {
      if (beginsClause(text, place.start())) {
        int body = bodyStart(text, place);
        if (body >= 0) {
          heads.add(new Head(place, body));
        }
      }
    }
    return heads;
  }

  private static boolean beginsClause(String text, int start) {
    int at = start - 1;
    while (at >= 0 && MARKUP.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    if (at < 0 || "\n;".indexOf(text.charAt(at)) >= 0) {
      return true;
    }
    boolean spaced = at < start - 1;
    return (spaced && ".,".indexOf(text.charAt(at)) >= 0)
        || BULLET.matcher(text.substring(Math.max(0, at - 12), at + 1)
            + " ").find();
  }

  /// Where the statement begins, or -1 if what follows the ID shows that it is only mentioned.
  private static int bodyStart(String text, Ids.Place place) {
    int at = place.end();
    while (at < text.length() && CLOSING.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int space = at;
    while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
      return Ids.isSure(place.id()) && !isLastOfList(text, place.start()) ? at : -1;
    }
    if (text.charAt(at) == '{' && Ids.isSure(place.id()) && TRACES.matcher(text)
        .region(at, text.length()).lookingAt()) {
      return at;
    }
    int separated = isInSentence(text, place.start())
        ? -1
        : afterSeparator(text, behindRemark(text, at), at > space);
    boolean trusted = Ids.isSure(place.id()) || Words.binds(clause(text, at));
    if (separated > 0) {
      return trusted ? separated : -1;
    }
    if (at > space && trusted && isGone(line(text, at)) && !verbFirst(text, at)) {
      return at;
    }
    return at > space && Words.binds(clause(text, at)) && !goesOn(text, at) ? at : -1;
  }

  /// Whether a name in the marks of code begins a line only because the sentence of the line above goes on with it.
  private static boolean isInSentence(String text, int start) {
    int line = text.lastIndexOf('\n', start);
    if (line < 0 || text.charAt(start - 1) != '`') {
      return false;
    }
    var above = text.substring(text.lastIndexOf('\n', line - 1) + 1, line).strip();
    return !above.isEmpty() && ".:;!?".indexOf(above.charAt(above.length() - 1)) < 0;
  }

  /// Whether a comma stands before an ID with nothing behind it.
  private static boolean isLastOfList(String text, int start) {
    int at = start - 1;
    while (at >= 0 && MARKUP.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return at >= 0 && text.charAt(at) == ',';
  }

  /// Behind what is said of a requirement in brackets between its ID and a colon.
  private static int behindRemark(String text, int at) {
    var remark = REMARK.matcher(text).region(at, text.length());
    return remark.lookingAt() && !Words.binds(remark.group()) ? remark.end() : at;
  }

  private static int afterSeparator(String text, int at, boolean spaced) {
    char c = text.charAt(at);
    boolean dash = spaced && DASHES.indexOf(c) >= 0 && at + 1 < text.length()
        && text.charAt(at + 1) == ' ';
    boolean colon = c == ':' && (at + 1 >= text.length() || text.charAt(at + 1) != ':')
        && !ROLE.matcher(text).region(at, text.length()).lookingAt();
    boolean stop = !spaced && c == '.' && at + 1 < text.length()
        && Character.isWhitespace(text.charAt(at
            + 1));
    if (!dash && !colon && !stop) {
      return -1;
    }
    int body = at + 1;
    while (body < text.length() && "*_`".indexOf(text.charAt(body)) >= 0) {
      body++;
    }
    return body;
  }

  /// Whether nothing is left of a statement but that it is gone.
  private static boolean isGone(String line) {
    return Words.count(line) <= GONE_WORDS && Status.of(null, line) == Status.DELETED;
  }

  private static String line(String text, int from) {
    var near = text.substring(from, Math.min(text.length(), from + GONE_CHARACTERS));
    int end = near.indexOf('\n');
    return end < 0 ? near : near.substring(0, end);
  }

  /// The first sentence of what stands behind an ID.
  private static String clause(String text, int from) {
    int limit = Math.min(text.length(), from + CLAUSE_CHARACTERS);
    int at = from;
    while (at < limit && !endsSentence(text, at)) {
      at++;
    }
    return text.substring(from, at);
  }

  /// Whether a blank line begins here, or a full stop is followed by the first word of a new sentence.
  private static boolean endsSentence(String text, int at) {
    char c = text.charAt(at);
    if (c != '\n' && c != '.') {
      return false;
    }
    return c == '\n'
        ? text.startsWith("\n\n", at)
        : at + 2 < text.length() && Character.isWhitespace(text.charAt(at + 1))
            && Character.isUpperCase(text.charAt(at + 2)) && at > 2
            && Character.isLowerCase(text.charAt(at - 1))
            && Character.isLowerCase(text.charAt(at - 2))
            && Character.isLowerCase(text.charAt(at - 3));
  }

  private static boolean goesOn(String text, int at) {
    return verbFirst(text, at) || ",;(".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean verbFirst(String text, int at) {
    var word = WORD.matcher(text).region(at, text.length());
    return word.lookingAt() && GOES_ON.contains(word.group());
  }
}

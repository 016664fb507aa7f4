package dev.meanwhile.trace.extract.id;

import dev.meanwhile.trace.Passage.Kind;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Words;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// IDs that their author set apart from the statement by markup alone, as in `- [ ] **FR-2** Users sign in`. They are
/// written with a colon in its place, by which an ID before a statement is known. No line is added or lost.
public final class Labels {
  private static final int ENOUGH_WORDS = 4;
  private static final Pattern LABEL = Pattern.compile(
      "(?m)^([ \\t]{0,8}(?:(?:[-*+•·]|\\d{1,3}[.)])[ \\t]{1,3})?)(?:\\[[ xX]?\\][ \\t]{1,3})?(?:[^\\p{L}\\p{N}\\s*_`~\\[(<{\"'|#-]{1,3}[ \\t]{1,3})?"
          + "(?:~~)?(\\*\\*|__|\\*|`)\\[?([A-Za-z\\d][\\w.~#/-]{1,63})\\]?([^*_`~\\n]{0,120})\\2"
          + "([ \\t]{0,3}(?:[:：](?!\\w{1,20}:`)|[-–—](?=[ \\t]))?[ \\t]*)(?=([^\\n]?))");
  private static final Pattern WIDE = Pattern
      .compile("(?m)^([ \\t]{0,8}(?:[-*+•·][ \\t]{1,3})?[A-Za-z][\\w.~-]{1,63})：[ \\t]*");
  private static final Pattern INNER = Pattern
      .compile("^[ \\t]*(?:[:：.–—-]|\\((?=[^()]*\\)\\s*$))?[ \\t]*");
  private static final Pattern TAGS = Pattern
      .compile("^(?:`?[\\[(][^\\[\\]()`\\n]{1,40}[\\])]`?[ \\t]{0,3}){1,3}[:–—-]?[ \\t]*");
  private static final Pattern NEXT_LINE = Pattern
      .compile("\\n[ \\t]*(?![-*+•·#|>*_`\\[]|\\d{1,3}[.)][ \\t])([^\\n]{1,400})");
  private static final Pattern WHOLE = Pattern
      .compile("\\s*(\\*\\*|__)([^*_\\n]{3,120})\\1[:：]?\\s*");
  private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z\\d_.-]*+");
  private static final Pattern OTHER = Pattern.compile(
      "(?:ADR|BUG|CVE|CWE|DEC|EPIC|ES|GH|GPT|ISSUE|JIRA|KB|M|MR|OQ|PR|Q|RISK|STEP|TASK|TC|TODO|WP)(?=[-_.\\d])");
  private static final Pattern FIRST_WORD = Pattern.compile("[\"“'‘(`\\[<>≤≥@]*(\\p{L}+)?");

  private Labels() {}

  /// The passage with its labels spelled with a colon. A paragraph of nothing but a label with a title is a heading.
  public static Passage spelled(Passage passage) {
    return switch (passage.kind()) {
      case PARAGRAPH, ITEM -> text(passage);
      case HEADING, ROW, CODE, NEED -> passage;
    };
  }

  private static Passage text(Passage passage) {
    if (isTitle(passage)) {
      return Passage.heading(WHOLE.matcher(passage.text()).replaceFirst("$2"), 9,
          passage.source());
    }
    var wide = WIDE.matcher(passage.text()).replaceAll("$1: ");
    var spelled = LABEL.matcher(wide)
        .replaceAll(label -> Matcher.quoteReplacement(spelled(label, wide)));
    return spelled.equals(passage.text())
        ? passage
        : new Passage(passage.kind(), spelled, passage.cells(), passage.level(), passage.fields(),
            passage.source());
  }

  /// Whether the paragraph is in bold as a whole and begins with an ID and a title that binds nobody.
  private static boolean isTitle(Passage passage) {
    var whole = passage.kind() == Kind.PARAGRAPH ? WHOLE.matcher(passage.text()) : null;
    if (whole == null || !whole.matches() || Words.binds(whole.group(2))) {
      return false;
    }
    var ids = Ids.in(whole.group(2));
    return !ids.isEmpty() && ids.getFirst().start() == 0 && Ids.isSure(ids.getFirst().id())
        && !whole.group(2).substring(ids.getFirst().end()).isBlank();
  }

  private static String spelled(MatchResult label, String text) {
    var id = label.group(3);
    if (!Ids.isId(id) || !Ids.isSure(id) || (label.group(2).equals("`") && !Ids.isNamed(id))) {
      return label.group();
    }
    var inner = INNER.matcher(label.group(4)).replaceFirst("");
    var rest = text.substring(label.end());
    var tags = TAGS.matcher(rest);
    var behind = tags.lookingAt() ? rest.substring(tags.end()) : rest;
    boolean separated = !label.group(5).isBlank() || !label.group(4).isBlank();
    if (!separated && !(isFamiliar(id) && beginsStatement(behind))) {
      return label.group();
    }
    return label.group(1) + id + ": "
        + (inner.isBlank() || isStated(inner, behind) ? "" : inner.strip() + " ");
  }

  /// Without a separator, an ID of mixed letters may be a product with its version, and others number other things.
  private static boolean isFamiliar(String id) {
    return Ids.isNamed(id) || (CAPITALS.matcher(id).matches() && !OTHER.matcher(id).lookingAt());
  }

  /// Whether a title stands before a statement that says more than it.
  private static boolean isStated(String title, String behind) {
    if (Words.binds(title)) {
      return false;
    }
    int end = behind.indexOf('\n');
    var line = end < 0 ? behind : behind.substring(0, end);
    if (!line.isBlank()) {
      return Words.count(line) >= ENOUGH_WORDS;
    }
    var next = NEXT_LINE.matcher(behind.substring(Math.max(0, end)));
    return end >= 0 && next.lookingAt() && Words.count(next.group(1)) >= ENOUGH_WORDS;
  }

  /// Without a sign between them, what follows an ID is its statement if it begins like a sentence. A verb in lower case
  /// says something of the ID instead.
  private static boolean beginsStatement(String text) {
    int end = text.indexOf('\n');
    var line = end < 0 ? text : text.substring(0, end);
    var word = FIRST_WORD.matcher(line);
    boolean inLowerCase = word.lookingAt() && word.group(1) != null
        && Character.isLowerCase(word.group(1).codePointAt(0)) && word.start(1) == 0;
    return !line.isBlank() && !inLowerCase && ".,;)".indexOf(line.charAt(0)) < 0;
  }
}

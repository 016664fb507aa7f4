package dev.meanwhile.llm.embedded;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds where a user's words end and the document they pasted begins.
///
/// @param wish the words before it, or all when nothing was pasted
/// @param document the pasted text
/// @param afterthought words after it
record Pasted(String wish, String document, String afterthought) {
  private static final Pattern FENCE = Pattern.compile("(?s)```[\\w-]*\\n?(.*?)(?:```|\\z)");
  private static final Pattern QUOTE = Pattern.compile("(?m)(?:^>.*(?:\\n|\\z))+");
  /// An ID such as REQ-001, SRS_4.2 or R12, followed by what it requires.
  private static final Pattern REQUIREMENT = Pattern.compile(
      "(?m)(?<![\\w./-])(?:[-*\\u2022]\\s*)?\\[?(?!TC-)[A-Z][A-Z0-9]*(?:[-_.][A-Z0-9]+)*[-_.]?\\d+[a-z]?\\]?\\s*[:,;|\\t\\u2013 -]\\s*\\S+.*");
  private static final Pattern TABLE = Pattern
      .compile(
          "(?m)^\\s*(?:\\|[^\\n]*\\|\\s*$|[^\\n,;]+([,;\\t])[^\\n]*\\1[^\\n]*\\n[^\\n]*\\1[^\\n]*\\1)");
  private static final Pattern COLON = Pattern.compile(":\\s*\\n|:\\s+(?=\\S)");
  private static final Pattern SHALL_LINE = Pattern
      .compile("(?m)^\\s*(?:[-*\\u2022]|\\d+[.)])?\\s*\\S.*\\b(?:shall|must)\\b.*$");
  private static final Pattern LAST_PARAGRAPH = Pattern.compile("\\n\\s*\\n([^\\n]+)\\s*\\z");
  private static final Pattern LEAD_IN = Pattern.compile(
      "(?i)^(?:and\\b|then\\b|after(?:wards| that)\\b|also\\b|please\\b|use\\b|using\\b|with\\b|without\\b|no negative|run coverage).*");
  private static final int SHORTEST_AFTER_COLON = 12;

  static Pasted in(String text) {
    var fence = FENCE.matcher(text);
    if (fence.find()) {
      return around(text, fence.toMatchResult(), fence.group(1));
    }
    var quote = QUOTE.matcher(text);
    if (quote.find()) {
      return around(text, quote.toMatchResult(), quote.group().replaceAll("(?m)^> ?", ""));
    }
    int start = start(text);
    return start < 0
        ? new Pasted(text, "", "")
        : open(text.substring(0, start), text.substring(start));
  }

  private static Pasted around(String text, MatchResult found, String document) {
    var wish = text.substring(0, found.start()).strip();
    var after = text.substring(found.end()).strip();
    return wish.isEmpty()
        ? new Pasted(after, document.strip(), "")
        : new Pasted(wish, document.strip(), after);
  }

  /// A document without a fence ends only at a last paragraph that goes on with the wish.
  private static Pasted open(String wish, String document) {
    var last = LAST_PARAGRAPH.matcher(document);
    if (last.find() && LEAD_IN.matcher(last.group(1)).matches()
        && !SHALL_LINE.matcher(last.group(1)).find()) {
      return new Pasted(wish.strip(), document.substring(0, last.start()).strip(),
          last.group(1).strip());
    }
    return new Pasted(wish.strip(), document.strip(), "");
  }

  private static int start(String text) {
    int start = earliest(firstOf(REQUIREMENT, text), firstOf(TABLE, text));
    var colon = COLON.matcher(text);
    if (colon.find() && (start < 0 || colon.end() <= start)
        && text.length() - colon.end() >= SHORTEST_AFTER_COLON) {
      return colon.end();
    }
    return start < 0 && text.contains("\n") ? firstOf(SHALL_LINE, text) : start;
  }

  private static int firstOf(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    return found.find() ? found.start() : -1;
  }

  private static int earliest(int one, int other) {
    return one < 0 || other < 0 ? Math.max(one, other) : Math.min(one, other);
  }
}

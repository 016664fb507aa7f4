package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;

/// A sentence as its words are looked at: on one line, no longer than what is analysed, and without the markup that
/// only makes it bold, italic, a link or an item to tick off. A modal word that is marked because it is spoken of stays marked.
public final class Wording {
  private static final String MODAL = "(?:shall|must|should|will|may|can|required)(?: not)?";
  /// What ticks an item off, or numbers it in several steps.
  private static final Pattern BOX = Pattern
      .compile("^(?:\\[[ xX]?\\] +|\\d{1,3}(?:\\.\\d{1,3}){1,6}\\.? +(?=\\p{Lu}))");
  private static final Pattern LINK = Pattern
      .compile("!?\\[([^\\[\\]]{1,200})\\]\\([^()\\s]{0,300}\\)");
  /// What a writer emphasizes in a statement: it stands between the subject and the verb.
  private static final Pattern STRESSED = Pattern.compile(
      "(?<=[\\w)\\]`\"'’] )(?<!\\b(?:use|using|uses|words?|verbs?|terms?|say|says|write|avoid|of|with|and|or|the|a|an|by|like|as|than|prefer|from|to|in|for) )"
          + "([*_]{1,3})(" + MODAL + ")\\1(?= [a-z*_`])",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern EMPHASIS = Pattern.compile(
      "(?<![\\w*])(\\*{1,3}|_{1,3})(?!" + MODAL
          + "\\1)(?=[^\\s*_])([^*]{1,300}?)(?<=[^\\s*_])\\1(?![\\w*])",
      Pattern.CASE_INSENSITIVE);

  /// What is bold or italic within a line, whatever it says.
  private static final Pattern MARKED = Pattern.compile(
      "(?<![\\w*\\\\`])(\\*{1,3}|_{1,3})(?=[^\\s*_])([^*`\\n]{1,300}?)(?<=[^\\s*_])\\1(?![\\w*`])");

  private Wording() {}

  /// A statement as the reader of its page sees it: without the signs that make a part of it bold or italic.
  public static String unmarked(String statement) {
    return statement.indexOf('*') < 0 && statement.indexOf('_') < 0
        ? statement
        : MARKED.matcher(statement).replaceAll("$2");
  }

  /// The sentence as its words are looked at.
  public static String of(String sentence) {
    var line = BOX.matcher(Words.oneLine(Words.analysed(sentence))).replaceFirst("");
    if (line.indexOf('*') < 0 && line.indexOf('_') < 0 && line.indexOf('[') < 0) {
      return line;
    }
    var stressed = STRESSED.matcher(LINK.matcher(line).replaceAll("$1")).replaceAll("$2");
    return EMPHASIS.matcher(stressed).replaceAll("$2").strip();
  }
}

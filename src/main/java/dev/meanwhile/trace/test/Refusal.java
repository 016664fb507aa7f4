package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;

/// Whether a requirement's words reject or forbid something, so that it wants a negative case.
final class Refusal {
  private static final Pattern WORDS = Pattern.compile(
      "reject|invalid|error|not valid|fail|(?<!\\bnot |\\bnever |\\bto )exceed|out of range|corrupt|abort|illegal|"
          + "unauthori[sz]ed|\\bden(?:y|ies|ied)\\b|refus|prohibit|forbid|disallow|\\bprevent|malformed|unsupported|"
          + "\\bwrong|incorrect|\\bexpired\\b|\\bunknown\\b|\\bblock(?:s|ed)?\\b|"
          + "\\b(?:shall|must|may|can|will) ?(?:not|never)\\b(?! (?:to )?(?:be |take |last |use |contain |hold )?"
          + "(?:exceed|more than|less than|longer than|later than|greater than|fewer than))|\\bonly (?:by|to|for|if|when)\\b|"
          + "^only\\b|\\b(?:shall|must|may|can) only\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern REPORTS = Pattern.compile(
      "\\b(?:report|contain|generat|send|display|show|include|telemetry|message)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SETS_BACK = Pattern.compile("\\b(?:reset|initiali[sz]|clear|zero)",
      Pattern.CASE_INSENSITIVE);

  private final String text;
  private final Statement statement;

  Refusal(String text, Statement statement) {
    this.text = text;
    this.statement = statement;
  }

  /// Judged by the sentence. A list that is reported may name what counts rejections; one that is set back may too,
  /// without anything being rejected.
  boolean isStated() {
    return inSentence() || (reportsItems() && statement.items().stream().anyMatch(Refusal::says));
  }

  /// Whether condition or response says so.
  boolean inSentence() {
    return says(statement.items().isEmpty() ? text : statement.sentence());
  }

  private boolean reportsItems() {
    return REPORTS.matcher(statement.response()).find()
        && !SETS_BACK.matcher(statement.sentence()).find();
  }

  /// Whether these words reject or forbid.
  static boolean says(String words) {
    return WORDS.matcher(words).find();
  }

  /// The words that it rests on.
  String quote() {
    if (inSentence()) {
      return Words.oneLine(statement.sentence());
    }
    return statement.items().stream().filter(Refusal::says).findFirst()
        .orElse(statement.response());
  }
}

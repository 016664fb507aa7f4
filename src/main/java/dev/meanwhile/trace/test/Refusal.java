package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a requirement's words reject or forbid something, so that it wants a negative case.
final class Refusal {
  private static final Pattern WORDS = Pattern.compile(
      "^no (?!(?:more|less|fewer|later|longer|earlier|greater)\\b)[^,.]{1,80}?\\b(?:shall|must|should|may|can)\\b|"
          + "reject|invalid|error(?! (?:rate|margin|budget|bar|of (?:no|not|at|less|up|±|\\d)))|not valid|fail(?!ure rate|-?safe|-?over)|(?<!\\bnot |\\bnever |\\bto )exceed|out of range|corrupt|abort|illegal|"
          + "un(?:authori[sz]|authenticat|register|trust)ed|quarantine|"
          + "^[^,.]{0,60}\\bwithout (?:an?|any|the) (?!\\w+ing\\b)[^,.]{1,40}? (?:shall|must)\\b|\\bden(?:y|ies|ied)\\b|refus|prohibit|forbid|disallow|\\bprevent|malformed|unsupported|"
          + "\\bwrong|incorrect|\\bexpired\\b|\\bunknown\\b|\\bblocked\\b|\\b(?:shall|must|will|to) block\\b|"
          + "\\binhibit|\\b(?:status|code|return|returns|respond with|answer with)(?: code| status)? 4\\d\\d\\b|"
          + "\\b(?:does|do)(?: not|n't) exist\\b|\\bno longer exists?\\b|\\b(?:carries|carry|has|have|contains?|provides?|gives?) no\\b|"
          + "\\b(?:unreadable|unavailable|unreachable|revoked|tampered)\\b|\\bonly\\s*[.;]?\\s*$|"
          + "\\bignor(?:e|es|ed)\\b|\\bdeclin(?:e|es|ed)\\b|\\bdiscard|\\btimes? ?-?out\\b|\\btime[- ]?out|\\balready (?:in use|exists?|taken|used|known|registered)\\b|"
          + "\\bwho (?:is|are) not\\b|\\b(?:file|value|field|bracket|parameter|argument|signature|certificate) is missing\\b|^no (?:two|one|more)\\b|"
          + "\\b(?:shall|must|may|can|will) ?(?:not|never)\\b(?! (?:to )?(?:be |take |last |use |contain |hold |weigh |cost |need |differ |lose |drop |fall |rise )?"
          + "(?:exceed|(?:(?:more|less|fewer|\\w{2,9}er) than|below|above) (?:[$€£±<]|[A-Z]{3} \\d|-?\\d|"
          + NumberWords.PATTERN
          + "\\b))| [^,.;]{1,60} by (?:more|less) than)|\\bonly (?:by|to|for|if|when|after|once)\\b|"
          + "^only\\b|\\b(?:shall|must|may|can) only\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern REPORTS = Pattern.compile(
      "\\b(?:report|contain|generat|send|display|show|include|telemetry|message)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SETS_BACK = Pattern.compile("\\b(?:reset|initiali[sz]|clear|zero)",
      Pattern.CASE_INSENSITIVE);

  /// The name of a counter, message or field: what it is called after isn't what happens.
  private static final Pattern NAME = Pattern.compile(
      "(?<!\\b(?:[Ii]ncrement|[Cc]ount) (?:[Tt]he )?)\\b(?:[A-Z][\\w-]* ){0,4}?(?:Reject|Invalid|Error|Fail|Abort|Refus|Illegal|Denied|Deny|Unknown|Incorrect|Discard)[a-z]*"
          + "(?: [A-Z][\\w-]*| (?:counter|count|number|flag|field|code|message|event|log|list|queue|table)s?\\b){1,4}");

  private static final Pattern CLAUSES = Pattern.compile(
      "[.;]\\s+|,?\\s+(?:and|but)\\s+(?=[^,.;]{0,60}\\b(?:shall|must)\\b)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADLESS = Pattern.compile("(?:it|they|shall|must)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern ABOVE = Pattern.compile(
      "\\b(?:larger|longer|greater|more|higher|bigger|heavier|later|further|additional|above|exceed\\w*)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern BELOW = Pattern.compile(
      "\\b(?:smaller|shorter|fewer|less|lower|lighter|earlier|below)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEYOND = Pattern.compile(ABOVE.pattern() + "|" + BELOW.pattern()
      + "|\\b(?:other|outside|beyond|out of range)\\b", Pattern.CASE_INSENSITIVE);

  /// Words for what goes wrong, not for what the product refuses.
  private static final Pattern WRONG = Pattern.compile(
      "error|\\bfail|corrupt|malformed|\\btime[- ]?out|\\bwrong|incorrect|invalid",
      Pattern.CASE_INSENSITIVE);

  private final String text;
  private final Statement statement;
  private final boolean inSentence;
  private final int inResponse;

  Refusal(String text, Statement statement) {
    this.text = text;
    this.statement = statement;
    var sentence = statement.items().isEmpty() ? text : statement.sentence();
    this.inSentence = says(withoutNames(sentence));
    var words = WORDS.matcher(statement.response());
    this.inResponse = words.find() ? words.start() : Integer.MAX_VALUE;
  }

  /// Judged by the sentence. A list that is reported may name what counts rejections; one that is set back may too,
  /// without anything being rejected.
  boolean isStated() {
    return inSentence() || (reportsItems() && statement.items().stream().anyMatch(Refusal::says));
  }

  /// Whether condition or response says so.
  boolean inSentence() {
    return inSentence;
  }

  /// Whether the response rejects or forbids before it comes to these words: then it is about them.
  boolean isAbout(String words) {
    return inResponse < statement.response().indexOf(words);
  }

  /// What the text says of values beyond a bound, where it does so beside the bound: that larger ones are refused.
  Optional<String> beyond(String bound, boolean above) {
    return CLAUSES.splitAsStream(text).map(String::strip)
        .filter(c -> !c.contains(bound) && says(c) && BEYOND.matcher(c).find()
            && (above ? !BELOW.matcher(c).find() : !ABOVE.matcher(c).find()))
        .findFirst();
  }

  private boolean reportsItems() {
    return REPORTS.matcher(statement.response()).find()
        && !SETS_BACK.matcher(statement.sentence()).find();
  }

  private static String withoutNames(String sentence) {
    return NAME.matcher(sentence).replaceAll("it");
  }

  /// Whether these words reject or forbid.
  static boolean says(String words) {
    return WORDS.matcher(words).find();
  }

  /// Whether all that it says is that something goes wrong.
  boolean isOfFailure() {
    return says(quote()) && !says(WRONG.matcher(quote()).replaceAll("it"));
  }

  /// What has to be seen: the response, or the sentence beside it that refuses or forbids.
  String response() {
    return inSentence() && !sentence().equals(statement.sentence())
        ? sentence()
        : statement.response();
  }

  private String sentence() {
    return says(statement.sentence())
        ? clause(statement.sentence())
        : Words.sentences(text).stream().filter(Refusal::says).findFirst()
            .orElse(statement.sentence());
  }

  /// The clause that refuses or forbids, where it has a subject of its own beside one that doesn't.
  private static String clause(String sentence) {
    var clauses = CLAUSES.splitAsStream(sentence).toList();
    var refusing = clauses.stream().filter(Refusal::says).toList();
    return refusing.size() == 1 && clauses.size() > 1
        && Statement.of(sentence).conditions().isEmpty()
        && !HEADLESS.matcher(refusing.getFirst()).lookingAt() ? refusing.getFirst() : sentence;
  }

  /// The words that it rests on.
  String quote() {
    if (inSentence()) {
      return Words.oneLine(sentence());
    }
    return statement.items().stream().filter(Refusal::says).findFirst()
        .orElse(statement.response());
  }
}

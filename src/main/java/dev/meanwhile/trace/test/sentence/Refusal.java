package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;
import java.util.List;
import java.util.Optional;

/// Whether a requirement's words reject or forbid something, so that it wants a negative case.
public final class Refusal {
  private static final Phrasebook BOOK = Phrasebook.of(Refusal.class);
  private static final Phrases REFUSES = BOOK.phrases("refuses");
  private static final Phrases REPORTS = BOOK.phrases("reports");
  private static final Phrases SETS_BACK = BOOK.phrases("sets back");
  private static final Phrases NAME = BOOK.phrases("name");
  private static final Phrases PURPOSE = BOOK.phrases("purpose");
  private static final Phrases BETWEEN_CLAUSES = BOOK.phrases("between clauses");
  private static final Phrases HEADLESS = BOOK.phrases("headless");
  private static final Phrases ABOVE = BOOK.phrases("above");
  private static final Phrases BELOW = BOOK.phrases("below");
  private static final Phrases ELSEWHERE = BOOK.phrases("elsewhere");
  private static final Phrases WRONG = BOOK.phrases("wrong");

  private final String text;
  private final Statement statement;
  private final boolean inSentence;
  private final int inResponse;
  private final List<String> refusing;

  /// Looks for it in a requirement's whole text.
  ///
  /// @param statement what the text was read as
  public Refusal(String text, Statement statement) {
    this.text = text;
    this.statement = statement;
    var sentence = statement.items().isEmpty() ? text : statement.sentence();
    this.inSentence = says(withoutNames(PURPOSE.in(sentence).replaceAll("")));
    var words = REFUSES.in(statement.response());
    this.inResponse = words.find() ? words.start() : Integer.MAX_VALUE;
    this.refusing = BETWEEN_CLAUSES.between(text).map(String::strip).filter(Refusal::says)
        .toList();
  }

  /// Judged by the sentence. A list that is reported may name what counts rejections; one that is set back may too,
  /// without anything being rejected.
  public boolean isStated() {
    return inSentence() || (reportsItems() && statement.items().stream().anyMatch(Refusal::says));
  }

  /// Whether condition or response says so.
  public boolean inSentence() {
    return inSentence;
  }

  /// Whether the response rejects or forbids before it comes to these words: then it is about them.
  public boolean isAbout(String words) {
    return inResponse < statement.response().indexOf(words);
  }

  /// What the text says of values beyond a bound, where it does so beside the bound: that larger ones are refused.
  public Optional<String> beyond(String bound, boolean above) {
    return refusing.stream().filter(c -> !c.contains(bound) && isBeyond(c, above)).findFirst();
  }

  private static boolean isBeyond(String clause, boolean above) {
    boolean over = ABOVE.areIn(clause);
    boolean under = BELOW.areIn(clause);
    return (over || under || ELSEWHERE.areIn(clause)) && !(above ? under : over);
  }

  private boolean reportsItems() {
    return REPORTS.areIn(statement.response())
        && !SETS_BACK.areIn(statement.sentence());
  }

  private static String withoutNames(String sentence) {
    return NAME.in(sentence).replaceAll("it");
  }

  /// Whether these words reject or forbid.
  public static boolean says(String words) {
    return REFUSES.areIn(words);
  }

  /// Whether all that it says is that something goes wrong.
  public boolean isOfFailure() {
    return says(quote()) && !says(WRONG.in(quote()).replaceAll("it"));
  }

  /// What has to be seen: the response, or the sentence beside it that refuses or forbids.
  public String response() {
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
    var clauses = BETWEEN_CLAUSES.between(sentence).toList();
    var refusing = clauses.stream().filter(Refusal::says).toList();
    return refusing.size() == 1 && clauses.size() > 1
        && Statement.of(sentence).conditions().isEmpty()
        && !HEADLESS.begin(refusing.getFirst()) ? refusing.getFirst() : sentence;
  }

  /// The words that it rests on.
  public String quote() {
    if (inSentence()) {
      return Words.oneLine(sentence());
    }
    return statement.items().stream().filter(Refusal::says).findFirst()
        .orElse(statement.response());
  }
}

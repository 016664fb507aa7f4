package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.test.number.NumberWords;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sentence cut into its condition and its response.
///
/// @param condition as written with its leading word, null if there is none
/// @param response the main clauses before and behind the condition
/// @param otherwise what is due if the condition doesn't hold, null if the sentence doesn't say so
record Cut(@Nullable String condition, String response, @Nullable String otherwise) {
  private static final Phrasebook BOOK = Phrasebook.of(Cut.class);
  private static final Phrases OCCASION = BOOK.phrases("occasion");
  private static final Phrases SCOPED = BOOK.phrases("scoped");
  private static final String ARTICLE = " the";
  private static final String ONCE = "once(?! (?:per|an?|every|in|each)\\b)";
  private static final String WORDS = "provided that|given|if|when|whenever|upon|" + ONCE
      + "|after|while|during|until|unless|in case(?: of)?|"
      + "for all|for every|only if|only when|for each|for any|where|as long as|as soon as(?! (?:possible|practica\\w+)\\b)|before|on receipt of|in the event of";
  private static final Pattern LEADING = Pattern.compile("^(" + WORDS + ")\\b.*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  /// A time of its own before "after" or "before" says when; behind "within" and the like it is a bound.
  private static final String TIME = "(?<!\\b(?:within|than|in|of|least|most|for|every|to|and|or|about|by|first|last|"
      + "next|exactly|[≤<>=±])\\s)(?:\\d[\\d.,]{0,12}|" + NumberWords.PATTERN
      + ") [a-z]{1,12}(?: [a-z]{1,12})? (?:after|before)";
  private static final Pattern TRAILING = Pattern.compile(
      "[,\\s]((" + TIME + "|(?<!\\beven\\s)(?:only )?(?:if|provided that|when|whenever|upon|"
          + "while(?! (?:improv|maintain|preserv|keep|ensur|reduc|minimi[sz]|avoid|retain|increas)\\w*ing\\b)|during|until|unless|"
          + ONCE
          + "|after|as long as|as soon as(?! (?:possible|practica\\w+)\\b)|in case(?: of)?|in the event of))\\s+\\S.*)$",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern MODAL = Pattern.compile(
      "\\b(?:shall|must|should|will|(?-i:may|MAY)|can)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NARROWING = Pattern.compile("(?:if|when|whenever|provided that)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern NEXT_CLAUSE = Pattern.compile(
      ";|,?\\s+(?:and|but)\\s+(?:(?!\\b(?:who|which|that)\\b)[^,;]){1,60}?\\b(?:shall|must)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHERWISE = Pattern.compile(
      "[,;]?\\s+(?:and |or |but )?(?:otherwise|else)\\b,?\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern DEADLINE = Pattern.compile(
      "^(.*?) ((?:after|before) .*?) (at the (?:latest|earliest))\\b", Pattern.CASE_INSENSITIVE);

  /// In "in manual mode, when A, the lamp shall blink" the mode is where all of it is due: it stays with the response.
  static Cut of(String sentence) {
    var scoped = SCOPED.in(sentence);
    var cut = scoped.matches() ? of(scoped.group(2)) : null;
    return cut == null || cut.condition == null
        ? unscoped(sentence)
        : new Cut(cut.condition, scoped.group(1) + cut.response, cut.otherwise);
  }

  private static Cut unscoped(String sentence) {
    int end = leadingEnd(sentence);
    if (end <= 0) {
      return trailing(sentence);
    }
    var response = sentence.substring(end).replaceFirst("^[,\\s]+(?:then\\s+)?", "");
    return narrowed(branched(sentence.substring(0, end).strip(), response));
  }

  /// In "when A, the lamp shall go on if B" both have to hold.
  private static Cut narrowed(Cut cut) {
    var inner = trailing(cut.response);
    return cut.otherwise == null && inner.condition != null
        && NARROWING.matcher(inner.condition).lookingAt()
            ? new Cut(cut.condition + ", " + inner.condition, inner.response, inner.otherwise)
            : cut;
  }

  /// Where a leading condition ends: at the last comma before the subject of the modal verb, or at "then".
  private static int leadingEnd(String sentence) {
    if (!LEADING.matcher(sentence).matches() && !OCCASION.begin(sentence)) {
      return -1;
    }
    var modal = MODAL.matcher(sentence);
    if (!modal.find()) {
      int then = sentence.indexOf(" then ");
      return then > 0 ? then : sentence.indexOf(',');
    }
    var before = sentence.substring(0, modal.start());
    int then = before.lastIndexOf(" then ");
    return then > 0
        ? then
        : before.lastIndexOf(',') > 0 ? before.lastIndexOf(',') : beforeSubject(before);
  }

  /// Without a comma: the subject is the last capitalised word before the modal verb, with its article.
  private static int beforeSubject(String before) {
    int subject = Math.max(before.lastIndexOf(" the "), before.lastIndexOf(" The "));
    var lastWord = before.stripTrailing();
    int space = lastWord.lastIndexOf(' ');
    boolean named = space > 0 && Character.isUpperCase(lastWord.charAt(space + 1));
    return named && space != subject + ARTICLE.length() ? space : subject;
  }

  private static Cut branched(String condition, String response) {
    var otherwise = OTHERWISE.matcher(response);
    return otherwise.find() && otherwise.start() > 0
        ? new Cut(condition, tidy(response.substring(0, otherwise.start())),
            response.substring(otherwise.end()).strip())
        : new Cut(condition, tidy(response), null);
  }

  private static Cut trailing(String sentence) {
    int from = trailingStart(sentence);
    if (from < 0) {
      return new Cut(null, tidy(sentence), null);
    }
    var response = sentence.substring(0, from);
    var condition = sentence.substring(from);
    var otherwise = OTHERWISE.matcher(condition);
    if (otherwise.find()) {
      return new Cut(condition.substring(0, otherwise.start()), tidy(response),
          condition.substring(otherwise.end()).strip());
    }
    var next = NEXT_CLAUSE.matcher(condition);
    return next.find()
        ? dated(condition.substring(0, next.start()), response, condition.substring(next.start()))
        : dated(condition, response, "");
  }

  private static int trailingStart(String sentence) {
    var modal = MODAL.matcher(sentence);
    int from = modal.find() ? modal.end() : 0;
    int unless = sentence.toLowerCase(Locale.ROOT).indexOf(" unless ", from);
    if (unless > 0) {
      return unless + 1;
    }
    var condition = TRAILING.matcher(sentence).region(from, sentence.length());
    return condition.find() ? condition.start(1) : -1;
  }

  /// In "2 minutes after the start at the latest" the start is what has to happen, the rest is how soon.
  private static Cut dated(String condition, String response, String tail) {
    var deadline = DEADLINE.matcher(condition);
    return deadline.find() && !deadline.group(1).isEmpty()
        ? new Cut(deadline.group(2),
            tidy(response + deadline.group(1) + " " + deadline.group(3) + tail), null)
        : new Cut(condition, tidy(response.strip() + tail), null);
  }

  private static String tidy(String response) {
    return response.strip().replaceFirst(",$", "");
  }
}

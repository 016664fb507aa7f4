package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.Locale;
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
  private static final Phrases LEADING = BOOK.phrases("leading");
  private static final Phrases TRAILING = BOOK.phrases("trailing");
  private static final Phrases MODAL = BOOK.phrases("modal");
  private static final Phrases NARROWING = BOOK.phrases("narrowing");
  private static final Phrases NEXT_CLAUSE = BOOK.phrases("next clause");
  private static final Phrases OTHERWISE = BOOK.phrases("otherwise");
  private static final Phrases OTHERWISE_BEHIND = BOOK.phrases("otherwise behind");
  private static final Phrases INSERTED = BOOK.phrases("inserted");
  private static final Phrases DEADLINE = BOOK.phrases("deadline");
  private static final String ARTICLE = " the";

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
        && NARROWING.begin(inner.condition)
            ? new Cut(cut.condition + ", " + inner.condition, inner.response, inner.otherwise)
            : cut;
  }

  /// Where a leading condition ends: at the last comma before the subject of the modal verb, or at "then".
  private static int leadingEnd(String sentence) {
    if (!LEADING.begin(sentence) && !OCCASION.begin(sentence)) {
      return -1;
    }
    var modal = MODAL.in(sentence);
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
    var otherwise = OTHERWISE.in(response);
    return otherwise.find() && otherwise.start() > 0
        ? new Cut(condition, tidy(response.substring(0, otherwise.start())),
            response.substring(otherwise.end()).strip())
        : new Cut(condition, tidy(response), null);
  }

  private static Cut trailing(String sentence) {
    var inserted = INSERTED.in(sentence);
    if (inserted.matches()) {
      return new Cut(inserted.group(2), tidy(inserted.group(1) + inserted.group(3)), null);
    }
    int from = trailingStart(sentence);
    if (from < 0) {
      return new Cut(null, tidy(sentence), null);
    }
    var response = sentence.substring(0, from);
    var condition = sentence.substring(from);
    var otherwise = OTHERWISE.in(condition);
    if (otherwise.find()) {
      return new Cut(condition.substring(0, otherwise.start()), tidy(response),
          condition.substring(otherwise.end()).strip());
    }
    var behind = OTHERWISE_BEHIND.in(condition);
    if (behind.find()) {
      return new Cut(condition.substring(0, behind.start()), tidy(response), behind.group(1));
    }
    var next = NEXT_CLAUSE.in(condition);
    return next.find()
        ? dated(condition.substring(0, next.start()), response, condition.substring(next.start()))
        : dated(condition, response, "");
  }

  private static int trailingStart(String sentence) {
    var modal = MODAL.in(sentence);
    int from = modal.find() ? modal.end() : 0;
    int unless = sentence.toLowerCase(Locale.ROOT).indexOf(" unless ", from);
    if (unless > 0) {
      return unless + 1;
    }
    var condition = TRAILING.in(sentence).region(from, sentence.length());
    return condition.find() ? condition.start(1) : -1;
  }

  /// In "2 minutes after the start at the latest" the start is what has to happen, the rest is how soon.
  private static Cut dated(String condition, String response, String tail) {
    var deadline = DEADLINE.in(condition);
    return deadline.find() && !deadline.group(1).isEmpty()
        ? new Cut(deadline.group(2),
            tidy(response + deadline.group(1) + " " + deadline.group(3) + tail), null)
        : new Cut(condition, tidy(response.strip() + tail), null);
  }

  private static String tidy(String response) {
    return response.strip().replaceFirst(",$", "");
  }
}

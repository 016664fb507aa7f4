package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A sentence that states several responses, each with a condition behind it, as in "shall blink when it is dark, and
/// be off when it is bright". Each is a sentence of its own that begins as the whole does.
final class Siblings {
  private static final Phrasebook BOOK = Phrasebook.of(Siblings.class);
  private static final Phrases MODAL = BOOK.phrases("modal");
  private static final Phrases JOINT = BOOK.phrases("joint");
  private static final Phrases CONDITIONED = BOOK.phrases("conditioned");
  private static final Phrases ENDED = BOOK.phrases("ended");
  private static final Phrases LEADING = BOOK.phrases("leading");
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Set<String> FUNCTION_WORDS = Set.of("a", "an", "the", "in", "at", "to",
      "with", "by", "on", "no", "as");

  private Siblings() {}

  /// The sentences that the sentence stands for, the sentence alone if it states one response.
  static List<String> in(String sentence) {
    var modal = MODAL.in(sentence);
    if (!modal.find() || LEADING.begin(sentence)) {
      return List.of(sentence);
    }
    var start = sentence.substring(0, modal.end());
    var segments = segments(sentence.substring(modal.end()));
    var subject = sentence.substring(0, modal.start());
    return segments.stream().map(s -> MODAL.begin(s)
        ? subject + s
        : MODAL.areIn(s) ? s : beginning(start, segments.getFirst(), s) + s).toList();
  }

  /// Cut behind each condition, where another response with a condition begins, or the last one without.
  private static List<String> segments(String rest) {
    var segments = new ArrayList<String>();
    int from = 0;
    var joint = JOINT.in(rest);
    while (joint.find()) {
      var next = rest.substring(joint.end());
      if (endsBefore(next) || (MODAL.begin(next)
          && ENDED.areIn(rest.substring(from, joint.start())))
          || (isConditioned(rest.substring(from, joint.start()))
              && (isConditioned(next)
                  || (!segments.isEmpty() && !JOINT.areIn(next) && !isCondition(next))))) {
        segments.add(rest.substring(from, joint.start()));
        from = joint.end();
      }
    }
    segments.add(rest.substring(from));
    return segments;
  }

  /// What "and shall …" goes on with has its condition for itself.
  private static boolean endsBefore(String next) {
    return MODAL.begin(next) && isConditioned(next);
  }

  private static boolean isConditioned(String segment) {
    return CONDITIONED.are(segment);
  }

  private static boolean isCondition(String segment) {
    return LEADING.begin(segment);
  }

  /// The words that the segment goes on from: up to the first one that has its form.
  private static String beginning(String start, String first, String segment) {
    var form = form(segment);
    var word = WORD.matcher(first);
    while (!form.isEmpty() && word.find()) {
      if (form(word.group()).equals(form)) {
        return start + first.substring(0, word.start());
      }
    }
    return start;
  }

  /// What tells a participle, an article or a number from a verb that stands behind "shall" as it is.
  private static String form(String text) {
    var word = Words.lower(text.split("\\s", 2)[0]);
    if (FUNCTION_WORDS.contains(word)) {
      return word;
    }
    return Character.isDigit(word.charAt(0)) ? "number" : word.endsWith("ing") ? "ing" : "";
  }
}

package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A sentence that states several responses, each with a condition behind it, as in "shall blink when it is dark, and
/// be off when it is bright". Each is a sentence of its own that begins as the whole does.
final class Siblings {
  private static final String WHEN = "(?:if|when|whenever|while|during|after|upon|unless|until|as long as|in case of)";
  private static final Pattern MODAL = Pattern.compile("\\b(?:shall|must)\\b\\s+",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern JOINT = Pattern.compile(
      "[,;]\\s+(?:and\\s+|or\\s+|but\\s+)?|\\s+(?:and|or|but)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONDITIONED = Pattern.compile(
      "(?!" + WHEN + "\\b|otherwise\\b|else\\b)\\S+\\s.*?\\b" + WHEN + "\\s.*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern LEADING = Pattern.compile(WHEN + "\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Set<String> FUNCTION_WORDS = Set.of("a", "an", "the", "in", "at", "to",
      "with", "by", "on", "no", "as");

  private Siblings() {}

  /// The sentences that the sentence stands for, the sentence alone if it states one response.
  static List<String> in(String sentence) {
    var modal = MODAL.matcher(sentence);
    if (!modal.find() || LEADING.matcher(sentence).lookingAt()) {
      return List.of(sentence);
    }
    var start = sentence.substring(0, modal.end());
    var segments = segments(sentence.substring(modal.end()));
    var subject = sentence.substring(0, modal.start());
    return segments.stream().map(s -> MODAL.matcher(s).lookingAt()
        ? subject + s
        : MODAL.matcher(s).find() ? s : beginning(start, segments.getFirst(), s) + s).toList();
  }

  /// Cut behind each condition, where another response with a condition begins, or the last one without.
  private static List<String> segments(String rest) {
    var segments = new ArrayList<String>();
    int from = 0;
    var joint = JOINT.matcher(rest);
    while (joint.find()) {
      var next = rest.substring(joint.end());
      if (endsBefore(next) || (isConditioned(rest.substring(from, joint.start()))
          && (isConditioned(next)
              || (!segments.isEmpty() && !JOINT.matcher(next).find() && !isCondition(next))))) {
        segments.add(rest.substring(from, joint.start()));
        from = joint.end();
      }
    }
    segments.add(rest.substring(from));
    return segments;
  }

  /// What "and shall …" goes on with has its condition for itself.
  private static boolean endsBefore(String next) {
    return MODAL.matcher(next).lookingAt() && isConditioned(next);
  }

  private static boolean isConditioned(String segment) {
    return CONDITIONED.matcher(segment).matches();
  }

  private static boolean isCondition(String segment) {
    return LEADING.matcher(segment).lookingAt();
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

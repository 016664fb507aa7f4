package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;

/// What a list of functions only names, without saying that anybody does or should do it: `Export of invoices`.
public final class Fragments {
  private static final int FEWEST_WORDS = 2;
  private static final int MOST_WORDS = 30;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  /// What is needed to run the product, and where to read on.
  private static final Pattern TECHNICAL = Pattern.compile(
      "\\bv?\\d{1,4}\\.(?:\\d|x)|\\d ?\\+|[≥>]=? ?\\d|https?:|www\\.|^[\\w./-]{1,40}$|\\w\\(\\)|\\b[\\w-]{1,30}\\.(?:md|html?|pdf|json|ya?ml|txt|py|js|java)\\b",
      FLAGS);
  /// What isn't settled, or isn't a thing at all.
  private static final Pattern OPEN = Pattern.compile(
      "^\\W{0,4}(?:maybe|perhaps|possibly|potentially|see|note|e\\.g|i\\.e|tb[ad]|to be (?:determined|defined|announced)|todo|none|n/a|not applicable|and|or|but|etc|for example|example)\\b"
          + "|\\bto be (?:defined|determined|decided|announced)\\W{0,4}$|\\btb[ad]\\b|[?:]\\W{0,4}$|\\((?:later|future|not yet|planned|todo)\\b[^()]{0,40}\\)",
      FLAGS);
  /// Tells what is or was.
  private static final Pattern TELLS = Pattern.compile(
      "\\b(?:i|we|you|my|our|your|was|were|has been|have been|had|did)\\b|^(?:it|this|that|these|those|there|they|he|she)\\b",
      FLAGS);

  private Fragments() {}

  /// Whether an item of a list of functions names one.
  public static boolean name(String item) {
    var text = Wording.of(item);
    int words = Words.count(text);
    return words >= FEWEST_WORDS && words <= MOST_WORDS && !TECHNICAL.matcher(text).find()
        && !OPEN.matcher(text).find() && !TELLS.matcher(text).find()
        && !Addressee.isAnother(text, text) && !Force.tells(text);
  }
}

package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.ArrayList;
import java.util.List;

/// A sentence that states several rules, each with a condition before it, as in "if it is dark, the lamp shall blink; if
/// it is bright, the lamp shall be off". Each is a sentence of its own.
public final class Rules {
  private static final Phrasebook BOOK = Phrasebook.of(Rules.class);
  private static final Phrases JOINT = BOOK.phrases("joint");
  private static final Phrases RULE = BOOK.phrases("rule");

  private static final Phrases BETWEEN_SUBJECTS = BOOK.phrases("between subjects");

  private Rules() {}

  /// The clauses of a sentence that has no condition, each with its own subject and modal verb.
  public static List<String> clauses(String sentence) {
    return BETWEEN_SUBJECTS.between(sentence).toList();
  }

  /// The sentences that the sentence stands for, the sentence alone if it states one rule.
  static List<String> in(String sentence) {
    if (!RULE.areIn(sentence)) {
      return List.of(sentence);
    }
    var rules = new ArrayList<String>();
    int from = 0;
    var joint = JOINT.in(sentence);
    while (joint.find()) {
      if (RULE.areIn(sentence.substring(from, joint.start()))) {
        rules.add(sentence.substring(from, joint.start()));
        from = joint.end();
      }
    }
    rules.add(sentence.substring(from));
    return rules;
  }
}

package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.sentence.Statement.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/// A condition taken apart where each part is a clause of its own. All parts are quotes.
///
/// @param parts at most four, each as written with its leading word
/// @param joined how they hang together
record ConditionParts(List<String> parts, Join joined) {
  private static final int MOST = 4;
  private static final Phrasebook BOOK = Phrasebook.of(ConditionParts.class);
  private static final Phrases NESTED = BOOK.phrases("nested");
  private static final Phrases SCOPE = BOOK.phrases("scope");
  private static final Phrases JOINT = BOOK.phrases("joint");

  static ConditionParts of(String condition) {
    var nested = nested(condition);
    if (!nested.isEmpty()) {
      return new ConditionParts(nested, Join.AND);
    }
    var joints = betweenClauses(condition);
    var word = joints.stream().map(ConditionParts::word).filter(w -> !w.isEmpty()).findFirst();
    return word.isEmpty()
        ? new ConditionParts(List.of(condition.strip()), Join.AND)
        : new ConditionParts(cut(condition, ofWord(joints, word.get())),
            word.get().equals("or") ? Join.OR : Join.AND);
  }

  /// In "when A, if B" both have to hold, whatever they are made of. What a rule is for is no condition.
  private static List<String> nested(String condition) {
    var joints = NESTED.in(condition).results().limit(MOST - 1L).toList();
    return joints.isEmpty() || SCOPE.begin(condition) ? List.of() : cut(condition, joints);
  }

  private static List<MatchResult> betweenClauses(String condition) {
    var all = JOINT.in(condition).results().toList();
    var between = new ArrayList<MatchResult>();
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      var joint = all.get(i);
      int next = i + 1 < all.size() ? all.get(i + 1).start() : condition.length();
      if (Clause.isOne(condition.substring(from, joint.start()))
          && beginsClause(condition.substring(joint.end()), next - joint.end())) {
        between.add(joint);
        from = joint.end();
      }
    }
    return between;
  }

  /// A clause up to the next joint, or a subject of several things that goes on behind it.
  private static boolean beginsClause(String rest, int end) {
    return Clause.isOne(rest.substring(0, end))
        || (Clause.beginsWithSubject(rest) && Clause.isOne(rest));
  }

  private static String word(MatchResult joint) {
    var word = joint.group(1) == null ? joint.group(2) : joint.group(1);
    return word == null ? "" : Words.lower(word);
  }

  /// A mix of "and" and "or" isn't cut: the text doesn't say which binds first. A comma stands for the word behind it.
  private static List<MatchResult> ofWord(List<MatchResult> joints, String word) {
    int last = joints.size() - 1;
    while (!word(joints.get(last)).equals(word)) {
      last--;
    }
    return joints.subList(0, last + 1).stream()
        .filter(j -> word(j).isEmpty() || word(j).equals(word)).limit(MOST - 1L).toList();
  }

  private static List<String> cut(String condition, List<MatchResult> joints) {
    var parts = new ArrayList<String>();
    int from = 0;
    for (var joint : joints) {
      parts.add(condition.substring(from, joint.start()).strip());
      from = joint.end();
    }
    parts.add(condition.substring(from).strip());
    return parts;
  }
}

package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.Statement.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A condition taken apart where each part is a clause of its own. All parts are quotes.
///
/// @param parts at most four, each as written with its leading word
/// @param joined how they hang together
record ConditionParts(List<String> parts, Join joined) {
  private static final int MOST = 4;
  private static final String DETERMINER = "(?:the|an?|no|any|all|its|their|each|another|this|(?-i:[A-Z][\\w-]*))";
  private static final Pattern NESTED = Pattern.compile(
      ",\\s+(?=(?:if|when|whenever|while|provided that)\\s)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCOPE = Pattern.compile("for\\s", Pattern.CASE_INSENSITIVE);
  private static final Pattern JOINT = Pattern.compile(
      "\\s*,\\s+(?:(and|or)\\s+)?|\\s+(and|or)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern VERB = Pattern.compile(
      "\\b(?:is|are|was|were|has|have|does|do|exists?|fails?|equals?|exceeds?|contains?|receives?|accepts?|rejects?|"
          + "detects?|expires?|starts?|stops?|occurs?|matches|presses|enters|clicks|submits|selects|logs)\\b",
      Pattern.CASE_INSENSITIVE);
  /// A subject of two words and more, and a word behind it that ends as a verb of a third person does.
  private static final Pattern FINITE = Pattern.compile(
      "^(?:\\w+ )?" + DETERMINER + "\\s+(?:[\\w-]+\\s+){1,3}?[a-z]{2,}(?:[a-rt-z]s|ed)\\s+"
          + "(?!(?:of|in|on|at|for|with|from|and|or)\\b)\\S",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SUBJECT = Pattern.compile(DETERMINER + "\\b",
      Pattern.CASE_INSENSITIVE);

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
    var parts = List.of(NESTED.split(condition, MOST));
    return parts.size() > 1 && !SCOPE.matcher(condition).lookingAt() ? parts : List.of();
  }

  private static List<MatchResult> betweenClauses(String condition) {
    var all = JOINT.matcher(condition).results().toList();
    var between = new ArrayList<MatchResult>();
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      var joint = all.get(i);
      int next = i + 1 < all.size() ? all.get(i + 1).start() : condition.length();
      if (isClause(condition.substring(from, joint.start()))
          && beginsClause(condition.substring(joint.end()), next - joint.end())) {
        between.add(joint);
        from = joint.end();
      }
    }
    return between;
  }

  /// Whether a verb of its own is in it.
  static boolean isClause(String part) {
    return VERB.matcher(part).find() || FINITE.matcher(part.strip()).find();
  }

  /// A clause up to the next joint, or a subject of several things that goes on behind it.
  private static boolean beginsClause(String rest, int end) {
    return isClause(rest.substring(0, end))
        || (SUBJECT.matcher(rest).lookingAt() && isClause(rest));
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

package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The phrases that cases are written in, around the requirement's own words.
final class Wording {
  static final String DECIDE_ABSENCE = "decide how it is observed that the response stays away";
  static final String UNSTATED = "the text doesn't state the reaction: agree on it, then write it here";

  private static final Pattern EVENT = Pattern.compile(
      "(?:upon|on(?= receipt\\b)|in case of|in the event of|(?:only )?after|during)\\s+"
          + "(?!.*\\b(?:is|are|was|were|has|have|had|does|do)\\b)(?!.*\\b[a-z]+(?:es|[a-rt-z]s) (?:the|an?)\\b)(.+)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAUSE = Pattern.compile(
      "(?:only )?(?:if|provided that|when|whenever|while|as long as|where|once|after|unless)\\s+(.+)",
      Pattern.CASE_INSENSITIVE);
  /// Words that a condition begins with, so that it is no clause by itself.
  private static final Pattern LED = Pattern.compile(
      "(?:only|provided|until|before|during|upon|for|in case|in the event|on|after|\\d|"
          + NumberWords.PATTERN
          + ")\\b",
      Pattern.CASE_INSENSITIVE);
  /// A verb or a place without a subject before it.
  private static final Pattern HEADLESS = Pattern.compile(
      "(?:in|on|at|not|no longer|presses|enters|selects|clicks|submits|is|are|has|have)\\s",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern FINITE = Pattern.compile(
      "^(?:the|an?|no|any|all|its|their|each|another)\\s+(?:[\\w-]+\\s+){1,6}?[a-z]{2,}(?:[a-rt-z]s|ed)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern MOMENT = Pattern.compile(
      "(?:\\d|" + NumberWords.PATTERN + "\\b).*? (?:after|before)\\b.*", Pattern.CASE_INSENSITIVE);
  /// The part of a bound's words that stays before another value.
  private static final Pattern KEPT = Pattern.compile(
      "(?:after|within|for|every|by|before|until)\\s+",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern EXCEEDS = Pattern.compile(
      "(?:exceeds?|reach(?:es)?|(?:rises|drops|falls|sinks|climbs|grows|increases|decreases)(?: \\w+)? to)\\s",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern MOVING = Pattern.compile(
      "\\b(?:rises|drops|falls|goes|climbs|sinks|increases|decreases|gets|moves)\\s+$",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SPAN = Pattern.compile("(?:between|from|in|range)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TAKES_VALUE = Pattern.compile(
      "\\b(?:is|are|be|has|have|contains?|holds?|of|at|to|for)\\s+$", Pattern.CASE_INSENSITIVE);
  private static final Pattern LIMITS = Pattern.compile(
      "\\b(?:shall|must|may|can|will) (?:not|never|only)\\b|\\bcannot\\b|\\bno (?:longer|more|later|less|fewer) than\\b"
          + "|\\bat (?:most|least)\\b|\\bnot exceed|\\b(?:limited|restricted) to\\b",
      Pattern.CASE_INSENSITIVE);

  private Wording() {}

  static String quoted(String text) {
    return "\"" + Words.oneLine(text) + "\"";
  }

  /// What a tester does so that a condition holds, or doesn't: a clause becomes one of the step, an event is brought about.
  static String holds(String condition, boolean holds) {
    var line = Words.oneLine(condition);
    var event = EVENT.matcher(line);
    if (event.matches()) {
      return (holds ? "Bring about: " : "Don't bring about: ") + event.group(1);
    }
    if (MOMENT.matcher(line).matches()) {
      return (holds ? "Come to this moment: " : "Choose another moment than this: ")
          + quoted(line);
    }
    var clause = clause(line);
    if (clause != null) {
      return (holds ? "Make sure that " : "Make sure that this isn't so: ") + clause;
    }
    return (holds ? "Make this hold: " : "Make sure that this doesn't hold: ") + quoted(line);
  }

  /// Whether the condition can be said as a step, not only quoted.
  static boolean isStep(String condition) {
    return EVENT.matcher(condition).matches() || clause(condition) != null;
  }

  /// The condition for one value: the value in the place of the words that bound it.
  static String with(String condition, String bound, String value) {
    int at = condition.indexOf(bound);
    var before = condition.substring(0, at);
    var behind = condition.substring(at + bound.length());
    var kept = KEPT.matcher(bound);
    if (kept.lookingAt()) {
      return before + kept.group() + value + behind;
    }
    var moving = MOVING.matcher(before);
    if (EXCEEDS.matcher(bound).lookingAt() || moving.find()) {
      return moving.replaceFirst("") + "is " + value + behind;
    }
    return before + (SPAN.matcher(bound).lookingAt() && !TAKES_VALUE.matcher(before).find()
        ? "of "
        : "") + value + behind;
  }

  /// The clause of a condition without the word that leads it, null if it is none that can stand behind "that".
  static @Nullable String clause(String condition) {
    var led = CLAUSE.matcher(condition);
    var clause = led.matches() ? led.group(1) : condition;
    boolean known = led.matches() || !LED.matcher(condition).lookingAt();
    return known && !HEADLESS.matcher(clause).lookingAt()
        && (ConditionParts.isClause(clause) || FINITE.matcher(clause).find()) ? clause : null;
  }

  /// What is seen where a response isn't due. One that only forbids or limits has nothing that could stay away.
  static String absent(String response) {
    return (LIMITS.matcher(response).find()
        ? "This restriction doesn't apply: "
        : "This doesn't happen: ") + quoted(response);
  }

  /// What stands for something that only the tester can decide.
  static String pending(String what) {
    return "Pending: " + what;
  }
}

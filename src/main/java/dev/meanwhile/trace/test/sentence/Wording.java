package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;
import org.jspecify.annotations.Nullable;

/// The phrases that cases are written in, around the requirement's own words.
public final class Wording {
  /// Stands for how it is seen that nothing happens.
  public static final String DECIDE_ABSENCE = "decide how it is observed that the response stays away";
  /// Stands for a reaction that the text leaves out.
  public static final String UNSTATED = "the text doesn't state the reaction: agree on it, then write it here";

  private static final Phrasebook BOOK = Phrasebook.of(Wording.class);
  private static final Phrases EVENT = BOOK.phrases("event");
  private static final Phrases PHASE = BOOK.phrases("phase");
  private static final Phrases LED_CLAUSE = BOOK.phrases("led clause");
  private static final Phrases LEADER = BOOK.phrases("leader");
  private static final Phrases HEADLESS = BOOK.phrases("headless");
  private static final Phrases END = BOOK.phrases("end");
  private static final Phrases MOMENT = BOOK.phrases("moment");
  private static final Phrases KEPT = BOOK.phrases("kept");
  private static final Phrases EXCEEDS = BOOK.phrases("exceeds");
  private static final Phrases MOVING = BOOK.phrases("moving");
  private static final Phrases SPAN = BOOK.phrases("span");
  private static final Phrases TAKES_VALUE = BOOK.phrases("takes value");
  private static final Phrases LIMITS = BOOK.phrases("limits");

  private Wording() {}

  /// The words in quotation marks of another form than theirs.
  public static String quoted(String text) {
    var line = Words.oneLine(text);
    return line.contains("\"") ? "“" + line + "”" : "\"" + line + "\"";
  }

  /// What a tester does so that a condition holds, or doesn't: a clause becomes one of the step, an event is brought about.
  public static String holds(String condition, boolean holds) {
    var line = Words.oneLine(condition);
    var event = EVENT.in(line);
    if (event.matches()) {
      return (holds ? "Bring about: " : "Don't bring about: ") + event.group(1);
    }
    var phase = PHASE.in(line);
    if (phase.matches()) {
      return (holds ? "Observe it during " : "Observe it outside of ") + phase.group(1);
    }
    if (MOMENT.are(line)) {
      return (holds ? "Come to this moment: " : "Choose another moment than this: ")
          + quoted(line);
    }
    var clause = clause(line);
    if (clause == null && END.begin(line)) {
      return (holds ? "Come to this end: " : "Stay before this end: ") + quoted(line);
    }
    if (clause != null) {
      return (holds ? "Make sure that " : "Make sure that this isn't so: ") + clause;
    }
    return (holds ? "Make this hold: " : "Make sure that this doesn't hold: ") + quoted(line);
  }

  /// Whether the condition can be said as a step, not only quoted.
  public static boolean isStep(String condition) {
    return EVENT.are(condition) || PHASE.are(condition) || clause(condition) != null;
  }

  /// The condition for one value: the value in the place of the words that bound it.
  public static String with(String condition, String bound, String value) {
    int at = condition.indexOf(bound);
    var before = condition.substring(0, at);
    var behind = condition.substring(at + bound.length());
    var kept = KEPT.in(bound);
    if (kept.lookingAt()) {
      return before + kept.group() + value + behind;
    }
    var moving = MOVING.in(before);
    if (EXCEEDS.begin(bound) || moving.find()) {
      return moving.replaceFirst("") + "is " + value + behind;
    }
    return before + (SPAN.begin(bound) && !TAKES_VALUE.areIn(before)
        ? "of "
        : "") + value + behind;
  }

  /// The clause of a condition without the word that leads it, null if it is none that can stand behind "that".
  static @Nullable String clause(String condition) {
    var led = LED_CLAUSE.in(condition);
    var clause = led.matches() ? led.group(1) : condition;
    boolean known = led.matches() || !LEADER.begin(condition);
    return known && !HEADLESS.begin(clause) && Clause.isWhole(clause) ? clause : null;
  }

  /// What is seen where a response isn't due. One that only forbids or limits has nothing that could stay away.
  public static String absent(String response) {
    return (LIMITS.areIn(response)
        ? "This restriction doesn't apply: "
        : "This doesn't happen: ") + quoted(response);
  }

  /// What stands for something that only the tester can decide.
  public static String pending(String what) {
    return "Pending: " + what;
  }
}

package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Words;

/// The phrases that cases are written in, around the requirement's own words.
final class Wording {
  static final String DECIDE_ABSENCE = "decide how it is observed that the response stays away";
  static final String UNSTATED = "the text doesn't state the reaction: agree on it, then write it here";

  private Wording() {}

  static String quoted(String text) {
    return "\"" + Words.oneLine(text) + "\"";
  }

  static String holds(String condition, boolean holds) {
    return (holds ? "Make this hold: " : "Make sure that this doesn't hold: ") + quoted(condition);
  }

  static String absent(String response) {
    return "This doesn't happen: " + quoted(response);
  }

  /// What stands for something that only the tester can decide.
  static String pending(String what) {
    return "Pending: " + what;
  }
}

package dev.meanwhile.trace.quality;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Finding.Severity;
import dev.meanwhile.trace.Subjective;
import java.util.Locale;

/// A rule for the wording of one statement: what is wrong with the words that it finds, and what to do, without inventing
/// content. They stand in the order of their reports.
enum Rule {
  TO_BE_DEFINED(Severity.ERROR, "a value is still open",
      "settle the value, or name who settles it and when"),
  PLACEHOLDER(Severity.INFO, "the value is set elsewhere",
      "name where the value is defined; tests use it by its name"),
  VAGUE_WORD(Severity.WARNING, "two readers can understand different things",
      "say which, how many or when"),
  SUBJECTIVE_WORD(Severity.WARNING, "nobody can measure it", "state a measurable criterion"),
  BE_ABLE_TO(Severity.INFO, "an ability can be present without being used",
      "state what is done, and when"),
  OPEN_VERB(Severity.INFO, "the verb doesn't say what is done", "state the observable result"),
  PASSIVE(Severity.INFO, "the sentence doesn't say who acts", "name the actor"),
  PRONOUN(Severity.INFO,
      "what it refers to isn't certain when the requirement stands alone", "repeat the noun"),
  ABSOLUTE(Severity.INFO, "an absolute can hardly be verified",
      "bound the set, or list its members"),
  BOUND_WITHOUT_VALUE(Severity.WARNING, "a bound is named and has no value",
      "state the value and its unit, or where it is defined"),
  TIME_WITHOUT_VALUE(Severity.WARNING, "a time is asked for and not stated",
      "state the time and its unit"),
  NUMBER_WITHOUT_UNIT(Severity.WARNING, "the number has no unit",
      "state what is counted or measured");

  private static final Phrasebook BOOK = Phrasebook.of(Rule.class);

  private final Severity severity;
  private final String why;
  private final String advice;

  Rule(Severity severity, String why, String advice) {
    this.severity = severity;
    this.why = why;
    this.advice = advice;
  }

  /// What the rule finds.
  Phrases words() {
    return this == SUBJECTIVE_WORD
        ? Subjective.WORDS
        : BOOK.phrases(name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  Severity severity() {
    return severity;
  }

  String why() {
    return why;
  }

  String advice() {
    return advice;
  }

  /// As reports show it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

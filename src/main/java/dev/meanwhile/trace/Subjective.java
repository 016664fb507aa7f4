package dev.meanwhile.trace;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;

/// Words that nobody can measure: a finding about a requirement's wording, and a reason why there is nothing to test.
public final class Subjective {
  /// The words.
  public static final Phrases WORDS = Phrasebook.of(Subjective.class).phrases("subjective");

  private Subjective() {}
}

package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;

/// Whether words are a clause: something with a verb of its own.
final class Clause {
  private static final Phrasebook BOOK = Phrasebook.of(Clause.class);
  private static final Phrases VERB = BOOK.phrases("verb");
  private static final Phrases PREDICATE = BOOK.phrases("predicate");
  private static final Phrases PERHAPS_A_PREDICATE = BOOK.phrases("perhaps a predicate");
  private static final Phrases SUBJECT = BOOK.phrases("subject");

  private Clause() {}

  /// Whether a verb is in the words, so that they can be cut from others.
  static boolean isOne(String words) {
    return VERB.areIn(words) || PREDICATE.areIn(words.strip());
  }

  /// Whether the words are one, given that they stand for themselves: their last word may be the verb.
  static boolean isWhole(String words) {
    return isOne(words) || PERHAPS_A_PREDICATE.areIn(words);
  }

  /// Whether a subject stands first.
  static boolean beginsWithSubject(String words) {
    return SUBJECT.begin(words);
  }
}

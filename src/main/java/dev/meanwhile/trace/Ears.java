package dev.meanwhile.trace;

import dev.meanwhile.phrase.Phrasebook;
import java.util.List;

/// The pattern of a requirement's sentence, after the Easy Approach to Requirements Syntax: what has to hold before the
/// response is due.
public enum Ears {
  /// It always holds.
  UBIQUITOUS,
  /// Something happens: when, upon, after.
  EVENT,
  /// Something is the case: while, during, as long as.
  STATE,
  /// Something unwanted happens: if … then.
  UNWANTED,
  /// A feature is there: where.
  OPTIONAL,
  /// Several of these.
  COMPLEX;

  private static final Phrasebook BOOK = Phrasebook.of(Ears.class);

  /// The pattern of a statement.
  public static Ears of(String text) {
    var analysed = Words.oneLine(Words.analysed(text));
    if (OPTIONAL.isIn(analysed)) {
      return EVENT.isIn(analysed) || UNWANTED.isIn(analysed) ? COMPLEX : OPTIONAL;
    }
    var found = List.of(EVENT, STATE, UNWANTED).stream().filter(p -> p.isIn(analysed)).toList();
    return switch (found.size()) {
      case 0 -> UBIQUITOUS;
      case 1 -> found.getFirst();
      default -> COMPLEX;
    };
  }

  private boolean isIn(String text) {
    return BOOK.phrases(toString()).areIn(text);
  }

  @Override
  public String toString() {
    return Words.lower(name());
  }
}

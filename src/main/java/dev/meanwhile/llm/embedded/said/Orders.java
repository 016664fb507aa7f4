package dev.meanwhile.llm.embedded.said;

import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.phrase.Phrasebook;

/// Tells words that ask for something from sentences that state something: "then run coverage" from "then the tests are
/// run". What isn't surely an order is none.
final class Orders {
  private static final Phrasebook BOOK = Phrasebook.of(Orders.class);
  private static final Phrases POLITE = BOOK.phrases("polite");
  private static final Phrases DEED = BOOK.phrases("deed");
  private static final Phrases THING = BOOK.phrases("thing");
  private static final Phrases STATEMENT = BOOK.phrases("statement");

  private Orders() {}

  /// Whether each clause asks for something and none states anything.
  static boolean isOrder(String words) {
    return Clauses.in(words).stream().map(clause -> POLITE.in(clause.text()).replaceFirst(""))
        .allMatch(Orders::asks);
  }

  private static boolean asks(String clause) {
    return !STATEMENT.areIn(clause)
        && (DEED.are(clause) || THING.are(clause));
  }
}

package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
/// The deeds of products, and how texts say that a product does one or is bid to.
public final class Deeds {
  private static final Phrasebook BOOK = Phrasebook.of(Deeds.class);
  private static final Phrases ACTING = BOOK.phrases("acting");
  private static final Phrases COMMAND = BOOK.phrases("command");
  private static final Phrases BIDDING = BOOK.phrases("bidding");
  private static final Phrases DOES = BOOK.phrases("does");
  private static final Phrases HAPPENING = BOOK.phrases("happening");
  private static final Phrases LETTING = BOOK.phrases("letting");
  private static final Phrases COMPRISING = BOOK.phrases("comprising");

  private Deeds() {}

  /// Whether it says what the demand of the sentence before comprises.
  public static boolean goOn(String sentence) {
    return COMPRISING.areIn(Wording.of(sentence));
  }

  /// Whether it says what people can do with the product.
  static boolean areLet(String text) {
    return LETTING.areIn(text);
  }

  /// Whether it says that the product does something, or bids it in words that only a demand has.
  static boolean areTold(String text) {
    return areCommanded(text) || ACTING.areIn(text) || HAPPENING.areIn(text)
        || DOES.areIn(text);
  }

  static boolean areCommanded(String text) {
    return COMMAND.areIn(text);
  }

  /// Whether it bids a deed as lists of demands do.
  static boolean areBid(String text) {
    return BIDDING.areIn(text);
  }
}

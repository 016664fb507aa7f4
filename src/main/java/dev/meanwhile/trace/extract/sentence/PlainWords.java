package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;

/// Which candidates bind where their document says neither shall nor must.
public final class PlainWords {
  private static final Phrasebook BOOK = Phrasebook.of(PlainWords.class);
  private static final Phrases SAYS_SHOULD = BOOK.phrases("says should");
  private static final Phrases SHOULD = BOOK.phrases("should");
  private static final Phrases OF_THE_PRODUCT = BOOK.phrases("of the product");
  private static final Phrases WILL_OF_THE_PRODUCT = BOOK.phrases("will of the product");
  private static final Phrases WILL_BE_ABLE = BOOK.phrases("will be able");
  private static final Phrases WILL = BOOK.phrases("will");
  private static final Phrases STEP = BOOK.phrases("step");
  private static final Phrases SAYS_MORE = BOOK.phrases("says more");
  private static final Phrases DEMANDS = BOOK.phrases("demands");
  private static final Phrases PERHAPS = BOOK.phrases("perhaps");
  private static final Phrases EXPLAINS = BOOK.phrases("explains");

  private PlainWords() {}

  /// Whether a candidate binds by the place where it stands: what a section of requirements says of the product, what the
  /// product should do, and what it will do where its document has requirements.
  ///
  /// @param isOfRequirements whether it is the section's own heading that says so, and not only the document's title
  /// @param demands whether the document speaks of requirements in a heading
  public static boolean bind(String candidate, Section under, boolean isOfRequirements,
      boolean demands) {
    var text = Wording.of(candidate);
    if (STEP.areIn(text) || PERHAPS.areIn(text)
        || EXPLAINS.areIn(text)) {
      return false;
    }
    boolean mayForetell = demands || WILL_OF_THE_PRODUCT.areIn(text);
    return (under == Section.PRODUCT && (isOfRequirements || SAYS_MORE.areIn(text))
        && !Addressee.isProject(text))
        || ((under.tellsNothing() || under == Section.DESCRIPTION || under == Section.FLOW)
            && Addressee.isProduct(text)
            && (SHOULD.areIn(text) || (mayForetell && WILL.areIn(text))));
  }

  /// Whether a text that introduces a product says what it should or will do, or let people do.
  static boolean isPromised(String text) {
    return !Force.tells(text) && Addressee.isProduct(text) && (OF_THE_PRODUCT.areIn(text)
        || WILL_OF_THE_PRODUCT.areIn(text) || WILL_BE_ABLE.areIn(text) || SHOULD.areIn(text));
  }

  /// Whether a candidate under a heading of requirements demands as surely as if it said shall: it says what the product
  /// itself should or will do, or what people can do with it.
  public static boolean isSaidOfTheProduct(String candidate) {
    var text = Wording.of(candidate);
    return (OF_THE_PRODUCT.areIn(text) || WILL_OF_THE_PRODUCT.areIn(text)
        || Deeds.areLet(text)) && !Force.tells(text);
  }

  /// Whether a candidate says what should, will or needs to be, in more than the words of what is.
  public static boolean demands(String candidate) {
    var text = Wording.of(candidate);
    return SAYS_SHOULD.areIn(text) || DEMANDS.areIn(text) || Force.isStory(text);
  }

  /// Whether a candidate says neither what should, will or needs to be, nor what the product does or lets its users do:
  /// in running text it may as well be a remark.
  public static boolean onlyTell(String candidate) {
    var text = Wording.of(candidate);
    return !demands(candidate) && !Deeds.areTold(text) && !Deeds.areLet(text);
  }

  /// Whether a sentence tells what a user does with the product.
  static boolean isStep(String wording) {
    return STEP.areIn(wording);
  }

  /// Whether a candidate says what the product itself should do.
  public static boolean isOfTheProduct(String candidate) {
    return OF_THE_PRODUCT.areIn(Wording.of(candidate));
  }

  /// Whether a candidate says what should be.
  public static boolean saysShould(String candidate) {
    return SAYS_SHOULD.areIn(candidate);
  }

  /// Whether a candidate says what the product will do.
  public static boolean foretells(String candidate) {
    return WILL.areIn(Wording.of(candidate));
  }

  /// Whether it says more than what is.
  public static boolean isModal(String sentence) {
    return Words.binds(sentence) || SAYS_MORE.areIn(sentence);
  }

  /// Whether a candidate may be one of a list of demands that has no heading at all.
  public static boolean mayBeListed(String candidate) {
    var text = Wording.of(candidate);
    return Addressee.isProduct(text) && !Words.binds(text) && !STEP.areIn(text);
  }
}

package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;

/// What the words of a sentence do: bind, wish, announce, offer, or only tell.
public final class Force {
  private static final Phrasebook BOOK = Phrasebook.of(Force.class);
  private static final Phrases WISH_OF_ANOTHER = BOOK.phrases("wish of another");
  private static final Phrases WISH = BOOK.phrases("wish");
  private static final Phrases WITHOUT_SUBJECT = BOOK.phrases("without subject");
  private static final Phrases STORY = BOOK.phrases("story");
  private static final Phrases THERE_WILL_BE = BOOK.phrases("there will be");
  private static final Phrases OBLIGES = BOOK.phrases("obliges");
  private static final Phrases ANNOUNCES = BOOK.phrases("announces");
  private static final Phrases ANNOUNCES_PLAINLY = BOOK.phrases("announces plainly");
  private static final Phrases ANNOUNCES_FUNCTIONS = BOOK.phrases("announces functions");
  private static final Phrases PROMISES = BOOK.phrases("promises");
  private static final Phrases ORDERS = BOOK.phrases("orders");
  private static final Phrases SAYS_SHOULD = BOOK.phrases("says should");
  private static final Phrases OFFERS = BOOK.phrases("offers");
  private static final Phrases RECOMMENDED = BOOK.phrases("recommended");
  private static final Phrases NEEDS = BOOK.phrases("needs");
  private static final Phrases RATIONAL = BOOK.phrases("rational");
  private static final Phrases NAMES_SURROUNDINGS = BOOK.phrases("names surroundings");
  private static final Phrases DASHED_TERM = BOOK.phrases("dashed term");
  private static final Phrases IS_A = BOOK.phrases("is a");
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  /// Its modal words stand in relative clauses: the sentence tells something about what they bind.
  private static final Pattern IN_RELATIVE_CLAUSE = Pattern.compile(
      "(?<!\\b(?:ensures?|requires?|required|means|states?|demands?|mandatory|important|essential|necessary|expected|agreed|decided) )"
          + "\\b(?:which|that|who|whom)(?: (?:(?:the|an?|our|its|their|all|each|every|any) )?(?:[\\w-]+ ){1,3}?| )(?:shall|must)\\b",
      FLAGS);
  /// Binds those who write and read, as in `but you must use a framework`.
  private static final Pattern OF_US = Pattern.compile(
      "\\b(?:you|we|i) (?:also |then )?(?:shall|must)\\b(?! (?:also )?be able\\b)",
      FLAGS);
  /// What only explains, or waits to be filled in.
  private static final Pattern BRACKETS = Pattern
      .compile("\\s?(?:\\([^()]{1,200}\\)|<[^<>]{1,300}>)\\s?");
  private static final Pattern PURPOSE = Pattern.compile(
      ",? so (?:that )?(?:they|he|she|it|we|you|users?|the [\\w-]+)\\b.*", FLAGS);
  private static final Pattern CONDITION = Pattern.compile(
      "^(?:if|when|whenever|while|once|before|after|unless|although|since|as|because)\\b[^,;]{3,150}, ",
      FLAGS);

  private Force() {}

  /// Whether it binds somebody, be it the product or not.
  static boolean binds(String text) {
    return Words.binds(text) || OBLIGES.areIn(text) || RECOMMENDED.areIn(text);
  }

  /// Whether it binds the product by the words of its main clause.
  static boolean bindsTheProduct(String sentence) {
    var whole = BRACKETS.matcher(sentence).replaceAll(" ");
    var text = CONDITION.matcher(whole).replaceFirst("");
    return Addressee.isProduct(whole) && Addressee.isProduct(text)
        && (Words
            .binds(OF_US.matcher(IN_RELATIVE_CLAUSE.matcher(text).replaceAll("")).replaceAll(""))
            || OBLIGES.areIn(text) || needs(text) || RECOMMENDED.areIn(text));
  }

  /// Whether it says what the product needs to do or be.
  static boolean needs(String text) {
    return NEEDS.areIn(text);
  }

  /// Whether it is a user story: somebody wants something, mostly in order to reach something.
  public static boolean isStory(String text) {
    return STORY.areIn(text);
  }

  static boolean saysWhatThereWillBe(String text) {
    return THERE_WILL_BE.areIn(text);
  }

  static boolean saysShould(String text) {
    return SAYS_SHOULD.areIn(text);
  }

  /// Whether it binds what its lead speaks of.
  static boolean lacksSubject(String text) {
    return WITHOUT_SUBJECT.areIn(text);
  }

  /// Whether it only says that requirements follow, which bind by themselves.
  static boolean announces(String text) {
    return ANNOUNCES.areIn(text);
  }

  /// Whether it says that something follows, whatever that is.
  static boolean announcesPlainly(String text) {
    return ANNOUNCES_PLAINLY.areIn(text);
  }

  /// Whether it says that a list of what the product should do follows.
  static boolean announcesFunctions(String text) {
    return ANNOUNCES_FUNCTIONS.areIn(text);
  }

  /// Whether it orders a product, or promises a list of its functions.
  static boolean orders(String text) {
    return ORDERS.areIn(text);
  }

  /// Whether it says that the product will do or have something.
  static boolean promises(String text) {
    return PROMISES.areIn(text);
  }

  /// Whether it tells of surroundings, effects or what something is.
  static boolean tells(String text) {
    return NAMES_SURROUNDINGS.areIn(text) || RATIONAL.areIn(text)
        || Addressee.isReported(text) || IS_A.areIn(text)
        || DASHED_TERM.areIn(text);
  }

  /// Whether it wishes also without the words that permit and offer.
  static boolean wishesStrongly(String text) {
    return Deeds.areCommanded(text) || !OFFERS.areIn(text)
        || wishes(OFFERS.hiddenIn(text));
  }

  /// Whether it wishes, or tells what the product does.
  static boolean wishes(String text) {
    if (tells(text)) {
      return false;
    }
    var main = PURPOSE.matcher(CONDITION.matcher(text).replaceFirst("")).replaceFirst("");
    return WISH.areIn(WISH_OF_ANOTHER.hiddenIn(main))
        || Deeds.areTold(text);
  }
}

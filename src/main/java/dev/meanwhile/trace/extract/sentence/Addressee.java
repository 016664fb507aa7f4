package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;

/// Whom the words of a sentence are about: the product, or people, parties to the project, writers, readers, and the
/// document itself.
public final class Addressee {
  private static final Phrasebook BOOK = Phrasebook.of(Addressee.class);
  private static final Phrases MENTION = BOOK.phrases("mention");
  private static final Phrases QUOTED = BOOK.phrases("quoted");
  private static final Phrases DEFINES_MODAL = BOOK.phrases("defines modal");
  private static final Phrases ON_A_REQUIREMENT = BOOK.phrases("on a requirement");
  private static final Phrases ON_WRITING = BOOK.phrases("on writing");
  private static final Phrases PERHAPS_ON_WRITING = BOOK.phrases("perhaps on writing");
  private static final Phrases TELLS_OF_REQUIREMENTS = BOOK.phrases("tells of requirements");
  private static final Phrases ON_WORDS = BOOK.phrases("on words");
  private static final Phrases PEOPLE = BOOK.phrases("people");
  private static final Phrases TEAM = BOOK.phrases("team");
  private static final Phrases PROJECT = BOOK.phrases("project");
  private static final Phrases PROPOSAL = BOOK.phrases("proposal");
  private static final Phrases PRECEDENCE = BOOK.phrases("precedence");
  private static final Phrases NAMED_PERSON = BOOK.phrases("named person");
  private static final Phrases REPORTED = BOOK.phrases("reported");
  private static final Phrases SAID = BOOK.phrases("said");
  private static final Phrases ABOUT_ITSELF = BOOK.phrases("about itself");
  private static final Phrases TO_THE_READER = BOOK.phrases("to the reader");
  private static final Phrases FOR_THE_READER = BOOK.phrases("for the reader");

  private Addressee() {}

  /// The sentence without the modal words that it only speaks of.
  static String unspoken(String line) {
    return MENTION.hiddenIn(line);
  }

  /// Whether a sentence tells how to write requirements, so that its modal words bind nobody but writers.
  public static boolean isWriter(String sentence) {
    var line = Wording.of(sentence);
    var text = unspoken(line);
    return ON_WRITING.areIn(text) || PERHAPS_ON_WRITING.areIn(text)
        || ON_WORDS.areIn(line) || MENTION.areIn(line)
        || DEFINES_MODAL.areIn(line) || ON_A_REQUIREMENT.areIn(line)
        || isQuotation(line);
  }

  /// Whether it isn't on documents, parties or what somebody said.
  static boolean isProduct(String text) {
    return !PERHAPS_ON_WRITING.areIn(text) && !isReported(text)
        && !SAID.areIn(text) && !isProject(text);
  }

  /// Whether it binds a party to the project, or the work on it.
  static boolean isProject(String text) {
    return PROJECT.areIn(text);
  }

  /// Whether it speaks to the reader, and not as to one who will use the product.
  static boolean isReader(String text) {
    return TO_THE_READER.areIn(text);
  }

  /// Whether it says what somebody thinks, asks or leaves open.
  static boolean isReported(String text) {
    return REPORTED.areIn(text);
  }

  /// Whether it speaks of requirements, documents or people instead of the product.
  ///
  /// @param text the line without the modal words that it speaks of
  static boolean isAnother(String line, String text) {
    return ON_WRITING.areIn(text) || ON_WORDS.areIn(line)
        || PEOPLE.areIn(text) || NAMED_PERSON.areIn(text)
        || TELLS_OF_REQUIREMENTS.areIn(text) || ABOUT_ITSELF.areIn(text)
        || FOR_THE_READER.areIn(text) || TEAM.areIn(text)
        || PROPOSAL.areIn(text) || PRECEDENCE.areIn(text)
        || DEFINES_MODAL.areIn(line) || isQuotation(line);
  }

  /// Whether it binds only by words that it quotes.
  private static boolean isQuotation(String line) {
    return Words.binds(line) && !Words.binds(QUOTED.hiddenIn(line))
        && !QUOTED.are(line);
  }
}

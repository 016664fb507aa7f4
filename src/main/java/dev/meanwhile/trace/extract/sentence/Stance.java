package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a sentence without an ID does: demands, wishes, or only tells. Modal words alone don't decide: guidance on
/// writing says "shall" in every line, and minutes are full of what people will do.
public final class Stance {
  private static final Phrasebook BOOK = Phrasebook.of(Stance.class);
  private static final Phrases ASIDE = BOOK.phrases("aside");
  private static final Phrases QUESTION = BOOK.phrases("question");
  private static final Phrases IDIOM = BOOK.phrases("idiom");
  private static final Phrases BECAUSE = BOOK.phrases("because");
  private static final Phrases BLANK = BOOK.phrases("blank");
  private static final Phrases FIELD = BOOK.phrases("field");
  private static final Phrases TELLS_HOW_IT_IS_MADE = BOOK.phrases("tells how it is made");
  private static final Phrases TERM = BOOK.phrases("term");
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern LABEL_OF_DECISION = Pattern.compile(
      "^(?:decision|agreed|new wish|wish|requirement|demand)\\s*:\\s*", FLAGS);
  /// A name before a statement, as in `Shutdown: The monitor ends its children`.
  private static final Pattern NAME = Pattern.compile(
      "^\\p{Lu}[\\w /&()'’-]{1,40}:\\s+(?=(?:(?!\\b(?:that|which|who)\\b)[^.:;]){2,100}\\b"
          + "(?:shall|must|should|will|may|can|has to|have to|needs? to|does not|do not)\\b)"
          + "|^\\p{Lu}[\\w /&()'’]{1,40} [–—-] (?=(?:(?!\\b(?:that|which|who)\\b)[^.:;]){2,100}\\b(?:shall|must|should|will|would|has to|needs? to)\\b)");
  private static final Pattern NAME_OF_DEED = Pattern.compile(
      "^\\p{Lu}[\\w /&()'’-]{1,40}:\\s+(?=\\p{Lu})|" + NAME.pattern());
  /// A few words before what they are the name of.
  private static final Pattern LABEL = Pattern
      .compile("^(?:[^\\s:;.,]{1,40} ){0,5}[^\\s:;.,]{1,40} ?:$");

  private Stance() {}

  /// What kind of requirement the sentence is, or null if it is none.
  public static @Nullable Tier of(String sentence, Section under) {
    var analysed = Wording.of(sentence);
    var decided = LABEL_OF_DECISION.matcher(analysed);
    var line = unnamed(decided.lookingAt() ? analysed.substring(decided.end()) : analysed, under);
    var text = Addressee.unspoken(line);
    var section = decided.hasMatch() && under == Section.BACKGROUND ? Section.ANY : under;
    if (!section.mayDemand() || line.endsWith("?") || isTalk(line, text) || isBlank(line)
        || (!Words.binds(text) && Force.announcesPlainly(text))) {
      return null;
    }
    if (Force.isStory(text)) {
      return tier(section.mayBind(), section);
    }
    if (section == Section.PRODUCT && Force.saysWhatThereWillBe(text)) {
      return Tier.CANDIDATE;
    }
    if (Force.binds(text)) {
      return tier(binds(text, section), section);
    }
    if (!wishes(text, section)) {
      return section.mayBid() && !Force.tells(text) && Deeds.areBid(text)
          ? Tier.CANDIDATE
          : null;
    }
    return section.mayBind() && Force.needs(text) && Force.bindsTheProduct(text)
        ? Tier.REQUIREMENT
        : Tier.CANDIDATE;
  }

  /// Whether a sentence that demands nothing by itself says that demands follow in a list.
  public static boolean announces(String sentence, Section under) {
    var text = Wording.of(sentence);
    boolean isLead = under.mayWish()
        ? (Force.announcesPlainly(text) && Force.promises(text)) || Force.orders(text)
        : under.mayDemand() && Force.announcesFunctions(text);
    return isLead && !isTalk(text, text) && Addressee.isProduct(text);
  }

  /// Without the name before the statement, unless it says that the statement is none.
  private static String unnamed(String line, Section under) {
    if (ASIDE.areIn(line)) {
      return line;
    }
    boolean isDeed = under == Section.PRODUCT && !Deeds.areBid(line);
    return (isDeed ? NAME_OF_DEED : NAME).matcher(line).replaceFirst("");
  }

  private static @Nullable Tier tier(boolean binds, Section section) {
    if (binds) {
      return Tier.REQUIREMENT;
    }
    return section == Section.TERMS ? null : Tier.CANDIDATE;
  }

  private static boolean binds(String text, Section section) {
    return !Force.announces(text) && section.mayBind() && Force.bindsTheProduct(text)
        && (section == Section.PRODUCT || !Force.lacksSubject(text));
  }

  private static boolean wishes(String text, Section section) {
    if (section == Section.BUILD) {
      return Deeds.areLet(text) && !Force.tells(text);
    }
    if (section == Section.INTRODUCTION) {
      return PlainWords.isPromised(text);
    }
    if (!section.mayWish() || !Force.wishes(text)) {
      return false;
    }
    if (section == Section.PRODUCT) {
      return true;
    }
    return !TELLS_HOW_IT_IS_MADE.areIn(text) && !Addressee.isReader(text)
        && !PlainWords.isStep(text)
        && (section != Section.DESCRIPTION || Force.saysShould(text))
        && (!section.mayOnlyOffer() || Force.wishesStrongly(text));
  }

  /// Whether it speaks of requirements, documents, people or reasons instead of the product.
  private static boolean isTalk(String line, String text) {
    return ASIDE.areIn(text) || IDIOM.areIn(text)
        || BECAUSE.areIn(text) || QUESTION.areIn(text)
        || TERM.areIn(text)
        || Addressee.isAnother(line, text);
  }

  private static boolean isBlank(String line) {
    return BLANK.areIn(line) || FIELD.areIn(line)
        || (LABEL.matcher(line).find() && !Words.binds(line) && !Words.wishes(line));
  }
}

package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a sentence without an ID does: demands, wishes, or only tells. Modal words alone don't decide: guidance on
/// writing says "shall" in every line, and minutes are full of what people will do.
public final class Stance {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern LABEL_OF_DECISION = Pattern.compile(
      "^(?:decision|agreed|new wish|wish|requirement|demand)\\s*:\\s*", FLAGS);
  /// A name before a statement, as in `Shutdown: The monitor ends its children`.
  private static final Pattern NAME = Pattern.compile(
      "^\\p{Lu}[\\w /&()'’-]{1,40}:\\s+(?=(?:(?!\\b(?:that|which|who)\\b)[^.:;]){2,100}\\b"
          + "(?:shall|must|should|will|may|can|has to|have to|needs? to|does not|do not)\\b)"
          + "|^\\p{Lu}[\\w /&()'’]{1,40} [–—-] (?=(?:(?!\\b(?:that|which|who)\\b)[^.:;]){2,100}\\b(?:shall|must)\\b)");
  private static final Pattern NAME_OF_DEED = Pattern.compile(
      "^\\p{Lu}[\\w /&()'’-]{1,40}:\\s+(?=\\p{Lu})|" + NAME.pattern());
  private static final Pattern ASIDE = Pattern.compile(
      "^\\W{0,3}(?:note|notes|example|examples|rationale|reason|hint|remark|for example|e\\.g\\.|caution|background|"
          + "bad|good|better|wrong|right|poor|action|todo|definition|mitigation|pre-?conditions?|post-?conditions?|triggers?|(?:primary |secondary )?actors?|main (?:success )?scenario|alternative flow)(?: \\d{1,2})?\\b\\s*[:,.]",
      FLAGS);
  /// A few words before what they are the name of.
  private static final Pattern LABEL = Pattern
      .compile("^(?:[^\\s:;.,]{1,40} ){0,5}[^\\s:;.,]{1,40} ?:$");
  /// A question that somebody is said to have.
  private static final Pattern QUESTION = Pattern
      .compile("^(?:how|why|what|who|where)\\b(?!.*\\bshall\\b)", FLAGS);
  private static final Pattern IDIOM = Pattern.compile(
      "\\b(?:shall|must|should|can|may) (?:also )?(?:be (?:noted|remembered|said|stressed|emphasi[sz]ed|kept in mind|"
          + "understood|construed|interpreted|regarded as|referred to|read as|seen|found|observed)|mean\\b|have been|"
          + "not forget|be it)|\\b(?:there|it) must (?:be (?:a|some|an) reason|have)\\b|\\bthan should\\b",
      FLAGS);
  private static final Pattern BECAUSE = Pattern.compile(
      "^(?:(?:typically|usually|alternatively|consequently|similarly|as an alternative|as a result|in other words|in practice|in this way|of course|in contrast|by contrast),|"
          + "(?:instead of|unlike|imagine|suppose|let us|let['’]s|(?:this|that|which) means|i['’]m|i am|i['’]ve|i have|i was|we['’]re|we are|we['’]ve|we were)\\b)(?!.*\\b(?:shall|must)\\b)|^(?:otherwise|without (?:it|this|that|them)|the reason|this (?:is|protects|prevents|helps|avoids|limit|enables|ensures|secures|allows|makes|lets)|that is why|"
          + "because|hence|therefore,? (?:it|we))\\b|\\bbecause (?:it|they|he|she|otherwise) (?:must|may|can|should|will)\\b",
      FLAGS);
  /// What a template leaves to be filled in.
  private static final Pattern BLANK = Pattern.compile(
      "[\\[<](?:insert|specify|specified|number of|name of|list of|agreed|your|describe|state|quantity of)\\b[^\\]>]{0,60}[\\]>]",
      FLAGS);
  /// A field of a record with its type, as references of interfaces list them.
  private static final Pattern FIELD = Pattern.compile(
      "^\\W{0,3}[\\w.-]{1,40}\\W{0,3}\\(?(?:string|integer|int|boolean|bool|number|float|double|array|object|list|enum|date|datetime|timestamp|uuid)\\b\\W{0,3}[,)]",
      FLAGS);
  /// Names of code, which readers of requirements don't see.
  private static final Pattern TELLS_HOW_IT_IS_MADE = Pattern
      .compile(
          "`[^`\\s]{0,80}(?:/|\\.[a-z]{1,4}\\b)[^`\\s]{0,80}`|\\w\\(\\)|\\w\\[\\]|\\b[A-Za-z]\\w+#\\w|\\b[a-z]{3,}[a-z]*(?:[A-Z][a-z]{2,}){2,}\\b");
  private static final Pattern TERM = Pattern.compile(
      "^[\\w -]{2,40} [–—-] (?:denotes?|means?|refers?|stands) |^[\\w -]{2,40} (?:refers to|denotes|stands for|is defined as)\\b"
          + "|^[\"“]?\\p{Lu}[\\w -]{0,40}[\"”]?:\\s+(?:a|an|the|what|someone|anyone|to)\\b",
      FLAGS);

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
      return section == Section.PRODUCT && !Force.tells(text) && Deeds.areBid(text)
          ? Tier.CANDIDATE
          : null;
    }
    return Force.needs(text) && Force.bindsTheProduct(text) ? Tier.REQUIREMENT : Tier.CANDIDATE;
  }

  /// Whether a sentence that demands nothing by itself says that demands follow in a list.
  public static boolean announces(String sentence, Section under) {
    var text = Wording.of(sentence);
    return under.mayWish()
        && ((Force.announcesPlainly(text) && Force.promises(text)) || Force.orders(text))
        && !isTalk(text, text) && Addressee.isProduct(text);
  }

  /// Without the name before the statement, unless it says that the statement is none.
  private static String unnamed(String line, Section under) {
    if (ASIDE.matcher(line).find()) {
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
    return !TELLS_HOW_IT_IS_MADE.matcher(text).find() && !Addressee.isReader(text)
        && !PlainWords.isStep(text)
        && (section != Section.DESCRIPTION || Force.saysShould(text))
        && ((section != Section.ANY && section != Section.FLOW) || Force.wishesStrongly(text));
  }

  /// Whether it speaks of requirements, documents, people or reasons instead of the product.
  private static boolean isTalk(String line, String text) {
    return ASIDE.matcher(text).find() || IDIOM.matcher(text).find()
        || BECAUSE.matcher(text).find() || QUESTION.matcher(text).find()
        || TERM.matcher(text).find()
        || Addressee.isAnother(line, text);
  }

  private static boolean isBlank(String line) {
    return BLANK.matcher(line).find() || FIELD.matcher(line).find()
        || (LABEL.matcher(line).find() && !Words.binds(line) && !Words.wishes(line));
  }
}

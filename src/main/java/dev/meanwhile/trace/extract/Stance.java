package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a sentence without an ID does: demands, wishes, or only tells. Modal words alone don't decide: guidance on
/// writing says "shall" in every line, and minutes are full of what people will do.
final class Stance {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern MENTION = Pattern.compile(
      "[\"“”‘'`*_](?:shall|must|should|will|may|can|required|recommended|optional)(?: not)?[\"“”’'`*_]",
      FLAGS);
  private static final Pattern LABEL_OF_DECISION = Pattern.compile(
      "^(?:decision|agreed|new wish|wish|requirement|demand)\\s*:\\s*", FLAGS);
  private static final Pattern ASIDE = Pattern.compile(
      "^\\W{0,3}(?:note|notes|example|examples|rationale|reason|hint|remark|for example|e\\.g\\.|caution|background|"
          + "bad|good|better|wrong|right|poor|action|todo|definition)\\b\\s*[:,.]",
      FLAGS);
  private static final Pattern IDIOM = Pattern.compile(
      "\\b(?:shall|must|should|can|may) (?:also )?(?:be (?:noted|remembered|said|stressed|emphasi[sz]ed|kept in mind|"
          + "understood|construed|interpreted|regarded as|referred to|read as|seen|found|observed)|mean\\b|have been|"
          + "not forget|be it)|\\b(?:there|it) must (?:be (?:a|some|an) reason|have)\\b|\\bthan should\\b",
      FLAGS);
  private static final String WRITING = "(?:requirements?|specifications?|statements?|sentences?|rationales?|wording|verbs?|key ?words?|"
      + "requirements (?:engineers?|analysts?|authors?)|shall[- ]statements?)";
  private static final String PERHAPS_WRITING = "(?:identifiers?|documents?|terms?|words?|authors?|writers?|reviewers?|"
      + "(?:sub)?sections?|chapters?|paragraphs?|appendi(?:x|ces)|templates?|abbreviations?|acronyms?|glossar(?:y|ies))";
  private static final Pattern ON_WRITING = subject(WRITING);
  private static final Pattern PERHAPS_ON_WRITING = subject(PERHAPS_WRITING);
  private static final Pattern TELLS_OF_REQUIREMENTS = Pattern.compile(
      "^(?:(?:these|the|this|all|following|system|software|functional|high-level|low-level|section|of) ){0,6}"
          + "requirements?(?: section)? (?:specif(?:y|ies)|captures?|defines?|describes?|refines?|covers?|lists?|express(?:es)?|"
          + "are|is|provides?|represents?|forms?|apply|applies|come|comes)\\b",
      FLAGS);
  private static final Pattern ON_WORDS = Pattern.compile(
      "\\b(?:use of|meaning of|the (?:word|verb|term|key ?word)s?|using|say|write|avoid) [\"“‘'`]?(?:shall|must|should|will|may)\\b"
          + "|\\bshall (?:statement|requirement|is used|denotes|indicates|means|expresses)\\b"
          + "|\\bchanges? to requirements?\\b|\\bkey ?words?\\b.{0,80}\\b(?:interpreted|read|understood)\\b",
      FLAGS);
  private static final Pattern PEOPLE = Pattern.compile(
      "^(?:we|i|you|he|she|they|everybody|everyone|nobody|who|let us|let's|the (?:team|project|reader|author|discussion|"
          + "budget|meeting|minutes)|(?:our|my|your) \\w+)\\b[^,;:]{0,60}?\\b(?:will|must|should|can|may|shall|has to|have to|could|"
          + "might|need to|needs to)\\b",
      FLAGS);
  private static final Pattern NAMED_PERSON = Pattern.compile(
      "^[A-Z][a-z]{2,14} (?:will|has to|needs to|should|must|can) (?:send|ask|call|check|prepare|follow|talk|meet|write|"
          + "draft|present|schedule|organi[sz]e|look|find|review|clarify|contact|discuss|book|bring|update the)\\b");
  private static final Pattern REPORTED = Pattern.compile(
      "\\b(?:asked|wondered|thinks?|thought|believes?|assumed?|feared|could not say|doubts?|discussed)\\b.{0,30}\\b(?:if|whether|"
          + "that|how|why)\\b",
      FLAGS);
  private static final Pattern SAID = Pattern.compile(
      "^(?:the )?[\\w ]{2,30} (?:said|insisted|asked|demanded|wishes|wants|stated|explained) (?:that|for)\\b",
      FLAGS);
  private static final Pattern BECAUSE = Pattern.compile(
      "^(?:otherwise|without (?:it|this|that|them)|the reason|this (?:is|protects|prevents|helps|avoids|limit)|that is why|"
          + "because|hence|therefore,? (?:it|we))\\b|\\bbecause (?:it|they|he|she|otherwise) (?:must|may|can|should|will)\\b",
      FLAGS);
  private static final Pattern ABOUT_ITSELF = Pattern.compile(
      "^(?:this|the following|each) (?:unit |integration |system |acceptance )?(?:test|test case|scenario|procedure)s?\\b|"
          + "^(?:this|the following|the present|the remaining|the next|later|earlier|figure|table|see|chapter|section)\\b"
          + "(?: (?:unit|editions?|versions?|of|this|the)){0,3}(?: (?:test|document|section|chapter|specification|appendix|"
          + "table|figure|paragraph|standard|guide|report|plan|note)s?)?(?: \\w{1,9})? "
          + "(?:shall|must|will|should|may|can|describes?|shows?|lists?|contains?|gives?|defines?|explains?)\\b",
      FLAGS);
  private static final Pattern WISH = Pattern.compile(
      "\\b(?:should|will|may|can(?:not)?|needs? to|has to|have to|(?:is|are) (?:to be|required|mandatory|prohibited|forbidden)|"
          + "(?:is|are) (?:not )?(?:able|allowed|permitted|capable)|requires?|wants? to|I want|I need)\\b"
          + "|\\b(?:allows?|lets?|enables?|permits?|supports?|provides?|ensures?|prevents?)\\b(?! for\\b)",
      FLAGS);
  private static final Pattern ACTING = Pattern.compile(
      "^(?:(?:if|when|while|after|before|once)\\b[^,]{3,120}, )?(?:the|each|every|a|an) (?:[\\w-]+ ){0,2}(?:system|software|"
          + "application|app|product|tool|server|client|module|component|interface|device|unit|controller|program|"
          + "firmware|service|display|screen|user|operator|administrator|customer|button|website|site|page|importer|"
          + "machine|package|library|database) (?:is notified|is disabled|is enabled|gets|(?!is\\b|was\\b|has\\b|"
          + "consists\\b|comes\\b|belongs\\b|works\\b|uses\\b|does\\b|takes\\b|lies\\b|costs\\b|runs\\b|means\\b|refers\\b|"
          + "describes\\b|contains\\b)[a-z]{2,14}s)\\b",
      FLAGS);
  private static final Pattern COMMAND = Pattern.compile(
      "^(?:allow|enable|ensure|let|prevent|provide|support) (?:the|a|an|that|all|each|every|users?)\\b",
      FLAGS);
  private static final Pattern RATIONAL = Pattern.compile(
      "\\b(?:may|can|will|should|could) (?:fail|vary|drift|guess|jam|happen|occur|change after|take place|be of interest|be delivered|"
          + "be discussed|be cut|start in|take \\w+ (?:weeks?|months?|days?))\\b|\\b(?:can|may|will) be (?:found|seen|ordered|small|"
          + "described|explained)\\b",
      FLAGS);
  private static final Pattern NAMES_SURROUNDINGS = Pattern.compile(
      "^(?:it is assumed|there (?:is|are|will|may|can)|(?:many|most|some|older|few|several|typical)\\b)",
      FLAGS);
  private static final Pattern TERM = Pattern.compile(
      "^[\\w -]{2,40} [–—-] (?:denotes?|means?|refers?|stands) |^[\"“]?\\p{Lu}[\\w -]{0,40}[\"”]?:\\s+(?:a|an|the|what|someone|anyone|to)\\b",
      FLAGS);
  private static final Pattern IS_A = Pattern.compile(
      "^(?:a|an) [\\w ]{2,30} is (?:a|an|any|the|some)\\w*\\b", FLAGS);

  private Stance() {}

  private static Pattern subject(String nouns) {
    return Pattern.compile(
        "^(?:(?:in|for|throughout) (?:this|the) [\\w ]{1,40},\\s*)?(?:(?:a|an|the|this|each|every|all|any|no|these|good|bad|"
            + "such|negative|positive|individual|following|system|software|passive|high-level) ){0,3}"
            + nouns
            + "\\b(?: (?:of|in|with|to|for|about|on) [^,;]{1,60}?)? (?:shall|must|should|will|may|can)\\b",
        FLAGS);
  }

  /// What kind of requirement the sentence is, or null if it is none.
  static @Nullable Tier of(String sentence, Section section) {
    var analysed = Words.oneLine(Words.analysed(sentence));
    var decided = LABEL_OF_DECISION.matcher(analysed);
    var line = decided.lookingAt() ? analysed.substring(decided.end()) : analysed;
    var text = MENTION.matcher(line).replaceAll("that");
    if (section == Section.ON_WRITING || line.endsWith("?") || isTalk(line, text)) {
      return null;
    }
    if (Words.binds(text)) {
      return section.mayBind() && !PERHAPS_ON_WRITING.matcher(text).find()
          && !REPORTED.matcher(text).find() && !SAID.matcher(text).find()
              ? Tier.REQUIREMENT
              : section == Section.TERMS ? null : Tier.CANDIDATE;
    }
    return section.mayWish() && wishes(text) ? Tier.CANDIDATE : null;
  }

  /// Whether a sentence tells how to write requirements, so that its modal words bind nobody but writers.
  static boolean isOnWriting(String sentence) {
    var line = Words.oneLine(Words.analysed(sentence));
    var text = MENTION.matcher(line).replaceAll("that");
    return ON_WRITING.matcher(text).find() || PERHAPS_ON_WRITING.matcher(text).find()
        || ON_WORDS.matcher(line).find() || MENTION.matcher(line).find();
  }

  /// Whether it speaks of requirements, documents, people or reasons instead of the product.
  private static boolean isTalk(String line, String text) {
    return ASIDE.matcher(text).find() || IDIOM.matcher(text).find()
        || ON_WRITING.matcher(text).find()
        || ON_WORDS.matcher(line).find() || PEOPLE.matcher(text).find()
        || NAMED_PERSON.matcher(text).find() || BECAUSE.matcher(text).find()
        || TELLS_OF_REQUIREMENTS.matcher(text).find() || ABOUT_ITSELF.matcher(text).find()
        || TERM.matcher(text).find();
  }

  private static boolean wishes(String text) {
    if (NAMES_SURROUNDINGS.matcher(text).find() || RATIONAL.matcher(text).find()
        || REPORTED.matcher(text).find() || IS_A.matcher(text).find()) {
      return false;
    }
    return WISH.matcher(text).find() || COMMAND.matcher(text).find() || ACTING.matcher(text).find();
  }
}

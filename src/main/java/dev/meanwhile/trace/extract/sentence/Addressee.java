package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;

/// Whom the words of a sentence are about: the product, or people, parties to the project, writers, readers, and the
/// document itself.
public final class Addressee {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final Pattern MENTION = Pattern.compile(
      "[\"“”‘'`*_](?:shall|must|should|will|may|can|required|recommended|optional)(?: not)?[\"“”’'`*_]",
      FLAGS);
  private static final Pattern QUOTED = Pattern.compile(
      "[\"“][^\"“”]{0,120}\\b(?:shall|must|should|will)\\b[^\"“”]{0,120}[\"”]", FLAGS);
  private static final Pattern DEFINES_MODAL = Pattern.compile(
      "^\\W{0,4}(?:shall|must|should|will|may|can)(?: not)?\\W{0,4}\\s(?:=|means?\\b|denotes?\\b|indicates?\\b|is used\\b|is a\\b|expresses\\b|[–—-]\\s)",
      FLAGS);
  private static final Pattern ON_A_REQUIREMENT = Pattern.compile(
      "^\\W{0,4}(?:is |are )?(?:the|a|an|each|every|any|all|good|bad)? ?requirements? (?:is|are|has|have|uses?|complies|comply|states?|"
          + "contains?|describes?|free|located|accompanied|written|stated)\\b",
      FLAGS);
  private static final String WRITING = "(?:requirements?|specifications?|statements?|sentences?|rationales?|wording|verbs?|key ?words?|acceptance criteria|"
      + "requirements (?:engineers?|analysts?|authors?)|shall[- ]statements?)";
  private static final String PERHAPS_WRITING = "(?:identifiers?|documents?|terms?|words?|authors?|writers?|reviewers?|"
      + "(?:user )?stor(?:y|ies)|(?:sub)?sections?|chapters?|paragraphs?|appendi(?:x|ces)|templates?|abbreviations?|acronyms?|glossar(?:y|ies))";
  private static final Pattern ON_WRITING = subject(WRITING);
  private static final Pattern PERHAPS_ON_WRITING = subject(PERHAPS_WRITING);
  private static final Pattern TELLS_OF_REQUIREMENTS = Pattern.compile(
      "^(?:(?:these|the|this|all|following|system|software|functional|non-?functional|high-level|low-level|section|of) ){0,6}"
          + "requirements?(?: section)? (?:specif(?:y|ies)|captures?|defines?|describes?|refines?|covers?|lists?|express(?:es)?|"
          + "are|is|provides?|represents?|forms?|apply|applies|come|comes)\\b",
      FLAGS);
  private static final Pattern ON_WORDS = Pattern.compile(
      "\\b(?:use of|meaning of|the (?:word|verb|term|key ?word)s?|using|say|write|avoid) [\"“‘'`]?(?:shall|must|should|will|may)\\b"
          + "|^(?:list|describe|specify|state|provide|include|give|define|identify|explain) (?:here )?(?:the|all|any|your|each) (?:[\\w-]+ ){0,3}"
          + "(?:requirements?\\b|[\\w-]+ (?:in this section|of (?:your|the) (?:product|project)\\b))"
          + "|\\bthe words? [\"“‘]|\\bshall (?:statement|requirement|is used|denotes|indicates|means|expresses)\\b"
          + "|\\bchanges? to requirements?\\b|\\bkey ?words?\\b.{0,80}\\b(?:interpreted|read|understood)\\b",
      FLAGS);
  private static final Pattern PEOPLE = Pattern.compile(
      "^(?:(?:therefore|thus|so|hence|then|however|typically|usually|often|also|here|now|next|finally|otherwise|in (?:this|that) case|in addition|(?:in|for) (?:this|the) (?:project|assignment|tutorial|lab|exercise|module|chapter|guide|step)|to [^,;:]{3,80}(?=, you\\b)),? )?"
          + "(?!you (?:should|must|shall|can|will) (?:also )?be able to\\b)(?:we|i|you|he|she|they(?! shall\\b)|everybody|everyone|nobody|who|let us|let's|[^,;:]{3,160}, we|the (?:team|project|reader|author|discussion|"
          + "budget|meeting|minutes)|(?:our|my|your) (?!(?:[\\w-]+ ){0,2}(?:system|application|app|program|software|robot|product|solution|website|site|tool|server|database|game|"
          + "apis?|service|platform|algorithm|back-?end|front-?end|engine|device|ui|interface|model|library|bot|dashboard|pages?|portal|protocol|machine|controller|module|feature|component)\\b)\\w+)\\b[^,;:]{0,60}?\\b(?:will|must|should|can(?:not)?|may|shall|has to|have to|could|"
          + "might|need to|needs to|(?:are|is) (?:allowed|permitted|expected|encouraged|asked|free|required|advised))\\b",
      FLAGS);
  private static final Pattern TEAM = Pattern.compile(
      "\\bthe (?:development|project|design|test) team (?:shall|must|will|should)\\b", FLAGS);
  /// A party to the project or a piece of its work: bound, but not as the product is.
  private static final Pattern PROJECT = Pattern.compile(
      "^(?:(?:the|an?|each|every|all|any|no) )?(?:[\\w-]+ ){0,3}(?:developers?|programmers?|testers?|maintainers?)(?:, \\w+,)?[^,;:]{0,40}? (?:shall|must|should|will|has to|have to|needs? to)\\b(?! (?:also |not )?(?:be (?:able|allowed|permitted|notified)|have access|receive|see)\\b)|"
          + "^(?:(?:the|each|every|all|any|no|major|minor) |(?=(?:contractors|sub-?contractors|bidders|tenderers|developers|testers|authors|reviewers)\\b))(?:(?:prime|major|minor|other|selected) )?(?:contractors?|sub-?contractors?|suppliers?|vendors?|bidders?|"
          + "tenderers?|manufacturers?|developers?|purchaser|product owners?|project (?:managers?|leaders?)|scrum masters?|testers?|test managers?|"
          + "quality (?:departments?|managers?)|authors?|reviewers?|hospital|company|change board|changes to \\w+)\\b"
          + "[^,;:]{0,40}?\\b(?:shall|must|should|will|has to|have to|needs? to)\\b(?! (?:also |not )?(?:be (?:able|allowed|permitted|notified|"
          + "informed|prompted|shown|given|listed|displayed|stored)|have access|receive|see)\\b)"
          + "|^(?:(?:the|each|every|all|any) )?(?:[\\w-]+ )?(?:users?|operators?|customers?|students?|staff|employees|personnel|administrators?|people|persons?)"
          + "[^,;:]{0,40}? (?:shall|must|should|will|has to|have to|needs? to) (?:also )?(?:understand|know\\b|be (?:familiar|aware|trained|qualified|literate)\\b|"
          + "have (?:an? |the |at least |some |basic |good |prior |minimal |sufficient |working |technical |\\w+ ){0,4}(?:knowledge|experience|skills?|training|understanding|familiarity)\\b)"
          + "|^(?:[\\w-]+ ){0,2}(?:meetings?|reviews?|audits?|milestones?|deliverables?|documentation|manuals|test reports?|"
          + "test plans?|change requests?|TBDs?|baselines?|traceability|trace links?|suspect links?)\\b[^,;:]{0,30}?\\b(?:shall|must|has to|have to|needs? to|(?:is|are) to) (?:not )?be (?:held|reviewed|approved|"
          + "delivered|written|prepared|provided|submitted|planned|documented|resolved|cleared|kept|maintained|updated)\\b"
          + "|^(?:the )?(?:[\\w-]+ ){0,2}(?:versions?|releases?|prototypes?|project|delivery|development|implementation)\\b[^,;:]{0,40}?\\b(?:shall|must|should|has to|will|(?:is|are) to) be "
          + "(?:completed|delivered|finished|submitted|released|handed over|ready|done)\\b"
          + "|^[^,;:]{3,80} (?:shall|must|should|will|(?:is|are) to) be (?:defined|described|documented|specified|detailed|listed|explained) in (?:the|an?|this|its own|separate) "
          + "(?:[\\w-]+ ){0,3}?(?:documents?|specifications?|sections?|appendix|annex|plans?|reports?|manuals?)\\b"
          + "|^(?:[\\w/-]+ ){0,3}(?:decisions?|considerations?|improvements?|attention|care|efforts?)\\b[^,;:]{0,60}? (?:shall|must|should|will|has to|have to) (?:be|aim)\\b"
          + "|^(?:[\\w-]+ ){0,2}(?:developers?|maintainers|programmers)\\b[^,;:]{0,40}? (?:shall|must|should|will) be able to (?:understand|read|maintain)\\b"
          + "|\\b(?:development|engineering|coding|programming) practices\\b|\\b(?:shall|must|should|may) (?:not |never )?be (?:considered|deemed|regarded as|accepted as) (?:complete|completed|done|finished|ready)\\b"
          + "|\\b(?:shall|must|should|may) (?:not |never )?be (?:promoted|released|merged|deployed) (?:in)?to (?:production|main|master)\\b|^manual[\\w/]* (?:checks?|tests?)\\b"
          + "|^(?:[\\w-]+ ){0,2}maintenance windows?\\b|\\b(?:documentation|data|access|files?|samples?) will be (?:provided|supplied|given)\\b(?! (?:to|for|in|as)\\b)"
          + "|^the (?:choice|selection) of (?:the )?(?:technolog|tools?|frameworks?|languages?|platforms?|vendors?|suppliers?)"
          + "|^(?:the |all )?(?:[\\w-]+ )?(?:testing|(?:unit|acceptance|integration|regression|system) tests?) (?:shall|must|should|will|has to|have to|needs? to)\\b"
          + "|^(?:[\\w-]+ ){0,2}changes\\b[^,;:]{0,60}?\\b(?:shall|must) be approved\\b"
          + "|^(?:(?:all|any|each|every|such an?|such|the|an?|these|your) )?(?:[\\w-]+ )?(?:pull requests?|PRs?|commits?|commit messages?|fix(?:es)?|patch(?:es)?|contributions?|contributors?|bug reports?|backports?)"
          + "\\b[^,;:]{0,40}?\\b(?:shall|must|should|will|has to|have to|needs? to)\\b"
          + "|^(?:no )?(?:(?:new|further) (?:features?|releases?)|(?:future|breaking|later) (?:features?|releases?|versions?|changes?))\\b[^,;:]{0,40}?\\b(?:shall|must|should|may|will)\\b"
          + "|^[^,;:]{0,80}\\b(?:in|of|to) this (?:document|guide|file|readme|repository|repo|manual|article|tutorial|post)\\b[^,;:]{0,40}?\\b(?:shall|must|should)\\b"
          + "|^(?:(?:the|each|every|all|any|no) )?(?:[\\w-]+ )?(?:users?|members?|participants?|visitors?|customers?|students?|employees?|applicants?|passengers?|guests?|players?)"
          + "[^,;:]{0,30}? (?:shall|must|should|has to|have to|needs? to) (?:not |never |always )?(?:keep (?:their|his|her)|be (?:at least|over|older than|under) \\d+|comply|agree|respect|behave|"
          + "refrain|treat|abide|adhere|remember|make sure|be (?:aware|responsible|polite)|take care|share (?:their|his|her))\\b",
      FLAGS);
  private static final Pattern PRECEDENCE = Pattern.compile(
      "\\b(?:this|the) (?:[\\w-]+ ){0,2}(?:document|specification|standard)s?\\b.{0,300}\\b(?:shall|will|must) (?:prevail|take precedence|"
          + "govern|apply)\\b|^in (?:the )?(?:case|event) of (?:a |any )?(?:conflict|contradiction|discrepanc(?:y|ies)|doubt)\\b.{0,300}\\b"
          + "(?:document|specification|standard|text|version)\\b",
      FLAGS);
  private static final Pattern NAMED_PERSON = Pattern.compile(
      "^[A-Z][a-z]{1,13}[a-rt-z] (?:will|has to|needs to|should|must|can) (?:send|ask|call|check|prepare|follow|talk|meet|write|"
          + "draft|present|schedule|organi[sz]e|look|find|review|clarify|contact|discuss|book|bring|update the)\\b");
  private static final Pattern REPORTED = Pattern.compile(
      "\\b(?:asked|wondered|thinks?|thought|believes?|assumed?|feared|could not say|doubts?|discussed|complained|"
          + "(?:not|never)(?: yet)?(?: been)? (?:decided|determined|clear|known|clarified|settled)|it is open)\\b.{0,30}\\b(?:if|whether|"
          + "that|how|why|which|what|when)\\b",
      FLAGS);
  private static final Pattern SAID = Pattern.compile(
      "^(?:the )?[\\w ]{2,30} (?:said|insisted|asked|demanded|wishes|wants|stated|explained) (?:that|for)\\b",
      FLAGS);
  private static final Pattern ABOUT_ITSELF = Pattern.compile(
      "^in (?:this|the (?:following|next|previous|present|remaining)) (?:sub-?sections?|sections?|chapters?|document|report|paper|article|post|guide|tutorial|appendix)\\b|"
          + "^(?:this|the following|each) (?:unit |integration |system |acceptance )?(?:test|test case|scenario|procedure)s?\\b"
          + "(?! (?:facility|mode|function|equipment|message|signal|tool|button|bench|pattern|data)\\b)|"
          + "^the (?:[\\w-]+ ){0,4}(?:requirements? (?:specifications?|documents?)|SRS|FRS|SRD|URD|BRD)(?: \\(\\w+\\))?(?: report| document)? "
          + "(?:provides?|describes?|contains?|lists?|defines?|gives?|captures?|details?|outlines?)\\b|"
          + "^(?:section|chapter|appendix|annex|figure|table|paragraph|clause) (?:[A-Z]|[A-Z]?\\d[\\d.]*)(?![\\w-])|"
          + "^(?:this|the present) (?:[\\w/()-]+ ){0,6}?(?:documents?|specifications?|SRS|SRD|chapter|appendix|annex|guidelines?)\\b|"
          + "^(?:this|the following|the present|the remaining|the next|later|earlier|figure|table|see|chapter|section)\\b"
          + "(?: (?:unit|editions?|versions?|of|this|the)){0,3}"
          + "(?: (?:document|section|chapter|specification|appendix|table|figure|paragraph|standard|guide|report|plan|note)s?"
          + "(?: \\w{1,9})? (?:shall|must)|(?: (?:test|document|section|chapter|specification|appendix|"
          + "figure|paragraph|standard|guide|report|plan|note)s?)(?: \\w{1,9})? (?:will|should|may|can)"
          + "| (?:will|can)|(?: \\w{1,14})?(?: \\w{1,9})? (?:describes?|shows?|lists?|contains?|gives?|defines?|explains?))\\b",
      FLAGS);
  /// Speaks to the reader, and not as one who will use the product.
  private static final Pattern TO_THE_READER = Pattern.compile(
      "^(?!you (?:should|will|can) (?:also )?be able to\\b|(?:your|the|an?|each|every) (?:[\\w-]+ ){0,2}(?:system|application|app|program|software|robot|product|solution|website|site|tool|server|database|game|user|player)s?\\b)"
          + ".{0,300}?\\b(?:you|your|yourself)\\b",
      FLAGS);

  /// What is asked of somebody for the good of the reader, as in coursework.
  private static final Pattern FOR_THE_READER = Pattern.compile(
      "\\bto (?:ensure|make sure|help|prepare|teach|show|remind) (?:that )?you\\b", FLAGS);

  private Addressee() {}

  private static Pattern subject(String nouns) {
    return Pattern.compile(
        "^(?:(?:in|for|throughout) (?:this|the) [\\w ]{1,40},\\s*)?(?:(?:a|an|the|this|each|every|all|any|no|these|good|bad|"
            + "such|negative|positive|individual|following|system|software|passive|\\w+-level|deleted|new|changed|"
            + "derived|approved|open|functional|non-functional) ){0,3}"
            + nouns
            + "\\b(?: (?:of|in|with|to|for|about|on|concerning|regarding) [^,;]{1,60}?)? (?:shall|must|should|will|may|can)\\b",
        FLAGS);
  }

  /// The sentence without the modal words that it only speaks of.
  static String unspoken(String line) {
    return MENTION.matcher(line).replaceAll("that");
  }

  /// Whether a sentence tells how to write requirements, so that its modal words bind nobody but writers.
  public static boolean isWriter(String sentence) {
    var line = Wording.of(sentence);
    var text = unspoken(line);
    return ON_WRITING.matcher(text).find() || PERHAPS_ON_WRITING.matcher(text).find()
        || ON_WORDS.matcher(line).find() || MENTION.matcher(line).find()
        || DEFINES_MODAL.matcher(line).find() || ON_A_REQUIREMENT.matcher(line).find()
        || isQuotation(line);
  }

  /// Whether it isn't on documents, parties or what somebody said.
  static boolean isProduct(String text) {
    return !PERHAPS_ON_WRITING.matcher(text).find() && !isReported(text)
        && !SAID.matcher(text).find() && !isProject(text);
  }

  /// Whether it binds a party to the project, or the work on it.
  static boolean isProject(String text) {
    return PROJECT.matcher(text).find();
  }

  /// Whether it speaks to the reader, and not as to one who will use the product.
  static boolean isReader(String text) {
    return TO_THE_READER.matcher(text).find();
  }

  /// Whether it says what somebody thinks, asks or leaves open.
  static boolean isReported(String text) {
    return REPORTED.matcher(text).find();
  }

  /// Whether it speaks of requirements, documents or people instead of the product.
  ///
  /// @param text the line without the modal words that it speaks of
  static boolean isAnother(String line, String text) {
    return ON_WRITING.matcher(text).find() || ON_WORDS.matcher(line).find()
        || PEOPLE.matcher(text).find() || NAMED_PERSON.matcher(text).find()
        || TELLS_OF_REQUIREMENTS.matcher(text).find() || ABOUT_ITSELF.matcher(text).find()
        || FOR_THE_READER.matcher(text).find() || TEAM.matcher(text).find()
        || PRECEDENCE.matcher(text).find()
        || DEFINES_MODAL.matcher(line).find() || isQuotation(line);
  }

  /// Whether it binds only by words that it quotes.
  private static boolean isQuotation(String line) {
    return Words.binds(line) && !Words.binds(QUOTED.matcher(line).replaceAll("that"))
        && !QUOTED.matcher(line).matches();
  }
}

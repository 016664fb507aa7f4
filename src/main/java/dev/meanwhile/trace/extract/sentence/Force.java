package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;

/// What the words of a sentence do: bind, wish, announce, offer, or only tell.
public final class Force {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  /// Its modal words stand in relative clauses: the sentence tells something about what they bind.
  private static final Pattern IN_RELATIVE_CLAUSE = Pattern.compile(
      "(?<!\\b(?:ensures?|requires?|required|means|states?|demands?|mandatory|important|essential|necessary|expected|agreed|decided) )"
          + "\\b(?:which|that|who|whom)(?: (?:(?:the|an?|our|its|their|all|each|every|any) )?(?:[\\w-]+ ){1,3}?| )(?:shall|must)\\b",
      FLAGS);
  private static final Pattern WISH_OF_ANOTHER = Pattern.compile(
      "\\b(?:which|that|who) (?:(?:also|then) )?(?:should|will|can(?:not)?|may|needs? to|has to|have to|"
          + "(?:is|are) (?:able|allowed|permitted|required))\\b",
      FLAGS);
  /// Binds those who write and read, as in `but you must use a framework`.
  private static final Pattern OF_US = Pattern.compile(
      "\\b(?:you|we|i) (?:also |then )?(?:shall|must)\\b(?! (?:also )?be able\\b)",
      FLAGS);
  private static final Pattern BRACKETS = Pattern.compile("\\s?\\([^()]{0,200}\\)\\s?");
  private static final Pattern WISH = Pattern.compile(
      "\\b(?:should|will|(?-i:may|MAY)|can(?:not)?|needs? to|has to|(?<!would )have to|(?:is|are) (?:to be|required|mandatory|prohibited|forbidden)|"
          + "(?:is|are) (?:not )?(?:able|allowed|permitted|capable|acceptable)|(?:is|are) (?:unacceptable|the only acceptable)|requires?|wants? to|I want|I need|I expect|"
          + "would like(?! (?:you|to (?:thank|ask|say|know|invite|propose|suggest|point|note|mention|keep|do|continue|discuss|meet|hear|see (?:if|whether)))\\b))\\b"
          + "|\\b(?:allows?|lets?|enables?|permits?|supports?|provides?|ensures?|prevents?)\\b(?! for\\b)"
          + "|^(?:[^,;:]{3,60}, )?(?:it would be|would be) (?:very |really |also )?(?:nice|great|good|useful|helpful|ideal|cool|convenient|desirable|best)\\b(?! (?:for (?:me|us) )?to (?:know|hear|meet|discuss|talk|ask|clarify|understand)\\b)"
          + "|^(?:(?:i|we) )?(?:also )?need an? [a-z]|^ideally, (?:we|i)(?: would|['’]d) (?:also )?(?:be able|like|love|have|see|get)\\b"
          + "|^it is (?:not )?possible to\\b|\\btakes? (?:the user|users|you|him|her|them) (?:back )?to\\b|\\b(?:has|have) (?:an?|the) (?:option|possibility|ability|capability) to\\b",
      FLAGS);
  /// A demand on what its lead speaks of.
  private static final Pattern WITHOUT_SUBJECT = Pattern.compile(
      "^(?:must|shall)(?: not| never)?\\b", FLAGS);
  private static final Pattern PURPOSE = Pattern.compile(
      ",? so (?:that )?(?:they|he|she|it|we|you|users?|the [\\w-]+)\\b.*", FLAGS);
  private static final Pattern CONDITION = Pattern.compile(
      "^(?:if|when|whenever|while|once|before|after|unless|although|since|as|because)\\b[^,;]{3,150}, ",
      FLAGS);
  /// A user story, whatever stands around it.
  private static final Pattern STORY = Pattern.compile(
      "^as (?:an?|the) [^.;:<\\[{]{2,200}?\\b(?:i|we)(?:(?: also)? (?:want|need|would like|wish|expect|should|can|must|shall|am able|have to)|['’]d like)\\b(?! you\\b)",
      FLAGS);
  /// What the product will have, as sections of requirements put it.
  private static final Pattern THERE_WILL_BE = Pattern
      .compile("^there (?:will|should) (?:also )?be [a-z]", FLAGS);
  /// As binding as shall.
  private static final Pattern OBLIGES = Pattern.compile(
      "^(?!(?:we|you|users?|it) )[^,;:]{3,80}\\b(?:is|are) required to [a-z]|^only (?!(?:we|you|i|they|then) )[^,;:]{2,60}? (?:may|can) (?!be (?:used|found|seen) )"
          + "|^no (?!(?:one|doubt) )[^,;:]{2,60}? may\\b|^under no circumstances (?:should|may|can|will)\\b",
      FLAGS);
  /// What only says that requirements follow: they bind by themselves.
  private static final Pattern ANNOUNCES = Pattern.compile(
      "\\b(?:meet|adhere to|comply with|satisfy|fulfill?|conform to|follow|observe)s? (?:all )?(?:of )?(?:the |these )?(?:following|below) (?:[\\w-]+ ){0,3}?"
          + "(?:requirements|constraints|criteria|conditions|rules|assumptions|standards|principles|guidelines|specifications)\\b[^:]{0,80}:\\W*$",
      FLAGS);
  private static final Pattern ANNOUNCES_PLAINLY = Pattern.compile(
      "^(?!.*\\bshould\\b)[^:]{0,200}?\\b(?:following\\b[^:]{0,80}|includes?|including|such as|as follows):\\W*$",
      FLAGS);
  private static final Pattern PROMISES = Pattern.compile(
      "\\b(?:will|can|would like|wants?|needs?) (?!you\\b)(?:[\\w-]+ ){0,8}?(?:provide|have|include|contain|support|allow|offer|show|display|see|do|handle|store|enable|let)\\b",
      FLAGS);
  /// Orders a product whose properties a list below says, or says that a list of functions follows.
  private static final Pattern ORDERS = Pattern.compile(
      "^(?:[^:;.]{1,60}, )?(?:develop|build|create|design|implement|make) (?:[^\\s:]{1,40} ){1,12}?(?:that|which|where|with|to)\\b[^:.]{0,60}:\\W*$"
          + "|^(?:(?:the|our|its|all|some|these|following|major|main|key|core|basic|overview of|list of|(?:functional|non-functional)) ){0,5}(?:[\\w-]+ ){0,3}"
          + "(?:(?:functional|user|main|key|basic) requirements|features|functions|functionalities|functionality|capabilities)\\b[^:.]{0,60}\\b(?:includes?|are|is|be|consists? of|as follows)\\b[^:.]{0,30}:\\W*$",
      FLAGS);
  private static final Pattern SAYS_SHOULD = Pattern.compile("\\bshould\\b", FLAGS);
  /// What permits, or tells what something offers: only under a heading of requirements, or in a text without any, it demands that.
  private static final Pattern OFFERS = Pattern.compile(
      "\\b(?-i:may)\\b|\\b(?:requires?|provides?|enables?|allows?|permits?|ensures?|prevents?|supports?|lets?)\\b",
      FLAGS);
  /// The key word of the standards, which is never written so by chance.
  private static final Pattern RECOMMENDED = Pattern.compile("\\bSHOULD\\b(?=.*[a-z]{3})");
  /// Binds the subject of the main clause without shall or must.
  private static final Pattern NEEDS = Pattern.compile(
      "^(?:[^,;:]{3,150}, (?:then )?)?(?!(?:we|you|users?|it|i|they|one) )"
          + "(?:(?!\\b(?:that|which|who|whose|because|if|whether|when|since|than|so|while|would|will|might|may|to)\\b)[^,;:]){3,100}"
          + "\\b(?:(?<!\\bnot )(?:has to|have to|needs? to)|(?:is|are) to be (?!found|seen|read|understood|noted|expected|taken)[a-z]+|"
          + "(?:is|are) required to be|(?:is|are) (?:not (?:allowed|permitted|acceptable)|unacceptable|the only acceptable|"
          + "prohibited|forbidden|mandatory))\\b",
      FLAGS);
  private static final Pattern RATIONAL = Pattern.compile(
      "\\b(?:may|can|could) take place\\b|\\b(?:may|can|will|could) become\\b|\\b(?:may|can|will|should|could) (?:fail|vary|drift|guess|jam|happen|occur|change(?! (?:the|his|her|their|its|a|an|his/her|any|all|this|settings?)\\b)|be of interest|be delivered|"
          + "be discussed|be cut|start in(?! (?:less|under|at most|\\d))|take \\w+ (?:weeks?|months?|days?)|lead to|result in|cause|be caused by|be damaged|be harmed|"
          + "be injured|be depend[ae]nt (?:up)?on|depend (?:up)?on|(?:not )?affect)\\b|\\b(?:can|may|will) be (?:found|seen|ordered|small|described|explained|(?:an? )?(?:(?:very|more|quite|\\w+ly) )?(?:important|useful|helpful|valuable)|(?:performed|done|combined|achieved|used) in (?:a (?:multitude|number|variety)|several|many|various|different|two|three)|(?:\\w+ ){0,2}sub-?divided)\\b"
          + "|\\b(?:skip|read|consult|review) (?:ahead|(?:this|the|that|these) (?:next |previous |following )?(?:section|chapter|document|guide|specification)s?)\\b"
          + "|\\b(?:is|are) (?:of )?(?:very |highly |moderately )?(?:high importance|critical|important|essential)\\b.{0,30}\\b(?:because|since)\\b"
          + "|\\b(?:is|are) being (?:designed|developed|built)\\b|\\bshould (?:describe|explain|discuss|mention)\\b"
          + "|\\bwill be tested\\b|\\b(?:should|will|must) be implemented (?:first|next|later|last)\\b|\\bwill be (?:developed|designed|carried out|evaluated|procured|funded|described)\\b(?! (?:using|in|with) )"
          + "|\\b(?:can|may|will|should|could) (?:minimi[sz]e|reduce|increase|improve) (?:the )?(?:risks?|chances?|efforts?|costs?)\\b"
          + "|^(?:collectively,? )?(?:this|these) (?:information|methods?|approach|way|measures?|design|techniques?|solutions?) (?:allows?|enables?|ensures?|helps?)\\b"
          + "|^(?:this|these)(?: (?!feature|page|screen|function|system)[\\w-]+)? (?:(?:could|may|might|will|would|can|should) (?:also )?(?:evidently |temporarily )?(?:include|involve|help|improve|enhance|reduce|mean|aim|be (?:used (?:to|for)|modell?ed))|involves?|implies)\\b"
          + "|^users\\b(?: of [\\w ]{2,40}?)? (?:requires?|wants?|looks? for|prefers?|intended)\\b"
          + "|\\bwe (?:can|could|might) (?:also )?(?:add|use|do|have|make|try|show|consider)\\b|\\bnot sure\\b|^to (?:reali[sz]e|implement|satisfy|fulfil) (?:this|that|the) requirements?\\b|^step \\d"
          + "|\\bthe (?:goal|purpose|aim) of [\\w -]{2,40} is to\\b"
          + "|^the (?:[\\w-]+ ){0,3}project will\\b|^(?:currently|in general)\\b|\\bat present,|\\b(?:documents?|specifications?|SRS|FRS|plans?) will be (?:numbered|updated|revised|"
          + "reissued|published|maintained|released)\\b|\\b(?:can|may|will|has to|have to)\\b.{0,300}"
          + "(?<!\\b(?:to|by|for|at|of) )\\b(?:today|nowadays|at present)\\W*$",
      FLAGS);
  private static final Pattern NAMES_SURROUNDINGS = Pattern.compile(
      "\\b(?:indicates?|implies|imply|suggests?|shows?) that\\b|^by (?:using|combining|having)\\b|\\b(?:provides|includes|has|are|is|satisfies|lists|meets)\\b.{0,30}\\b(?:following|these|those) (?:[\\w-]+ ){0,3}requirements\\b|^(?:it is assumed|there (?:is|are|may|can|will(?! be (?:an? )?(?:total|maximum|minimum|at (?:least|most)|no)\\b))|(?:he|she|his|her)\\b|"
          + "the (?:nature|purpose|goal|aim|idea|advantage|benefit|drawback|problem|challenge|motivation)s? (?:of|for|behind|with|is|are)\\b|"
          + "(?:the|our) (?:current|existing|present|old|legacy) (?:[\\w-]+ )?(?:systems?|platforms?|vendor(?:['’]s)?|process(?:es)?|"
          + "solutions?|tools?|software|applications?|practice|implementation)\\b|(?:many|most|some|older|few|several|typical)\\b)",
      FLAGS);
  /// A term with its meaning behind a dash, as glossaries without a heading have them.
  private static final Pattern DASHED_TERM = Pattern.compile(
      "^\\p{Lu}[\\w ()/-]{1,60}? ?[–—] ?(?:an?|the|any|that|one)\\b|^\\p{Lu}[\\w ()/-]{1,60}? - (?:an?|the|any|that|one) ",
      FLAGS);
  private static final Pattern IS_A = Pattern.compile(
      "^(?:a|an) [\\w ]{2,30} is (?:an?|any|anyone|anything|the|some|someone|something)\\b"
          + "|^(?:the |(?-i:[A-Z]))[\\w -]{2,50}? (?:is|are) (?:an?|one of the)\\b",
      FLAGS);

  private Force() {}

  /// Whether it binds somebody, be it the product or not.
  static boolean binds(String text) {
    return Words.binds(text) || OBLIGES.matcher(text).find() || RECOMMENDED.matcher(text).find();
  }

  /// Whether it binds the product by the words of its main clause.
  static boolean bindsTheProduct(String sentence) {
    var whole = BRACKETS.matcher(sentence).replaceAll(" ");
    var text = CONDITION.matcher(whole).replaceFirst("");
    return Addressee.isProduct(whole) && Addressee.isProduct(text)
        && (Words
            .binds(OF_US.matcher(IN_RELATIVE_CLAUSE.matcher(text).replaceAll("")).replaceAll(""))
            || OBLIGES.matcher(text).find() || needs(text) || RECOMMENDED.matcher(text).find());
  }

  /// Whether it says what the product needs to do or be.
  static boolean needs(String text) {
    return NEEDS.matcher(text).find();
  }

  /// Whether it is a user story: somebody wants something, mostly in order to reach something.
  public static boolean isStory(String text) {
    return STORY.matcher(text).find();
  }

  static boolean saysWhatThereWillBe(String text) {
    return THERE_WILL_BE.matcher(text).find();
  }

  static boolean saysShould(String text) {
    return SAYS_SHOULD.matcher(text).find();
  }

  /// Whether it binds what its lead speaks of.
  static boolean lacksSubject(String text) {
    return WITHOUT_SUBJECT.matcher(text).find();
  }

  /// Whether it only says that requirements follow, which bind by themselves.
  static boolean announces(String text) {
    return ANNOUNCES.matcher(text).find();
  }

  /// Whether it says that something follows, whatever that is.
  static boolean announcesPlainly(String text) {
    return ANNOUNCES_PLAINLY.matcher(text).find();
  }

  /// Whether it orders a product, or promises a list of its functions.
  static boolean orders(String text) {
    return ORDERS.matcher(text).find();
  }

  /// Whether it says that the product will do or have something.
  static boolean promises(String text) {
    return PROMISES.matcher(text).find();
  }

  /// Whether it tells of surroundings, effects or what something is.
  static boolean tells(String text) {
    return NAMES_SURROUNDINGS.matcher(text).find() || RATIONAL.matcher(text).find()
        || Addressee.isReported(text) || IS_A.matcher(text).find()
        || DASHED_TERM.matcher(text).find();
  }

  /// Whether it wishes also without the words that permit and offer.
  static boolean wishesStrongly(String text) {
    return Deeds.areCommanded(text) || !OFFERS.matcher(text).find()
        || wishes(OFFERS.matcher(text).replaceAll("that"));
  }

  /// Whether it wishes, or tells what the product does.
  static boolean wishes(String text) {
    if (tells(text)) {
      return false;
    }
    var main = PURPOSE.matcher(CONDITION.matcher(text).replaceFirst("")).replaceFirst("");
    return WISH.matcher(WISH_OF_ANOTHER.matcher(main).replaceAll("that")).find()
        || Deeds.areTold(text);
  }
}

package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.trace.Words;
import java.util.regex.Pattern;

/// Which candidates bind where their document says neither shall nor must.
public final class PlainWords {
  private static final String CONDITION = "^(?:[^,;:]{3,150}, (?:then )?)?";
  private static final String SUBJECT = "(?:(?!\\b(?:that|which|who|whose|because|if|whether|when|since|than|so|while)\\b)[^,;:]){2,100}";
  private static final String PRODUCT = "(?:system|application|app|web ?app|website|site|tool|software|product|solution|platform|program|service|game|device|"
      + "machine|robot|front-?end|back-?end|server|dashboard|bot)";
  private static final String LIKES = "(?:(?:we|i) (?:(?:also|always|then|just|often) )?(?:want|need) (?:to (?:be able|see|have|view|get|find out|limit|filter|sort|search|explore)\\b|an? (?!lot|bit|moment|break|job|raise)[a-z])"
      + "|(?:we|i|he|she|they|(?:the )?(?:clients?|customers?|users?|owners?|managers?)) would like (?:"
      + "to (?:be able|see|have|view|get|receive|find out|limit|filter|sort|search|explore)\\b|(?:the|our|an?|this|her|his|their) (?:[\\w-]+ ){0,2}?"
      + PRODUCT + " (?:to|with)\\b))";
  private static final Pattern SAYS_SHOULD = Pattern.compile(
      "\\b(?:should\\b|(?:we|i) (?:[a-z]+ )?(?:want|need) (?:to|an?)\\b|would like (?:to|the|our|an?|her|his|their)\\b)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SHOULD = Pattern.compile(
      CONDITION + "(?:(?!(?:we|you|users?|i|they|one|there) )" + SUBJECT + "\\bshould\\b|" + LIKES
          + ")",
      Pattern.CASE_INSENSITIVE);
  /// A should that binds the product or lets its users do something, whatever stands around it.
  private static final Pattern OF_THE_PRODUCT = Pattern.compile(
      CONDITION
          + "(?:" + LIKES
          + "|(?:it|(?:(?:the|our|your|this|an?) )?(?:[\\w-]+ ){0,2}?" + PRODUCT + ") should\\b"
          + "|(?:(?:the|an?|each|every|all) )?(?:[\\w-]+ )?(?:users?|members?|customers?|visitors?|administrators?|admins?|players?|operators?|guests?) should (?:also |only |not )?(?:be (?:able|allowed|shown|notified|informed)|have|see|receive)\\b)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern WILL_OF_THE_PRODUCT = Pattern.compile(
      CONDITION + "(?:(?:the|our|your|this|an?) )?(?:[\\w-]+ ){0,2}?" + PRODUCT
          + " will (?!now |no longer |be (?:used|considered|discussed|decided|based|developed|designed|built|implemented|written|tested|deployed|delivered|released|completed) |help |reduce |improve |become )",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern WILL_BE_ABLE = Pattern.compile(
      CONDITION + SUBJECT + "\\b(?:will|should) (?:also )?be able to [a-z]",
      Pattern.CASE_INSENSITIVE);
  /// Parties, papers and plans: what they will do isn't what the product does.
  private static final String NO_PRODUCT = "(?:[\\w'’-]+ ){0,4}(?:providers?|suppliers?|vendors?|contractors?|developers?|teams?|project|company|"
      + "departments?|staff|people|group|committee|management|university|students|teachers|engineers|documents?|"
      + "reports?|sections?|chapters?|specifications?|releases?|versions?|phases?|meetings?|training|process|work|"
      + "effort|research|study|paper|goal|purpose|design)";
  private static final Pattern WILL = Pattern.compile(
      CONDITION + "(?!(?:we|you|i|they|one|there|he|she|this) |" + NO_PRODUCT + " will\\b)"
          + SUBJECT
          + "\\bwill (?!now |no longer |be (?:used|considered|discussed|decided|based) )",
      Pattern.CASE_INSENSITIVE);
  /// What somebody does with the product is a step on his way, what he is able to do isn't.
  private static final Pattern STEP = Pattern.compile(
      "^(?!.*\\b(?:wants?|wish(?:es)?) to\\b.{3,200}\\bso (?:that )?(?:they|he|she|it)\\b)(?:"
          + CONDITION
          + "(?!(?:if|when|whenever|once|after|before|unless|while) )(?:the |an? |each |every |all (?:types of )?)?(?:[\\w-]+ )?(?:users?|operators?|customers?|administrators?|admins?|editors?|visitors?|players?|actors?|clerks?) "
          + "(?:(?:then|first|next) )?(?:(?:will|would(?! like)|might|may wish to)\\b(?! (?:(?:also|only|not|then|always) ){0,2}(?:be|have|see|receive|get|find)\\b)"
          + "|(?:clicks?|press(?:es)?|taps?|enters?|selects?|chooses?|opens?|types?|submits?|requests?|pastes?|watch(?:es)?|"
          + "navigates?|goes|go|wants?(?! to (?:be able|see|have|view|know|get|receive)\\b)|decides?|wish(?:es)?(?! to (?:be able|see|have|view|know|get|receive)\\b)) )|"
          + CONDITION
          + "(?:the |an? |each )(?:[\\w-]+ ){1,2}?(?:will )?(?:enters?|opens? (?:the|an?|his|her|their)(?= (?:web|app|page|browser))|(?:signs?|logs?) in\\b|clicks?|press(?:es)?|taps?|types?|pastes?|watch(?:es)?|wants?|wish(?:es)?|"
          + "fills? (?:in|out)) |" + CONDITION
          + "(?:the |an? |each )(?!(?:[\\w-]+ )?(?:system|software|app|application|server|client|program|device|page|screen|tool|robot|game|unit|module|service|controller|engine)\\b)"
          + "(?:[\\w-]+ ){1,2}?(?:inserts? |(?:selects?|chooses?) (?:the|an?) (?:option|button|menu|\")))",
      Pattern.CASE_INSENSITIVE);

  /// Says more than what is: what should, will, can or needs to be.
  private static final Pattern SAYS_MORE = Pattern.compile(
      "\\b(?:should|will|can|cannot|may|needs? to|able to|possible to)\\b",
      Pattern.CASE_INSENSITIVE);

  /// What may come of the sentence before.
  private static final Pattern PERHAPS = Pattern.compile(
      "^(?:this|that|these|those) (?:may|might|could|can|will)\\b", Pattern.CASE_INSENSITIVE);

  /// What tells of the sentence before, if it doesn't say what should or will be.
  private static final Pattern EXPLAINS = Pattern.compile(
      "^(?:this|these|those|it|they)\\b(?!.*\\b(?:should|will|can|cannot|may|not)\\b)",
      Pattern.CASE_INSENSITIVE);

  private PlainWords() {}

  /// Whether a candidate binds by the place where it stands: what a section of requirements says of the product, what the
  /// product should do, and what it will do where its document has requirements.
  ///
  /// @param isOfRequirements whether it is the section's own heading that says so, and not only the document's title
  /// @param demands whether the document speaks of requirements in a heading
  public static boolean bind(String candidate, Section under, boolean isOfRequirements,
      boolean demands) {
    var text = Wording.of(candidate);
    if (STEP.matcher(text).find() || PERHAPS.matcher(text).find()
        || EXPLAINS.matcher(text).find()) {
      return false;
    }
    boolean mayForetell = demands || WILL_OF_THE_PRODUCT.matcher(text).find();
    return (under == Section.PRODUCT && (isOfRequirements || SAYS_MORE.matcher(text).find())
        && !Addressee.isProject(text))
        || ((under.tellsNothing() || under == Section.DESCRIPTION || under == Section.FLOW)
            && Addressee.isProduct(text)
            && (SHOULD.matcher(text).find() || (mayForetell && WILL.matcher(text).find())));
  }

  /// Whether a text that introduces a product says what it should or will do, or let people do.
  static boolean isPromised(String text) {
    return !Force.tells(text) && Addressee.isProduct(text) && (OF_THE_PRODUCT.matcher(text).find()
        || WILL_OF_THE_PRODUCT.matcher(text).find() || WILL_BE_ABLE.matcher(text).find());
  }

  /// Whether a candidate under a heading of requirements demands as surely as if it said shall: it says what the product
  /// itself should or will do, or what people can do with it.
  public static boolean isSaidOfTheProduct(String candidate) {
    var text = Wording.of(candidate);
    return (OF_THE_PRODUCT.matcher(text).find() || WILL_OF_THE_PRODUCT.matcher(text).find()
        || Deeds.areLet(text)) && !Force.tells(text);
  }

  /// Whether a sentence tells what a user does with the product.
  static boolean isStep(String wording) {
    return STEP.matcher(wording).find();
  }

  /// Whether a candidate says what the product itself should do.
  public static boolean isOfTheProduct(String candidate) {
    return OF_THE_PRODUCT.matcher(Wording.of(candidate)).find();
  }

  /// Whether a candidate says what should be.
  public static boolean saysShould(String candidate) {
    return SAYS_SHOULD.matcher(candidate).find();
  }

  /// Whether a candidate says what the product will do.
  public static boolean foretells(String candidate) {
    return WILL.matcher(Wording.of(candidate)).find();
  }

  /// Whether it says more than what is.
  public static boolean isModal(String sentence) {
    return Words.binds(sentence) || SAYS_MORE.matcher(sentence).find();
  }

  /// Whether a candidate may be one of a list of demands that has no heading at all.
  public static boolean mayBeListed(String candidate) {
    var text = Wording.of(candidate);
    return Addressee.isProduct(text) && !Words.binds(text) && !STEP.matcher(text).find();
  }
}

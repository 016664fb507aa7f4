package dev.meanwhile.trace.extract.sentence;

import java.util.regex.Pattern;

/// The deeds of products, and how texts say that a product does one or is bid to.
public final class Deeds {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  /// Parties and people whose names end as those of machines do.
  private static final String NO_MACHINE = "(?!(?:[\\w-]+ ){0,3}(?:providers?|suppliers?|vendors?|developers?|manufacturers?|contractors?|engineers?|"
      + "designers?|readers?|testers?|authors?|owners?|partners?|dealers?|teachers?|workers?|regulators?|auditors?|"
      + "competitors?|figures?|figure below|diagrams?|sections?|chapters?|annex|appendix|numbers?|orders?|papers?|errors?|colou?rs?|letters?|matters?|floors?|doors?|weather|water) )";
  private static final String NO_PERSON = "(?!(?:[\\w-]+ ){0,2}(?:users?|customers?|operators?|editors?|actors?|visitors?|players?|managers?|"
      + "buyers?|sellers?|drivers?|members?|administrators?|passengers?|moderators?|doctors?|instructors?|professors?) )";
  private static final String MACHINE = "(?:system|software|application|app|product|tool|server|client|module|component|interface|"
      + "device|unit|program|firmware|service|display|screen|button|website|site|page|machine|package|library|database|"
      + "engine|feature|function|menu|dialog|window|link|gateway|process|task|command|agent|solution|portal|wizard|"
      + "user|customer|[a-z]{3,}(?:er|or)|(?-i:[A-Z][A-Z0-9]{1,7}))";
  private static final String ACTS = "(?:(?:also|then|first|again|only|always|never|[a-z]{3,}ly) ){0,2}(?:is notified|is disabled|is enabled|gets|"
      + "(?!(?:is|was|has|consists|comes|belongs|works|uses|does|takes|lies|costs|runs|means|refers|describes|contains|"
      + "interacts|relies|acts|serves|depends|resides|sits|represents|comprises|stands|denotes|differs|varies|owns|"
      + "[a-z]{1,12}ss|always|perhaps)\\b)[a-z]{2,14}s(?! (?:and (?:[\\w-]+ ){1,3})?(?:is|are|was|were|has|have|of)\\b))\\b";
  private static final Pattern ACTING = Pattern.compile(
      "^(?:(?:if|when|whenever|while|after|before|once|upon|in|during)\\b[^,]{3,120}, (?:then )?|in this (?:mode|state|case) )?"
          + NO_MACHINE
          + "(?:(?:the|each|every|a|an) (?:[\\w-]+ ){0,3}?" + MACHINE
          + "|(?:system|software|application|(?-i:[A-Z][A-Z0-9]{1,7}))) " + ACTS,
      FLAGS);
  private static final Pattern COMMAND = Pattern.compile(
      "^(?:allow|enable|ensure|let|prevent|provide|support|display|show|implement|integrate|enhance|generate|notify|restrict|"
          + "enforce|encrypt|authenticate|calculate|compute) "
          + "(?:the|a|an|that|all|each|every|any|users?|incoming|outgoing|only|both|multiple|several)\\b"
          + "|^(?:add|create) (?:an? |the )?(?:functionality|feature|mechanism|method|way|option|possibility|ability) (?:to|of|for)\\b"
          + "|^(?:the )?(?:ability|capability|possibility|option) to [a-z]|^support (?:for|of) [a-z]",
      FLAGS);
  /// What products do, as their lists of demands put it.
  private static final String DEEDS = "(?:accept|add|alert|allow|archive|assign|authenticate|authori[sz]e|"
      + "back up|block|calculate|cancel|change|close|compute|configure|control|convert|copy|create|delete|detect|disable|"
      + "display|download|edit|enable|encrypt|enforce|enhance|ensure|export|filter|generate|give|group|handle|hide|"
      + "highlight|identify|implement|import|inform|integrate|issue|keep|let|limit|list|lock|log|maintain|manage|mark|"
      + "measure|merge|monitor|move|notify|offer|open|order|prevent|print|process|produce|protect|provide|publish|"
      + "receive|record|register|reject|remind|remove|rename|replace|report|reset|restore|restrict|retrieve|save|scan|"
      + "schedule|search|select|send|set|share|show|sort|stop|store|suggest|support|synchroni[sz]e|track|transfer|"
      + "transmit|undo|update|upload|validate|verify|view|warn|write)";
  private static final String BID = "(?:" + DEEDS
      + "|animate|apply|ask|book|browse|build|buy|collect|comment|connect|coordinate|count|deliver|discover|execute|expose|fetch|"
      + "forward|grant|hash|host|include|install|interpret|invite|load|loop|minimi[sz]e|operate|optimi[sz]e|parse|pay|play|poll|preserve|"
      + "rate|recover|respond|retain|revoke|rotate|run|sell|ship|start|switch|translate|trigger|use|utili[sz]e|view)";
  /// The same deeds done by the product, going on, and done to a thing.
  private static final String DOES_SO = "(?:" + BID
      + "e?s|applies|copies|modifies|notifies|identifies|verifies)";
  private static final String DOING = "(?:accept|add|alert|allow|calculat|cancel|collect|comput|connect|controll?|creat|delet|detect|display|download|edit|"
      + "enabl|encrypt|export|fetch|filter|forward|generat|handl|identify|import|issu|list|load|lock|logg|manag|measur|"
      + "merg|monitor|mov|notify|offer|order|poll|print|process|produc|protect|provid|publish|receiv|record|register|"
      + "reject|report|restor|retriev|sav|schedul|search|send|show|sort|stor|support|synchroni[sz]|track|transferr?|"
      + "translat|updat|upload|us|validat|verify|warn)ing";
  private static final String DONE = "(?:accepted|added|applied|assigned|blocked|calculated|called|cancelled|captured|checked|closed|collected|"
      + "colou?r-coded|connected|converted|copied|counted|created|detected|downloaded|exported|fetched|filtered|flagged|"
      + "forwarded|grouped|handled|hidden|identified|imported|kept|listed|loaded|marked|measured|monitored|moved|opened|"
      + "ordered|prefixed|printed|processed|protected|published|received|recorded|redirected|registered|removed|"
      + "replaced|reset|restarted|restored|saved|sent|shown|started|stopped|stored|transferred|written)";
  /// What a list of demands bids in words of one: outside of one, it is as likely a step for the reader.
  private static final Pattern BIDDING = Pattern.compile(
      "^(?:(?:the )?(?:ability|capability|possibility|option)s? (?:to|of|for)|support (?:for|of)|be able to|an? (?:quick |simple |easy )?way (?:to|of))\\b"
          + "|^(?:(?:if|when|for|after|before|on|once|upon)\\b[^,→]{3,100}(?:, (?:then )?| ?→ ?))?(?:[a-z]{3,}ly )?"
          + BID
          + ",? (?!(?:section|chapter|figure|table|appendix|annex)\\b)[\\w\"“(]"
          + "|^(?:[a-z]{3,}ly )?(?:" + DOES_SO + "|" + DOING
          + ") (?:the|a|an|all|any|each|every|new|only|both|from|to|[a-z]+(?:s|ing|ed))\\b"
          + "|^" + NO_MACHINE
          + "(?:[\\w-]+ ){1,6}?(?:is|are) (?:not |never |automatically |then |[a-z]+ly )?"
          + DONE + "\\b"
          + "|^" + NO_MACHINE + NO_PERSON + "(?:(?:the|each|every) )?(?:[\\w-]+ ){0,3}?" + MACHINE
          + " (?:" + ACTS + "|(?:is|are) responsible for [a-z]+ing\\b)"
          + "|^(?:(?:the|all|some) )?(?:[\\w-]+ )?(?:users|administrators|admins|customers|operators|members|visitors|employees|managers|guests) "
          + DEEDS + "\\b",
      FLAGS);
  private static final String WHENEVER = "(?:if|when|whenever|while|until|unless|after|before|once|as soon as)";
  /// A thing that does such a deed by itself, one that does anything on a condition, and one that takes a stated time.
  private static final Pattern DOES = Pattern.compile(
      "^(?:(?:if|when|whenever|while|after|before|once|upon|in|during)\\b[^,]{3,120}, (?:then )?)?"
          + NO_MACHINE
          + "(?:the|each|every) (?:[\\w-]+ ){1,3}?(?:(?:(?:also|then|first|only|always|never|[a-z]{3,}ly) )?"
          + DEEDS
          + "e?s|does not (?:[a-z]{3,}ly )?" + DEEDS + ")\\b"
          + "|^" + WHENEVER
          + "\\b[^,]{3,120}, (?:then )?the (?:[\\w-]+ ){1,2}?(?!is |was |has )[a-z]{2,14}s\\b"
          + "|^the (?:[\\w-]+ ){1,2}?(?!is |was |has )[a-z]{2,14}s\\b[^,;]{0,60} " + WHENEVER
          + "\\b"
          + "|\\b(?:is|are) [a-z]{2,14}ed (?:off |on |out |up |down )?" + WHENEVER + "\\b"
          + "|\\b(?:takes?|uses?|lasts?|appears?|opens?|answers?|responds?|starts?) (?:in |within |for )?(?:less|no more|no longer|at most|under|within)\\b",
      FLAGS);
  /// What happens to things in a product that works, told in the passive.
  private static final Pattern HAPPENING = Pattern.compile(
      "\\b(?:is|are) (?:not |never |automatically |then )?(?:displayed|rejected|refused|rounded|cancell?ed|confirmed|masked|encrypted|"
          + "logged|deleted|archived|notified|validated|sorted|highlighted|disabled|enabled|locked|blocked|"
          + "tracked|supported|generated|computed|updated|granted|informed|configurable|adjustable|selectable|editable|searchable|sortable|customi[sz]able|"
          + "discarded|ignored|numbered|limited to|restricted to|(?:shown|stored|saved|recorded|sent) (?:as|to|when|if|for|with)|(?:given|presented|returned|offered) to (?:the|a) )\\b"
          + "(?! (?:below|above|in (?:the )?(?:figure|table|section|annex|appendix)))",
      FLAGS);

  /// What people can do with a product, which no text on how it is made says by chance.
  private static final Pattern LETTING = Pattern.compile(
      "^(?:(?:if|when|whenever|once|after|before|while|for)\\b[^,;:]{3,120}, )?(?:(?:only|also|any|all|each|every|the|an?|new|registered) ){0,3}"
          + "(?:(?!(?:that|which|who|of|developers?)\\b)[\\w/-]+ ){0,3}(?:users?|customers?|clients?|members?|admins?|administrators?|managers?|visitors?|guests?|employees?|students?|teachers?|agents?|operators?|players?|drivers?|patients?|doctors?|sellers?|buyers?|owners?|staff)"
          + "(?: (?:who|that|with|in|on|of|visiting|whose)\\b[^,;:]{1,60}?)? (?:(?:can|may|could)(?:not| not|['’]t)?|(?:is|are) (?:not )?(?:also )?(?:able|allowed|permitted) to|will (?:also )?be able to) (?:also |only |then )?(?!be\\b|have to\\b)[a-z]",
      FLAGS);

  /// What a demand comprises, said in the next sentence.
  private static final Pattern COMPRISING = Pattern.compile(
      "^(?:this|these|it|they) (?:also )?(?:includes?|involves?|covers?|comprises?|applies|apply)\\b",
      FLAGS);

  private Deeds() {}

  /// Whether it says what the demand of the sentence before comprises.
  public static boolean goOn(String sentence) {
    return COMPRISING.matcher(Wording.of(sentence)).find();
  }

  /// Whether it says what people can do with the product.
  static boolean areLet(String text) {
    return LETTING.matcher(text).find();
  }

  /// Whether it says that the product does something, or bids it in words that only a demand has.
  static boolean areTold(String text) {
    return areCommanded(text) || ACTING.matcher(text).find() || HAPPENING.matcher(text).find()
        || DOES.matcher(text).find();
  }

  static boolean areCommanded(String text) {
    return COMMAND.matcher(text).find();
  }

  /// Whether it bids a deed as lists of demands do.
  static boolean areBid(String text) {
    return BIDDING.matcher(text).find();
  }
}

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
  private static final Pattern QUOTED = Pattern.compile(
      "[\"“][^\"“”]{0,120}\\b(?:shall|must|should|will)\\b[^\"“”]{0,120}[\"”]", FLAGS);
  private static final Pattern DEFINES_MODAL = Pattern.compile(
      "^\\W{0,4}(?:shall|must|should|will|may|can)(?: not)?\\W{0,4}\\s(?:=|means?\\b|denotes?\\b|indicates?\\b|is used\\b|is a\\b|expresses\\b|[–—-]\\s)",
      FLAGS);
  private static final Pattern ON_A_REQUIREMENT = Pattern.compile(
      "^\\W{0,4}(?:is |are )?(?:the|a|an|each|every|any|all|good|bad)? ?requirements? (?:is|are|has|have|uses?|complies|comply|states?|"
          + "contains?|describes?|free|located|accompanied|written|stated)\\b",
      FLAGS);
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
          + "bad|good|better|wrong|right|poor|action|todo|definition|mitigation|pre-?conditions?|post-?conditions?|triggers?|(?:primary |secondary )?actors?|main (?:success )?scenario|alternative flow(?: \\d{1,2})?)\\b\\s*[:,.]",
      FLAGS);
  private static final Pattern IDIOM = Pattern.compile(
      "\\b(?:shall|must|should|can|may) (?:also )?(?:be (?:noted|remembered|said|stressed|emphasi[sz]ed|kept in mind|"
          + "understood|construed|interpreted|regarded as|referred to|read as|seen|found|observed)|mean\\b|have been|"
          + "not forget|be it)|\\b(?:there|it) must (?:be (?:a|some|an) reason|have)\\b|\\bthan should\\b",
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
  /// Its modal words stand in relative clauses: the sentence tells something about what they bind.
  private static final Pattern IN_RELATIVE_CLAUSE = Pattern.compile(
      "(?<!\\b(?:ensures?|requires?|required|means|states?|demands?|mandatory|important|essential|necessary|expected|agreed|decided) )"
          + "\\b(?:which|that|who|whom)(?: (?:(?:the|an?|our|its|their|all|each|every|any) )?(?:[\\w-]+ ){1,3}?| )(?:shall|must)\\b",
      FLAGS);
  private static final Pattern WISH_OF_ANOTHER = Pattern.compile(
      "\\b(?:which|that|who) (?:(?:also|then) )?(?:should|will|can(?:not)?|may|needs? to|has to|have to|"
          + "(?:is|are) (?:able|allowed|permitted|required))\\b",
      FLAGS);
  private static final Pattern BRACKETS = Pattern.compile("\\s?\\([^()]{0,200}\\)\\s?");
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
  private static final Pattern BECAUSE = Pattern.compile(
      "^(?:(?:typically|usually|alternatively|consequently|similarly|as an alternative|as a result|in other words|in practice|in this way|of course|in contrast|by contrast),|"
          + "(?:instead of|unlike|imagine|suppose|let us|let['’]s|(?:this|that|which) means|i['’]m|i am|i['’]ve|i have|i was|we['’]re|we are|we['’]ve|we were)\\b)(?!.*\\b(?:shall|must)\\b)|^(?:otherwise|without (?:it|this|that|them)|the reason|this (?:is|protects|prevents|helps|avoids|limit|enables|ensures|secures|allows|makes|lets)|that is why|"
          + "because|hence|therefore,? (?:it|we))\\b|\\bbecause (?:it|they|he|she|otherwise) (?:must|may|can|should|will)\\b",
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
  private static final Pattern WISH = Pattern.compile(
      "\\b(?:should|will|(?-i:may|MAY)|can(?:not)?|needs? to|has to|(?<!would )have to|(?:is|are) (?:to be|required|mandatory|prohibited|forbidden)|"
          + "(?:is|are) (?:not )?(?:able|allowed|permitted|capable|acceptable)|(?:is|are) (?:unacceptable|the only acceptable)|requires?|wants? to|I want|I need|I expect|"
          + "would like(?! (?:you|to (?:thank|ask|say|know|invite|propose|suggest|point|note|mention|keep|do|continue|discuss|meet|hear|see (?:if|whether)))\\b))\\b"
          + "|\\b(?:allows?|lets?|enables?|permits?|supports?|provides?|ensures?|prevents?)\\b(?! for\\b)"
          + "|^it is (?:not )?possible to\\b|\\btakes? (?:the user|users|you|him|her|them) (?:back )?to\\b|\\b(?:has|have) (?:an?|the) (?:option|possibility|ability|capability) to\\b",
      FLAGS);
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
  /// A demand on what its lead speaks of.
  private static final Pattern WITHOUT_SUBJECT = Pattern.compile(
      "^(?:must|shall)(?: not| never)?\\b", FLAGS);
  /// Speaks to the reader, and not as one who will use the product.
  private static final Pattern TO_THE_READER = Pattern.compile(
      "^(?!you (?:should|will|can) (?:also )?be able to\\b|(?:your|the|an?|each|every) (?:[\\w-]+ ){0,2}(?:system|application|app|program|software|robot|product|solution|website|site|tool|server|database|game|user|player)s?\\b)"
          + ".{0,300}?\\b(?:you|your|yourself)\\b",
      FLAGS);
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
  private static final Pattern THERE_WILL_BE = Pattern.compile("^there (?:will|should) (?:also )?be [a-z]", FLAGS);
  /// As binding as shall.
  private static final Pattern OBLIGES = Pattern.compile(
      "^(?!(?:we|you|users?|it) )[^,;:]{3,80}\\b(?:is|are) required to [a-z]|^only (?!(?:we|you|i|they|then) )[^,;:]{2,60}? (?:may|can) (?!be (?:used|found|seen) )"
          + "|^no (?!(?:one|doubt) )[^,;:]{2,60}? may\\b|^under no circumstances (?:should|may|can|will)\\b",
      FLAGS);
  /// What a template leaves to be filled in.
  private static final Pattern BLANK = Pattern.compile(
      "[\\[<](?:insert|specify|specified|number of|name of|list of|agreed|your|describe|state|quantity of)\\b[^\\]>]{0,60}[\\]>]",
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
      "\\b(?:will|can|would like|wants?|needs?) (?!you\\b)(?:[\\w-]+ ){0,8}?(?:provide|have|include|contain|support|allow|offer|show|display|see|do|handle|store|enable|let)\\b", FLAGS);
  /// A field of a record with its type, as references of interfaces list them.
  private static final Pattern FIELD = Pattern.compile(
      "^\\W{0,3}[\\w.-]{1,40}\\W{0,3}\\(?(?:string|integer|int|boolean|bool|number|float|double|array|object|list|enum|date|datetime|timestamp|uuid)\\b\\W{0,3}[,)]",
      FLAGS);
  /// Names of code, which readers of requirements don't see.
  private static final Pattern TELLS_HOW_IT_IS_MADE = Pattern
      .compile(
          "`[^`\\s]{0,80}(?:/|\\.[a-z]{1,4}\\b)[^`\\s]{0,80}`|\\w\\(\\)|\\w\\[\\]|\\b[A-Za-z]\\w+#\\w|\\b[a-z]{3,}[a-z]*(?:[A-Z][a-z]{2,}){2,}\\b");
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
      "\\b(?:may|can|could) take place\\b|\\b(?:may|can|will|could) become\\b|\\b(?:may|can|will|should|could) (?:fail|vary|drift|guess|jam|happen|occur|change after|be of interest|be delivered|"
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
  private static final Pattern TERM = Pattern.compile(
      "^[\\w -]{2,40} [–—-] (?:denotes?|means?|refers?|stands) |^[\\w -]{2,40} (?:refers to|denotes|stands for|is defined as)\\b"
          + "|^[\"“]?\\p{Lu}[\\w -]{0,40}[\"”]?:\\s+(?:a|an|the|what|someone|anyone|to)\\b",
      FLAGS);
  /// A term with its meaning behind a dash, as glossaries without a heading have them.
  private static final Pattern DASHED_TERM = Pattern.compile(
      "^\\p{Lu}[\\w ()/-]{1,60}? ?[–—] ?(?:an?|the|any|that|one)\\b|^\\p{Lu}[\\w ()/-]{1,60}? - (?:an?|the|any|that|one) ",
      FLAGS);
  /// What happens to things in a product that works, told in the passive.
  private static final Pattern HAPPENING = Pattern.compile(
      "\\b(?:is|are) (?:not |never |automatically |then )?(?:displayed|rejected|refused|rounded|cancell?ed|confirmed|masked|encrypted|"
          + "logged|deleted|archived|notified|validated|sorted|highlighted|disabled|enabled|locked|blocked|"
          + "tracked|supported|generated|computed|updated|granted|informed|configurable|adjustable|selectable|editable|searchable|sortable|customi[sz]able|"
          + "discarded|ignored|numbered|limited to|restricted to|(?:shown|stored|saved|recorded|sent) (?:as|to|when|if|for|with)|(?:given|presented|returned|offered) to (?:the|a) )\\b"
          + "(?! (?:below|above|in (?:the )?(?:figure|table|section|annex|appendix)))",
      FLAGS);
  private static final Pattern IS_A = Pattern.compile(
      "^(?:a|an) [\\w ]{2,30} is (?:an?|any|anyone|anything|the|some|someone|something)\\b"
          + "|^(?:the |(?-i:[A-Z]))[\\w -]{2,50}? (?:is|are) (?:an?|one of the)\\b",
      FLAGS);

  private Stance() {}

  private static Pattern subject(String nouns) {
    return Pattern.compile(
        "^(?:(?:in|for|throughout) (?:this|the) [\\w ]{1,40},\\s*)?(?:(?:a|an|the|this|each|every|all|any|no|these|good|bad|"
            + "such|negative|positive|individual|following|system|software|passive|\\w+-level|deleted|new|changed|"
            + "derived|approved|open|functional|non-functional) ){0,3}"
            + nouns
            + "\\b(?: (?:of|in|with|to|for|about|on|concerning|regarding) [^,;]{1,60}?)? (?:shall|must|should|will|may|can)\\b",
        FLAGS);
  }

  /// What kind of requirement the sentence is, or null if it is none.
  static @Nullable Tier of(String sentence, Section under) {
    var analysed = Wording.of(sentence);
    var decided = LABEL_OF_DECISION.matcher(analysed);
    var named = decided.lookingAt() ? analysed.substring(decided.end()) : analysed;
    var line = ASIDE.matcher(named).find()
        ? named
        : (under == Section.PRODUCT && !BIDDING.matcher(named).lookingAt() ? NAME_OF_DEED : NAME)
            .matcher(named).replaceFirst("");
    var text = MENTION.matcher(line).replaceAll("that");
    var section = decided.hasMatch() && under == Section.BACKGROUND ? Section.ANY : under;
    if (section == Section.ON_WRITING || section == Section.ON_CONDUCT || line.endsWith("?") || isTalk(line, text)
        || BLANK.matcher(line).find() || FIELD.matcher(line).find()
        || (!Words.binds(text) && ANNOUNCES_PLAINLY.matcher(text).find())) {
      return null;
    }
    if (STORY.matcher(text).find()) {
      return section.mayBind() ? Tier.REQUIREMENT : section == Section.TERMS ? null : Tier.CANDIDATE;
    }
    if (section == Section.PRODUCT && THERE_WILL_BE.matcher(text).find()) {
      return Tier.CANDIDATE;
    }
    if (Words.binds(text) || OBLIGES.matcher(text).find()
        || RECOMMENDED.matcher(text).find()) {
      return !ANNOUNCES.matcher(text).find() && section.mayBind() && bindsTheProduct(text)
          && (section == Section.PRODUCT || !WITHOUT_SUBJECT.matcher(text).find())
          ? Tier.REQUIREMENT
          : section == Section.TERMS ? null : Tier.CANDIDATE;
    }
    if (!section.mayWish() || !wishes(text)
        || (section != Section.PRODUCT && TELLS_HOW_IT_IS_MADE.matcher(text).find())
        || (section == Section.DESCRIPTION && !SAYS_SHOULD.matcher(text).find())
        || (section == Section.ANY && !wishesStrongly(text))
        || (section != Section.PRODUCT
            && (TO_THE_READER.matcher(text).find() || PlainWords.isStep(text)))) {
      return section == Section.PRODUCT && !tells(text) && BIDDING.matcher(text).find()
          ? Tier.CANDIDATE
          : null;
    }
    return NEEDS.matcher(text).find() && bindsTheProduct(text)
        ? Tier.REQUIREMENT
        : Tier.CANDIDATE;
  }

  /// Whether a sentence that demands nothing by itself says that demands follow in a list.
  static boolean announces(String sentence, Section under) {
    var text = Wording.of(sentence);
    return under.mayWish() && ANNOUNCES_PLAINLY.matcher(text).find()
        && PROMISES.matcher(text).find() && !isTalk(text, text) && isOnTheProduct(text);
  }

  static boolean isStory(String sentence) {
    return STORY.matcher(Wording.of(sentence)).find();
  }

  private static boolean bindsTheProduct(String sentence) {
    var whole = BRACKETS.matcher(sentence).replaceAll(" ");
    var text = CONDITION.matcher(whole).replaceFirst("");
    return isOnTheProduct(whole) && isOnTheProduct(text) && (Words.binds(IN_RELATIVE_CLAUSE.matcher(text).replaceAll(""))
        || OBLIGES.matcher(text).find() || NEEDS.matcher(text).find()
        || RECOMMENDED.matcher(text).find());
  }

  /// Whether it isn't on documents, parties or what somebody said.
  static boolean isOnTheProduct(String text) {
    return !PERHAPS_ON_WRITING.matcher(text).find() && !REPORTED.matcher(text).find()
        && !SAID.matcher(text).find() && !isOnTheProject(text);
  }

  /// Whether it binds a party to the project, or the work on it.
  static boolean isOnTheProject(String text) {
    return PROJECT.matcher(text).find();
  }

  /// Whether a sentence tells how to write requirements, so that its modal words bind nobody but writers.
  static boolean isOnWriting(String sentence) {
    var line = Wording.of(sentence);
    var text = MENTION.matcher(line).replaceAll("that");
    return ON_WRITING.matcher(text).find() || PERHAPS_ON_WRITING.matcher(text).find()
        || ON_WORDS.matcher(line).find() || MENTION.matcher(line).find()
        || DEFINES_MODAL.matcher(line).find() || ON_A_REQUIREMENT.matcher(line).find()
        || isQuotation(line);
  }

  /// Whether it speaks of requirements, documents, people or reasons instead of the product.
  private static boolean isTalk(String line, String text) {
    return ASIDE.matcher(text).find() || IDIOM.matcher(text).find()
        || ON_WRITING.matcher(text).find()
        || ON_WORDS.matcher(line).find() || PEOPLE.matcher(text).find()
        || NAMED_PERSON.matcher(text).find() || BECAUSE.matcher(text).find()
        || TELLS_OF_REQUIREMENTS.matcher(text).find() || ABOUT_ITSELF.matcher(text).find()
        || TERM.matcher(text).find() || TEAM.matcher(text).find()
        || PRECEDENCE.matcher(text).find() || DEFINES_MODAL.matcher(line).find()
        || isQuotation(line);
  }

  /// Whether it binds only by words that it quotes.
  private static boolean isQuotation(String line) {
    return Words.binds(line) && !Words.binds(QUOTED.matcher(line).replaceAll("that"))
        && !QUOTED.matcher(line).matches();
  }

  /// Whether it tells of surroundings, effects or what something is.
  private static boolean tells(String text) {
    return NAMES_SURROUNDINGS.matcher(text).find() || RATIONAL.matcher(text).find()
        || REPORTED.matcher(text).find() || IS_A.matcher(text).find()
        || DASHED_TERM.matcher(text).find();
  }

  /// Whether it wishes also without the words that permit and offer.
  private static boolean wishesStrongly(String text) {
    return COMMAND.matcher(text).find() || !OFFERS.matcher(text).find()
        || wishes(OFFERS.matcher(text).replaceAll("that"));
  }

  private static boolean wishes(String text) {
    if (tells(text)) {
      return false;
    }
    var main = PURPOSE.matcher(CONDITION.matcher(text).replaceFirst("")).replaceFirst("");
    return WISH.matcher(WISH_OF_ANOTHER.matcher(main).replaceAll("that")).find()
        || COMMAND.matcher(text).find() || ACTING.matcher(text).find()
        || HAPPENING.matcher(text).find() || DOES.matcher(text).find();
  }
}

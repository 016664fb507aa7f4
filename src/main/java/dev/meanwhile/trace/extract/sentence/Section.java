package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.trace.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a section of a document is for, by its headings.
public enum Section {
  /// It tells how to write: nothing in it is a requirement on the product.
  ON_WRITING(
      "how to write .{0,40}|(?:general |basic |.{0,30}guide (?:to|for|on) |.{0,20}introduction to )?"
          + "(?:writing|wording|formulating|phrasing|how to write|characteristics of|quality (?:rules|criteria|attributes) (?:of|for)|"
          + "guidelines? (?:for|on)|rules for)\\b.{0,40}\\b(?:requirements?|specifications?|statements?|shall).{0,40}"
          + "|(?:bad |good |poor )?examples?(?: of)?(?: [\\w-]{1,20}){0,3} (?:requirements?|statements?)"
          + "|examples?|fit criteri(?:on|a)|requirements? templates?|(?:bad|good|poor|better)(?: (?:and|or|vs\\.?) (?:bad|good|poor|better))?(?: (?:examples?|requirements?))?"
          + "|requirements? (?:writing|quality|style|wording|conventions?|guidelines?|syntax)\\b.{0,40}|(?:document |typographic(?:al)? )?conventions?(?: used.{0,40})?"
          + "|notation|quality rules|verbal forms|modal verbs|keywords?|(?:use|meaning) of (?:shall|modal|verbs|key).{0,40}|requirements? language"),
  /// It says how people are to behave or to work: nothing in it is a requirement on the product.
  ON_CONDUCT(
      "(?:.{1,40} )?(?:terms (?:of (?:service|use)|(?:and|&) conditions(?: of use)?)|privacy (?:policy|notice|statement)|code of conduct)(?: .{1,40})?|"
          + "acceptable use(?: policy)?|(?:.{1,40} )?contribut(?:ing|ion|or)s? (?:guidelines?|guides?|policy|rules|instructions|process|workflow)|"
          + "(?:how to )?contribut(?:e|ing|ions?)\\b.{0,60}|(?:formatting|submitting|opening|making|creating|reviewing|sending) (?:a |an |your )?"
          + "(?:pull requests?|prs?|patches|merge requests?|commits?|issues?|bug reports?)|pull requests?|(?:writing|commit message|prose) styles?"),
  /// It explains words.
  TERMS(
      "(?:.{1,30} )?glossary(?: of terms)?|definitions?|acronyms?|abbreviations?|terms|terminology|"
          + "(?:terms|definitions|acronyms|abbreviations)(?:,? (?:and )?(?:terms|definitions|acronyms|abbreviations)){1,3}"),
  /// It says in general what the document or the product is: what the product will do there is said again where it counts.
  INTRODUCTION(Names.INTRODUCTION + "(?:(?:,| and| &| /) " + Names.INTRODUCTION + "){0,2}"),
  /// It tells about the surroundings: what it wishes isn't the product's.
  BACKGROUND(Names.BACKGROUND + "(?:(?:,| and| &| /) " + Names.BACKGROUND + "){0,2}"),
  /// It tells of the product as a whole: of its plain words only should demands.
  DESCRIPTION("(?:(?:project|product|system|general system) )?description"),
  /// It says what limits the choice of those who build the product.
  LIMITS("(?:.{1,50} )?(?:constraints|limitations)|(?:.{1,20} )?operating environment"),
  /// It tells how the product is built: what it says in plain words demands nothing.
  BUILD(
      "(?:.{1,30} )?(?:design|architecture|data ?base|data model|functional model|class(?:es| model| diagram)|implementation|technolog(?:y|ies)|"
          + "(?:technology|tech) stack|algorithms?|alternatives)"
          + "(?: (?:and|&) .{1,30}| (?:description|considerations?|decisions?|notes?|overview|details|considered|options))?"),
  /// It tells step by step how the product is used.
  FLOW(
      "stimulus(?:/| and | )responses?(?: sequences?)?|(?:use case )?flow(?: of events)?|(?:use )?cases?|(?:main |test |user |usage )?(?:success )?scenarios?|"
          + "(?:basic|main|normal|primary|alternat(?:e|ive)|exceptional|typical|user) (?:flows?|paths?|course|scenarios?)(?: of events)?(?: \\d{1,2})?|.{1,60} flow|steps|sequence of events|user journeys?|walk-?through"),
  /// It says that requirements follow, whatever the headings above it say.
  PRODUCT(
      "(?:(?:product|system|main|major|key|core|basic) )?functions?|(?:[\\w-]+ ){0,3}(?:functionality|functionalities|capabilities)|(?:non-?)?functionals?|business rules|in[ -]scope|"
          + ".{0,60}\\b(?:requirements?|features|user stories|acceptance criteria)\\b.{0,30}|(?:system )?feature (?:\\d|:).{0,60}|"
          + ".{2,60}\\b(?:shall|must|should|will|can)(?: (?:not|be able to|allow|have|include|provide|support))?|"
          + ".{0,60}\\brequirements? (?:specifications?|documents?)\\b.{0,80}"),
  /// Its heading doesn't tell.
  ANY(""),
  /// No heading stands above it.
  UNTITLED("(?!)");

  private static final int LONGEST_HEADING = 120;
  private static final Pattern NUMBER = Pattern
      .compile(
          "^(?:(?i:appendix|annex|chapter|section|part) [A-Z\\d](?:[.\\d]{0,8})[:.–—-]?|(?:\\d{1,3}\\.?){1,6}|[A-Z]\\.(?:\\d{1,3}\\.?){0,5}|[IVX]{1,5}\\.)\\s+");

  private final Pattern names;

  /// The names of sections that stand together at times, as in `Background and scope`.
  private static final class Names {
    static final String INTRODUCTION = "(?:introduction|intro|purpose|(?:product |project |system |document )?scope|(?:executive )?summary|"
        + "(?:project |product |system |general )?overview|product perspective|(?:(?:product|project|company) )?(?:vision|mission)(?: statement)?|"
        + "(?:project )?abstract)";
    static final String BACKGROUND = "(?:introduction|purpose|(?:product |project |system |document )?scope|target (?:users?|audience|user profile)|value proposition|(?:project )?milestones?|"
        + "(?:.{1,20} )?(?:coding|code|style|naming|branch(?:ing)?|commit|code review|review) (?:guidelines?|guides?|conventions?|standards?|styles?|process|workflow)|"
        + "(?:deprecation|versioning|support|release) (?:policy|process|schedule)|to-?dos?(?:,? .{1,30})?|(?:(?:other|further|more) )?ideas(?: .{1,30})?|consequences|(?:expected )?(?:benefits|results|outcomes)|(?:dis)?advantages|pros|cons|pros and cons|trade-?offs|drawbacks|background|context|criticality|technical issues|(?:.{1,30} )?stakeholders|(?:executive )?summary|(?:project |product |system |general )?overview|"
        + "product perspective|(?:.{1,30} )?(?:current|present|existing) (?:system|situation|state|solution|platform|process|tools?|practice|problems?)|"
        + "problems?(?: statement| description| definition)?|pain points|challenges|"
        + "(?:open )?(?:issues|points|questions)|traceability(?: matrix)?|responsibilities|deliverables|verification|qualification provisions|quality assurance|references?|reference(?:d)? documents?|applicable documents?|"
        + "(?:known )?facts|unknowns|actors?(?: (?:and|&) .{1,30})?|assumptions|dependencies|(?:project )?(?:risks?|schedule|plan)|history|(?:change|revision|document) history|"
        + "rationale|minutes.{0,30}|agenda|action items|users|user (?:characteristics|classes.{0,30})|about (?:this|the) document|"
        + "document (?:overview|organi[sz]ation|purpose)|preface|foreword|lessons learned|motivation|acknowledge?ments?|distribution|"
        + "intended audience.{0,40}|related documents?|related (?:work|products|systems)|"
        + "(?:unit |integration |system |acceptance |manual |performance |security |load |stress |regression |automated )?test(?:s|ing|ing strategy| plan| strategy| cases?)|classes of tests|validation(?: criteria)?|"
        + "insurance|indemnity|liability|evaluation criteria|instructions (?:to|for) (?:bidders|vendors|tenderers)|how to submit.{0,40}|"
        + "guidance (?:for|on|notes?)\\b.{0,40}|"
        + "(?:future|upcoming|possible|potential) (?:work|enhancements?|improvements?|extensions?|features?|scope|plans?|directions?|developments?|releases?)|"
        + "out[ -]of[ -]scope.{0,40}|not in scope|non-?goals|exclusions|roadmap|conclusions?|getting started|quick ?start|installation(?: guide| instructions)?|"
        + "set-?up(?: guide| instructions)?|prerequisites|usage|how (?:to|it) .{1,40}|(?:development|project) (?:process|workflow|environment|timeline|team)|"
        + "timeline|team(?: members| roles)?|roles and responsibilities|budget|market\\b.{0,40}|competit\\w{1,6}\\b.{0,40}|business (?:case|context|drivers)|"
        + "(?:user )?personas?|licen[sc]e|requirements? (?:elicitation|gathering|analysis|management|engineering|process|collection|traceability|prioriti[sz]ation)\\b.{0,40}|"
        + ".{2,60} \\((?:future|out of scope|not in scope)\\)|(?:(?:product|project|company) )?(?:vision|mission)(?: statement)?|(?:.{1,30} )?philosophy|"
        + "(?:project )?abstract|test(?:ing)? requirements|risks (?:and|&) mitigations?|"
        + "(?:ethical|social|societal|socio-economic|economic|professional|sustainability)\\b.{0,40}\\b(?:considerations?|impacts?|issues|aspects|concerns)|"
        + "(?:submission|grading|course|assignment) (?:requirements|guidelines|instructions))";
  }

  Section(String names) {
    this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
  }

  /// What a heading says by itself.
  public static Section of(@Nullable String heading) {
    if (heading == null || heading.length() > LONGEST_HEADING) {
      return ANY;
    }
    var plain = NUMBER.matcher(Words.oneLine(heading)).replaceFirst("")
        .replaceFirst("^(?i:the|our) ", "").replaceFirst("[\\s:.]{1,9}$", "");
    for (var section : values()) {
      if (section.names.matcher(plain).matches()) {
        return section;
      }
    }
    return ANY;
  }

  /// Whether anything in it may be a demand on a product.
  boolean mayDemand() {
    return this != ON_WRITING && this != ON_CONDUCT;
  }

  /// Whether its binding sentences bind the product.
  boolean mayBind() {
    return mayWish() || this == BUILD;
  }

  /// Whether its wishes are wishes for the product.
  public boolean mayWish() {
    return tellsNothing() || this == PRODUCT || this == LIMITS || this == DESCRIPTION
        || this == FLOW;
  }

  /// Whether its name says what it is for by itself, so that it may stand before a text as a label.
  public boolean isForItself() {
    return !tellsNothing() && this != ON_WRITING && this != DESCRIPTION;
  }

  /// Whether no heading tells what it is for.
  public boolean tellsNothing() {
    return this == ANY || this == UNTITLED;
  }

  /// The headings above a place: the nearest that tells what its section is for decides.
  public static final class Path {
    /// Labels stand below all headings.
    private static final int LABELS = 100;
    private static final Pattern OF_A_DOCUMENT = Pattern.compile(
        "\\b(?:specifications?|documents?)\\b",
        Pattern.CASE_INSENSITIVE);

    /// Names what the product does; a bare `Requirements` may be what is needed to run it.
    private static final Pattern OF_FUNCTIONS = Pattern.compile(
        "\\b(?:functional|functions?|functionalit(?:y|ies)|capabilit(?:y|ies)|features?|(?:user|business|usability|security|interface|system) requirements|in[ -]scope|acceptance criteria)\\b",
        Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,3}(?:\\.\\d{1,3}){0,5})\\.?\\s");

    private record Step(int level, Section section, boolean isOfADocument, boolean isOfFunctions,
        @Nullable String number) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean demands;

    /// Goes below a heading; those of its level and deeper are left.
    ///
    /// @param level 1 for the highest
    public void enter(int level, String heading) {
      while (!steps.isEmpty() && steps.getLast().level() >= level) {
        steps.removeLast();
      }
      var section = Section.of(heading);
      steps.addLast(new Step(level, section, OF_A_DOCUMENT.matcher(heading).find(),
          OF_FUNCTIONS.matcher(heading).find(), number(heading)));
      demands |= section == PRODUCT;
    }

    private static @Nullable String number(String heading) {
      var number = NUMBER.matcher(heading);
      return number.find() ? number.group(1) : null;
    }

    /// Goes below a line of the text that says what follows, until the next heading.
    ///
    /// @param level 0 for the highest
    public void label(int level, String line) {
      enter(LABELS + level, line);
    }

    /// Goes below a numbered title in the text: those stay above it whose numbers its own goes on from.
    ///
    /// @param number as in `3.1.2`; empty for a title of the highest level whose number isn't known
    public void number(String number, String line) {
      steps.removeIf(s -> s.number() == null
          ? s.level() > LABELS || number.isEmpty()
          : !number.startsWith(s.number() + "."));
      enter(LABELS + number.length(), line);
    }

    /// Whether the text has no headings but numbered ones, as plain text has.
    public boolean areNumbered() {
      return steps.stream().allMatch(s -> s.level() >= LABELS || s.number() != null);
    }

    /// Goes above all labels.
    public void leaveLabels() {
      steps.removeIf(s -> s.level() >= LABELS);
    }

    /// Goes above all headings, as a new document begins.
    public void leave() {
      steps.clear();
      demands = false;
    }

    /// Whether no heading stands above.
    public boolean isEmpty() {
      return steps.stream().allMatch(s -> s.level() >= LABELS);
    }

    /// Whether a heading so far spoke of requirements.
    public boolean demands() {
      return demands;
    }

    /// What the place is for.
    public Section section() {
      return telling().map(Step::section).orElse(isEmpty() ? UNTITLED : ANY);
    }

    /// Whether the section's own heading says that requirements follow, and not only the document's title.
    public boolean isOfRequirements() {
      return telling().filter(s -> s.section() == PRODUCT && !s.isOfADocument()).isPresent();
    }

    /// Whether the section's own heading says that it lists what the product does.
    public boolean isOfFunctions() {
      return isOfRequirements() && telling().filter(Step::isOfFunctions).isPresent();
    }

    /// A description below requirements describes one of them.
    private Optional<Step> telling() {
      var nearest = new ArrayList<Step>();
      steps.descendingIterator().forEachRemaining(nearest::add);
      nearest.removeIf(s -> s.section() == ANY);
      boolean isOfOne = nearest.size() > 1 && nearest.get(0).section() == DESCRIPTION
          && nearest.get(1).section() == PRODUCT;
      return nearest.stream().skip(isOfOne ? 1 : 0).findFirst();
    }
  }
}

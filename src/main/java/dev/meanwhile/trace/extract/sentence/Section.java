package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a section of a document is for, by its headings.
public enum Section {
  /// It tells how to write: nothing in it is a requirement on the product.
  ON_WRITING,
  /// It says how people are to behave or to work: nothing in it is a requirement on the product.
  ON_CONDUCT,
  /// It explains words.
  TERMS,
  /// It says in general what the document or the product is: what the product will do there is said again where it counts.
  INTRODUCTION,
  /// It tells about the surroundings: what it wishes isn't the product's.
  BACKGROUND,
  /// It tells of the product as a whole: of its plain words only should demands.
  DESCRIPTION,
  /// It says what limits the choice of those who build the product.
  LIMITS,
  /// It tells how the product is built: what it says in plain words demands nothing.
  BUILD,
  /// It tells step by step how the product is used.
  FLOW,
  /// It says what is to be reached: what it bids may be a demand.
  GOALS,
  /// It says that requirements follow, whatever the headings above it say.
  PRODUCT,
  /// Its heading doesn't tell.
  ANY,
  /// No heading stands above it.
  UNTITLED;

  private static final Map<Section, Phrases> HEADINGS = headings();
  private static final int LONGEST_HEADING = 120;
  private static final Pattern NUMBER = Pattern
      .compile(
          "^(?:(?i:appendix|annex|chapter|section|part) [A-Z\\d](?:[.\\d]{0,8})[:.–—-]?|(?:\\d{1,3}\\.?){1,6}|[A-Z]\\.(?:\\d{1,3}\\.?){0,5}|[IVX]{1,5}\\.)\\s+");

  /// What a heading says by itself.
  public static Section of(@Nullable String heading) {
    if (heading == null || heading.length() > LONGEST_HEADING) {
      return ANY;
    }
    var plain = NUMBER.matcher(Words.oneLine(heading)).replaceFirst("")
        .replaceFirst("^(?i:the|our) ", "").replaceFirst("\\s{1,3}\\*\\([^()*]{1,60}\\)\\*$", "")
        .replaceFirst("[\\s:.]{1,9}$", "");
    return HEADINGS.entrySet().stream().filter(names -> names.getValue().are(plain))
        .map(Map.Entry::getKey).findFirst().orElse(ANY);
  }

  /// In the order in which they are asked. Those that stand together at times, as in `Background and scope`, are known
  /// together too.
  private static Map<Section, Phrases> headings() {
    var headings = new EnumMap<Section, Phrases>(Section.class);
    for (var names : Phrasebook.of(Section.class).families()) {
      var section = valueOf(names.name().toUpperCase(Locale.ROOT).replace(' ', '_'));
      boolean together = section == INTRODUCTION || section == BACKGROUND;
      headings.put(section, together ? names.together() : names);
    }
    return headings;
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

  /// Whether what it bids in words of one may be a demand.
  boolean mayBid() {
    return this == PRODUCT || this == GOALS;
  }

  /// Whether what permits or offers something tells of it there, and demands nothing.
  boolean mayOnlyOffer() {
    return this == ANY || this == GOALS || this == FLOW;
  }

  /// Whether no heading tells what it is for in the document.
  public boolean tellsNothing() {
    return this == ANY || this == UNTITLED || this == GOALS;
  }

  /// The headings above a place: the nearest that tells what its section is for decides.
  public static final class Path {
    /// Labels stand below all headings.
    private static final int LABELS = 100;
    private static final Pattern OF_A_DOCUMENT = Pattern.compile(
        "\\b(?:specifications?|documents?|SRS|SRD|FRS|BRS|BRD|PRD|URS|URD)\\b"
            + "|\\b(?:problems?|background|context|overview|introduction|design|architecture|analysis|plan) ?(?:&|and|/) ?requirements\\b"
            + "|\\brequirements ?(?:&|and|/) ?(?:design|architecture|analysis|plan|implementation|context|background)\\b",
        Pattern.CASE_INSENSITIVE);

    /// Names what the product does; a bare `Requirements` may be what is needed to run it.
    private static final Pattern OF_FUNCTIONS = Pattern.compile(
        "\\b(?:functional|functions?|functionalit(?:y|ies)|capabilit(?:y|ies)|features?|(?:user|business|usability|security|interface|system) requirements|(?:in|solution|functional)[ -]scope|acceptance criteria)\\b",
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

    /// A description below requirements describes one of them, as goals there are its own.
    private Optional<Step> telling() {
      var nearest = new ArrayList<Step>();
      steps.descendingIterator().forEachRemaining(nearest::add);
      nearest.removeIf(s -> s.section() == ANY);
      boolean isOfOne = nearest.size() > 1 && (nearest.get(0).section() == DESCRIPTION
          || nearest.get(0).section() == GOALS) && nearest.get(1).section() == PRODUCT;
      return nearest.stream().skip(isOfOne ? 1 : 0).findFirst();
    }
  }
}

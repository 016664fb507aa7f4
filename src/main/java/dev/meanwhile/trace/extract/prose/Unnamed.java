package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Draft;
import dev.meanwhile.trace.extract.harvest.Harvest;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.sentence.Addressee;
import dev.meanwhile.trace.extract.sentence.Deeds;
import dev.meanwhile.trace.extract.sentence.Force;
import dev.meanwhile.trace.extract.sentence.Fragments;
import dev.meanwhile.trace.extract.sentence.PlainWords;
import dev.meanwhile.trace.extract.sentence.Section;
import dev.meanwhile.trace.extract.sentence.Stance;
import dev.meanwhile.trace.extract.sentence.Wording;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sentences without an ID before them, below the headings that say what they are for.
final class Unnamed {
  private static final Pattern NUMBERED_LINE = Pattern
      .compile("\\n(?=[ \\t]{0,8}\\d{1,3}(?:\\.\\d{1,3}){1,6}\\.?[ \\t]+\\p{Lu})");
  private static final Pattern TAG = Pattern.compile("\\[([^\\[\\]\\s]{2,64})\\]");
  private static final Pattern REMARK = Pattern
      .compile("[\\[(<{][^\\[\\](){}<>]{3,80}[\\])>}]\\.?");

  private final Harvest harvest;
  private final Lead lead;
  private final Section.Path headings;
  private final Signposts signposts;
  private boolean announced;
  /// Whether the sentence before, in the same text, is a demand.
  private boolean goesOn;

  Unnamed(Harvest harvest, Lead lead, Section.Path headings) {
    this.harvest = harvest;
    this.lead = lead;
    this.headings = headings;
    this.signposts = new Signposts(headings);
  }

  /// A passage begins; what was announced is a list, so anything else ends it.
  void passage(Passage passage) {
    announced &= passage.kind() == Passage.Kind.ITEM;
    signposts.passage(passage);
  }

  /// The sentences of a passage that has no ID. Lines that are numbered in several steps are items.
  void text(Passage passage, String text, Source source) {
    var rest = signposts.rest(passage, text);
    var lines = NUMBERED_LINE.splitAsStream(rest).toList();
    boolean isItem = passage.kind() == Passage.Kind.ITEM;
    if (!isItem && lines.size() > 1) {
      harvest.lists().begin();
      isItem = true;
    }
    int above = 0;
    for (var line : lines) {
      text(line, below(source, above), isItem);
      above += 1 + newlines(line) + (above == 0 ? newlines(text) - newlines(rest) : 0);
    }
  }

  private static Source below(Source source, int lines) {
    var line = source.line();
    return line == null || lines == 0 ? source : source.atLine(line + lines);
  }

  private static int newlines(String text) {
    return Math.toIntExact(text.chars().filter(c -> c == '\n').count());
  }

  /// The sentences of a text: each is a requirement, a candidate, or nothing.
  void text(String text, Source source, boolean isItem) {
    lead.end();
    goesOn = false;
    for (var sentence : Words.sentences(text)) {
      count(source, isItem);
      goesOn = sentence(sentence, source, isItem);
    }
  }

  private void count(Source source, boolean isItem) {
    if (isItem) {
      harvest.lists().sentence();
    }
    if (isNarrative()) {
      harvest.narrative().sentence(source.file());
    }
    if (headings.isEmpty()) {
      harvest.withoutHeading(source.file());
    }
  }

  /// Whether the sentence is a requirement or a candidate.
  private boolean sentence(String sentence, Source source, boolean isItem) {
    var id = tagIn(sentence);
    var tier = tier(sentence, id, source);
    boolean isFragment = tier == null && isItem && headings.isOfFunctions()
        && Fragments.name(sentence);
    if (isFragment) {
      listed(Draft.of(id, null, sentence, Tier.CANDIDATE, source), true);
      return true;
    }
    if (tier == null && ((isItem && announced) || (goesOn && headings.isOfRequirements()
        && Deeds.goOn(sentence)))) {
      tier = Tier.CANDIDATE;
    }
    if (tier != null) {
      found(Draft.of(id, null, sentence, tier, source), isItem);
      lead.statement(sentence);
    } else if (Stance.announces(sentence, headings.section())) {
      announced = true;
    } else if (REMARK.matcher(sentence).matches()
        && Status.of(null, sentence) == Status.DELETED) {
      endLast(sentence, source);
    }
    return tier != null;
  }

  private @Nullable Tier tier(String sentence, @Nullable String id, Source source) {
    boolean modal = Words.binds(sentence);
    boolean onWriting = Addressee.isWriter(sentence);
    if (modal || onWriting || Words.wishes(sentence)) {
      harvest.sentence(source.file(), onWriting);
    }
    return id != null && (modal || Words.wishes(sentence))
        ? Tier.REQUIREMENT
        : Stance.of(sentence, headings.section());
  }

  /// An ID in brackets inside the sentence, as in `The unit [SRS194] shall …`.
  private static @Nullable String tagIn(String sentence) {
    return TAG.matcher(sentence).results().map(t -> t.group(1)).filter(Ids::isId).findFirst()
        .orElse(null);
  }

  private void found(Draft draft, boolean isItem) {
    boolean candidate = draft.tier() == Tier.CANDIDATE;
    if (candidate && PlainWords.bind(draft.text(), headings.section(), headings.isOfRequirements(),
        headings.demands())) {
      boolean isSure = headings.isOfRequirements() && PlainWords.isSaidOfTheProduct(draft.text());
      if (isSure) {
        harvest.add(draft.withTier(Tier.REQUIREMENT));
      } else {
        harvest.addPlain(draft, isItem && headings.isOfRequirements());
      }
    } else {
      harvest.add(draft);
    }
    if (isNarrative() && !Force.isStory(Wording.of(draft.text()))) {
      harvest.narrative().demand(harvest.last());
    }
    if (isItem && headings.section().mayWish()) {
      harvest.lists().demand(harvest.last(), candidate && PlainWords.mayBeListed(draft.text()),
          headings.isOfRequirements() || announced || PlainWords.isModal(draft.text()));
    }
    if (candidate && headings.isEmpty() && PlainWords.mayBeListed(draft.text())) {
      harvest.list();
    }
  }

  private void listed(Draft draft, boolean isFragment) {
    harvest.add(draft);
    harvest.lists().demand(draft, isFragment, true);
  }

  private boolean isNarrative() {
    return headings.section().tellsNothing() || headings.section() == Section.DESCRIPTION;
  }

  /// A remark in brackets behind the full stop that says that the sentence before is deleted.
  private void endLast(String remark, Source source) {
    if (!harvest.isEmpty() && harvest.last().source().equals(source)) {
      harvest.replaceLast(harvest.last().withText(harvest.last().text() + " " + remark));
    }
  }
}

package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.sentence.Addressee;
import dev.meanwhile.trace.extract.sentence.Force;
import dev.meanwhile.trace.extract.sentence.PlainWords;
import dev.meanwhile.trace.extract.sentence.Section;
import dev.meanwhile.trace.extract.sentence.Stance;
import dev.meanwhile.trace.extract.sentence.Wording;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sentences without an ID before them, below the headings that say what they are for.
final class Unnamed {
  private static final Pattern TAG = Pattern.compile("\\[([^\\[\\]\\s]{2,64})\\]");
  private static final Pattern REMARK = Pattern
      .compile("[\\[(<{][^\\[\\](){}<>]{3,80}[\\])>}]\\.?");

  private final Harvest harvest;
  private final Lead lead;
  private final Section.Path headings;
  private boolean announced;

  Unnamed(Harvest harvest, Lead lead, Section.Path headings) {
    this.harvest = harvest;
    this.lead = lead;
    this.headings = headings;
  }

  /// A passage begins; what was announced is a list, so anything else ends it.
  void passage(boolean isItem) {
    announced &= isItem;
  }

  /// The sentences of a text: each is a requirement, a candidate, or nothing.
  void text(String text, Source source, boolean isItem) {
    lead.end();
    for (var sentence : Words.sentences(text)) {
      count(source, isItem);
      sentence(sentence, source, isItem);
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

  private void sentence(String sentence, Source source, boolean isItem) {
    var id = tagIn(sentence);
    var tier = tier(sentence, id, source);
    if (tier == null && isItem && announced) {
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
      harvest.addPlain(draft, isItem && headings.isOfRequirements());
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

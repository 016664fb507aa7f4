package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Clauses.Clause;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.id.References;
import dev.meanwhile.trace.extract.sentence.Addressee;
import dev.meanwhile.trace.extract.sentence.Force;
import dev.meanwhile.trace.extract.sentence.PlainWords;
import dev.meanwhile.trace.extract.sentence.Section;
import dev.meanwhile.trace.extract.sentence.Stance;
import dev.meanwhile.trace.extract.sentence.Wording;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads requirements from headings, paragraphs and lists.
final class Prose {
  private static final Pattern VERIFIES = Pattern.compile(
      "\\W{0,4}(?:requirements?|reqs?|rqmts?)?\\s{0,3}(?:verified|tested|covered|verifies|covers|validates|validated)\\W{0,4}:\\W{0,4}"
          + "([^\\n]{2,300})",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern ID_LAST = Pattern.compile(
      "(.{2,200}?)[\\s:–-]{1,3}(?:[\\[(<{]|[*_`]{1,3})([A-Za-z][\\w.~-]{1,63})(?:[\\])>}]|[*_`]{1,3})(?:\\s{0,3}\\{#[^{}]{1,80}\\})?\\s{0,3}");
  private static final Pattern LEADS = Pattern.compile(
      ":$|\\b(?:shall|must|should|will|can)(?: not)?(?: be able to)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("\\[([^\\[\\]\\s]{2,64})\\]");
  private static final Pattern REMARK = Pattern
      .compile("[\\[(<{][^\\[\\](){}<>]{3,80}[\\])>}]\\.?");
  private static final Pattern TITLE = Pattern
      .compile("\\s*([*_]{1,3})(?![*_\\s])[^*_\\n.:;]{2,80}\\1\\s*");
  private static final Pattern FEW_WORDS = Pattern
      .compile("\\s*[\\p{L}\\p{N}][^.:;!?,\\n]{2,60}\\s*");
  private static final Pattern EMPHASIS = Pattern.compile("[*_]{1,3}");
  private static final Pattern NEW_SENTENCE = Pattern.compile("[.;!?][ \\t]{0,9}\\n\\s*+(?=[A-Z])");

  private final Harvest harvest;
  private final Section.Path headings = new Section.Path();
  private final Aside aside;
  private final ListedAside listedAside = new ListedAside();
  private @Nullable String file;
  private @Nullable Clause pending;
  private @Nullable Source pendingSource;
  private @Nullable String pendingTitle;
  private boolean listOpen;
  private boolean inList;
  private boolean announced;
  private boolean underStatement;
  private boolean titled;

  Prose(Harvest harvest) {
    this.harvest = harvest;
    this.aside = new Aside(harvest);
  }

  void passage(Passage passage) {
    if (!passage.source().file().equals(file)) {
      leave();
      end();
      headings.leave();
      file = passage.source().file();
      titled = false;
    }
    title(passage);
    list(passage.kind() == Passage.Kind.ITEM);
    switch (passage.kind()) {
      case HEADING -> heading(passage);
      case PARAGRAPH, ITEM -> text(passage);
      case ROW, CODE -> {
        listOpen = false;
        leave();
      }
      case NEED -> need(passage);
    }
  }

  private void list(boolean isItem) {
    if (isItem && !inList) {
      harvest.lists().begin();
    }
    inList = isItem;
    announced &= isItem;
  }

  /// The first heading is the document's title; where there is none, its first words are.
  private void title(Passage passage) {
    if (!titled && passage.kind() != Passage.Kind.ROW) {
      titled = true;
      if (Section.of(passage.text()) == Section.ON_WRITING) {
        harvest.guide(passage.source().file());
      }
    }
  }

  /// A heading that only names a requirement is its statement when nothing better followed.
  void end() {
    var left = pending;
    if (left != null && pendingSource != null && !left.body().isBlank()) {
      harvest.title(Draft.of(left.id(), null, left.body(), Tier.REQUIREMENT, pendingSource));
    }
    pending = null;
    listOpen = false;
  }

  private void leave() {
    aside.end();
    underStatement = false;
  }

  private void need(Passage need) {
    leave();
    end();
    if (Needs.isProse(need)) {
      text(need);
    }
  }

  private void heading(Passage heading) {
    listedAside.end();
    leave();
    end();
    headings.enter(heading.level(), heading.text());
    var words = HeadingWords.of(heading.text());
    var clause = Clauses.of(words).getFirst();
    if (clause.id() == null) {
      clause = nameFirst(words);
    }
    if (clause.id() == null && await(idLast(words), heading.source())) {
      return;
    }
    if (clause.id() != null && Words.binds(clause.body())) {
      add(clause.id(), null, clause.body(), heading.source());
    } else if (clause.id() != null) {
      await(clause, clause.body(), heading.source());
    }
  }

  /// A heading such as `REQ-001 Login`, with no separator and no binding word.
  private static Clause nameFirst(String heading) {
    var ids = Ids.in(heading);
    boolean first = !ids.isEmpty() && ids.getFirst().start() <= 1
        && Ids.isSure(ids.getFirst().id());
    return first
        ? new Clause(ids.getFirst().id(),
            heading.substring(ids.getFirst().end()).replaceFirst("^[\\])>`*_\\s]+", ""), 0)
        : new Clause(null, heading, 0);
  }

  /// A heading such as `Login [REQ-001]` names the statement below it, if what stands there reads like one.
  private static @Nullable Matcher idLast(String heading) {
    var last = ID_LAST.matcher(heading);
    return last.matches() && Ids.isId(last.group(2)) && Ids.isSure(last.group(2)) ? last : null;
  }

  private boolean await(@Nullable Matcher named, Source source) {
    if (named != null) {
      await(new Clause(named.group(2), "", 0), named.group(1).strip(), source);
    }
    return named != null;
  }

  private void await(Clause clause, @Nullable String title, Source source) {
    pending = clause;
    pendingTitle = title;
    pendingSource = source;
  }

  private void text(Passage passage) {
    if (isUnderStatement() && aside.takes(passage)) {
      listOpen = false;
      return;
    }
    if (isVerification(passage) || listedAside.takes(passage)) {
      return;
    }
    var lines = new Lines(passage);
    for (var clause : Clauses.of(passage.text())) {
      var source = lines.at(clause.start());
      if (clause.id() == null) {
        withoutId(passage, clause, source);
      } else if (clause.body().isEmpty() && isTag(passage.text(), clause, source)) {
        harvest.replaceLast(harvest.last().withId(clause.id()));
      } else if (clause.body().isEmpty()) {
        end();
        await(clause, passage.source().heading(), source);
      } else {
        end();
        withId(clause, source);
      }
    }
  }

  /// Whether the last thing found is a statement with an ID, of this section.
  private boolean isUnderStatement() {
    return pending == null && underStatement && harvest.last().id() != null;
  }

  /// A line such as `Requirements verified: A-1, A-2` under the heading of a test links the test to them.
  private boolean isVerification(Passage passage) {
    var verifies = VERIFIES.matcher(passage.text());
    var heading = passage.source().heading();
    if (heading == null || !verifies.matches()
        || !References.isList(verifies.group(1).replaceAll("[`*_]", ""))) {
      return false;
    }
    harvest.add(Mention.ofTest(verifies.group(1), Words.oneLine(heading), List.of(), null,
        passage.source().file()));
    return true;
  }

  private void withId(Clause clause, Source source) {
    var rest = NEW_SENTENCE.matcher(clause.body());
    while (rest.find()) {
      if (Words.binds(clause.body().substring(rest.end()))
          && Words.binds(clause.body().substring(0, rest.start()))) {
        add(clause.id(), null, clause.body().substring(0, rest.end()).strip(), source);
        sentences(clause.body().substring(rest.end()), source, false);
        return;
      }
    }
    add(clause.id(), null, clause.body(), source);
  }

  private void withoutId(Passage passage, Clause clause, Source source) {
    var waiting = pending;
    pending = null;
    boolean stated = waiting != null && isStatementOf(waiting, clause.body());
    if (waiting != null && isTitle(waiting, passage, stated)) {
      await(waiting, Words.trimmed(EMPHASIS.matcher(clause.body()).replaceAll("")),
          pendingSource == null ? source : pendingSource);
    } else if (waiting != null && stated) {
      add(waiting.id(), pendingTitle, clause.body(),
          pendingSource == null ? source : pendingSource);
    } else if (listOpen && passage.kind() == Passage.Kind.ITEM && !Words.binds(clause.body())) {
      var lead = harvest.last();
      harvest.replaceLast(lead.withText(lead.text() + "\n- " + clause.body()));
    } else {
      sentences(clause.body(), source, passage.kind() == Passage.Kind.ITEM);
    }
  }

  /// Below a heading of nothing but an ID, a line in italics or bold is its title, and so are a few words that state
  /// nothing.
  private boolean isTitle(Clause waiting, Passage passage, boolean stated) {
    if (!waiting.body().isEmpty() || passage.kind() != Passage.Kind.PARAGRAPH) {
      return false;
    }
    return TITLE.matcher(passage.text()).matches()
        || (!stated && (pendingTitle == null || pendingTitle.isEmpty())
            && FEW_WORDS.matcher(passage.text()).matches());
  }

  /// A line of nothing but an ID may be an anchor: what follows is its statement only if it reads like one.
  private static boolean isStatementOf(Clause waiting, String text) {
    return !waiting.body().isEmpty() || Words.binds(text) || Words.wishes(text)
        || Ids.isTyped(waiting.id());
  }

  private void add(@Nullable String id, @Nullable String title, String text, Source source) {
    harvest.add(Draft.of(id, title, text, Tier.REQUIREMENT, source));
    listOpen = LEADS.matcher(text).find();
    underStatement = id != null;
  }

  private void sentences(String text, Source source, boolean isItem) {
    listOpen = false;
    for (var sentence : Words.sentences(text)) {
      if (isItem) {
        harvest.lists().sentence();
      }
      if (isNarrative()) {
        harvest.narrative().sentence(source.file());
      }
      if (headings.isEmpty()) {
        harvest.withoutHeading(source.file());
      }
      var id = tagIn(sentence);
      var tier = tier(sentence, id, source);
      if (tier == null && isItem && announced) {
        tier = Tier.CANDIDATE;
      }
      if (tier != null) {
        found(Draft.of(id, null, sentence, tier, source), isItem);
        listOpen = LEADS.matcher(sentence).find();
      } else if (Stance.announces(sentence, headings.section())) {
        announced = true;
      } else if (REMARK.matcher(sentence).matches()
          && Status.of(null, sentence) == Status.DELETED) {
        endLast(sentence, source);
      }
    }
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

  /// An ID in brackets behind the full stop belongs to the sentence before.
  private boolean isTag(String text, Clause clause, Source source) {
    return clause.start() > 0 && "[(".indexOf(text.charAt(clause.start() - 1)) >= 0
        && !harvest.isEmpty() && harvest.last().id() == null
        && harvest.last().source().equals(source);
  }

  /// A remark in brackets behind the full stop that says that the sentence before is deleted.
  private void endLast(String remark, Source source) {
    if (!harvest.isEmpty() && harvest.last().source().equals(source)) {
      harvest.replaceLast(harvest.last().withText(harvest.last().text() + " " + remark));
    }
  }

  /// Places in a passage, asked for in their order: a passage of thousands of lines is gone through once.
  private static final class Lines {
    private final Passage passage;
    private int counted;
    private int newlines;

    Lines(Passage passage) {
      this.passage = passage;
    }

    Source at(int offset) {
      var line = passage.source().line();
      if (line == null) {
        return passage.source();
      }
      for (; counted < offset; counted++) {
        newlines += passage.text().charAt(counted) == '\n' ? 1 : 0;
      }
      return passage.source().atLine(line + newlines);
    }
  }
}

package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Harvest;
import dev.meanwhile.trace.extract.harvest.Mention;
import dev.meanwhile.trace.extract.id.References;
import dev.meanwhile.trace.extract.sentence.Section;
import dev.meanwhile.trace.extract.statement.Aside;
import dev.meanwhile.trace.extract.statement.Clauses;
import dev.meanwhile.trace.extract.statement.Clauses.Clause;
import dev.meanwhile.trace.extract.statement.ListedAside;
import dev.meanwhile.trace.extract.statement.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads requirements from headings, paragraphs and lists: cuts them into clauses with an ID and without one.
public final class Prose {
  private static final Pattern VERIFIES = Pattern.compile(
      "\\W{0,4}(?:requirements?|reqs?|rqmts?)?\\s{0,3}(?:verified|tested|covered|verifies|covers|validates|validated)\\W{0,4}:\\W{0,4}"
          + "([^\\n]{2,300})",
      Pattern.CASE_INSENSITIVE);
  /// Titles of documents that tell how work is done.
  private static final Phrases GUIDE = Phrasebook.of(Prose.class).phrases("guide");
  private static final Pattern NEW_SENTENCE = Pattern.compile("[.;!?][ \\t]*\\n\\s*(?=[A-Z])");

  private final Harvest harvest;
  private final Section.Path headings = new Section.Path();
  private final Lead lead;
  private final Named named;
  private final Unnamed unnamed;
  private final Aside aside;
  private final ListedAside listedAside = new ListedAside();
  private @Nullable String file;
  private boolean inList;
  private boolean titled;
  /// How much was found before the present passage.
  private int before;

  /// Reads into a harvest.
  public Prose(Harvest harvest) {
    this.harvest = harvest;
    this.lead = new Lead(harvest);
    this.named = new Named(harvest, lead);
    this.unnamed = new Unnamed(harvest, lead, headings);
    this.aside = new Aside(harvest);
  }

  /// The next passage that is no row of a table.
  public void passage(Passage passage) {
    if (!passage.source().file().equals(file)) {
      leave();
      end();
      headings.leave();
      named.begin();
      file = passage.source().file();
      titled = false;
    }
    title(passage);
    list(passage.kind() == Passage.Kind.ITEM);
    unnamed.passage(passage);
    switch (passage.kind()) {
      case HEADING -> heading(passage);
      case PARAGRAPH, ITEM -> text(passage);
      case ROW, CODE -> {
        lead.end();
        leave();
      }
      case NEED -> need(passage);
    }
  }

  /// The first heading is the document's title, or that of a piece which its author marked; where there is none, its first
  /// words are.
  private void title(Passage passage) {
    if (!titled && passage.kind() != Passage.Kind.ROW) {
      titled = true;
      var title = passage.field("title");
      var words = title == null ? passage.text() : title;
      if (Section.of(words) == Section.ON_WRITING || GUIDE.are(Words.oneLine(words))) {
        harvest.guide(passage.source().file());
      }
    }
  }

  private void list(boolean isItem) {
    if (isItem && !inList) {
      harvest.lists().begin();
    }
    inList = isItem;
  }

  /// Nothing follows; a requirement that is only named is one.
  public void end() {
    named.end();
  }

  private void leave() {
    aside.end();
    named.leave();
  }

  private void need(Passage need) {
    leave();
    end();
    named.stated(need.fields().get("id"));
    if (Needs.isProse(need)) {
      text(need);
    }
  }

  private void heading(Passage heading) {
    listedAside.end();
    leave();
    end();
    headings.enter(heading.level(), heading.text());
    named.heading(heading);
  }

  private void text(Passage passage) {
    named.settle(passage);
    if (named.isUnderStatement() && aside.takes(passage)) {
      lead.end();
      named.aside();
      return;
    }
    if (isVerification(passage) || listedAside.takes(passage)) {
      return;
    }
    var lines = new Lines(passage);
    before = harvest.size();
    for (var clause : Clauses.of(passage.text())) {
      clause(passage, clause, lines.at(clause.start()));
    }
  }

  private void clause(Passage passage, Clause clause, Source source) {
    if (clause.id() == null) {
      withoutId(passage, clause.body(), source);
    } else if (clause.body().isEmpty() && isTag(passage.text(), clause)) {
      harvest.replaceLast(harvest.last().withId(clause.id()));
    } else if (clause.body().isEmpty()) {
      end();
      named.await(clause, passage.source().heading(), source);
    } else {
      end();
      withId(passage, clause, source);
    }
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

  private void withoutId(Passage passage, String text, Source source) {
    if (named.takes(passage, text, source) || lead.takes(passage, text)
        || named.goesOn(passage, text)) {
      return;
    }
    boolean below = named.isDirectlyAbove(passage);
    int from = harvest.size();
    unnamed.text(passage, text, source);
    named.loose(below && harvest.below(from, text));
  }

  /// A second statement that begins on a line of its own is no part of the first.
  private void withId(Passage passage, Clause clause, Source source) {
    int level = Named.levelOf(passage);
    var stated = Statement.of(clause.body());
    var body = stated.text();
    var next = NEW_SENTENCE.matcher(body);
    int end = 0;
    boolean binds = false;
    while (!binds && next.find()) {
      binds = Words.binds(body.substring(end, next.start()));
      end = next.end();
    }
    if (binds && Words.binds(body.substring(end))) {
      named.add(clause.id(), null, body.substring(0, end).strip(), source, level);
      int from = harvest.size();
      unnamed.text(body.substring(end), source, false);
      harvest.below(from, body.substring(end).strip());
    } else {
      named.add(clause.id(), null, body, source, level);
      beside(stated, source);
    }
  }

  /// What its own lines say beside the statement, or in braces before it.
  private void beside(Statement stated, Source source) {
    var parents = stated.parents();
    if (parents != null) {
      harvest.replaceNamed(harvest.named().alsoUnder(parents));
    }
    for (var label : stated.labels()) {
      if (!aside.takes(Passage.paragraph(label, source))) {
        harvest.replaceNamed(harvest.named().withText(harvest.named().text() + "\n" + label));
      }
      named.aside();
    }
    aside.end();
  }

  /// An ID in brackets behind the full stop belongs to the sentence before.
  private boolean isTag(String text, Clause clause) {
    return clause.start() > 0 && "[(".indexOf(text.charAt(clause.start() - 1)) >= 0
        && harvest.size() > before && harvest.last().id() == null;
  }
}

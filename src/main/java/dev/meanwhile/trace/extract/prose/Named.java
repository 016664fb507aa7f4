package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Draft;
import dev.meanwhile.trace.extract.harvest.Harvest;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.sentence.Section;
import dev.meanwhile.trace.extract.statement.Clauses;
import dev.meanwhile.trace.extract.statement.Clauses.Clause;
import dev.meanwhile.trace.extract.statement.Fields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Statements whose ID stands before them: in their own line, or in a line or a heading of its own above them.
public final class Named {
  private static final Pattern ID_LAST = Pattern.compile(
      "(.{2,200}?)[\\s:–-]{1,3}(?:[\\[(<{]|[*_`]{1,3})([A-Za-z][\\w.~-]{1,63})(?:[\\])>}]|[*_`]{1,3})(?:\\s{0,3}\\{#[^{}]{1,80}\\})?\\s{0,3}");
  private static final Pattern TITLE = Pattern
      .compile("\\s*([*_]{1,3})(?![*_\\s])[^*_\\n.:;]{2,80}\\1\\s*");
  private static final Pattern FEW_WORDS = Pattern
      .compile("\\s*[\\p{L}\\p{N}][^.:;!?,\\n]{2,60}\\s*");
  private static final Pattern EMPHASIS = Pattern.compile("[*_]{1,3}");
  private static final int MOST_LOOSE = 2;
  private static final int GONE_WORDS = 12;
  private static final int LONGEST_PLAIN = 600;
  private static final int FEWEST_WORDS = 3;

  private final Harvest harvest;
  private final Lead lead;
  private final Groups groups;
  private @Nullable Clause pending;
  private @Nullable Source pendingSource;
  private @Nullable String pendingTitle;
  private boolean underStatement;
  /// Whether a heading of the document was read.
  private boolean titled;
  private boolean byHeading;
  private int headingLevel;
  /// What stands below a heading of nothing but an ID and doesn't bind.
  private @Nullable String plain;
  /// The level of the item that the last statement is, 0 where it is none.
  private int level;
  /// The level of the list that the last statement begins, 0 where its ID doesn't stand above one.
  private int listed;
  private boolean direct;
  /// How many texts that say nothing of it stand below the last statement.
  private int loose;

  Named(Harvest harvest, Lead lead) {
    this.harvest = harvest;
    this.lead = lead;
    this.groups = new Groups(harvest);
  }

  /// A heading that only names a requirement is its statement when nothing better followed.
  void end() {
    var left = pending;
    if (left != null && pendingSource != null && !left.body().isBlank()) {
      var title = Draft.of(left.id(), null, left.body(), Tier.REQUIREMENT, pendingSource);
      harvest.title(title);
      if (byHeading) {
        groups.title(title, headingLevel);
      }
    }
    plain();
    pending = null;
    lead.end();
  }

  /// A text that doesn't bind leaves a plain sentence above it the statement of its heading.
  void settle(Passage passage) {
    if (!Words.binds(passage.text())) {
      plain();
    }
  }

  private void plain() {
    var left = pending;
    var text = plain;
    plain = null;
    if (left != null && text != null && pendingSource != null) {
      pending = null;
      add(left.id(), pendingTitle, text, pendingSource, 0);
    }
  }

  /// A requirement is stated by other means.
  void stated(@Nullable String id) {
    groups.stated(id);
  }

  /// Another document begins.
  void begin() {
    titled = false;
    groups.end();
  }

  /// What stands below the last statement ends.
  void leave() {
    underStatement = false;
  }

  /// Whether the last thing found is a statement with an ID, of this section.
  boolean isUnderStatement() {
    return pending == null && underStatement && loose <= MOST_LOOSE && harvest.isNamedLast();
  }

  /// Whether a text that has no ID stands directly below the last statement with one.
  boolean isDirectlyAbove(Passage passage) {
    boolean isBelow = passage.kind() == Passage.Kind.ITEM
        ? passage.level() > level
        : level == 0;
    return direct && isUnderStatement() && isBelow;
  }

  /// What is said beside the last statement stands below it: what follows is no part of it.
  void aside() {
    direct = false;
  }

  /// A text stands below the last statement that has no label.
  ///
  /// @param isPart whether it may be a part of it
  void loose(boolean isPart) {
    direct &= isPart;
    loose += isPart ? 0 : 1;
  }

  void heading(Passage passage) {
    var source = passage.source();
    headingLevel = passage.level();
    var text = HeadingWords.of(passage.text());
    var clauses = Clauses.of(text);
    boolean isNamed = !clauses.isEmpty() && clauses.getFirst().id() != null;
    var clause = isNamed ? clauses.getFirst() : nameFirst(text);
    var id = clause.id();
    groups.heading(headingLevel, id != null);
    boolean isTitle = !titled;
    titled = true;
    if (isTitle && id != null && isNameOfProduct(clause)) {
      return;
    }
    if (id == null) {
      await(idLast(text), source);
    } else if (!Ids.isOfOther(id)) {
      named(clause, source);
    }
  }

  /// Whether a document of requirements is called after its product, which has a number.
  private static boolean isNameOfProduct(Clause title) {
    return !Ids.isNamed(String.valueOf(title.id())) && !Words.binds(title.body())
        && Section.of(title.body()) == Section.PRODUCT;
  }

  private void named(Clause clause, Source source) {
    if (Words.binds(clause.body())) {
      add(clause.id(), null, clause.body(), source, 0);
    } else {
      await(clause, clause.body(), source);
      byHeading = true;
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

  private void await(@Nullable Matcher named, Source source) {
    if (named != null) {
      await(new Clause(named.group(2), "", 0), named.group(1).strip(), source);
    }
  }

  /// An ID alone: what follows may be its statement.
  void await(Clause clause, @Nullable String title, Source source) {
    pending = clause;
    byHeading = false;
    plain = null;
    pendingTitle = title;
    pendingSource = source;
  }

  /// Takes a text as the title or the statement of the ID that stands above it, if it reads like one.
  boolean takes(Passage passage, String text, Source source) {
    var waiting = pending;
    pending = null;
    if (waiting == null) {
      return false;
    }
    if (byHeading && !waiting.body().isEmpty() && Fields.isAttributes(text)) {
      pending = waiting;
      return true;
    }
    boolean headed = byHeading;
    boolean stated = isStatementOf(waiting, text);
    var place = pendingSource == null ? source : pendingSource;
    if (isTitle(waiting, passage, stated)) {
      await(waiting, Words.trimmed(EMPHASIS.matcher(text).replaceAll("")), place);
      byHeading = headed;
    } else if (!stated && headed && isPlain(waiting, passage)) {
      pending = waiting;
      plain = text;
      return true;
    } else if (stated) {
      add(waiting.id(), pendingTitle, text, place, levelOf(passage));
      listed = levelOf(passage);
    }
    plain = null;
    return stated || pending != null;
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

  /// Below a heading of nothing but an ID, with its title perhaps, a sentence is its statement if none is known yet and no
  /// better one follows.
  private boolean isPlain(Clause waiting, Passage passage) {
    boolean isTitled = pendingTitle != null && !pendingTitle.isEmpty();
    return passage.kind() == Passage.Kind.PARAGRAPH && passage.text().length() <= LONGEST_PLAIN
        && Words.count(passage.text()) >= FEWEST_WORDS && Fields.ofLine(passage.text()) == null
        && plain == null && (isTitled || passage.text().endsWith("."))
        && Ids.isSure(String.valueOf(waiting.id()))
        && !Ids.isTest(String.valueOf(waiting.id())) && !harvest.knows(waiting.id());
  }

  /// A line of nothing but an ID may be an anchor: what follows is its statement only if it reads like one.
  private static boolean isStatementOf(Clause waiting, String text) {
    return !waiting.body().isEmpty() || Words.binds(text) || Words.wishes(text)
        || Ids.isTyped(waiting.id())
        || (Words.count(text) <= GONE_WORDS && Status.of(null, text) == Status.DELETED);
  }

  /// Adds a statement.
  ///
  /// @param at the level of the item that it is, 0 where it is none
  void add(@Nullable String id, @Nullable String title, String text, Source source, int at) {
    var own = id == null || title != null ? null : TitleLine.of(text);
    var tier = Section.of(source.heading()) == Section.ON_WRITING
        ? Tier.CANDIDATE
        : Tier.REQUIREMENT;
    var draft = own == null
        ? Draft.of(id, title, text, tier, source)
        : Draft.of(id, own.title(), own.statement(), tier, source);
    if (id == null) {
      harvest.add(draft);
    } else {
      harvest.addNamed(draft);
    }
    groups.stated(id);
    lead.statement(draft.text(), at);
    underStatement = id != null;
    level = at;
    listed = 0;
    loose = 0;
    direct = true;
  }

  /// Adds an item to the statement whose ID stands above their list.
  boolean goesOn(Passage passage, String text) {
    if (listed == 0 || levelOf(passage) < listed || !direct || !isUnderStatement()) {
      return false;
    }
    harvest.replaceNamed(harvest.named().withText(harvest.named().text() + "\n- " + text));
    return true;
  }

  static int levelOf(Passage passage) {
    return passage.kind() == Passage.Kind.ITEM ? passage.level() : 0;
  }
}

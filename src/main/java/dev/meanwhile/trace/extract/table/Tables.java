package dev.meanwhile.trace.extract.table;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Draft;
import dev.meanwhile.trace.extract.harvest.Draft.Beside;
import dev.meanwhile.trace.extract.harvest.Harvest;
import dev.meanwhile.trace.extract.id.GoneIds;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.id.TestName;
import dev.meanwhile.trace.extract.sentence.Section;
import dev.meanwhile.trace.extract.sentence.Stance;
import dev.meanwhile.trace.extract.statement.Clauses.Clause;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads requirements from the rows of tables, header by header.
public final class Tables {
  private static final String NO_TEXT = "TBD: no text is given for ";
  /// A table can go on through the sections of its document, whose headings are rows of it.
  private static final Pattern HEADING = Pattern
      .compile("\\d{1,3}(?:\\.\\d{1,3}){1,5}\\.?\\s+\\p{Lu}[^.;:?!]{2,80}");
  private static final Pattern ITEM = Pattern
      .compile("(?:[-*+•·–—]|\\(?(?:\\d{1,3}|[A-Za-z]{1,3})[.)])\\s");
  /// A document can name any number of IDs in a few words: from some number on only those that it writes out count.
  private static final int MOST_GONE = 10_000;
  private static final Pattern OPEN_END = Pattern.compile("[:;,]$");
  private final Harvest harvest;
  private final Mentions mentions;
  private final Headless headless;
  private final Map<String, State> states = new HashMap<>();
  private @Nullable String file;
  private State state = new State();
  private int gone;
  /// The heading above the last row, and whether it stands above a text on writing.
  private @Nullable String heading;
  private boolean onWriting;

  /// What is known of a table: other tables can stand between its rows.
  private static final class State {
    @Nullable
    Columns columns;
    @Nullable
    Columns mentions;
    /// What stands before each reference of the column, if the header says it for all.
    String prefix = "";
    /// The statement that a row without an ID can go on with.
    @Nullable
    Draft open;
    /// The requirement of the row above if it had nothing but its ID.
    @Nullable
    Draft empty;
    /// The requirement whose tests a row without an ID can go on with.
    @Nullable
    String last;
    final Subject subject = new Subject();
    final OwnIds ownIds = new OwnIds();
    /// The tests, or in a table of tests the requirements, that have a column each.
    Map<Integer, String> crossed = Map.of();
  }

  /// Reads into a harvest; the test is what a document of results is about.
  public Tables(Harvest harvest, TestName test) {
    this.harvest = harvest;
    mentions = new Mentions(harvest, test);
    headless = new Headless(harvest);
  }

  /// The next row of a table.
  public void row(Passage row) {
    enter(row.source());
    var header = Header.of(row.cells());
    if ((header != null && begin(header)) || beginCrossed(row)) {
      return;
    }
    if (state.columns == null && state.mentions == null && !state.crossed.isEmpty()) {
      mentions.ofCrossedTest(row, state.crossed);
    } else if (state.mentions != null) {
      mentions.ofTest(Row.of(state.mentions, row), state.prefix);
    } else if (state.columns != null) {
      state.columns = state.columns.told(row.cells());
      known(Row.of(state.columns, row));
    } else {
      headless.row(row, state.subject);
    }
  }

  private void enter(Source source) {
    if (!source.file().equals(file)) {
      states.clear();
      file = source.file();
    }
    state = states.computeIfAbsent(source.sheet() + "\0" + source.table(), _ -> new State());
  }

  /// A table of tests with a column for requirements goes before one that would hold their wording without an ID.
  private boolean begin(Header header) {
    var columns = header.ofRequirements();
    var others = columns == null || !columns.has(Role.ID) ? header.ofMentions() : null;
    if (columns == null && others == null) {
      return false;
    }
    state.columns = others == null ? columns : null;
    state.mentions = others;
    state.prefix = others == null ? "" : header.prefix(others, Role.VERIFIES);
    state.open = null;
    state.empty = null;
    state.last = null;
    state.crossed = others == null ? header.tests() : Map.of();
    return true;
  }

  /// A table of tests can have a column for each requirement.
  private boolean beginCrossed(Passage row) {
    var requirements = Header.requirements(row.cells());
    if (requirements.isEmpty()) {
      return false;
    }
    state.columns = null;
    state.mentions = null;
    state.crossed = requirements;
    return true;
  }

  private void known(Row row) {
    var id = row.id();
    if (id == null) {
      withoutId(row);
      return;
    }
    state.open = null;
    state.empty = null;
    if (row.isOther() || row.describesPeople() || Row.asks(row.cell(Role.TEXT))) {
      other(row, id);
      return;
    }
    if (row.describesTest()) {
      mentions.ofRequirement(row, id);
      return;
    }
    var inside = state.ownIds.in(row, id);
    if (state.ownIds.areStated()) {
      state.last = null;
      inside.forEach(clause -> harvest.declare(ofCell(row, clause)));
      return;
    }
    var statement = row.statement(id);
    if (statement != null) {
      state.open = draft(row, id, statement);
      harvest.declare(state.open);
      othersGone(row, state.open);
    } else if (!row.columns().isWeakId() && Ids.isId(id) && Ids.isSure(id)) {
      state.empty = unstated(draft(row, id, NO_TEXT + id));
      harvest.declare(state.empty);
    }
    state.last = id;
    mentions.ofRequirement(row, id);
    mentions.ofCrossed(row, id, state.crossed);
  }

  private static Draft ofCell(Row row, Clause clause) {
    return Draft.of(clause.id(), null, clause.body(), row.tier(), row.source());
  }

  /// A row that is no requirement by its kind is a candidate if it binds, unless it is a test or the like.
  private void other(Row row, String id) {
    state.last = null;
    var text = row.cell(Role.TEXT);
    if (text != null && Words.binds(text) && row.explains()) {
      harvest.declare(draft(row, id, text));
    }
  }

  /// A row that says of several IDs or of a range that they are gone says it of each.
  private void othersGone(Row row, Draft first) {
    var cell = row.cell(Role.ID);
    if (cell == null
        || Status.of(first.beside(Beside.STATUS), first.text()) != Status.DELETED) {
      return;
    }
    var others = GoneIds.listed(cell, gone < MOST_GONE).stream()
        .filter(id -> !id.equals(first.id())).toList();
    gone += others.size();
    others.forEach(id -> harvest.declare(draft(row, id, first.text())));
  }

  private Draft draft(Row row, String id, String text) {
    var draft = row.draft(id, text, isOnWriting(row) ? Tier.CANDIDATE : row.tier());
    return mentions.isOfTest(row) ? draft.repeated() : draft;
  }

  /// A requirement that has nothing but its ID counts where no document states it.
  private static Draft unstated(Draft draft) {
    var beside = new EnumMap<Beside, String>(Beside.class);
    beside.putAll(draft.beside());
    beside.putIfAbsent(Beside.STATUS, "TBD");
    return draft.beside(beside).repeated();
  }

  /// Whether a text only says that there is none.
  static boolean isNoText(String text, String id) {
    return text.equals(NO_TEXT + id);
  }

  /// The statement can stand in the row below the ID.
  private static Draft stated(Draft empty, String text) {
    var beside = new EnumMap<Beside, String>(Beside.class);
    beside.putAll(empty.beside());
    beside.remove(Beside.STATUS, "TBD");
    return new Draft(empty.id(), empty.title(), text, empty.tier(), empty.source(), beside,
        empty.parents(), false);
  }

  private void withoutId(Row row) {
    if (state.last != null && row.cell(Role.ID) == null && row.cell(Role.TEST) != null
        && isRestOrNothing(row.cell(Role.TEXT))) {
      mentions.ofRequirement(row, state.last);
      return;
    }
    var open = state.open;
    var empty = state.empty;
    var more = open == null && empty == null ? null : row.continuation();
    state.open = null;
    state.empty = null;
    if (open != null && more != null && goesOn(open.text(), more)) {
      state.open = open.withText(open.text() + "\n" + more);
      harvest.replace(open, state.open);
    } else if (empty != null && more != null) {
      state.open = stated(empty, more);
      harvest.replace(empty, state.open);
    } else {
      nameless(row);
    }
  }

  /// Whether the text of a row that names a test only goes on with the one above, as where a page cuts a cell.
  private boolean isRestOrNothing(@Nullable String text) {
    var open = state.open;
    if (text == null || open == null) {
      return text == null;
    }
    boolean goesOn = Character.isLowerCase(text.codePointAt(0)) && !open.text().endsWith(".");
    if (goesOn) {
      state.open = open.withText(open.text() + " " + text);
      harvest.replace(open, state.open);
    }
    return goesOn;
  }

  private void nameless(Row row) {
    var text = row.cell(Role.TEXT);
    var tier = text == null ? null : Stance.of(text, Section.ANY);
    if (text != null && tier != null) {
      boolean binds = !isOnWriting(row) && !row.isOther();
      harvest.declare(row.draft(null, text, binds ? tier : Tier.CANDIDATE));
    }
  }

  /// Whether the table stands where its document tells how requirements are written: it holds examples.
  private boolean isOnWriting(Row row) {
    if (!Objects.equals(heading, row.source().heading())) {
      heading = row.source().heading();
      onWriting = Section.of(heading) == Section.ON_WRITING;
    }
    return onWriting;
  }

  /// Whether words carry a statement on: they are an item of its list or the end of its sentence.
  private static boolean goesOn(String statement, String more) {
    if (HEADING.matcher(more).matches() && !statement.endsWith(":")) {
      return false;
    }
    return ITEM.matcher(more).lookingAt() || Character.isLowerCase(more.codePointAt(0))
        || OPEN_END.matcher(statement).find() || !Words.binds(more);
  }
}

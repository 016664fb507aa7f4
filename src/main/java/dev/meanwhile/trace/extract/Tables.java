package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Link.Result;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Draft.Beside;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads requirements from the rows of tables, header by header.
final class Tables {
  /// What stands between the cells of a table in a cell.
  static final String BAR = " | ";
  private static final int ID_CHARACTERS = 64;
  private static final String NO_TEXT = "TBD: no text is given for ";
  private static final Pattern LEAD = Pattern
      .compile("[\\s\\u00a0]*[:.)\\-–—]?[\\s\\u00a0]+(?=\\S)");
  private static final Pattern ITEM = Pattern
      .compile("(?:[-*+•·–—]|\\(?(?:\\d{1,3}|[A-Za-z]{1,3})[.)])\\s");
  private static final Pattern OPEN_END = Pattern.compile("[:;,]$");

  private final Harvest harvest;
  private final TestName test;
  private final Map<String, State> states = new HashMap<>();
  private @Nullable String file;
  private State state = new State();

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
  }

  Tables(Harvest harvest, TestName test) {
    this.harvest = harvest;
    this.test = test;
  }

  void row(Passage row) {
    enter(row.source());
    var header = Header.of(row.cells());
    if (header != null && begin(header)) {
      return;
    }
    if (state.mentions != null) {
      mentioned(state.mentions, row);
    } else if (state.columns != null) {
      known(state.columns, row);
    } else {
      unknown(row);
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
    return true;
  }

  /// A row of steps or tests that names the requirements it verifies; a row that states one instead is a requirement.
  private void mentioned(Columns in, Passage row) {
    var named = in.cell(Role.VERIFIES, row.cells());
    if (named == null) {
      return;
    }
    if (Words.binds(named)) {
      harvest.add(Draft.of(null, null, named, Tier.REQUIREMENT, row.source()));
      return;
    }
    var own = in.cell(Role.TEST, row.cells());
    var name = own == null ? test.of(row.source()) : Words.oneLine(own);
    var steps = in.cells(Role.STEP, row.cells());
    var references = in.cells(Role.VERIFIES, row.cells());
    var results = results(in, row.cells(), references.size());
    if (results.stream().distinct().count() == 1) { // together, a short reference follows the one before
      references = List.of(named);
    }
    for (int i = 0; i < references.size(); i++) {
      harvest.add(
          Mention.ofTest(state.prefix + references.get(i), name, steps, results.get(i).orElse(null),
              row.source().file()));
    }
  }

  private void known(Columns in, Passage row) {
    var text = in.cell(Role.TEXT, row.cells());
    var id = idOf(in, row.cells(), text);
    if (id == null) {
      withoutId(in, row, text);
      return;
    }
    state.open = null;
    state.empty = null;
    var statement = text != null ? withoutOwnId(text, id) : in.cell(Role.TITLE, row.cells());
    if (statement == null || statement.equals(id)) {
      statement = goneStatement(in, row.cells(), id);
    }
    if (statement == null) {
      statement = in.unnamed(row.cells()).filter(Words::binds).findFirst().orElse(null);
    }
    if (statement != null) {
      state.open = draft(in, row, id, statement);
      harvest.declare(state.open);
    } else if (!in.isWeakId() && Ids.isId(id) && Ids.isSure(id)) {
      state.empty = unstated(draft(in, row, id, NO_TEXT + id));
      harvest.declare(state.empty);
    }
    links(in, row, id);
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

  /// Reports repeat the ID before the statement.
  private static String withoutOwnId(String text, String id) {
    if (!text.startsWith(id) || text.length() == id.length()) {
      return text;
    }
    var rest = text.substring(id.length());
    return LEAD.matcher(rest).lookingAt() ? LEAD.matcher(rest).replaceFirst("") : text;
  }

  /// A deleted requirement may have lost its text: what says so is what is left of it.
  private static @Nullable String goneStatement(Columns in, List<String> cells, String id) {
    var status = status(in, cells, id);
    return status != null && Status.of(status, status) == Status.DELETED
        ? status
        : goneRemark(in, cells);
  }

  private static @Nullable String goneRemark(Columns in, List<String> cells) {
    var remark = in.cell(Role.REMARK, cells);
    return remark != null && Status.of(null, remark) == Status.DELETED ? remark : null;
  }

  private void links(Columns in, Passage row, String id) {
    var cells = row.cells();
    var inner = in.cell(Role.TEST, cells);
    if (inner != null && inner.indexOf(BAR) >= 0) {
      testTable(inner.lines().map(l -> List.of(l.split(Pattern.quote(BAR), -1))).toList(), in, row,
          id);
      return;
    }
    var tests = in.cells(Role.TEST, cells);
    var steps = in.cells(Role.STEP, cells);
    var named = test.named(row.source());
    if (tests.isEmpty() && !steps.isEmpty()) {
      tests = List.of(test.of(row.source()));
    } else if (tests.isEmpty() && isOfTest(in) && named != null) {
      tests = List.of(named);
    }
    named(in, row, id, tests);
  }

  /// The tests of a row, each with what the other cells say of it.
  private void named(Columns in, Passage row, String id, List<String> tests) {
    var cells = row.cells();
    var suspects = in.cells(Role.SUSPECT, cells);
    var results = results(in, cells, tests.size());
    var steps = in.each(Role.STEPS_BY_TEST, cells, tests.size());
    for (int i = 0; i < tests.size(); i++) {
      var mention = Mention.ofTest(id, Words.oneLine(tests.get(i)),
          in.has(Role.STEPS_BY_TEST)
              ? Columns.steps(steps.get(i))
              : in.cells(Role.STEP, cells),
          results.get(i).orElse(null), row.source().file());
      harvest.add(suspects.contains(tests.get(i)) ? mention.suspected() : mention);
    }
  }

  /// Whether the table gives the results of the test that its document has just named.
  private static boolean isOfTest(Columns in) {
    return in.has(Role.RESULT) && !in.has(Role.TEST) && !in.has(Role.STEP);
  }

  /// A table in the cell for tests, a line a row: its own header tells which part of a line is the test.
  private void testTable(List<List<String>> lines, Columns outer, Passage row, String id) {
    var in = new Header(lines.getFirst()).ofTests();
    if (in == null) {
      return;
    }
    for (var line : lines.subList(1, lines.size())) {
      var name = in.cell(Role.TEST, line);
      if (name != null) {
        var result = in.has(Role.RESULT) ? result(in, line) : result(outer, row.cells());
        var build = in.cell(Role.BUILD, line);
        harvest.add(Mention.ofTest(id, Words.oneLine(name), List.of(),
            result == null || build == null
                ? result
                : new Result(result.outcome(), result.original(), build),
            row.source().file()));
      }
    }
  }

  private static @Nullable Result result(Columns in, List<String> cells) {
    var stated = in.cell(Role.RESULT, cells);
    return stated == null
        ? null
        : new Result(Outcome.of(stated), Words.oneLine(stated), in.cell(Role.BUILD, cells));
  }

  /// The results of several things that one row names, in their order.
  private static List<Optional<Result>> results(Columns in, List<String> cells, int count) {
    var stated = in.each(Role.RESULT, cells, count);
    var builds = in.each(Role.BUILD, cells, count);
    return IntStream.range(0, count).mapToObj(i -> result(stated.get(i), builds.get(i))).toList();
  }

  private static Optional<Result> result(String stated, String build) {
    return stated.isEmpty()
        ? Optional.empty()
        : Optional.of(new Result(Outcome.of(stated), Words.oneLine(stated),
            build.isEmpty() ? null : build));
  }

  private static @Nullable String idOf(Columns in, List<String> cells, @Nullable String text) {
    var cell = in.cell(Role.ID, cells);
    if (cell == null) {
      return null;
    }
    var places = Ids.in(cell);
    if (!places.isEmpty() && places.getFirst().start() <= 2) {
      return places.getFirst().id();
    }
    if (in.isNameId()) {
      return null;
    }
    boolean usable = cell.length() <= ID_CHARACTERS
        && cell.chars().noneMatch(Character::isWhitespace);
    boolean trusted = !in.isWeakId() || (text != null && Words.binds(text));
    return usable && trusted ? cell : null;
  }

  private void withoutId(Columns in, Passage row, @Nullable String text) {
    var open = state.open;
    var more = open == null ? null : in.continuation(row.cells());
    if (open != null && more != null && goesOn(open.text(), more)) {
      state.open = open.withText(open.text() + "\n" + more);
      harvest.replace(open, state.open);
      return;
    }
    var empty = state.empty;
    state.empty = null;
    var below = empty == null ? null : in.continuation(row.cells());
    if (empty != null && below != null) {
      state.open = stated(empty, below);
      harvest.replace(empty, state.open);
      return;
    }
    state.open = null;
    var tier = text == null ? null : Stance.of(text, Section.ANY);
    if (text != null && tier != null) {
      harvest.declare(Draft.of(null, in.cell(Role.TITLE, row.cells()), text, tier, row.source())
          .beside(beside(in, row.cells(), null)).under(in.cells(Role.PARENT, row.cells())));
    }
  }

  /// Whether words carry a statement on: they are an item of its list or the end of its sentence.
  private static boolean goesOn(String statement, String more) {
    return ITEM.matcher(more).lookingAt() || Character.isLowerCase(more.codePointAt(0))
        || OPEN_END.matcher(statement).find() || !Words.binds(more);
  }

  private Draft draft(Columns in, Passage row, String id, String text) {
    var cells = row.cells();
    var draft = Draft.of(id, in.cell(Role.TITLE, cells), text, tier(in, cells), row.source())
        .beside(beside(in, cells, id)).under(in.cells(Role.PARENT, cells));
    boolean ofTest = in.has(Role.STEP) && !in.has(Role.TEST);
    return ofTest || (isOfTest(in) && test.named(row.source()) != null) ? draft.repeated() : draft;
  }

  private static Map<Beside, String> beside(Columns in, List<String> cells, @Nullable String id) {
    var beside = new EnumMap<Beside, String>(Beside.class);
    put(beside, Beside.STATUS,
        id == null ? in.cell(Role.STATUS, cells) : status(in, cells, id));
    put(beside, Beside.METHOD, in.cell(Role.METHOD, cells));
    put(beside, Beside.PRIORITY, in.cell(Role.PRIORITY, cells));
    put(beside, Beside.RATIONALE, in.cell(Role.RATIONALE, cells));
    put(beside, Beside.KIND, in.cell(Role.KIND, cells));
    return beside;
  }

  private static void put(Map<Beside, String> beside, Beside what, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      beside.put(what, text);
    }
  }

  /// A matrix that this product wrote says which rows don't bind.
  private static Tier tier(Columns in, List<String> cells) {
    return "candidate".equals(in.cell(Role.TIER, cells)) ? Tier.CANDIDATE : Tier.REQUIREMENT;
  }

  /// The status column, or what stands behind the ID in its cell; a remark that it is gone outweighs both.
  private static @Nullable String status(Columns in, List<String> cells, String id) {
    var status = in.cell(Role.STATUS, cells);
    var gone = goneRemark(in, cells);
    var idCell = in.cell(Role.ID, cells);
    return gone != null
        ? gone
        : status != null || idCell == null ? status : idCell.replace(id, "").strip();
  }

  /// A table whose header says nothing: an ID alone in a cell and a binding sentence in another are a requirement.
  private void unknown(Passage row) {
    var id = row.cells().stream().map(Tables::bare).filter(Ids::isId).findFirst();
    for (var text : sentencesIn(row)) {
      if (Words.binds(text)) {
        harvest.add(Draft.of(id.orElse(null), null, text, Tier.REQUIREMENT, row.source()));
        return;
      }
    }
    id.filter(i -> Ids.isSure(i) && i.equals(bare(row.cells().getFirst())))
        .ifPresent(i -> shortStatement(i, row));
  }

  private void shortStatement(String id, Passage row) {
    sentencesIn(row).stream().filter(t -> !bare(t).equals(id))
        .max(Comparator.comparingInt(String::length))
        .filter(t -> t.indexOf(' ') > 0)
        .ifPresent(t -> harvest.add(Draft.of(id, null, t, Tier.REQUIREMENT, row.source())));
  }

  private static List<String> sentencesIn(Passage row) {
    var texts = new ArrayList<String>();
    row.cells().stream().map(String::strip).filter(c -> !c.isEmpty()).forEach(texts::add);
    return texts;
  }

  private static String bare(String cell) {
    return cell.strip().replaceAll("^[*_`\\[(]+|[*_`\\])]+$", "");
  }
}

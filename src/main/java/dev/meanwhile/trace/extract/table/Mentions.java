package dev.meanwhile.trace.extract.table;

import dev.meanwhile.trace.Link.Result;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Draft;
import dev.meanwhile.trace.extract.harvest.Harvest;
import dev.meanwhile.trace.extract.harvest.Mention;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.id.TestName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the rows of tables say of tests: which one verifies which requirement, in which steps and with which result.
final class Mentions {
  /// What stands between the cells of a table in a cell.
  private static final String BAR = " | ";
  private static final Pattern VERDICT = Pattern
      .compile("\\W{0,6}(?:pass|fail|not run|skipped|blocked)", Pattern.CASE_INSENSITIVE);
  /// What stands in a cell of a matrix where its row and its column belong together.
  private static final Pattern MARK = Pattern.compile(
      "[xX×✓✔✅☑√•●■◆*1]|[Yy](?:es)?|[Tt]rue|[Cc]overed|(?i:pass(?:ed)?|fail(?:ed)?|not run|blocked|skipped)");
  private static final Pattern CELL_END = Pattern.compile(" \\|(?: |$)");

  private final Harvest harvest;
  private final TestName test;
  /// The test that a row of steps without one goes on with, and the columns of its table, which may go on too.
  private @Nullable Columns columnsOfLast;
  private @Nullable String lastOf;

  Mentions(Harvest harvest, TestName test) {
    this.harvest = harvest;
    this.test = test;
  }

  /// A row of steps or tests that names the requirements it verifies; a row that states one instead is a requirement.
  ///
  /// @param prefix what stands before each reference, if the header says it for all
  void ofTest(Row row, String prefix) {
    var named = row.cell(Role.VERIFIES);
    if (named == null) {
      tests(row);
      return;
    }
    if (Words.binds(named)) {
      harvest.add(Draft.of(null, null, named, Tier.REQUIREMENT, row.source()));
      return;
    }
    var references = row.cells(Role.VERIFIES);
    var results = results(row, references.size());
    if (results.stream().distinct().count() == 1) { // together, a short reference follows the one before
      references = List.of(named);
    }
    for (var name : tests(row)) {
      for (int i = 0; i < references.size(); i++) {
        harvest.add(Mention.ofTest(prefix + references.get(i), Words.oneLine(name),
            row.cells(Role.STEP), results.get(i).orElse(null), row.source().file()));
      }
    }
  }

  /// The tests that a row names, or the one that its document describes. What isn't a list of IDs is the name of one, which
  /// may have commas in it.
  private List<String> tests(Row row) {
    var cell = row.cell(Role.TEST);
    var tests = row.cells(Role.TEST);
    if (cell == null) {
      return List.of(row.columns().equals(columnsOfLast) && lastOf != null
          ? lastOf
          : test.of(row.source()));
    }
    columnsOfLast = row.columns();
    lastOf = tests.isEmpty() ? null : tests.stream().allMatch(Ids::isId) ? tests.getLast() : cell;
    return tests.stream().allMatch(Ids::isId) ? tests : List.of(cell);
  }

  /// A row of a requirement that marks its tests in their columns.
  void ofCrossed(Row row, String id, Map<Integer, String> tests) {
    tests.forEach((at, name) -> marked(row.cells(), at).ifPresent(mark -> harvest.add(
        Mention.ofTest(id, name, List.of(), verdict(mark), row.source().file()))));
  }

  /// A row of a test that marks its requirements in their columns.
  void ofCrossedTest(Passage row, Map<Integer, String> requirements) {
    var name = Words.oneLine(row.cells().getFirst());
    if (!name.isBlank()) {
      requirements.forEach((at, id) -> marked(row.cells(), at).ifPresent(mark -> harvest.add(
          Mention.ofTest(id, name, List.of(), verdict(mark), row.source().file()))));
    }
  }

  private static Optional<String> marked(List<String> cells, int at) {
    return Optional.of(at < cells.size() ? cells.get(at).strip() : "")
        .filter(mark -> MARK.matcher(mark).matches());
  }

  private static @Nullable Result verdict(String mark) {
    return VERDICT.matcher(mark).lookingAt() ? new Result(Outcome.of(mark), mark, null) : null;
  }

  /// A row of a requirement that names its tests.
  void ofRequirement(Row row, String id) {
    var inner = row.cell(Role.TEST);
    if (inner != null && inner.indexOf(BAR) >= 0) {
      testTable(inner.lines().map(l -> List.of(CELL_END.split(l, -1))).toList(), row, id);
      return;
    }
    var tests = row.tests();
    boolean isInTest = !row.cells(Role.STEP).isEmpty() || isOfNamedTest(row);
    named(row, id, tests.isEmpty() && isInTest ? List.of(test.of(row.source())) : tests);
  }

  /// Whether a row of a requirement stands in the document of a test, which only repeats it.
  boolean isOfTest(Row row) {
    var columns = row.columns();
    return (columns.has(Role.STEP) && !columns.has(Role.TEST)) || isOfNamedTest(row);
  }

  /// Whether the table gives the results of the test that its document has just named.
  private boolean isOfNamedTest(Row row) {
    var columns = row.columns();
    return columns.has(Role.RESULT) && !columns.has(Role.TEST) && !columns.has(Role.STEP)
        && test.named(row.source()) != null;
  }

  /// The tests of a row, each with what the other cells say of it.
  private void named(Row row, String id, List<String> tests) {
    var suspects = row.cells(Role.SUSPECT);
    var results = row.columns().has(Role.RESULT)
        ? results(row, tests.size())
        : Collections.nCopies(tests.size(), byStatus(row));
    var steps = row.columns().each(Role.STEPS_BY_TEST, row.cells(), tests.size());
    for (int i = 0; i < tests.size(); i++) {
      var mention = Mention.ofTest(id, Words.oneLine(tests.get(i)),
          row.columns().has(Role.STEPS_BY_TEST)
              ? Columns.steps(steps.get(i))
              : row.cells(Role.STEP),
          results.get(i).orElse(null), row.source().file());
      harvest.add(suspects.contains(tests.get(i)) ? mention.suspected() : mention);
    }
  }

  /// A table in the cell for tests, a line a row: its own header tells which part of a line is the test.
  private void testTable(List<List<String>> lines, Row outer, String id) {
    var columns = new Header(lines.getFirst()).ofTests();
    if (columns == null) {
      return;
    }
    for (var line : lines.subList(1, lines.size())) {
      var row = new Row(columns, line, outer.source());
      var name = row.cell(Role.TEST);
      if (name != null) {
        var result = columns.has(Role.RESULT) ? result(row) : result(outer);
        var build = row.cell(Role.BUILD);
        harvest.add(Mention.ofTest(id, Words.oneLine(name), List.of(),
            result == null || build == null
                ? result
                : new Result(result.outcome(), result.original(), build),
            row.source().file()));
      }
    }
  }

  /// A status beside a test that is a verdict is what the test came to.
  private static Optional<Result> byStatus(Row row) {
    var status = row.cell(Role.STATUS);
    return status != null && VERDICT.matcher(status).lookingAt()
        ? Optional.of(new Result(Outcome.of(status), Words.oneLine(status), null))
        : Optional.empty();
  }

  private static @Nullable Result result(Row row) {
    var stated = row.cell(Role.RESULT);
    return stated == null
        ? null
        : new Result(Outcome.of(stated), Words.oneLine(stated), row.cell(Role.BUILD));
  }

  /// The results of several things that one row names, in their order.
  private static List<Optional<Result>> results(Row row, int count) {
    var stated = row.columns().each(Role.RESULT, row.cells(), count);
    var builds = row.columns().each(Role.BUILD, row.cells(), count);
    return IntStream.range(0, count).mapToObj(i -> result(stated.get(i), builds.get(i))).toList();
  }

  private static Optional<Result> result(String stated, String build) {
    return stated.isEmpty()
        ? Optional.empty()
        : Optional.of(new Result(Outcome.of(stated), Words.oneLine(stated),
            build.isEmpty() ? null : build));
  }
}

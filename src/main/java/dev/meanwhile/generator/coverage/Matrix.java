package dev.meanwhile.generator.coverage;

import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.coverage.Coverage;
import dev.meanwhile.trace.coverage.Coverage.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// The requirements against their tests, as far as a page or a sheet can show them.
///
/// @param columns the tests
/// @param rows the requirements
/// @param allRows how many there are in all
/// @param allColumns how many tests there are in all
record Matrix(List<String> columns, List<Row> rows, int allRows, int allColumns) {
  static final String TITLE = "Matrix";
  static final int MOST_ROWS = 400;
  static final int MOST_COLUMNS = 100;

  static Matrix of(Coverage coverage) {
    var linked = coverage.rows().stream().filter(r -> !r.tests().isEmpty()).toList();
    var rows = linked.subList(0, Math.min(linked.size(), MOST_ROWS));
    var tests = linked.stream().flatMap(r -> r.tests().stream()).map(Coverage.TestLink::test)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    var columns = tests.stream().limit(MOST_COLUMNS).toList();
    return new Matrix(columns, rows, linked.size(), tests.size());
  }

  Section section() {
    var header = new ArrayList<>(List.of("Requirement"));
    header.addAll(columns);
    return new Section(TITLE, lead(), header, rows.stream().map(this::cells).toList());
  }

  private List<String> cells(Row row) {
    var cells = new ArrayList<>(List.of(row.requirementId()));
    var outcomes = row.tests().stream().collect(
        Collectors.toMap(Coverage.TestLink::test, Coverage.TestLink::outcome, (a, b) -> a));
    columns.forEach(c -> cells.add(outcomes.getOrDefault(c, "")));
    return cells;
  }

  private String lead() {
    return "Requirements against tests, with what each test came to: %d of %s, %d of %s; at most "
        .formatted(rows.size(), Words.counted(allRows, "requirement"), columns.size(),
            Words.counted(allColumns, "test"))
        + "%d and %d are shown.".formatted(MOST_ROWS, MOST_COLUMNS);
  }
}

package dev.meanwhile.generator.coverage;

import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.generator.Spreadsheet;
import dev.meanwhile.generator.Spreadsheet.Colour;
import dev.meanwhile.generator.Spreadsheet.Column;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.trace.coverage.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes a coverage report as a workbook, a sheet for each table.
final class CoverageSheets {
  private static final int NARROW = 14;
  private static final int NORMAL = 24;
  private static final int WIDE = 60;
  private static final Set<String> NUMBERS = Set.of("Count", "Of", "Percent", "Covered", "Total",
      "Requirements", "Passed", "Failed", "Score");
  /// Columns that want room.
  static final Set<String> LONG = Set.of("Meaning", "Title", "Reason", "Suggestion",
      Section.WAS, Section.IS, "Tests", "Where", "Note");
  private static final Map<String, Colour> STATES = Map.of("passed", Colour.GOOD, "partial",
      Colour.DOUBTFUL, "suspect", Colour.DOUBTFUL, "planned", Colour.DOUBTFUL, "notrun",
      Colour.DOUBTFUL, "failed", Colour.BAD, "uncovered", Colour.BAD, "inactive", Colour.QUIET,
      "not_testable", Colour.QUIET);

  private CoverageSheets() {}

  /// @param tick is called again and again; what it throws flies on
  static NewArtifact workbook(Coverage coverage, String name, Runnable tick) {
    var sheets = new Spreadsheet(tick);
    for (var section : Sections.of(coverage)) {
      sheets.sheet(section.title(), columns(section), section.rows());
    }
    return sheets.artifact(name, Stored.COVERAGE);
  }

  private static List<Column> columns(Section section) {
    var columns = new ArrayList<Column>();
    boolean isMatrix = section.title().equals(Matrix.TITLE);
    for (int i = 0; i < section.columns().size(); i++) {
      boolean hasStates = isMatrix
          ? i > 0
          : Set.of("Standing", "Inherited", "Overall", "Outcome")
              .contains(section.columns().get(i));
      columns.add(column(section.columns().get(i), hasStates,
          section.title().equals("Trend") && i > 0));
    }
    return columns;
  }

  private static Column column(String name, boolean hasStates, boolean isNumber) {
    if (hasStates) {
      return Column.state(name, NARROW, STATES);
    }
    return NUMBERS.contains(name) || isNumber
        ? Column.number(name, NARROW)
        : Column.text(name, LONG.contains(name) ? WIDE : NORMAL);
  }
}

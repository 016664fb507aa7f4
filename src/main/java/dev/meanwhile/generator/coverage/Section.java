package dev.meanwhile.generator.coverage;

import java.util.List;

/// A table of the report, the same in each form of it.
///
/// @param lead what the table shows, in a sentence
/// @param stateColumn the place of the column whose words are coloured, from 0; -1 if there is none
/// @param rows as many cells each as there are columns
record Section(String title, String lead, List<String> columns, int stateColumn,
    List<List<String>> rows) {
  Section {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  Section(String title, String lead, List<String> columns, List<List<String>> rows) {
    this(title, lead, columns, -1, rows);
  }
}

package dev.meanwhile.generator.coverage;

import java.util.List;

/// A table of the report, the same in each form of it.
///
/// @param lead what the table shows, in a sentence
/// @param rows as many cells each as there are columns
record Section(String title, String lead, List<String> columns, List<List<String>> rows) {
  /// Two columns beside each other that hold a text as it was and as it is.
  static final String WAS = "Earlier wording", IS = "Wording today";

  Section {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}

package dev.meanwhile.document.result;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.ResultFile.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a CSV table with a column of tests and a column of requirement IDs: what tests say that they test. A table with
/// statements isn't one; that is a matrix.
final class References {
  private static final Set<String> TEST = Set.of("test", "tests", "test case", "testcase",
      "test id", "test key", "test name", "test case id", "test case name");
  private static final Set<String> REQUIREMENT = Set.of("requirement", "requirements",
      "requirement id", "requirement ids", "req", "req id", "reqs", "requirement tested",
      "requirements tested", "requirements verified", "verifies");
  private static final Set<String> STATEMENT = Set.of("text", "description", "statement",
      "requirement text", "requirement description", "title", "rationale", "verification method",
      "test method");
  private static final int MOST_ROWS = 200_000;

  private References() {}

  static boolean isTable(String head) {
    int end = head.indexOf('\n');
    var first = end < 0 ? head : head.substring(0, end);
    return places(first.strip(), ',') != null || places(first.strip(), ';') != null;
  }

  private record Places(int test, int requirement) {}

  private static @Nullable Places places(String header, char delimiter) {
    var names = new ArrayList<String>();
    for (var name : header.split(String.valueOf(delimiter), -1)) {
      names.add(name.replace("\"", "").strip().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    int test = first(names, TEST);
    int requirement = first(names, REQUIREMENT);
    return test < 0 || requirement < 0 || first(names, STATEMENT) >= 0
        ? null
        : new Places(test, requirement);
  }

  private static int first(List<String> names, Set<String> known) {
    for (int i = 0; i < names.size(); i++) {
      if (known.contains(names.get(i))) {
        return i;
      }
    }
    return -1;
  }

  static Optional<ResultFile> read(String text) {
    var first = text.lines().findFirst().orElse("").strip();
    char delimiter = places(first, ',') != null ? ',' : ';';
    var places = places(first, delimiter);
    if (places == null) {
      return Optional.empty();
    }
    try (var csv = CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(text)) {
      return Optional.of(new ResultFile.References(
          csv.stream().skip(1).limit(MOST_ROWS).flatMap(r -> row(r, places).stream()).toList()));
    } catch (CsvParseException | IOException e) {
      return Optional.of(new ResultFile.Broken("table of references", "it is no CSV"));
    }
  }

  private static List<Reference> row(CsvRecord row, Places places) {
    if (row.getFieldCount() <= Math.max(places.test(), places.requirement())) {
      return List.of();
    }
    var references = new ArrayList<Reference>();
    for (var id : row.getField(places.requirement()).split("[,;\\s]+", -1)) {
      if (!id.isBlank()) {
        references.add(new Reference(row.getField(places.test()).strip(), id));
      }
    }
    return references;
  }
}

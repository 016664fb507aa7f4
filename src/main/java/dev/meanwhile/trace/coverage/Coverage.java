package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.result.ResultFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Which requirements tests name, and what those tests came to. This is the schema of the stored report too.
///
/// @param schema the name and version of this structure
/// @param figures by name, the same in every form of the report
/// @param rows every requirement ID, once
/// @param gaps counted requirements that nothing names, with a reason and a suggestion
/// @param weaknesses covered requirements whose wording asks for a kind of case that is missing
/// @param suspects links that were made for another wording
/// @param orphans references to requirements that no matrix holds
/// @param unneeded tests that name no requirement
/// @param unknownParents requirements that refine one that no matrix holds; reports of earlier days have none
/// @param duplicates IDs that stand for more than one thing
/// @param contradictions what the tests' documents and the matrices say differently
/// @param suggestions tests that gaps may belong to, by their words; never counted
/// @param code what code coverage tools say; a figure of its own
/// @param findings about the requirements' wording, counted by rule
/// @param trend earlier reports of the project and this one, the oldest first
/// @param inputs what was looked at
/// @param notes what a reader has to know about how the figures came about
public record Coverage(String schema, Map<String, Figure> figures, List<Row> rows, List<Gap> gaps,
    List<Weakness> weaknesses, List<Suspect> suspects, List<Orphan> orphans,
    List<Unneeded> unneeded, List<UnknownParent> unknownParents, List<Duplicate> duplicates,
    List<Contradiction> contradictions, List<Suggestion> suggestions, List<Code> code,
    List<Rule> findings, List<Point> trend,
    List<Input> inputs, List<String> notes) {

  /// The version of this structure.
  public static final String SCHEMA = "meanwhile.coverage/2";

  /// A requirement with what covers it.
  ///
  /// @param status what its document says about its validity
  /// @param type what it is about
  /// @param document the file that states it
  /// @param method how it is to be verified, as its document states it
  /// @param standing by its own tests
  /// @param inherited the worst standing of the requirements that refine it; empty if none does
  /// @param overall the worse of both; a requirement without tests of its own stands as its refinements do
  /// @param parents the requirements that it refines
  public record Row(String requirementId, String title, String status, String priority,
      String type, String document, String method, String standing, String inherited,
      String overall, List<String> parents,
      List<TestLink> tests, String source) {
    public Row {
      parents = List.copyOf(parents);
      tests = List.copyOf(tests);
    }
  }

  /// A test that names a requirement.
  ///
  /// @param origin `case`, `matrix`, `reference` or `result`: who says so
  /// @param outcome what it came to
  /// @param suspect whether the requirement was reworded since
  public record TestLink(String test, String origin, String outcome, boolean suspect) {}

  /// A requirement that nothing names.
  public record Gap(String requirementId, String title, String reason, String suggestion) {}

  /// A kind of case that a covered requirement lacks.
  public record Weakness(String requirementId, String missing, String suggestion) {}

  /// A link that was made for another wording.
  ///
  /// @param was the earlier wording, empty if it isn't known any more
  /// @param now the wording of today
  public record Suspect(String requirementId, String test, String was, String now) {}

  /// A test that names a requirement that no matrix holds.
  ///
  /// @param similar a known ID that it may mean, empty if there is none
  public record Orphan(String test, String requirementId, String similar) {}

  /// A test that names no requirement.
  public record Unneeded(String test, String origin, String outcome) {}

  /// A requirement that says it refines one that no matrix holds.
  ///
  /// @param similar the ID that is perhaps meant; empty if none is like it
  public record UnknownParent(String requirementId, String parent, String similar) {}

  /// An ID that stands for more than one thing.
  ///
  /// @param kind `requirement` or `test_case`
  /// @param where the places, in order
  public record Duplicate(String kind, String id, List<String> where) {
    public Duplicate {
      where = List.copyOf(where);
    }
  }

  /// A link that one side states and the other, which knows the test too, doesn't.
  ///
  /// @param document the document or table that speaks of the test
  /// @param onlyIn `document` or `matrix`
  public record Contradiction(String test, String requirementId, String document, String onlyIn) {}

  /// A test that a gap may belong to.
  ///
  /// @param score how near their words are, 0 to 1
  public record Suggestion(String requirementId, String test, double score) {}

  /// What one code coverage report says.
  public record Code(String file, String format, List<ResultFile.Counter> counters) {
    public Code {
      counters = List.copyOf(counters);
    }
  }

  /// How often a rule found something in the requirements' wording.
  public record Rule(String rule, String severity, int count) {}

  /// One report of the project.
  ///
  /// @param at when, ISO 8601 in UTC
  /// @param figures the counts of that time, by name
  public record Point(String at, Map<String, Integer> figures) {
    /// The figures that are compared over time.
    public static final List<String> FIGURES = List.of("requirements", "covered", "executed",
        "passed", "failed", "suspect", "gaps", "orphans");
    /// How many points a report keeps.
    static final int MOST = 50;

    public Point {
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
  }

  /// Something that was looked at.
  ///
  /// @param kind `matrix`, `test cases`, `result file`, `table of references`, `test document` or `tool`
  /// @param sha256 of its bytes, lower-case hex; empty if it has none
  public record Input(String name, String kind, String sha256) {}

  public Coverage {
    if (!schema.equals(SCHEMA)) {
      throw new IllegalArgumentException("schema is '" + schema + "', not '" + SCHEMA + "'");
    }
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    rows = List.copyOf(rows);
    gaps = List.copyOf(gaps);
    weaknesses = List.copyOf(weaknesses);
    suspects = List.copyOf(suspects);
    orphans = List.copyOf(orphans);
    unneeded = List.copyOf(unneeded);
    unknownParents = List.copyOf(Objects.requireNonNullElse(unknownParents, List.of()));
    duplicates = List.copyOf(duplicates);
    contradictions = List.copyOf(contradictions);
    suggestions = List.copyOf(suggestions);
    code = List.copyOf(code);
    findings = List.copyOf(findings);
    trend = List.copyOf(trend);
    inputs = List.copyOf(inputs);
    notes = List.copyOf(notes);
  }

  /// A figure by its name.
  public Figure figure(String name) {
    return Objects.requireNonNull(figures.get(name), name);
  }
}

package dev.meanwhile.trace.coverage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Which requirements test cases name. This is the schema of the stored report too.
///
/// @param schema the name and version of this structure
/// @param definitions what each figure means
/// @param figures all counts, the same in every form of the report
/// @param rows every requirement ID, once
/// @param gaps counted requirements that nothing names, with a reason and a suggestion
/// @param weaknesses covered requirements whose wording asks for a kind of case that is missing
/// @param orphans test cases that name unknown requirements
/// @param duplicates IDs that stand for more than one thing
/// @param inputs the documents that were looked at
public record Coverage(String schema, Map<String, String> definitions, Figures figures,
    List<Row> rows, List<Gap> gaps,
    List<Weakness> weaknesses, List<Orphan> orphans, List<Duplicate> duplicates,
    List<String> inputs) {

  /// The version of this structure.
  public static final String SCHEMA = "meanwhile.coverage/1";

  /// All counts.
  ///
  /// @param requirements the denominator: IDs in force that are verified by test
  /// @param covered of these, the ones that a case or a linked test names
  /// @param percentage covered of requirements in percent, one decimal, rounded down; 0 if there are none
  /// @param inactive IDs that are deleted or future
  /// @param notByTest IDs that are verified by inspection or analysis alone
  /// @param candidates sentences that don't bind
  /// @param testCases test cases, each ID once
  public record Figures(int requirements, int covered, BigDecimal percentage, int gaps,
      int weaknesses, int orphans,
      int duplicates, int inactive, int notByTest, int candidates, int testCases) {}

  /// A requirement with what covers it.
  ///
  /// @param state `covered`, `gap`, `inactive` or `not_by_test`
  /// @param testCases IDs of cases
  /// @param linkedTests tests that the matrix itself names
  public record Row(String requirementId, String title, String status, String state,
      List<String> testCases,
      List<String> linkedTests, String source) {}

  /// A requirement that nothing names.
  public record Gap(String requirementId, String title, String reason, String suggestion) {}

  /// A kind of case that a covered requirement lacks.
  public record Weakness(String requirementId, String missing, String suggestion) {}

  /// A test case that names a requirement that no matrix holds.
  ///
  /// @param similar a known ID that it may mean, empty if there is none
  public record Orphan(String testCaseId, String requirementId, String similar) {}

  /// An ID that stands for more than one thing.
  ///
  /// @param kind `requirement` or `test_case`
  /// @param where the places, in order
  public record Duplicate(String kind, String id, List<String> where) {}

  public Coverage {
    rows = List.copyOf(rows);
    gaps = List.copyOf(gaps);
    weaknesses = List.copyOf(weaknesses);
    orphans = List.copyOf(orphans);
    duplicates = List.copyOf(duplicates);
    inputs = List.copyOf(inputs);
  }
}

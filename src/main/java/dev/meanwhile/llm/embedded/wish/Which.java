package dev.meanwhile.llm.embedded.wish;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which task a user means: by its ID, by its type, or, with neither, the newest or the first.
///
/// @param type the task type as the server writes it
/// @param first whether the first of the conversation is meant
public record Which(@Nullable String id, @Nullable String type, boolean first) {
  private static final Pattern COVERAGE = Pattern.compile("\\bcoverage\\b");
  private static final Pattern MATRIX = Pattern
      .compile("\\brtm\\b|\\btraceability\\b|\\bmatrix\\b");
  private static final Pattern TESTS = Pattern
      .compile("\\btest ?-?cases?\\b|\\btests\\b|\\btest generation\\b|\\bscenarios\\b");
  private static final Pattern FIRST = Pattern
      .compile("\\b(?:first|oldest|earliest)(?: \\w+)? (?:task|job|one)\\b");
  private static final Pattern FILE = Pattern.compile("\\bfile processing\\b|\\bfile task\\b");

  static Which in(String text) {
    var id = KnownTasks.ID.matcher(text);
    return id.find()
        ? new Which(id.group(), null, false)
        : new Which(null, typeIn(text), FIRST.matcher(text).find());
  }

  private static @Nullable String typeIn(String text) {
    if (COVERAGE.matcher(text).find()) {
      return "coverage_analysis";
    }
    if (TESTS.matcher(text).find()) {
      return "generate_test_cases";
    }
    if (MATRIX.matcher(text).find()) {
      return "generate_rtm";
    }
    return FILE.matcher(text).find() ? "file_processing" : null;
  }

  /// Whether a task of this type may be meant.
  public boolean fits(String taskType) {
    return type == null || type.equals(taskType);
  }
}

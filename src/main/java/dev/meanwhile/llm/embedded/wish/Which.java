package dev.meanwhile.llm.embedded.wish;

import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.phrase.Phrasebook;
import org.jspecify.annotations.Nullable;

/// Which task a user means: by its ID, by its type, or, with neither, the newest or the first.
///
/// @param type the task type as the server writes it
/// @param first whether the first of the conversation is meant
public record Which(@Nullable String id, @Nullable String type, boolean first) {
  private static final Phrasebook BOOK = Phrasebook.of(Which.class);
  private static final Phrases COVERAGE = BOOK.phrases("coverage");
  private static final Phrases TESTS = BOOK.phrases("tests");
  private static final Phrases MATRIX = BOOK.phrases("matrix");
  private static final Phrases FILE = BOOK.phrases("file");
  private static final Phrases FIRST = BOOK.phrases("first");

  static Which in(String text) {
    var id = KnownTasks.ID.matcher(text);
    return id.find()
        ? new Which(id.group(), null, false)
        : new Which(null, typeIn(text), FIRST.areIn(text));
  }

  private static @Nullable String typeIn(String text) {
    if (COVERAGE.areIn(text)) {
      return "coverage_analysis";
    }
    if (TESTS.areIn(text)) {
      return "generate_test_cases";
    }
    if (MATRIX.areIn(text)) {
      return "generate_rtm";
    }
    return FILE.areIn(text) ? "file_processing" : null;
  }

  /// Whether a task of this type may be meant.
  public boolean fits(String taskType) {
    return type == null || type.equals(taskType);
  }
}

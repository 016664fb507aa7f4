package dev.meanwhile.trace.extract.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import org.jspecify.annotations.Nullable;

/// Tells which headings stand above tests.
public final class TestHeading {
  private static final Phrases OF_TESTS = Phrasebook.of(TestHeading.class).phrases("of tests");

  private TestHeading() {}

  /// Whether a heading says that tests follow.
  public static boolean is(@Nullable String heading) {
    return heading != null && OF_TESTS.are(heading.strip());
  }
}

package dev.meanwhile.llm.embedded.wish;

import dev.meanwhile.llm.embedded.said.Said;
import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a user says about how a task is to be done.
///
/// @param framework as users call it, in lower case
/// @param negatives whether negative tests are wanted; null when nothing was said
/// @param format of a matrix
/// @param projectId a project named in the message
public record Options(@Nullable String framework, @Nullable Boolean negatives,
    @Nullable String format,
    @Nullable String projectId) {
  private static final Phrasebook BOOK = Phrasebook.of(Options.class);
  static final Phrases WITHOUT_NEGATIVES = BOOK.phrases("without negatives");
  static final Phrases WITH_NEGATIVES = BOOK.phrases("with negatives");
  private static final Phrases NOT_WANTED = BOOK.phrases("not wanted");
  private static final Phrases FORMAT = BOOK.phrases("format");
  private static final Map<String, String> FORMATS = Map.of("md", "markdown", "excel", "xlsx");
  private static final Phrases PROJECT = BOOK.phrases("project");
  private static final Phrases PROJECT_BEHIND = BOOK.phrases("project behind");
  private static final Phrases COVERAGE_OF = BOOK.phrases("coverage of");
  private static final Phrases NO_NAME = BOOK.phrases("no name");

  /// What test cases can be rendered for, or what users ask for all the same.
  private enum Framework {
    PYTEST, JUNIT, GHERKIN, ROBOT, PLAYWRIGHT, JEST, CYPRESS, SELENIUM, TESTNG, NUNIT, UNITTEST,
    MOCHA, GO_TEST;

    private final String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// The options in what the user says, pasted text aside.
  public static Options in(Said said) {
    var words = said.wish() + "\n" + said.afterthought();
    var lower = words.toLowerCase(Locale.ROOT);
    return new Options(framework(lower), negatives(lower), format(lower), project(words));
  }

  static @Nullable String framework(String lower) {
    var wanted = NOT_WANTED.cutFrom(lower);
    return Arrays.stream(Framework.values()).map(framework -> framework.words)
        .filter(words -> BOOK.phrases(words).areIn(wanted)).findFirst().orElse(null);
  }

  private static @Nullable Boolean negatives(String lower) {
    if (WITHOUT_NEGATIVES.areIn(lower)) {
      return false;
    }
    return WITH_NEGATIVES.areIn(lower) ? true : null;
  }

  private static @Nullable String format(String lower) {
    var found = FORMAT.in(lower);
    return found.find() ? FORMATS.getOrDefault(found.group(1), found.group(1)) : null;
  }

  static @Nullable String project(String words) {
    return Stream.of(PROJECT, PROJECT_BEHIND, COVERAGE_OF)
        .flatMap(around -> around.in(words).results())
        .map(found -> trimmed(found.group(1)))
        .filter(name -> name.filter(it -> !NO_NAME.are(it)).isPresent())
        .findFirst().flatMap(name -> name).orElse(null);
  }

  /// A name at the end of a sentence comes with the sentence's full stop.
  private static Optional<String> trimmed(String name) {
    var bare = name.replaceAll("[._-]+$", "");
    return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
  }

  /// The name that the tool has for a framework, if it offers one like it.
  public static Optional<String> offered(String framework, List<String> names) {
    return names.stream().filter(it -> it.toLowerCase(Locale.ROOT).startsWith(framework))
        .findFirst();
  }
}

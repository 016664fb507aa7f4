package dev.meanwhile.llm.embedded.wish;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Questions about a project that its reports have answered already: what of them is asked for.
final class ReportQuestions {
  private static final Phrasebook BOOK = Phrasebook.of(ReportQuestions.class);
  private static final Phrases ASKING = BOOK.phrases("asking");
  private static final Phrases BARE = BOOK.phrases("bare");
  private static final Phrases ID = BOOK.phrases("id");
  private static final Phrases ONLY_ONE = BOOK.phrases("only one");
  private static final Phrases ABOUT_TESTS = BOOK.phrases("about tests");
  private static final Phrases HOW_MANY = BOOK.phrases("how many");
  private static final Phrases NAMES_PROJECT = BOOK.phrases("names project");

  /// What can be asked for. In order: the first that fits is meant.
  private enum Topic {
    ADVICE, SUGGESTED_LINKS, SUSPECTS, GAPS, UNNEEDED, ORPHANS, UNKNOWN_PARENTS, DUPLICATES,
    CONTRADICTIONS, WEAKNESSES, TREND, CHANGES, STANDINGS, VAGUE, FINDINGS, CANDIDATES;

    private String family() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<String> parts() {
      return switch (this) {
        case ADVICE -> List.of("gaps", "weaknesses", "findings");
        case SUGGESTED_LINKS -> List.of("suggestions");
        case STANDINGS -> List.of("standings", "unneeded");
        case VAGUE -> List.of("findings");
        case SUSPECTS, GAPS, UNNEEDED, ORPHANS, DUPLICATES, CONTRADICTIONS, WEAKNESSES, TREND,
            UNKNOWN_PARENTS, CHANGES, FINDINGS, CANDIDATES ->
          List.of(family().replace(' ', '_'));
      };
    }

    /// Which lines of the parts are asked for; all of them if it is empty.
    private String like() {
      return switch (this) {
        case STANDINGS -> "failed";
        case VAGUE -> "vague-word|subjective-word";
        case ADVICE, SUGGESTED_LINKS, SUSPECTS, GAPS, UNNEEDED, ORPHANS, UNKNOWN_PARENTS,
            DUPLICATES,
            CONTRADICTIONS, WEAKNESSES, TREND, CHANGES, FINDINGS, CANDIDATES ->
          "";
      };
    }

    /// What is wrong with a requirement is told below what it says, or that it doesn't exist.
    private Wish.Ask of(String id) {
      return new Wish.Ask(switch (this) {
        case VAGUE, FINDINGS -> List.of("requirements", "findings");
        case STANDINGS -> List.of("standings");
        case ADVICE, SUGGESTED_LINKS, SUSPECTS, GAPS, UNNEEDED, ORPHANS, UNKNOWN_PARENTS,
            DUPLICATES,
            CONTRADICTIONS, WEAKNESSES, TREND, CHANGES, CANDIDATES ->
          parts();
      }, id, null);
    }
  }

  /// What is counted of requirements.
  private enum Figure {
    PASSED, FAILED, COVERED, EXECUTED, SUSPECT
  }

  private static final Map<Topic, Phrases> WORDS = words();

  private ReportQuestions() {}

  /// What a clause asks of the reports, if it does.
  ///
  /// @param text in lower case
  static Optional<Wish> in(String text) {
    if (BARE.are(text)) {
      return topic(text);
    }
    return ASKING.areIn(text) && !Cues.ARTIFACT_NAME.matcher(text).find()
        ? topic(text).or(() -> requirement(text))
        : Optional.empty();
  }

  /// How many requirements are as a question says.
  ///
  /// @param text in lower case
  static Optional<Wish> count(String text) {
    return HOW_MANY.areIn(text)
        ? Stream.of(Figure.values()).map(it -> it.name().toLowerCase(Locale.ROOT))
            .filter(it -> BOOK.phrases(it).areIn(text)).findFirst()
            .map(it -> new Wish.Ask(List.of("figures"), it, Options.project(text)))
        : Optional.empty();
  }

  private static Optional<Wish> topic(String text) {
    return WORDS.entrySet().stream().filter(it -> it.getValue().areIn(text)).map(Map.Entry::getKey)
        .findFirst().map(it -> named(text).map(it::of)
            .orElseGet(() -> new Wish.Ask(it.parts(), it.like(), Options.project(text))));
  }

  private static Map<Topic, Phrases> words() {
    var words = new EnumMap<Topic, Phrases>(Topic.class);
    for (var topic : Topic.values()) {
      words.put(topic, BOOK.phrases(topic.family()));
    }
    return words;
  }

  /// One requirement: what it says, or how it is tested.
  private static Optional<Wish> requirement(String text) {
    return about(text).or(() -> named(text).map(id -> new Wish.Ask(
        List.of(ABOUT_TESTS.areIn(text) ? "standings" : "requirements"), id, null)));
  }

  /// What a message of nothing but a requirement's ID asks: all that is known of it.
  ///
  /// @param text in lower case
  static Optional<Wish> about(String text) {
    return ONLY_ONE.are(text)
        ? named(text).map(id -> new Wish.Ask(List.of("requirements", "findings", "standings"), id,
            null))
        : Optional.empty();
  }

  private static Optional<String> named(String text) {
    var id = ID.in(text);
    return id.find() && !NAMES_PROJECT.areIn(text) && !KnownTasks.ID.matcher(text).find()
        ? Optional.of(id.group())
        : Optional.empty();
  }
}

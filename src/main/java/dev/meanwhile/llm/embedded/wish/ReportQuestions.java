package dev.meanwhile.llm.embedded.wish;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Questions about a project that its reports have answered already: what of them is asked for.
final class ReportQuestions {
  private static final Phrasebook BOOK = Phrasebook.of(ReportQuestions.class);
  private static final Phrases ASKING = BOOK.phrases("asking");
  private static final Phrases BARE = BOOK.phrases("bare");
  private static final Phrases ID = BOOK.phrases("id");
  private static final Phrases ONLY_ONE = BOOK.phrases("only one");
  private static final Phrases ABOUT_TESTS = BOOK.phrases("about tests");
  private static final Phrases NAMES_PROJECT = BOOK.phrases("names project");

  /// What can be asked for. In order: the first that fits is meant.
  private enum Topic {
    ADVICE, SUGGESTED_LINKS, SUSPECTS, GAPS, UNNEEDED, ORPHANS, DUPLICATES, CONTRADICTIONS,
    WEAKNESSES, TREND,
    CHANGES, STANDINGS, FINDINGS, CANDIDATES;

    private String family() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<String> parts() {
      return switch (this) {
        case ADVICE -> List.of("gaps", "weaknesses", "findings");
        case SUGGESTED_LINKS -> List.of("suggestions");
        case SUSPECTS, GAPS, UNNEEDED, ORPHANS, DUPLICATES, CONTRADICTIONS, WEAKNESSES, TREND,
            CHANGES, STANDINGS,
            FINDINGS, CANDIDATES ->
          List.of(family());
      };
    }

    /// Which lines of the parts are asked for; all of them if it is empty.
    private String like() {
      return this == STANDINGS ? "failed" : "";
    }
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

  private static Optional<Wish> topic(String text) {
    return WORDS.entrySet().stream().filter(it -> it.getValue().areIn(text)).map(Map.Entry::getKey)
        .findFirst().map(it -> new Wish.Ask(it.parts(), named(text).orElse(it.like()),
            Options.project(text)));
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

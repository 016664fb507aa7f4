package dev.meanwhile.llm.embedded.wish;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Questions about a project that its reports have answered already: what of them is asked for.
final class ReportQuestions {
  /// How a question begins, or an order to show something.
  private static final Pattern ASKING = Pattern.compile(
      "^(?:(?:please|ok(?:ay)?|so|well|can you|could you|would you|i want to|i'd like to)\\s+)*"
          + "(?:which|what|what's|whats|who|where|how|why|are|is|any|do|does|did|has|have|show|list|display|view|see|tell|give|explain|compare)\\b");
  private static final Pattern BARE = Pattern.compile(
      "^(?:my |the |all |any )*(?:gaps|findings|orphans|duplicates|suspects?|suspect links|changes|differences|trend|weaknesses|contradictions|candidates|suggestions|advice)$");
  /// An ID with a number behind a dash, an underscore or a dot; those of tasks and names of files are none.
  private static final Pattern ID = Pattern.compile(
      "(?<![\\w./-])[a-z][a-z0-9]{0,30}(?:[-_][a-z0-9]{1,30}){0,6}[-_.]\\d{1,10}[a-z]?(?![\\w./-]*\\w)");
  private static final Pattern ABOUT_TESTS = Pattern
      .compile("\\b(?:test|cover|verif|pass|fail|stand)");
  private static final Pattern NAMES_PROJECT = Pattern.compile("\\bproject\\b|\\bcoverage\\b");
  private static final String NO_TESTS = "(?:no|without(?: an?y?)?|lack(?:s|ing)?|miss(?:es|ing)?|not|n't|(?:isn|aren|don|doesn|haven|hasn)'t)\\b.*\\b(?:tests?|test ?cases?|tested|covered|verified)\\b";

  private record Topic(Pattern asked, List<String> parts, String like) {
    private Topic(String asked, String like, String... parts) {
      this(Pattern.compile(asked), List.of(parts), like);
    }
  }

  /// In order: the first that fits is meant.
  private static final List<Topic> TOPICS = List.of(
      new Topic("\\b(?:advice|advise|recommend\\w*|suggestions?|improve)\\b", "", "gaps",
          "weaknesses", "findings"),
      new Topic("\\bsuggested (?:links?|tests?)\\b", "", "suggestions"),
      new Topic("\\bsuspects?\\b", "", "suspects"),
      new Topic("\\brequirements?\\b.*\\b" + NO_TESTS
          + "|\\b(?:un|not )(?:tested|covered|verified)\\b|\\bgaps\\b", "", "gaps"),
      new Topic("\\btests?\\b.*\\b(?:no|without(?: an?y?)?) requirements?\\b", "", "unneeded"),
      new Topic("\\borphans?\\b|\\btests?\\b.*\\bunknown requirements?\\b", "", "orphans"),
      new Topic("\\bduplicate\\w*", "", "duplicates"),
      new Topic("\\b(?:contradict|inconsisten)\\w*", "", "contradictions"),
      new Topic("\\bweakness(?:es)?\\b|\\bmissing (?:test )?cases\\b", "", "weaknesses"),
      new Topic("\\btrend\\b|\\bover time\\b|\\bcoverage\\b.*\\b(?:chang|better|worse|improv|since)"
          + "|\\bcompare\\b.*\\b(?:coverage|reports)\\b", "", "trend"),
      new Topic("\\b(?:changed|changes|changelog|differs?|differences?|different|diff)\\b"
          + "|\\bwhat(?:'s| is) new\\b|\\bcompare\\b.*\\b(?:versions|rtms|matrices|revisions)\\b",
          "",
          "changes"),
      new Topic("\\b(?:tests?|test ?cases|requirements?)\\b.*\\b(?:fail(?:ed|ing|s)?|broken)\\b"
          + "|\\bfail(?:ed|ing) tests?\\b", "failed", "standings"),
      new Topic(
          "\\bfindings?\\b|\\bwrong with\\b|\\b(?:ambiguous|vague|unclear|imprecise|untestable)\\b"
              + "|\\b(?:problems|issues|quality)\\b.*\\brequirements?\\b",
          "", "findings"),
      new Topic("\\bcandidates\\b", "", "candidates"));

  private ReportQuestions() {}

  /// What a clause asks of the reports, if it does.
  ///
  /// @param text in lower case
  static Optional<Wish> in(String text) {
    if (BARE.matcher(text).matches()) {
      return topic(text);
    }
    return ASKING.matcher(text).find() && !Cues.ARTIFACT_NAME.matcher(text).find()
        ? topic(text).or(() -> requirement(text))
        : Optional.empty();
  }

  private static Optional<Wish> topic(String text) {
    return TOPICS.stream().filter(it -> it.asked().matcher(text).find()).findFirst()
        .map(it -> new Wish.Ask(it.parts(), it.like(), Options.project(text)));
  }

  /// One requirement: what it says, or how it is tested.
  private static Optional<Wish> requirement(String text) {
    var id = ID.matcher(text);
    if (!id.find() || NAMES_PROJECT.matcher(text).find() || KnownTasks.ID.matcher(text).find()) {
      return Optional.empty();
    }
    var part = ABOUT_TESTS.matcher(text).find() ? "standings" : "requirements";
    return Optional.of(new Wish.Ask(List.of(part), id.group(), null));
  }
}

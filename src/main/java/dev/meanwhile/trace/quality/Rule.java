package dev.meanwhile.trace.quality;

import dev.meanwhile.trace.Finding.Severity;
import dev.meanwhile.trace.Subjective;
import java.util.List;
import java.util.regex.Pattern;

/// A rule for the wording of one statement.
///
/// @param name stable, as reports show it
/// @param words what the rule finds
/// @param why what is wrong with them
/// @param advice what to do, without inventing content
record Rule(String name, Severity severity, Pattern words, String why, String advice) {
  private static final String NUMBER = "\\d++(?:[.,]\\d++)*+";
  private static final String AMOUNT = "(?:\\d|<|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|zero|half)\\b)";

  /// A word in capitals within a sentence is a part of a name.
  private static final String UNNAMED = "(?!(?<=[\\w,] )(?-i:[A-Z]))";

  static Rule of(String name, Severity severity, String words, String why, String advice) {
    return new Rule(name, severity, Pattern.compile(words, Pattern.CASE_INSENSITIVE), why,
        advice);
  }

  static Rule exact(String name, Severity severity, String words, String why, String advice) {
    return new Rule(name, severity, Pattern.compile(words), why, advice);
  }

  /// The rules for single words and phrases, in the order of their reports.
  static final List<Rule> ALL = List.of(
      Rule.exact("to-be-defined", Severity.ERROR, "\\b(?:TBD|TBC|TBR|TBS)\\b",
          "a value is still open",
          "settle the value, or name who settles it and when"),
      Rule.exact("placeholder", Severity.INFO,
          "<(?:[A-Z][A-Z0-9_ -]{2,40}|(?:[A-Za-z]{1,20}[ _-]){1,3}[Dd](?:efined|EFINED))(?:,[^<>]{1,40})?>",
          "the value is set elsewhere",
          "name where the value is defined; tests use it by its name"),
      Rule.of("vague-word", Severity.WARNING,
          UNNAMED
              + "\\b(?:adequate(?:ly)?|appropriate(?:ly)?|as (?:necessary|needed|required|applicable|appropriate)|if (?:necessary"
              + "|possible|practical|needed)|where (?:possible|applicable)|sufficient(?:ly)?|reasonabl[ey]|and/or|etc|"
              + "some|several|various|(?<!\\b(?:how|too|as) )many|few|(?<!\\bat(?: the)? )most|relevant|suitabl[ey]|proper(?:ly)?|as possible|if required|usually|generally|nearly|normally|typically|approximately|as far as possible|at a minimum)\\b"
              + "(?![^.;]{0,30}\\([^()]{0,20}\\d)",
          "two readers can understand different things", "say which, how many or when"),
      new Rule("subjective-word", Severity.WARNING, Subjective.WORDS.pattern(),
          "nobody can measure it", "state a measurable criterion"),
      Rule.of("be-able-to", Severity.INFO, "\\b(?:be able to|be capable of|have the capability)\\b",
          "an ability can be present without being used", "state what is done, and when"),
      Rule.of("open-verb", Severity.INFO,
          "\\b(?:shall|must) (?:support|handle|process|manage|deal with)\\b",
          "the verb doesn't say what is done", "state the observable result"),
      Rule.of("passive", Severity.INFO,
          "\\b(?:shall|must) (?:not )?be (?:\\w+ed|sent|written|shown|kept|made|set|given|taken|done|built|held|read|"
              + "put|known|seen|found|driven|chosen|hidden|frozen|paid|sold|bought|told|left|lost|met|cut|split|"
              + "reset|overwritten|withdrawn|drawn|brought|caught|led|fed|spent)\\b(?! by\\b)",
          "the sentence doesn't say who acts", "name the actor"),
      Rule.of("pronoun", Severity.INFO, "\\b(?:it|its|they|them|their|these|those|he|she)\\b",
          "what it refers to isn't certain when the requirement stands alone", "repeat the noun"),
      Rule.of("absolute", Severity.INFO,
          "(?<!\\()\\b(?:all|every(?! (?:(?:second|other|third|full) )?(?:" + AMOUNT
              + "|(?:(?:milli)?second|minute|hour|day|week|month|quarter|year|night|morning|cycle)s?\\b))|always|"
              + "never|none|100 ?%|any(?<!\\b(?:if|when|whenever|unless|where)\\b[^,.;:]{0,120}any))\\b",
          "an absolute can hardly be verified", "bound the set, or list its members"),
      Rule.of("bound-without-value", Severity.WARNING,
          "\\b(?:maximum|minimum|at least|at most|up to|no more than|not exceed)\\b(?! the\\b)(?![^.;]{0,60}"
              + AMOUNT + ")",
          "a bound is named and has no value",
          "state the value and its unit, or where it is defined"),
      Rule.of("time-without-value", Severity.WARNING,
          "\\b(?:in time|immediately|promptly|periodically|in real time|"
              + "as soon as possible|without delay|timely|(?:with)?in (?:a|an|the) (?:\\w+ )?(?:time|period|"
              + "interval|while|moment)(?! of\\b)(?![^.;]{0,40}" + AMOUNT + "))\\b",
          "a time is asked for and not stated",
          "state the time and its unit"),
      Rule.of("number-without-unit", Severity.WARNING,
          "\\b(?:within|every|at least|at most|less than|greater than|more than|up to) " + NUMBER
              + "(?=\\s*(?:[.,;)]|$|"
              + "and\\b|or\\b|to\\b|of\\b|if\\b|when\\b|for\\b|after\\b))",
          "the number has no unit", "state what is counted or measured"));
}

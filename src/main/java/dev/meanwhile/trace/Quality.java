package dev.meanwhile.trace;

import dev.meanwhile.trace.Finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Rules for the wording of requirements. Each names the words it found; none rewrites them.
final class Quality {
  private static final String NUMBER = "\\d++(?:[.,]\\d++)*+";
  private static final int LONG_WORDS = 40;
  private static final int QUOTE_CHARACTERS = 160;
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern SHALL = Pattern.compile("\\b(?:shall|must)\\b",
      Pattern.CASE_INSENSITIVE);

  private record Rule(String name, Severity severity, Pattern words, String why, String advice) {
    static Rule of(String name, Severity severity, String words, String why, String advice) {
      return new Rule(name, severity, Pattern.compile(words, Pattern.CASE_INSENSITIVE), why,
          advice);
    }

    static Rule exact(String name, Severity severity, String words, String why, String advice) {
      return new Rule(name, severity, Pattern.compile(words), why, advice);
    }
  }

  private static final List<Rule> RULES = List.of(
      Rule.exact("to-be-defined", Severity.ERROR, "\\b(?:TBD|TBC|TBR|TBS)\\b",
          "a value is still open",
          "settle the value, or name who settles it and when"),
      Rule.exact("placeholder", Severity.INFO, "<[A-Z][A-Z0-9_ ]{2,40}(?:,[^<>]{1,40})?>",
          "the value is set elsewhere",
          "name where the value is defined; tests use it by its name"),
      Rule.of("vague-word", Severity.WARNING,
          "\\b(?:adequate(?:ly)?|appropriate(?:ly)?|as (?:necessary|needed|required|applicable|appropriate)|if (?:necessary"
              + "|possible|practical|needed)|where (?:possible|applicable)|sufficient(?:ly)?|reasonabl[ey]|and/or|etc|"
              + "some|several|various|normally|typically|approximately|as far as possible|at a minimum)\\b",
          "two readers can understand different things", "say which, how many or when"),
      Rule.of("subjective-word", Severity.WARNING,
          "\\b(?:easy|easily|fast|quick(?:ly)?|intuitive(?:ly)?|user[- ]friendly|simple|efficient(?:ly)?|robust(?:ly)?|"
              + "flexible|modern|attractive|seamless(?:ly)?|convenient(?:ly)?|state[- ]of[- ]the[- ]art)\\b",
          "nobody can measure it", "state a measurable criterion"),
      Rule.of("be-able-to", Severity.INFO, "\\b(?:be able to|be capable of|have the capability)\\b",
          "an ability can be present without being used", "state what is done, and when"),
      Rule.of("open-verb", Severity.INFO,
          "\\b(?:shall|must) (?:support|handle|process|manage|deal with)\\b",
          "the verb doesn't say what is done", "state the observable result"),
      Rule.of("passive", Severity.INFO,
          "\\b(?:shall|must) (?:not )?be (?:\\w+ed|sent|written|shown|kept|made|set|given|taken|done|built|held|read|"
              + "put|known|seen|found|driven|chosen|hidden|frozen)\\b(?! by\\b)",
          "the sentence doesn't say who acts", "name the actor"),
      Rule.of("pronoun", Severity.INFO, "\\b(?:it|its|they|them|their|these|those)\\b",
          "what it refers to isn't certain when the requirement stands alone", "repeat the noun"),
      Rule.of("absolute", Severity.INFO, "\\b(?:all|every|always|never|any|none|100 ?%)\\b",
          "an absolute can hardly be verified", "bound the set, or list its members"),
      Rule.of("bound-without-value", Severity.WARNING,
          "\\b(?:maximum|minimum|at least|at most|up to|no more than|not exceed)\\b(?! the\\b)(?![^.;]{0,60}"
              + "(?:\\d|<|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|zero)\\b))",
          "a bound is named and has no value",
          "state the value and its unit, or where it is defined"),
      Rule.of("time-without-value", Severity.WARNING,
          "\\b(?:in time|immediately|promptly|periodically|in real time|"
              + "as soon as possible|without delay|timely)\\b",
          "a time is asked for and not stated",
          "state the time and its unit"),
      Rule.of("number-without-unit", Severity.WARNING,
          "\\b(?:within|every|at least|at most|less than|greater than|more than|up to) " + NUMBER
              + "(?=\\s*(?:[.,;)]|$|"
              + "and\\b|or\\b|to\\b|of\\b|if\\b|when\\b|for\\b|after\\b))",
          "the number has no unit", "state what is counted or measured"));

  private Quality() {}

  static List<Finding> findings(List<Requirement> requirements) {
    var findings = new ArrayList<Finding>();
    var firstById = new HashMap<String, Requirement>();
    var firstByText = new HashMap<String, Requirement>();
    for (var requirement : requirements) {
      same(requirement, firstById, firstByText, findings);
      if (requirement.status().isInForce()) {
        wording(requirement, findings);
      }
    }
    return findings;
  }

  private static void same(Requirement requirement, Map<String, Requirement> byId,
      Map<String, Requirement> byText,
      List<Finding> findings) {
    var sameId = byId.putIfAbsent(requirement.id(), requirement);
    if (sameId != null) {
      findings.add(finding(requirement, "duplicate-id", Severity.ERROR,
          Words.shortened(requirement.text(),
              QUOTE_CHARACTERS),
          "the ID is given to another statement too, at " + sameId.source().where(),
          "give one of them an ID of its own"));
    }
    var sameText = byText.putIfAbsent(requirement.textHash(), requirement);
    if (sameText != null && !sameText.id().equals(requirement.id())
        && requirement.status().isInForce()) {
      findings.add(finding(requirement, "duplicate-text", Severity.WARNING,
          Words.shortened(requirement.text(),
              QUOTE_CHARACTERS),
          "the statement is the same as that of " + sameText.id(),
          "remove one, or say how they differ"));
    }
  }

  private static void wording(Requirement requirement, List<Finding> findings) {
    var text = Words.analysed(requirement.text());
    modals(requirement, findings);
    for (var rule : RULES) {
      var found = rule.words().matcher(text);
      if (found.find()) {
        findings.add(finding(requirement, rule.name(), rule.severity(), found.group(), rule.why(),
            rule.advice()));
      }
    }
    if (WORD.matcher(text).results().limit(LONG_WORDS + 1L).count() > LONG_WORDS) {
      findings
          .add(finding(requirement, "long", Severity.INFO, Words.shortened(text, QUOTE_CHARACTERS),
              "more than " + LONG_WORDS + " words", "split it, or move the details into a list"));
    }
  }

  private static void modals(Requirement requirement, List<Finding> findings) {
    var text = Words.analysed(requirement.text());
    long binding = SHALL.matcher(text).results().limit(2).count();
    if (binding == 0) {
      findings.add(finding(requirement, "no-binding-word", Severity.WARNING,
          Words.shortened(text, QUOTE_CHARACTERS),
          "neither shall nor must: it isn't said that this binds",
          "say shall, or mark it as information"));
    }
    if (binding > 1) {
      findings.add(finding(requirement, "compound", Severity.WARNING,
          Words.shortened(text, QUOTE_CHARACTERS),
          "more than one shall or must", "make one requirement of each"));
    }
  }

  private static Finding finding(Requirement requirement, String rule, Severity severity,
      String quote, String why,
      String advice) {
    return new Finding(rule, severity, requirement.id(), quote, why, advice, requirement.source());
  }
}

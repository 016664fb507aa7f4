package dev.meanwhile.trace.quality;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Finding.Severity;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Rules for the wording of requirements. Each names the words it found; none rewrites them.
public final class Quality {
  private static final int LONG_WORDS = 40;
  private static final int QUOTE_CHARACTERS = 160;
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Phrasebook BOOK = Phrasebook.of(Quality.class);
  private static final Phrases ASIDE = BOOK.phrases("aside");
  private static final Phrases BINDING = BOOK.phrases("binding");

  private Quality() {}

  /// Hears how far the rules are; what it throws flies on.
  @FunctionalInterface
  public interface Watch {
    void looked(int done, int all);
  }

  /// What the rules find in requirements that are in force, and what is amiss between them.
  public static List<Finding> findings(List<Requirement> requirements) {
    return findings(requirements, (done, all) -> {});
  }

  /// What the rules find in requirements that are in force, and what is amiss between them.
  public static List<Finding> findings(List<Requirement> requirements, Watch watch) {
    int count = requirements.size();
    int all = (1 + Likeness.ROUNDS) * count;
    int done = 0;
    var findings = new ArrayList<Finding>();
    var firstById = new HashMap<String, Requirement>();
    var firstByText = new HashMap<String, Requirement>();
    for (var requirement : requirements) {
      watch.looked(done++, all);
      same(requirement, firstById, firstByText, findings);
      if (requirement.status().isInForce()) {
        wording(requirement, findings);
      }
    }
    Likeness.findings(requirements, findings, step -> watch.looked(count + step, all));
    Gaps.findings(requirements, findings);
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
    var text = withoutAsides(Words.analysed(requirement.text()));
    modals(requirement, findings);
    for (var rule : Rule.values()) {
      var found = rule.words().in(text);
      if (found.find()) {
        findings.add(new Finding(rule.toString(), rule.severity(), requirement.id(), found.group(),
            found.start(), found.end(), rule.why(), rule.advice(), requirement.source()));
      }
    }
    if (WORD.matcher(text).results().limit(LONG_WORDS + 1L).count() > LONG_WORDS) {
      findings
          .add(finding(requirement, "long", Severity.INFO,
              Words.shortened(requirement.text(), QUOTE_CHARACTERS),
              "more than " + LONG_WORDS + " words", "split it, or move the details into a list"));
    }
  }

  /// The text with notes and examples blanked out, each place kept: they may be as vague as they like.
  private static String withoutAsides(String text) {
    return ASIDE.in(text).replaceAll(aside -> "\0".repeat(aside.group().length()));
  }

  private static void modals(Requirement requirement, List<Finding> findings) {
    var text = withoutAsides(Words.analysed(requirement.text()));
    long binding = BINDING.in(text).results().limit(2).count();
    if (binding == 0) {
      findings.add(finding(requirement, "no-binding-word", Severity.WARNING,
          Words.shortened(requirement.text(), QUOTE_CHARACTERS),
          "neither shall nor must: it isn't said that this binds",
          "say shall, or mark it as information"));
    }
    if (binding > 1) {
      var second = BINDING.in(text).results().skip(1).findFirst().orElseThrow();
      findings.add(new Finding("compound", Severity.WARNING, requirement.id(), second.group(),
          second.start(), second.end(), "more than one shall or must",
          "make one requirement of each", requirement.source()));
    }
  }

  /// A finding about the statement as a whole.
  static Finding finding(Requirement requirement, String rule, Severity severity,
      String quote, String why,
      String advice) {
    return new Finding(rule, severity, requirement.id(), quote, 0, requirement.text().length(), why,
        advice, requirement.source());
  }
}

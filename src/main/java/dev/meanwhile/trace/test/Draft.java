package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.TestCase.Datum;
import dev.meanwhile.trace.test.TestCase.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A test case that is being written: what its technique gives it is added piece by piece.
final class Draft {
  private static final int TITLE_CHARACTERS = 120;

  private final TestCase.Type type;
  private final String technique;
  private final String rule;
  private String about = "";
  private String title = "";
  private String quote = "";
  private String confidence = "high";
  private final List<String> preconditions = new ArrayList<>();
  private final List<Datum> data = new ArrayList<>();
  private final List<String[]> steps = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Draft(TestCase.Type type, String technique, String rule) {
    this.type = type;
    this.technique = technique;
    this.rule = rule;
  }

  TestCase.Type type() {
    return type;
  }

  /// What a tester reads first of it: two drafts of the same words and data are one case.
  String wording() {
    return title + data;
  }

  /// What is done and seen in it.
  String procedure() {
    return preconditions.toString() + data + steps.stream().map(Arrays::toString).toList();
  }

  /// Whether the case tries what this clause states, or a part of it.
  boolean restsOn(String clause) {
    var words = Words.oneLine(clause);
    var rests = Words.oneLine(quote);
    return words.contains(rests) || rests.contains(words)
        || steps.stream().map(s -> Words.oneLine(s[1]))
            .anyMatch(e -> e.contains(words) || words.endsWith(e));
  }

  /// What sets the case apart from others of its technique; it stays while the wording around it changes.
  Draft about(String data) {
    this.about = data;
    return this;
  }

  /// Sets the case apart from those of another statement of the same requirement.
  Draft within(String statement) {
    this.about += " in " + Words.oneLine(statement);
    return this;
  }

  Draft titled(String words) {
    this.title = words;
    return this;
  }

  /// The words of the requirement that the case rests on.
  Draft quoting(String words) {
    this.quote = words;
    return this;
  }

  Draft sure(String confidence) {
    this.confidence = confidence;
    return this;
  }

  Draft given(List<String> conditions) {
    conditions.forEach(c -> preconditions.add(Words.oneLine(c)));
    return this;
  }

  Draft with(Datum datum) {
    data.add(datum);
    return this;
  }

  Draft step(String action, String expected) {
    steps.add(new String[]{action, expected});
    return this;
  }

  Draft noting(String note) {
    notes.add(note);
    return this;
  }

  TestCase of(Requirement requirement) {
    var verification = requirement.verification();
    return new TestCase("", TestCase.key(requirement.id(), technique, about),
        Words.shortened(title, TITLE_CHARACTERS), List.of(requirement.id()),
        Map.of(requirement.id(), requirement.textHash()), type, technique, quote,
        requirement.priority(), preconditions, data, steps(requirement.id()), List.of(),
        verification == null ? null : verification.original(), null, "rule", rule, confidence,
        notes);
  }

  private List<Step> steps(String requirementId) {
    var numbered = new ArrayList<Step>();
    for (var step : steps) {
      numbered.add(new Step(numbered.size() + 1, step[0], step[1], List.of(requirementId)));
    }
    return numbered;
  }
}

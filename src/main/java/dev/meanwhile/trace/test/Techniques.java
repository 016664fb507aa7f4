package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.Statement.Join;
import dev.meanwhile.trace.test.TestCase.Datum;
import dev.meanwhile.trace.test.TestCase.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Applies each technique to one requirement.
final class Techniques {
  private static final int TITLE_CHARACTERS = 120;
  private static final Pattern REJECTS = Pattern.compile(
      "reject|invalid|error|not valid|fail|exceed|out of range|corrupt|abort|illegal|unauthori[sz]ed|den(?:y|ied)|refuse"
          + "|\\b(?:shall|must) not\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern FORBIDS = Pattern.compile("\\b(?:shall|must)\\s+(?:not|never)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern ACCEPTS_A_LIST = Pattern.compile(
      "\\b(?:one of|either|only the following|valid values?|selected|selectable|allowed|permitted|accepts?|supported)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final String DECIDE_ABSENCE = "decide how it is observed that the response stays away";
  private static final String UNSTATED = "the text doesn't state the reaction: agree on it, then write it here";

  private final Requirement requirement;
  private final String text;
  private final Statement statement;
  private final List<TestCase> cases = new ArrayList<>();

  Techniques(Requirement requirement) {
    this.requirement = requirement;
    this.text = Words.analysed(requirement.text());
    this.statement = Statement.of(text);
  }

  List<TestCase> cases() {
    conditions();
    partitions();
    Bound.in(text).forEach(this::bound);
    forbidden();
    if (cases.isEmpty()) {
      nominal();
    }
    return cases;
  }

  private void conditions() {
    var conditions = statement.conditions();
    if (conditions.isEmpty()) {
      return;
    }
    if (conditions.size() == 1) {
      holds(conditions.getFirst(), true);
      holds(conditions.getFirst(), false);
    } else if (statement.joined() == Join.AND) {
      decision(conditions, all(conditions, true), true);
      for (int i = 0; i < conditions.size(); i++) {
        decision(conditions, one(conditions, i, false), false);
      }
    } else {
      for (int i = 0; i < conditions.size(); i++) {
        decision(conditions, one(conditions, i, true), true);
      }
      decision(conditions, all(conditions, false), false);
    }
  }

  private void holds(String condition, boolean holds) {
    decision(List.of(condition), List.of(holds), holds);
  }

  private static List<Boolean> all(List<String> conditions, boolean value) {
    return conditions.stream().map(c -> value).toList();
  }

  private static List<Boolean> one(List<String> conditions, int index, boolean value) {
    var values = new ArrayList<>(all(conditions, !value));
    values.set(index, value);
    return values;
  }

  private void decision(List<String> conditions, List<Boolean> values, boolean met) {
    boolean responds = met != statement.exception();
    var actions = new ArrayList<String>();
    for (int i = 0; i < conditions.size(); i++) {
      actions.add((values.get(i) ? "Make this hold: " : "Make sure that this doesn't hold: ")
          + quoted(conditions.get(i)));
    }
    var title = (met ? "" : "Not: ") + describe(conditions, values, met) + ": " + (responds
        ? statement.response()
        : "no response");
    var technique = statement.state() ? "state-transition" : "decision-table";
    add(values.toString(), title, decisionType(met), technique,
        statement.state() ? "state" : "condition", "medium",
        List.of(),
        List.of(), steps(actions, expected(responds)),
        responds ? List.of() : List.of(DECIDE_ABSENCE));
  }

  /// The condition that makes the case different from the others, or all of them.
  private String describe(List<String> conditions, List<Boolean> values, boolean met) {
    boolean uniform = values.stream().allMatch(v -> v == met);
    int lone = values.indexOf(statement.joined() == Join.OR);
    return uniform || lone < 0 || conditions.size() == 1
        ? statement.condition()
        : conditions.get(lone);
  }

  /// Judged by condition and response: a list may name a "rejected" counter without anything being rejected.
  private boolean rejects() {
    return REJECTS.matcher(statement.condition()).find()
        || REJECTS.matcher(statement.response()).find();
  }

  private TestCase.Type decisionType(boolean met) {
    if (met && rejects()) {
      return TestCase.Type.NEGATIVE;
    }
    return statement.state() ? TestCase.Type.STATE : TestCase.Type.POSITIVE;
  }

  private String expected(boolean responds) {
    return (responds ? "" : "This doesn't happen: ")
        + (responds ? statement.response() : quoted(statement.response()));
  }

  private void partitions() {
    for (var item : statement.items()) {
      var data = List.of(new Datum("item", item, null, item));
      add(item, item + ": " + statement.response(), TestCase.Type.POSITIVE,
          "equivalence-partitioning",
          "list", "high", given(), data,
          steps(List.of("Exercise the requirement for this item: " + quoted(item)),
              statement.response() + " " + quoted(
                  item)),
          List.of());
    }
    if (!statement.items().isEmpty() && ACCEPTS_A_LIST.matcher(text).find()) {
      add("outside", "Not in the list: " + String.join(", ", statement.items()),
          TestCase.Type.NEGATIVE,
          "equivalence-partitioning",
          "list-outside", "medium", given(), List.of(),
          steps(List.of("Use a value that isn't in the list: " + quoted(
              String.join(", ", statement.items()))), "TODO: " + UNSTATED),
          List.of(UNSTATED));
    }
  }

  private List<String> given() {
    return statement.conditions().isEmpty() ? List.of() : List.of(statement.condition());
  }

  private void bound(Bound bound) {
    if (bound.isTime()) {
      time(bound);
    } else {
      bound.points().forEach(p -> point(bound, p));
    }
  }

  private void time(Bound bound) {
    var data = List.of(new Datum("time", bound.value(), bound.unit(), bound.quote()));
    add(bound.kind() + " " + bound.value() + " " + bound.unit(),
        "Measure " + quoted(bound.quote()) + ": " + statement.response(), TestCase.Type.PERFORMANCE,
        "performance", "time",
        "high", given(), data,
        steps(List.of("Bring about the response and measure the time that " + quoted(bound.quote())
            + " speaks of"), statement.response()),
        List.of("decide how often it is measured, and on which platform"));
  }

  private void point(Bound bound, Bound.Point point) {
    var unit = bound.unit() == null ? "" : " " + bound.unit();
    var data = List.of(new Datum("value", point.value(), bound.unit(), bound.quote()));
    boolean conditional = statement.conditions().stream().anyMatch(c -> c.contains(bound.quote()));
    var side = point.inside() ? "inside" : "outside";
    var notes = new ArrayList<String>();
    if (!point.inside() && !conditional) {
      notes.add(UNSTATED);
    }
    if (bound.number() == null) {
      notes.add("put the value of " + bound.value() + " in for its name");
    }
    var value = point.value() + unit;
    var outside = conditional
        ? expected(false)
        : "TODO: " + value + " is outside " + quoted(bound.quote()) + "; " + UNSTATED;
    add(bound.kind() + " " + bound.value() + " " + value,
        value + " is " + side + " " + quoted(bound.quote()) + ": " + statement.response(),
        TestCase.Type.BOUNDARY,
        "boundary-value-analysis", "bound", "high", conditional ? List.of() : given(), data,
        steps(List.of("Use " + value
            + " where the text says " + quoted(bound.quote())),
            point.inside() ? statement.response() : outside),
        notes);
  }

  private void forbidden() {
    if (!FORBIDS.matcher(text).find()
        || cases.stream().anyMatch(c -> c.type() == TestCase.Type.NEGATIVE)) {
      return;
    }
    add("forbidden", "Forbidden: " + statement.response(), TestCase.Type.NEGATIVE,
        "requirement-based",
        "prohibition", "medium", given(),
        List.of(),
        steps(List.of("Try to bring about what the requirement forbids: " + quoted(text)),
            statement.response()),
        List.of());
  }

  private void nominal() {
    add("nominal", statement.response(),
        rejects() ? TestCase.Type.NEGATIVE : TestCase.Type.POSITIVE,
        "requirement-based", "nominal", "low", List.of(),
        List.of(), steps(List.of("Bring about: " + quoted(text)), statement.response()),
        List.of("the text states no condition, bound or list: add test data"));
  }

  private void add(String data, String title, TestCase.Type type, String technique, String rule,
      String confidence, List<String> preconditions,
      List<Datum> values, List<Step> steps, List<String> notes) {
    var verification = requirement.verification();
    cases.add(new TestCase("", TestCase.key(requirement.id(), technique, data),
        Words.shortened(title, TITLE_CHARACTERS), List.of(requirement.id()),
        Map.of(requirement.id(), requirement.textHash()), type, technique,
        requirement.priority(), preconditions, values, steps, List.of(), verification == null
            ? null
            : verification.original(),
        null, "rule", rule, confidence, notes));
  }

  /// The last action brings about the expected result, those before it prepare it.
  private List<Step> steps(List<String> actions, String expected) {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < actions.size(); i++) {
      boolean last = i == actions.size() - 1;
      steps.add(new Step(i + 1, actions.get(i), last ? expected : "It is so.",
          List.of(requirement.id())));
    }
    return steps;
  }

  private static String quoted(String text) {
    return "\"" + Words.oneLine(text) + "\"";
  }
}

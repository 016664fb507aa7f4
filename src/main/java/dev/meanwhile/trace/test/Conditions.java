package dev.meanwhile.trace.test;

import dev.meanwhile.trace.test.sentence.Refusal;
import dev.meanwhile.trace.test.sentence.Statement;
import dev.meanwhile.trace.test.sentence.Statement.Join;
import dev.meanwhile.trace.test.sentence.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/// Decision tables and state transitions: the response is due when its conditions hold, and stays away when one that
/// matters doesn't. Each condition decides once by itself.
final class Conditions {
  private final Statement statement;
  private final Refusal refusal;
  private final String about;
  private final List<Draft> drafts = new ArrayList<>();

  private Conditions(Statement statement, Refusal refusal, String about) {
    this.statement = statement;
    this.refusal = refusal;
    this.about = about;
  }

  /// @param about sets the cases apart from those of the text's other statements
  static List<Draft> drafts(Statement statement, Refusal refusal, String about) {
    var conditions = new Conditions(statement, refusal, about);
    if (!statement.conditions().isEmpty()) {
      conditions.table(statement.conditions().size());
    }
    return conditions.drafts;
  }

  /// What is due if none of several rules applies.
  static Draft none(List<Statement> rules, String otherwise) {
    var draft = new Draft(TestCase.Type.POSITIVE, "decision-table", "condition")
        .about("none of " + rules.size()).sure("medium").quoting(otherwise)
        .titled("None of the conditions: " + otherwise);
    for (var rule : rules) {
      draft.step(Wording.holds(rule.condition(), false),
          rule.equals(rules.getLast()) ? otherwise : "It doesn't hold.");
    }
    return draft;
  }

  private void table(int count) {
    boolean and = statement.joined() == Join.AND;
    if (and) {
      row(Collections.nCopies(count, true), true);
    }
    for (int i = 0; i < count; i++) {
      row(lone(count, i, !and), !and);
    }
    if (!and) {
      row(Collections.nCopies(count, false), false);
    }
  }

  /// One condition with this value, the others with the other one.
  private static List<Boolean> lone(int count, int index, boolean value) {
    var values = new ArrayList<>(Collections.nCopies(count, !value));
    values.set(index, value);
    return values;
  }

  /// What goes on anyway has no case without its conditions: nothing asks for it to stop there.
  private void row(List<Boolean> values, boolean met) {
    boolean responds = met != statement.exception();
    if (!responds && statement.goesOn()) {
      return;
    }
    var decisive = decisive(values);
    var draft = new Draft(type(responds), statement.state() ? "state-transition" : "decision-table",
        statement.state() ? "state" : "condition").about(values + about).sure("medium")
        .quoting(decisive)
        .titled((met ? "" : "Not: ") + decisive + ": "
            + (responds
                ? statement.response()
                : Objects.requireNonNullElse(statement.otherwise(), "no response")));
    for (int i = 0; i < values.size(); i++) {
      boolean last = i == values.size() - 1;
      draft.step(Wording.holds(statement.conditions().get(i), values.get(i)),
          last ? expected(responds) : values.get(i) ? "It holds." : "It doesn't hold.");
    }
    drafts.add(responds || statement.otherwise() != null
        ? draft
        : draft.noting(Wording.DECIDE_ABSENCE));
  }

  /// The condition that makes the case different from the others, or all of them.
  private String decisive(List<Boolean> values) {
    int lone = values.indexOf(statement.joined() == Join.OR);
    return lone < 0 ? statement.condition() : statement.conditions().get(lone);
  }

  /// What is done only on a condition is refused without it; else the response is what refuses.
  private TestCase.Type type(boolean responds) {
    if (responds != statement.exclusive() && refusal.inSentence()) {
      return TestCase.Type.NEGATIVE;
    }
    return statement.state() ? TestCase.Type.STATE : TestCase.Type.POSITIVE;
  }

  private String expected(boolean responds) {
    if (responds) {
      return statement.wholeResponse();
    }
    var otherwise = statement.otherwise();
    return otherwise == null ? Wording.absent(statement.wholeResponse()) : otherwise;
  }
}

package dev.meanwhile.trace.test;

import dev.meanwhile.trace.test.Bound.Point;
import dev.meanwhile.trace.test.TestCase.Datum;
import java.util.List;
import java.util.Objects;

/// Boundary values: three for each bound, at it and one step on either side. What is measured instead of typed in is one
/// case with the same three values as its data.
final class BoundaryValues {
  private final Bound bound;
  private final Statement statement;
  private final boolean decides;

  private BoundaryValues(Bound bound, Statement statement, Refusal refusal) {
    this.bound = bound;
    this.statement = statement;
    this.decides = inCondition() || (!bound.isMeasured() && refusal.isAbout(bound.quote()));
  }

  private boolean inCondition() {
    return statement.conditions().stream().anyMatch(c -> c.contains(bound.quote()));
  }

  static List<Draft> drafts(Bound bound, Statement statement, Refusal refusal) {
    var values = new BoundaryValues(bound, statement, refusal);
    return bound.isMeasured() && !values.decides
        ? List.of(values.measured())
        : bound.points().stream().map(values::at).toList();
  }

  private Draft measured() {
    var draft = new Draft(TestCase.Type.PERFORMANCE, "performance", "time")
        .about(bound.kind() + " " + bound.value() + " " + bound.unit()).quoting(bound.quote())
        .titled("Measure " + Wording.quoted(bound.quote()) + ": " + statement.response())
        .given(statement.given())
        .with(limit(bound.points().get(1)));
    bound.points().stream().filter(p -> p.steps() != 0).forEach(p -> draft.with(
        new Datum(p.inside() ? "inside" : "outside", p.value(), bound.unit(), bound.quote())));
    return named(draft.step("Bring about the response and measure what "
        + Wording.quoted(bound.quote()) + " speaks of", statement.response())
        .noting("decide how often it is measured, and on which platform"));
  }

  private Datum limit(Point point) {
    return new Datum(point.inside() ? "limit" : "limit, outside", point.value(), bound.unit(),
        bound.quote());
  }

  private Draft at(Point point) {
    var value = point.value() + unit(point);
    var draft = new Draft(TestCase.Type.BOUNDARY, "boundary-value-analysis", "bound")
        .about(bound.kind() + " " + bound.value() + " " + point.steps()).quoting(bound.quote())
        .titled(value + (point.inside() ? " is inside " : " is outside ")
            + Wording.quoted(bound.quote()) + ": " + statement.response())
        .given(decides ? others() : statement.given())
        .with(new Datum("value", point.value(), bound.unit(), bound.quote()))
        .step("Use " + value + " where the text says " + Wording.quoted(bound.quote()),
            expected(point, value));
    return named(point.inside() || decides ? draft : draft.noting(Wording.UNSTATED));
  }

  /// The unit as a number asks for it: one of "entries" is an "entry".
  private String unit(Point point) {
    var unit = bound.unit();
    if (unit == null) {
      return "";
    }
    boolean one = point.value().equals("1") || point.value().equalsIgnoreCase("one");
    return " " + (one
        ? unit.replaceFirst("(?<=[a-z]{2})ies$", "y")
            .replaceFirst("(?<=[a-z](?:x|ch|sh|ss))es$", "")
            .replaceFirst("(?<=[a-z]{2}[a-rt-z])s$", "")
        : unit);
  }

  /// What has to be so beside the bound, so that the bound alone decides.
  private List<String> others() {
    return statement.conditions().stream().filter(c -> !c.contains(bound.quote()))
        .map(c -> statement.joined() == Statement.Join.AND ? c : Wording.holds(c, false))
        .toList();
  }

  /// A bound in a condition decides whether the response is due; elsewhere the text rarely says what happens outside.
  private String expected(Point point, String value) {
    boolean responds = point.inside() != (decides && statement.exception());
    if (responds) {
      return statement.response();
    }
    return decides
        ? Objects.requireNonNullElse(statement.otherwise(), Wording.absent(statement.response()))
        : Wording.pending(value + " is outside " + Wording.quoted(bound.quote()) + "; "
            + Wording.UNSTATED);
  }

  private Draft named(Draft draft) {
    return bound.isPlaceholder()
        ? draft.noting(bound.points().get(1).value() + " stands for " + bound.value())
        : draft;
  }
}

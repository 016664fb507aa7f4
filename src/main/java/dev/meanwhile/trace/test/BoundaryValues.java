package dev.meanwhile.trace.test;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.TestCase.Datum;
import dev.meanwhile.trace.test.number.Bound;
import dev.meanwhile.trace.test.number.Bound.Point;
import dev.meanwhile.trace.test.number.Bounds;
import dev.meanwhile.trace.test.sentence.Refusal;
import dev.meanwhile.trace.test.sentence.Statement;
import dev.meanwhile.trace.test.sentence.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Boundary values: three for each bound, at it and one step on either side. What is measured instead of typed in is one
/// case with the same three values as its data.
final class BoundaryValues {
  private static final Phrasebook BOOK = Phrasebook.of(BoundaryValues.class);
  private static final Phrases REACHED = BOOK.phrases("reached");
  private static final Phrases GOES_ON = BOOK.phrases("goes on");
  private static final Phrases GIVEN = BOOK.phrases("given");
  private static final Phrases SCOPE = BOOK.phrases("scope");
  private static final Phrases ONLY = BOOK.phrases("only");
  private static final Phrases UP_TO = BOOK.phrases("up to");
  private static final Phrases START = BOOK.phrases("start");
  private static final Phrases NEVER = BOOK.phrases("never");
  private static final Phrases LEAD = BOOK.phrases("lead");

  /// Stands behind its number without a space.
  private static final String DEGREES_OF_AN_ANGLE = "°";

  private final Bound bound;
  private final Statement statement;
  private final Refusal refusal;
  private final boolean inCondition;
  private final boolean decides;
  private final boolean isEnd;
  private final String name;

  private BoundaryValues(Bound bound, boolean isEnd, String name, Statement statement,
      Refusal refusal) {
    this.bound = bound;
    this.isEnd = isEnd;
    this.name = name;
    this.statement = statement;
    this.refusal = refusal;
    this.inCondition = statement.conditions().stream().anyMatch(c -> c.contains(bound.quote()));
    this.decides = inCondition || isOfScope() || (!isMeasured() && refusal.isAbout(bound.quote()));
  }

  /// @param isEnd whether the words bound another value, too
  /// @param name what the bound is called in titles
  static List<Draft> drafts(Bound bound, boolean isEnd, String name, Statement statement,
      Refusal refusal) {
    var values = new BoundaryValues(bound, isEnd, name, statement, refusal);
    return values.isMeasured() && !values.decides
        ? List.of(values.measured())
        : bound.points().stream().map(values::at).toList();
  }

  /// The last words before a bound, up to three of the same clause.
  static String lead(String before) {
    var words = LEAD.in(before);
    return words.find() ? words.group() : "";
  }

  private boolean isMeasured() {
    return (bound.isMeasured() || isReached())
        && bound.points().stream().allMatch(p -> beyond(p).isEmpty());
  }

  /// What is reached has its name before the bound's words, or within them.
  private boolean isReached() {
    int at = statement.response().indexOf(bound.quote());
    return at >= 0 && (isReached(at) || isReached(at + bound.quote().indexOf(bound.value())));
  }

  private boolean isReached(int end) {
    var before = statement.response().substring(0, end);
    return (REACHED.areIn(before) || (bound.isTime() && GOES_ON.areIn(before)))
        && !GIVEN.areIn(before);
  }

  /// Whether it says what the response is for: beyond it the response isn't due.
  private boolean isOfScope() {
    int at = statement.sentence().indexOf(bound.quote());
    return at > 0 && SCOPE.are(statement.sentence().substring(0, at));
  }

  private Draft measured() {
    var draft = (bound.isMeasuredInTime()
        ? new Draft(TestCase.Type.PERFORMANCE, "performance", "time")
        : new Draft(TestCase.Type.BOUNDARY, "boundary-value-analysis", "measure"))
        .about(bound.kind() + " " + bound.value() + " " + bound.unit()).quoting(bound.quote())
        .titled("Measure " + Wording.quoted(name) + end() + ": " + statement.response())
        .given(statement.given())
        .with(limit(bound.points().get(1)));
    bound.points().stream().filter(p -> p.steps() != 0).forEach(p -> draft.with(
        new Datum(p.inside() ? "inside" : "outside", p.value(), bound.unit(), bound.quote())));
    return named(draft.step(start() + ", and measure " + bound.measure() + ": "
        + Wording.quoted(bound.quote()), statement.response())
        .noting("decide how often it is measured, and on which platform"));
  }

  /// What a time is counted from: the event behind its words, else the condition; without one the response alone is brought
  /// about.
  private String start() {
    int at = statement.sentence().indexOf(bound.quote());
    var event = START.in(at < 0
        ? ""
        : statement.sentence().substring(at + bound.quote().length()));
    if (bound.isMeasuredInTime() && event.lookingAt()) {
      return "Bring about " + Words.oneLine(event.group(1));
    }
    return bound.isMeasuredInTime() && statement.conditions().size() == 1 && !statement.state()
        && !statement.exception() && Wording.isStep(statement.condition())
            ? Wording.holds(statement.condition(), true)
            : "Bring about the response";
  }

  private String end() {
    return isEnd ? " at " + withUnit(bound.points().get(1)) : "";
  }

  private Datum limit(Point point) {
    return new Datum(point.inside() ? "limit" : "limit, outside", point.value(), bound.unit(),
        bound.quote());
  }

  private Draft at(Point point) {
    var value = withUnit(point);
    var draft = new Draft(TestCase.Type.BOUNDARY, "boundary-value-analysis", "bound")
        .about(bound.kind() + " " + bound.value() + " " + point.steps()).quoting(bound.quote())
        .titled(value + (point.inside() ? " is inside " : " is outside ")
            + Wording.quoted(name) + ": " + inShort(point))
        .given(decides ? others() : statement.given())
        .with(new Datum("value", point.value(), unitOf(point), bound.quote()))
        .step(action(value), expected(point, value));
    return named(responds(point) || !isUnsaid() || isRuledOut() || beyond(point).isPresent()
        ? draft
        : draft.noting(Wording.UNSTATED));
  }

  private String withUnit(Point point) {
    var unit = unitOf(point);
    return point.value()
        + (unit == null ? "" : unit.equals(DEGREES_OF_AN_ANGLE) ? unit : " " + unit);
  }

  /// The condition with the value in the bound's place, if it is a clause; else the value for the bound's words.
  private String action(String value) {
    return statement.conditions().stream().filter(c -> c.contains(bound.quote()))
        .filter(c -> !isOneOfSeveral(c)).findFirst()
        .map(c -> Wording.with(c, bound.quote(), value))
        .filter(Wording::isStep).map(c -> Wording.holds(c, true))
        .orElse("Try " + value + " for " + Wording.quoted(name));
  }

  /// In "below 5 or above 9" a value in one place leaves the other as it is.
  private static boolean isOneOfSeveral(String condition) {
    return condition.contains(" or ") && Bounds.in(condition).size() > 1;
  }

  /// The unit as a number asks for it: one of "entries" is an "entry".
  private @Nullable String unitOf(Point point) {
    var unit = bound.unit();
    boolean one = point.value().equals("1") || point.value().equalsIgnoreCase("one");
    return unit != null && one
        ? unit.replaceFirst("(?<=[a-z]{2})ies$", "y")
            .replaceFirst("(?<=[a-z](?:x|ch|sh|ss))es$", "")
            .replaceFirst("(?<=[a-z]{2}[a-rt-z])s$", "")
        : unit;
  }

  /// What has to be so beside the bound, so that the bound alone decides.
  private List<String> others() {
    return statement.conditions().stream().filter(c -> !c.contains(bound.quote()))
        .map(c -> statement.joined() == Statement.Join.AND ? c : Wording.holds(c, false))
        .toList();
  }

  /// Whether what is decided beyond the bound is told: what goes on within it may go on beyond it, too.
  private boolean isUnsaid() {
    return !decides || statement.goesOn();
  }

  /// Whether it says what is never so.
  private boolean isNever() {
    return NEVER.areIn(statement.sentence());
  }

  private boolean isRuledOut() {
    return isNever() || bound.isForbidden();
  }

  private boolean responds(Point point) {
    return point.inside() != (isNever()
        || (decides && statement.exception() && !UP_TO.begin(bound.quote())));
  }

  private String inShort(Point point) {
    if (responds(point)) {
      return due();
    }
    if (isRuledOut() || (decides && isExclusive())) {
      return "ruled out";
    }
    return isUnsaid()
        ? beyond(point).orElse("reaction not stated")
        : Objects.requireNonNullElse(statement.otherwise(), "no response");
  }

  /// A bound in a condition decides whether the response is due; elsewhere the text rarely says what happens outside.
  private String expected(Point point, String value) {
    if (responds(point)) {
      return due();
    }
    if (isRuledOut()) {
      return "This rules it out: " + Wording.quoted(statement.response());
    }
    if (isUnsaid()) {
      return beyond(point).orElseGet(() -> Wording.pending(value + " is outside "
          + Wording.quoted(bound.quote()) + "; " + Wording.UNSTATED));
    }
    return isExclusive()
        ? "This rules it out: " + Wording.quoted(statement.response())
        : Objects.requireNonNullElse(statement.otherwise(), Wording.absent(statement.response()));
  }

  /// The response without the clause behind it that is about values beyond.
  private String due() {
    var response = statement.response();
    return bound.points().stream().map(this::beyond).flatMap(Optional::stream)
        .mapToInt(response::indexOf).filter(at -> at > 0).boxed().findFirst()
        .map(at -> response.substring(0, at).replaceFirst("[,;.\\s]+(?:(?:and|but)\\s+)?$", ""))
        .orElse(response);
  }

  /// What is done only within the bound is ruled out beyond it.
  private boolean isExclusive() {
    int at = statement.response().indexOf(bound.quote());
    return at > 0 && ONLY.areIn(statement.response().substring(0, at));
  }

  private Optional<String> beyond(Point point) {
    return refusal.beyond(bound.quote(), point.steps() > 0).map(Words::oneLine);
  }

  private Draft named(Draft draft) {
    return bound.isPlaceholder()
        ? draft.noting(bound.points().get(1).value() + " stands for " + bound.value())
        : draft;
  }
}

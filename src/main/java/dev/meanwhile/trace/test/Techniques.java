package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applies each technique to one requirement.
final class Techniques {
  private final Requirement requirement;
  private final String text;
  private final Statement statement;
  private final Refusal refusal;
  private final List<Draft> drafts = new ArrayList<>();

  Techniques(Requirement requirement) {
    this.requirement = requirement;
    this.text = Words.analysed(requirement.text());
    this.statement = Statement.of(text);
    this.refusal = new Refusal(text, statement);
  }

  List<TestCase> cases() {
    var parameters = Parameters.in(text, statement.items());
    drafts.addAll(Conditions.drafts(statement, refusal));
    drafts.addAll(parameters.isEmpty()
        ? Partitions.drafts(text, statement, refusal)
        : Combinations.drafts(parameters, statement));
    Bounds.in(text)
        .forEach(b -> drafts.addAll(BoundaryValues.drafts(b, statementOf(b), refusal)));
    if (refusal.isStated() && drafts.stream().noneMatch(d -> d.type() == TestCase.Type.NEGATIVE)) {
      drafts.add(refused());
    }
    if (drafts.isEmpty() && Untestable.reason(text) == null) {
      drafts.add(nominal());
    }
    return drafts.stream().map(d -> d.of(requirement)).toList();
  }

  /// The statement that a bound belongs to: a sentence behind the one that binds can have its own.
  private Statement statementOf(Bound bound) {
    if (!statement.items().isEmpty() || statement.sentence().contains(bound.quote())) {
      return statement;
    }
    return Words.sentences(text).stream().filter(s -> s.contains(bound.quote())).findFirst()
        .map(Statement::of).orElse(statement);
  }

  /// Why the wording gives no case, if it gives none.
  static @Nullable String reason(Requirement requirement) {
    return Untestable.reason(Words.analysed(requirement.text()));
  }

  private Draft refused() {
    return new Draft(TestCase.Type.NEGATIVE, "requirement-based", "refusal").about("refusal")
        .quoting(refusal.quote()).sure("medium").given(statement.given())
        .titled((refusal.isOfFailure() ? "Failure: " : "Refused or forbidden: ")
            + refusal.response())
        .step((refusal.isOfFailure()
            ? "Bring about what goes wrong here: "
            : "Try to bring about what the requirement refuses or forbids: ")
            + Wording.quoted(refusal.quote()), refusal.response());
  }

  private Draft nominal() {
    return new Draft(TestCase.Type.POSITIVE, "requirement-based", "nominal").about("nominal")
        .quoting(statement.response()).sure("low").titled(statement.response())
        .step("Bring about: " + Wording.quoted(text), statement.response())
        .noting("the text states no condition, bound or list: add test data");
  }
}

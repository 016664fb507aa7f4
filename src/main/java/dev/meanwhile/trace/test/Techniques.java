package dev.meanwhile.trace.test;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.number.Bound;
import dev.meanwhile.trace.test.number.Bounds;
import dev.meanwhile.trace.test.sentence.Items;
import dev.meanwhile.trace.test.sentence.Refusal;
import dev.meanwhile.trace.test.sentence.Rules;
import dev.meanwhile.trace.test.sentence.Statement;
import dev.meanwhile.trace.test.sentence.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Applies each technique to one text of a requirement.
final class Techniques {
  private static final Phrases NOTE = Phrasebook.of(Techniques.class).phrases("note");

  private final String text;
  private final List<Statement> statements;
  private final Statement statement;
  private final Refusal refusal;
  private final List<Draft> drafts = new ArrayList<>();

  private Techniques(String text) {
    this.text = text;
    this.statements = Statement.allOf(text);
    this.statement = Statement.of(text);
    this.refusal = new Refusal(text, statement);
  }

  /// The cases of all that the requirement states; a line of a list that binds by itself has its own.
  static List<TestCase> cases(Requirement requirement) {
    var texts = Items.texts(NOTE.in(Words.analysed(requirement.text())).replaceAll("").strip());
    return IntStream.range(0, texts.size()).boxed()
        .flatMap(i -> new Techniques(texts.get(i)).drafts().stream()
            .map(d -> i == 0 ? d : d.within(texts.get(i))))
        .map(d -> d.of(requirement)).toList();
  }

  private List<Draft> drafts() {
    var parameters = Parameters.in(text, statement.items());
    conditions();
    drafts.addAll(parameters.isEmpty()
        ? Partitions.drafts(text, statement, refusal)
        : Combinations.drafts(parameters, statement));
    bounds();
    if (refusal.isStated() && drafts.stream().noneMatch(d -> d.type() == TestCase.Type.NEGATIVE)) {
      drafts.add(refused());
    }
    if (drafts.isEmpty() && Untestable.reason(text) == null) {
      drafts.add(nominal(text, Words.binds(text) || Words.wishes(text)
          ? statement.response()
          : Words.oneLine(text)));
    }
    untried().forEach(c -> drafts.add(nominal(c, c).about("nominal " + Words.oneLine(c))));
    return distinct();
  }

  /// What binds without a condition and no case rests on: each clause of it has one at least.
  private List<String> untried() {
    return statement.items().isEmpty() && !drafts.isEmpty()
        ? Words.sentences(text).stream().filter(Words::binds)
            .filter(s -> Statement.of(s).conditions().isEmpty())
            .flatMap(s -> Rules.clauses(s).stream())
            .filter(c -> Words.binds(c) && drafts.stream().noneMatch(d -> d.restsOn(c)))
            .filter(c -> Untestable.reason(c) == null).toList()
        : List.of();
  }

  /// Two cases in which the same is done and seen are one.
  private List<Draft> distinct() {
    var done = new HashSet<String>();
    return drafts.stream().filter(d -> done.add(d.procedure())).toList();
  }

  /// The ends of a close range share neighbours: what one of them tries, the other doesn't try again.
  private void bounds() {
    var tried = new HashSet<String>();
    var bounds = Bounds.in(text);
    for (var bound : bounds) {
      if (drafts.size() >= TestDesign.MAX_CASES_EACH) {
        return;
      }
      boolean isEnd = bounds.stream().filter(b -> b.start() == bound.start()).count() > 1;
      BoundaryValues.drafts(bound, isEnd, named(bound, bounds), statementOf(bound), refusal)
          .stream().filter(d -> tried.add(bound.start() + d.wording())).forEach(drafts::add);
    }
  }

  /// The words of a bound; where the text has the same ones twice, with those before them.
  private String named(Bound bound, List<Bound> bounds) {
    return bounds.stream().anyMatch(b -> b.start() != bound.start()
        && b.quote().equals(bound.quote()))
            ? BoundaryValues.lead(text.substring(0, bound.start())) + bound.quote()
            : bound.quote();
  }

  /// What is due otherwise behind several rules is due when none of them applies.
  private void conditions() {
    var rules = Statement.rulesOf(text);
    var otherwise = rules.stream().map(Statement::otherwise).filter(Objects::nonNull).findFirst();
    if (otherwise.isEmpty()) {
      statements.forEach(this::conditions);
    } else {
      statements.stream().map(Statement::alone).forEach(this::conditions);
      drafts.add(Conditions.none(rules, otherwise.get()));
    }
  }

  private void conditions(Statement stated) {
    if (stated.sentence().equals(statement.sentence())) {
      drafts.addAll(Conditions.drafts(stated, refusal, ""));
    } else if (stated.conditions().isEmpty()) {
      drafts.add(nominal(stated.sentence(), stated.response()));
    } else {
      drafts.addAll(Conditions.drafts(stated, new Refusal(stated.sentence(), stated),
          stated.given().toString()));
    }
  }

  /// The statement that a bound belongs to: a sentence behind the one that binds can have its own.
  private Statement statementOf(Bound bound) {
    if (!statement.items().isEmpty()) {
      return statement;
    }
    var stated = statements.stream().filter(s -> s.sentence().contains(bound.quote())).findFirst();
    if (stated.isPresent()) {
      return clauseOf(bound, stated.get());
    }
    return Words.sentences(text).stream().filter(s -> s.contains(bound.quote())).findFirst()
        .map(Statement::of).orElse(statement);
  }

  /// Where each clause of a sentence states bounds of its own subject, the clause that states this one.
  private Statement clauseOf(Bound bound, Statement stated) {
    var clauses = Rules.clauses(stated.sentence());
    if (clauses.size() == 1 || !stated.conditions().isEmpty()
        || clauses.stream().map(Bounds::in).anyMatch(List::isEmpty)) {
      return stated;
    }
    int from = 0;
    for (var clause : clauses) {
      from = text.indexOf(clause, from) + clause.length();
      if (bound.start() < from) {
        return Statement.of(clause);
      }
    }
    return stated;
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

  private Draft nominal(String stated, String response) {
    return new Draft(TestCase.Type.POSITIVE, "requirement-based", "nominal").about("nominal")
        .quoting(quotable(response)).sure("low").titled(response)
        .step("Bring about: " + Wording.quoted(stated), response)
        .noting("the text states no condition, bound or list: add test data");
  }

  /// The words as the text has them: one of several responses shares its first words with another.
  private String quotable(String response) {
    var words = response;
    while (!text.contains(words) && words.contains(" ")) {
      words = words.substring(words.indexOf(' ') + 1);
    }
    return words;
  }
}

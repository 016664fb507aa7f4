package dev.meanwhile.trace.test;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.test.TestCase.Datum;
import dev.meanwhile.trace.test.number.Bound;
import dev.meanwhile.trace.test.number.Bounds;
import dev.meanwhile.trace.test.sentence.Refusal;
import dev.meanwhile.trace.test.sentence.Series;
import dev.meanwhile.trace.test.sentence.Statement;
import dev.meanwhile.trace.test.sentence.Wording;
import java.util.ArrayList;
import java.util.List;

/// Equivalence partitions: one case for each member of a stated list, and one outside of a list that is a choice.
final class Partitions {
  private static final Phrases CHOICE = Phrasebook.of(Partitions.class).phrases("choice");

  private Partitions() {}

  static List<Draft> drafts(String text, Statement statement, Refusal refusal) {
    var drafts = new ArrayList<Draft>();
    boolean chosen = CHOICE.areIn(text);
    var items = items(text, statement);
    for (var item : items) {
      boolean refused = !refusal.inSentence() && refusal.isStated() && Refusal.says(item);
      drafts.add(member(item, statement,
          refused ? TestCase.Type.NEGATIVE : TestCase.Type.POSITIVE, chosen));
    }
    if (!items.isEmpty() && chosen) {
      drafts.add(outside(statement, items));
    }
    return drafts;
  }

  /// What is said to be a list, else what stands in a row and isn't the end of a bound.
  private static List<String> items(String text, Statement statement) {
    if (!statement.items().isEmpty()) {
      return statement.items();
    }
    var members = Series.in(statement.response());
    return members.isEmpty() || areBounded(members, text) ? List.of() : members;
  }

  private static boolean areBounded(List<String> members, String text) {
    return Bounds.in(text).stream().map(Bound::value)
        .anyMatch(v -> members.stream().anyMatch(m -> m.contains(v)));
  }

  private static Draft member(String item, Statement statement, TestCase.Type type,
      boolean chosen) {
    return new Draft(type, "equivalence-partitioning", "list").about(item).quoting(item)
        .titled(item + ": " + statement.response()).given(statement.given())
        .with(new Datum("item", item, null, item))
        .step(type == TestCase.Type.NEGATIVE
            ? "Bring about something that is refused, then look at this item: "
                + Wording.quoted(item)
            : (chosen ? "Use this value: " : "Look at this item of the list: ")
                + Wording.quoted(item),
            expected(item, statement.response()));
  }

  private static String expected(String item, String response) {
    return response.endsWith(":")
        ? response + " " + item
        : "For " + Wording.quoted(item) + ": " + response;
  }

  private static Draft outside(Statement statement, List<String> items) {
    var all = String.join(", ", items);
    return new Draft(TestCase.Type.NEGATIVE, "equivalence-partitioning", "list-outside")
        .about("outside")
        .quoting(items.getFirst()).sure("medium").given(statement.given())
        .titled("Not in the list: " + all)
        .step("Use a value that isn't in the list: " + Wording.quoted(all),
            Wording.pending(Wording.UNSTATED))
        .noting(Wording.UNSTATED);
  }
}

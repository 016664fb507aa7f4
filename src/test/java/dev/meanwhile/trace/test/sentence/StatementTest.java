package dev.meanwhile.trace.test.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.test.sentence.Statement.Join;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "If the door is open then the lamp shall blink. | If the door is open | the lamp shall blink.",
      "If the door is open, the lamp shall blink. | If the door is open | the lamp shall blink.",
      "When the key is turned the pump shall stop. | When the key is turned | the pump shall stop.",
      "Upon receipt of a reset HK shall stop. | Upon receipt of a reset | HK shall stop.",
      "Once started the Scheduler shall run. | Once started | the Scheduler shall run.",
      "If the tank is full, the pump stops. | If the tank is full | the pump stops.",
      "If the lid is shut, and so dark, the lamp shall go on. | If the lid is shut, and so dark | the lamp shall go on.",
      "The pump shall stop if the tank is full. | if the tank is full | The pump shall stop",
      "The pump shall run unless the tank is empty. | unless the tank is empty | The pump shall run",
      "The door shall open only if the key is in. | only if the key is in | The door shall open",
      "The door shall open, provided that the key is in. | provided that the key is in | The door shall open",
      "The door shall open only after the key is in. | only after the key is in | The door shall open",
      "The gate shall shut when it rains, and the roof shall close. | when it rains | "
          + "The gate shall shut, and the roof shall close.",
      "The gate shall shut when the guest who must pay has left. | when the guest who must pay has left | "
          + "The gate shall shut",
      "The mail shall be sent 3 days before the stay begins. | 3 days before the stay begins | "
          + "The mail shall be sent",
      "The mail shall be sent two working days after the stay. | two working days after the stay | "
          + "The mail shall be sent",
      "The gate shall shut within 5 seconds after the guest has left. | after the guest has left | "
          + "The gate shall shut within 5 seconds",
      "The lamp shall go off 9 minutes after the guest has left at the latest. | after the guest has left | "
          + "The lamp shall go off 9 minutes at the latest",
      "If the pipe is cold, to prevent damage, the pump shall run. | If the pipe is cold | the pump shall run.",
      "The pump shall stop when the tank is full, and shall ring the bell. | when the tank is full | "
          + "The pump shall stop, and shall ring the bell.",
      "The pump shall show, while running: speed, heat and time. | while running | "
          + "The pump shall show: speed, heat and time.",
      "The pump shall, when the tank is full, ring the bell. | when the tank is full | "
          + "The pump shall ring the bell.",
      "The pump shall stop once the tank is full in order to save power. | once the tank is full | The pump shall stop"})
  void aConditionIsCutFromItsResponse(String text, String condition, String response) {
    var statement = Statement.of(text);

    assertThat(statement.conditions()).containsExactly(condition);
    assertThat(statement.response()).isEqualTo(response);
    assertThat(statement.given()).containsExactly(condition);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"The pump shall stop.", "When pressed it shall go.",
      "After-sales data shall be kept."})
  void aSentenceWithoutOneIsAllResponse(String text) {
    var statement = Statement.of(text);

    assertThat(statement.conditions()).isEmpty();
    assertThat(statement.response()).isEqualTo(text);
    assertThat(statement.given()).isEmpty();
    assertThat(statement.joined()).isEqualTo(Join.AND);
  }

  @Test
  void aDeadlineBehindASignIsNoMomentOfItsOwn() {
    assertThat(
        Statement.of("It shall answer: 5 ms ≤ wait ≤ 9 ms after the last call.").conditions())
        .containsExactly("after the last call");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The tea shall be warmed by gas when available, by oil otherwise.",
      "The tea shall be warmed by gas when available, oil otherwise."})
  void whatIsDueOtherwiseMayStandBeforeItsWord(String text) {
    var statement = Statement.of(text);

    assertThat(statement.conditions()).containsExactly("when available");
    assertThat(statement.response()).isEqualTo("The tea shall be warmed by gas");
    assertThat(statement.otherwise()).endsWith("oil");
  }

  @Test
  void whatIsDueAtTheEndIsNoPartOfWhatEnds() {
    assertThat(Statement.allOf("The pump shall run until noon and shall only be opened at noon."))
        .extracting(Statement::sentence).containsExactly("The pump shall run until noon",
            "The pump shall only be opened at noon.");
  }

  @Test
  void theSentenceThatBindsIsTheStatement() {
    assertThat(Statement.of("The tank is large. The pump shall stop. It is blue.").sentence())
        .isEqualTo("The pump shall stop.");
    assertThat(Statement.of("The pump stops. The tank is large.").sentence())
        .isEqualTo("The pump stops.");
    assertThat(Statement.of("").sentence()).isEmpty();
  }

  @Test
  void whatKindOfConditionItIsIsSeenByItsFirstWord() {
    assertThat(Statement.of("While the door is open, the lamp shall blink."))
        .matches(Statement::state).matches(s -> !s.exception()).matches(s -> !s.exclusive());
    assertThat(Statement.of("The lamp shall blink unless the door is open."))
        .matches(s -> !s.state()).matches(Statement::exception);
    assertThat(Statement.of("The lamp shall blink only when the door is open."))
        .matches(Statement::exclusive).matches(s -> !s.exception());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "If a is set and b is set, it shall go. | AND | If a is set/b is set",
      "If a is set or b is set, it shall go. | OR | If a is set/b is set",
      "If a is set and b is set or c is set, it shall go. | AND | If a is set/b is set or c is set",
      "If the lid is shut, the key is turned and pulled, and the tank is full, it shall go. | AND | "
          + "If the lid is shut/the key is turned and pulled/the tank is full",
      "It shall go if the lid is shut, the key is in or the tank is full. | OR | "
          + "if the lid is shut/the key is in/the tank is full",
      "If the tank is full and Ann and Bob are in, it shall go. | AND | "
          + "If the tank is full/Ann and Bob are in",
      "If the old guest has left, or the next stay covers two weeks, it shall go. | OR | "
          + "If the old guest has left/the next stay covers two weeks",
      "If the lamps of the hall or the attic are on, it shall go. | AND | "
          + "If the lamps of the hall or the attic are on",
      "If the tank is full, as the diver reports, it shall go. | AND | "
          + "If the tank is full, as the diver reports",
      "If the lid is open and the pot is hot or the pan is wet and the oven is dry, it shall go. "
          + "| AND | If the lid is open/the pot is hot or the pan is wet/the oven is dry",
      "If salt and pepper are there, it shall go. | AND | If salt and pepper are there",
      "If a is set and b is set and c is set and d is set and e is set, it shall go. | AND | "
          + "If a is set/b is set/c is set/d is set and e is set"})
  void partsOfAConditionThatAreClausesAreTakenApart(String text, Join join, String parts) {
    var statement = Statement.of(text);

    assertThat(statement.joined()).isEqualTo(join);
    assertThat(statement.conditions()).containsExactly(parts.split("/", -1));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "It shall take one of the following: red, green or blue. | red/green/blue",
      "It shall print either tickets or receipts. | tickets/receipts",
      "When the lid is open, it shall print either tickets or receipts. | tickets/receipts",
      "It shall be paid by card, cash or phone. | card/cash/phone",
      "It shall show each state (open, shut). | open/shut",
      "It shall show each state (open,, shut). | open/shut",
      "It shall show each state (open; shut) and mode (slow, fast). | slow/fast"})
  void choicesInASentenceAreItsItems(String text, String items) {
    assertThat(Statement.of(text).items()).containsExactly(items.split("/", -1));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"It shall show the state (open).",
      "It shall stop (at once, as the operator would do who sees the smoke rise).",
      "It shall show (a, a)."})
  void whatStandsInBracketsIsNotAlwaysAChoice(String text) {
    assertThat(Statement.of(text).items()).isEmpty();
  }

  @Test
  void linesAreItemsIfThereAreTwo() {
    var two = Statement.of("It shall report:\na) heat;\nb) cold.");
    var joint = Statement.of("It shall report:\na) heat and\nb) cold, or\nc) frost:");
    var one = Statement.of("It shall report:\na) heat;");
    var only = Statement.of("a) heat\nb) cold");

    assertThat(two.items()).containsExactly("heat", "cold");
    assertThat(joint.items()).containsExactly("heat", "cold", "frost");
    assertThat(two.sentence()).isEqualTo("It shall report:");
    assertThat(two.wholeResponse()).isEqualTo("It shall report: heat; cold");
    assertThat(one.items()).isEmpty();
    assertThat(only.items()).isEqualTo(List.of("heat", "cold"));
    assertThat(only.sentence()).startsWith("a) heat");
  }

  @Test
  void conditionsAreOnePhraseAsTheSentenceHasIt() {
    assertThat(Statement.of("If a is set or b is set, it shall go.").condition())
        .isEqualTo("If a is set or b is set");
    assertThat(Statement.of("If a is set and b is set, it shall go.").condition())
        .isEqualTo("If a is set and b is set");
    assertThat(Statement.of("If a is set, b is set, and c is set, it shall go.").condition())
        .isEqualTo("If a is set, b is set, and c is set");
  }

  @Test
  void anotherConditionOfTheSameResponseIsNoResponseOfItsOwn() {
    assertThat(Statement.allOf(
        "It shall blink when it is dark, and be off when it is bright or when it is wet."))
        .extracting(Statement::sentence).containsExactly("It shall blink when it is dark",
            "It shall be off when it is bright or when it is wet.");
  }
}

package dev.meanwhile.trace.extract.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentsTest {
  @ParameterizedTest
  @ValueSource(strings = {"Export of all bills", "Seats and rows in one plan", "Works offline",
      "**Undo** for the last three steps", "[ ] Reminder by mail", "Late guests marked in red"})
  void anItemOfAListOfFunctionsNamesOne(String item) {
    assertThat(Fragments.name(item)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bills", "Java 25+ on the server", "Node 20.1 or later",
      "See https://till.example for more", "run till.py first", "Maybe a second plan",
      "Second plan (later)", "A second plan?", "Seats to be shown:", "TBD by the owner",
      "We had two plans", "My own plan", "It was slow", "This is the plan of 1998",
      "n/a for now", "Seats and rows, still to be defined", "The plan is a picture of the house"})
  void whatIsOpenTechnicalOrToldIsNone(String item) {
    assertThat(Fragments.name(item)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 30})
  void aFragmentHasTwoToThirtyWords(int words) {
    assertThat(Fragments.name("Seats ".repeat(words))).isTrue();
    assertThat(Fragments.name("Seats ".repeat(words == 2 ? 1 : 31))).isFalse();
  }
}

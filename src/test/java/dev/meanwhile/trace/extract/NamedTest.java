package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A heading of nothing but an ID, above a sentence that demands nothing by its words.
class NamedTest {
  private static final String PLAIN = "The gate is quiet at night.";

  private final List<Passage> passages = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"", "Lamps"})
  void theSentenceIsItsStatementWhereTheSectionEndsBehindIt(String next) {
    heading("DAM-7");
    text(PLAIN);
    if (!next.isEmpty()) {
      heading(next);
    }

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("DAM-7", PLAIN));
  }

  @Test
  void theFirstOfTwoSentencesIsItsStatement() {
    heading("DAM-7");
    text(PLAIN);
    text("It is red by day.");

    assertThat(rtm().requirements()).extracting(Requirement::text).containsExactly(PLAIN);
  }

  @Test
  void theSentenceIsReadOnce() {
    passages.add(Passage.heading("Functional requirements", 1, here()));
    heading("DAM-7");
    text("The keeper can stop the gate at night.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("DAM-7", "The keeper can stop the gate at night."));
    assertThat(rtm().candidates()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"DAM-7 | Owner: Kim of the yard.",
      "DAM-7 | The gate, which is old, is quiet", "DAM-7 | Be quiet.",
      "TC-7 | The gate is quiet at night.", "D7 | The gate is quiet at night."})
  void otherWordsAndIdsStateNothing(String heading, String text) {
    heading(heading);
    text(text);

    assertThat(rtm().requirements()).isEmpty();
  }

  @Test
  void anItemStatesNothing() {
    heading("DAM-7");
    passages.add(Passage.item(PLAIN, 1, here()));

    assertThat(rtm().requirements()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DAM-7: The gate shall open.", "The gate shall open. [DAM-7]"})
  void theSentenceOnlyTellsOfAnIdThatIsStatedElsewhere(String stated) {
    text(stated);
    heading("DAM-7");
    text(PLAIN);

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("DAM-7", "The gate shall open."));
  }

  @Test
  void whatBoldLabelsSayBelowATitleIsNoDemand() {
    heading("DAM-7 Gate");
    text("**Intent:** It should hum softly");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("DAM-7", "Gate"));
    assertThat(rtm().candidates()).isEmpty();
  }

  private void heading(String text) {
    passages.add(Passage.heading(text, 2, here()));
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, here()));
  }

  private Source here() {
    return Source.line("a.md", passages.size() + 1, null);
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}

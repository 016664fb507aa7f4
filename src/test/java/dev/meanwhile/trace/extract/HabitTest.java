package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a document that lists its requirements with IDs says outside of its list.
class HabitTest {
  private final List<Passage> passages = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"1,1,true", "2,1,false", "2,3,false", "2,4,false", "2,5,true", "3,6,false",
      "3,7,true"})
  void besideAListFewSentencesWithoutAnIdDontBind(int listed, int without, boolean bind) {
    list(listed, "shall");
    sentences(without, "shall");

    assertThat(confirmed()).hasSize(bind ? without : 0);
  }

  @Test
  void whatMayBeADemandIsNotCountedAmongThem() {
    list(2, "shall");
    sentences(1, "shall");
    sentences(7, "should");

    assertThat(confirmed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2,2,false", "2,3,true", "3,3,false"})
  void aListIsOneIfItHoldsHalfOfTheIds(int listed, int inProse, boolean bind) {
    list(listed, "shall");
    for (int i = 0; i < inProse; i++) {
      text("FRY-9%d: Lamp %d shall glow.".formatted(i, i));
    }
    passages.add(Passage.heading("Use", 2, here()));
    sentences(1, "shall");

    assertThat(confirmed()).hasSize(bind ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"shall,false", "must,true"})
  void amongManySentencesOneThatMustBindsIfTheListSaysMustToo(String word, boolean binds) {
    list(2, word);
    sentences(5, "shall");
    text("The tank must be shut.");

    assertThat(confirmed()).hasSize(binds ? 6 : 5);
    assertThat(confirmed().contains("The tank must be shut.")).isEqualTo(binds);
  }

  @Test
  void oneWordMoreInAListThatSaysShallMakesNoDifference() {
    list(2, "must and shall");
    sentences(5, "shall");
    text("The tank must be shut.");

    assertThat(confirmed()).hasSize(5);
  }

  @Test
  void aTitleBelowATitleMakesNoGroupOfIt() {
    passages.add(Passage.heading("FR-1 Tea", 2, here()));
    passages.add(Passage.heading("FR-1.1 Milk", 3, here()));

    assertThat(rtm().ids()).containsExactly("FR-1", "FR-1.1");
  }

  private void list(int count, String word) {
    row("ID", "Requirement");
    for (int i = 1; i <= count; i++) {
      row("FRY-" + i, "Horn " + i + " " + word + " sound.");
    }
  }

  private void sentences(int count, String word) {
    for (int i = 1; i <= count; i++) {
      text("Door %d %s be closed.".formatted(i, word));
    }
  }

  private void row(String... cells) {
    passages.add(Passage.row(List.of(cells), Source.row("a.md", 1, passages.size() + 1, null)));
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, here()));
  }

  private Source here() {
    return Source.line("a.md", passages.size() + 1, null);
  }

  private List<String> confirmed() {
    return rtm().requirements().stream().filter(r -> r.id().startsWith("GEN-"))
        .map(Requirement::text).toList();
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}

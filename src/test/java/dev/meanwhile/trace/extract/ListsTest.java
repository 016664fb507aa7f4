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

/// Texts and lists that demand in plain words.
class ListsTest {
  private final List<Passage> passages = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"3,0,0", "4,0,4", "4,1,4", "4,2,0", "6,2,6", "6,3,0"})
  void aListBindsWhereThreeQuartersOfItDemand(int demands, int others, int bind) {
    heading("Kitchen");
    for (int i = 0; i < demands; i++) {
      item("The cook can order tea %d.".formatted(i));
    }
    for (int i = 0; i < others; i++) {
      item("Pot %d is old.".formatted(i));
    }

    assertThat(rtm().requirements()).hasSize(bind);
  }

  @ParameterizedTest
  @CsvSource({"4,0,0", "5,0,5", "6,4,6", "6,5,0"})
  void aTextWithoutHeadingsBindsWhereThreeFifthsOfItDemand(int demands, int others, int bind) {
    for (int i = 0; i < demands; i++) {
      text("The cook can order tea %d.".formatted(i));
    }
    for (int i = 0; i < others; i++) {
      text("Pot %d is old.".formatted(i));
    }

    assertThat(rtm().requirements()).hasSize(bind);
  }

  @Test
  void aDemandOfATextWithoutHeadingsThatGoesOnInItemsIsOneOfThem() {
    for (int i = 0; i < 5; i++) {
      text("The cook can order tea %d.".formatted(i));
    }
    text("The cook can order:");
    item("milk");

    assertThat(rtm().requirements()).extracting(Requirement::text).hasSize(6)
        .contains("The cook can order:\n- milk");
  }

  @Test
  void aMustThatGoesOnInItemsIsStillOneOfAStory() {
    heading("Chapter one");
    for (int i = 0; i < 9; i++) {
      text("Pot %d was old.".formatted(i));
    }
    text("We must see:");
    item("the harbour");

    assertThat(rtm().requirements()).isEmpty();
  }

  private void heading(String text) {
    passages.add(Passage.heading(text, 2, here()));
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, here()));
  }

  private void item(String text) {
    passages.add(Passage.item(text, 1, here()));
  }

  private Source here() {
    return Source.line("a.md", passages.size() + 1, null);
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}

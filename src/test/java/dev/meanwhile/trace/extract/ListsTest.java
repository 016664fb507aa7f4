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

  @ParameterizedTest
  @CsvSource({"5,1", "6,0", "12,0"})
  void aMustOfAStoryThatGoesOnInItemsIsStillCountedAsOne(int others, int bind) {
    heading("Chapter one");
    for (int i = 0; i < others; i++) {
      text("Pot %d was old.".formatted(i));
    }
    text("The door must be:");
    item("open");

    assertThat(rtm().requirements()).hasSize(bind);
  }

  @Test
  void whatIsListedBelowFunctionsBindsWithoutAVerb() {
    heading("Functions");
    List.of("Weighing of bags", "Grinding by hand", "Bell for the night", "Sale of bread")
        .forEach(this::item);

    assertThat(rtm().requirements()).hasSize(4);
  }

  @Test
  void aFunctionMayGoOnInTheNextSentence() {
    heading("Functional requirements");
    item("Sale of tea. This includes the cups.");

    assertThat(rtm().candidates()).extracting(Requirement::text)
        .contains("This includes the cups.");
  }

  @Test
  void whatIsAnnouncedBindsAsAListWithoutAnyWordOfDemand() {
    heading("Kitchen");
    parts();

    assertThat(rtm().requirements()).isEmpty();
    heading("Mill");
    text("The mill will have the following parts:");
    parts();

    assertThat(rtm().requirements()).hasSize(4);
  }

  @Test
  void aListUnderAHeadingOfRequirementsBindsBesideAsManyShalls() {
    heading("Functional requirements");
    List.of("The pump stops the motor.", "The lamp lights the door.", "The horn warns the crew.",
        "The bell wakes the cook.").forEach(this::item);
    doors(5);

    assertThat(rtm().requirements()).hasSize(9);
  }

  @ParameterizedTest
  @CsvSource({"Kitchen,4,5", "Functional requirements,2,2"})
  void theLastDemandOfAListMayGoOnInItemsOfItsOwn(String heading, int above, int shalls) {
    heading(heading);
    for (int i = 0; i < above; i++) {
      item("The cook can order tea %d.".formatted(i));
    }
    item("The cook can order:");
    item("milk");
    doors(shalls);

    assertThat(rtm().requirements()).extracting(Requirement::text).hasSize(above + 1 + shalls)
        .contains("The cook can order:\n- milk");
  }

  private void parts() {
    List.of("The lamp lights the door.", "The bell wakes the cook.", "Bell for the night",
        "Sale of bread").forEach(this::item);
  }

  private void doors(int count) {
    for (int i = 0; i < count; i++) {
      text("Door %d shall be red.".formatted(i));
    }
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

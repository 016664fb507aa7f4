package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that tell how requirements are written, with all their "shall", and no requirement among them.
class GuidanceTest {
  private final List<Passage> passages = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"How to Write a Good Requirement",
      "Appendix B: How to write requirements that last", "2 Writing good requirements",
      "A short guide to writing requirements", "Pump requirements inspection checklist",
      "Coding Standards", "Requirements engineering"})
  void whereTheTitleSaysItNothingIsConfirmed(String title) {
    text(title);
    text("The pump shall stop.");
    text("PMP-7: The valve shall open within 2 s.");
    row("R2", "Active voice", "Name the one who acts; a statement shall have a subject.");
    text("Whoever is in doubt must be asked.");

    assertThat(rtm().requirements()).isEmpty();
    assertThat(rtm().candidates()).extracting(Requirement::text)
        .contains("The valve shall open within 2 s.");
  }

  @Test
  void theTitleMayBeThatOfAMarkedPiece() {
    passages.add(Passage.need("",
        Map.of("type", "document", "id", "doc__pump", "title", "[Pump] Review Checklist"),
        Source.line("guide.rst", 1, null)));
    passages.add(Passage.item("reviewer: <somebody, who must not be the author>", 1,
        Source.line("guide.rst", 2, null)));

    assertThat(rtm().requirements()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is a requirements table?",
      "The 5 properties of great requirements"})
  void aTableOfExamplesConfirmsNothing(String heading) {
    for (var cells : List.of(List.of("Index", "Requirement"),
        List.of("OR.1", "The pump shall stop."), List.of("", "The valve shall open."))) {
      passages.add(Passage.row(cells, Source.row("guide.md", 1, passages.size() + 9, heading)));
    }

    assertThat(rtm().requirements()).isEmpty();
    assertThat(rtm().candidates()).isNotEmpty();
  }

  @Test
  void whereMostSentencesAreOnWritingTheOthersAreExamples() {
    text("Must = binding");
    text("The requirement is written in the form \"the unit shall do this\".");
    text("Each requirement has one verb. A requirement states what is needed.");
    text("Phrases like \"the user must be glad\" can't be tested.");
    text("The lamp shall have a mass of 2 kg.");
    text("The lamp shall glow.");

    assertThat(rtm().requirements()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Examples of poor requirements", "Good and bad examples",
      "Example product requirements"})
  void anExampleIsNone(String heading) {
    passages.add(Passage.heading("Controller", 1, here()));
    passages.add(Passage.heading(heading, 2, here()));
    text("The lamp shall glow brightly.");
    passages.add(Passage.heading("Lamp", 2, here()));
    text("The lamp shall glow for 2 s.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The lamp shall glow for 2 s.");
  }

  @ParameterizedTest
  @CsvSource({"Example,false", "Normative keywords,false", "Lamps,true"})
  void anExampleMayHaveAnId(String heading, boolean binds) {
    passages.add(Passage.item("[LMP-CTL-0001] The lamp shall glow.", 1,
        Source.line("guide.md", 1, heading)));

    assertThat(rtm().ids().contains("LMP-CTL-0001")).isEqualTo(binds);
    assertThat(rtm().candidates()).hasSize(binds ? 0 : 1);
  }

  @Test
  void aListOfRequirementsBindsWhateverIsSaidOfWritingAroundIt() {
    text("Each requirement has one verb. The requirements are numbered.");
    text("Shall = binding");
    text("Every requirement is tested. A requirement states what is needed.");
    row("ID", "Requirement");
    row("PMP-1", "The pump shall stop.");

    assertThat(rtm().ids()).containsExactly("PMP-1");
  }

  @Test
  void aMessageThatAProductShowsIsStillDemanded() {
    text("The pump shall show \"The valve must be open\".");

    assertThat(rtm().requirements()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"4,12,0,false", "4,13,0,true", "3,1,0,true", "4,5,8,true", "4,5,7,false"})
  void aQuarterOfTheDemandsOnWritingMakesAGuide(int onWriting, int shall, int should,
      boolean bind) {
    List.of("Each requirement has one verb.", "A requirement states what is needed.",
        "Every requirement is tested.", "Requirements are numbered.").subList(0, onWriting)
        .forEach(this::text);
    text("The tank is old. The roof is new.");
    for (int i = 0; i < shall; i++) {
      text("Door %d shall be red.".formatted(i));
    }
    for (int i = 0; i < should; i++) {
      text("Roof %d should be blue.".formatted(i));
    }

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .filteredOn(text -> text.contains("shall")).hasSize(bind ? shall : 0);
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, here()));
  }

  private void row(String... cells) {
    passages.add(Passage.row(List.of(cells), Source.row("guide.md", 1, passages.size(), null)));
  }

  private Source here() {
    return Source.line("guide.md", passages.size() + 1, null);
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}

package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Texts whose lines say what others are for, where no heading does.
class SignpostsTest {
  private final List<Passage> passages = new ArrayList<>();

  private SignpostsTest heading(String text) {
    passages.add(Passage.heading(text, 2, here()));
    return this;
  }

  private SignpostsTest paragraph(String text) {
    passages.add(Passage.paragraph(text, here()));
    return this;
  }

  private SignpostsTest item(int level, String text) {
    passages.add(Passage.item(text, level, here()));
    return this;
  }

  private Source here() {
    return Source.line("mill.txt", 10 * passages.size() + 1, null);
  }

  private static List<String> found(Rtm rtm) {
    return Stream.concat(rtm.requirements().stream(), rtm.candidates().stream())
        .map(Requirement::text).toList();
  }

  private List<String> found() {
    return found(Extraction.of(passages));
  }

  @Test
  void aLabelSaysWhatItsListIsFor() {
    heading("Mill").paragraph("First features:").item(1, "Grinding by hand")
        .item(1, "Bell for an empty hopper").paragraph("Flour of all kinds");

    assertThat(found()).containsExactly("Grinding by hand", "Bell for an empty hopper");
  }

  @Test
  void anotherLabelOrAHeadingEndsIt() {
    heading("Mill").paragraph("Features:").item(1, "Grinding by hand").paragraph("Snacks:")
        .item(1, "Bread with butter").paragraph("Features:").heading("Kitchen")
        .item(1, "Tea with milk");

    assertThat(found()).containsExactly("Grinding by hand");
  }

  @Test
  void aLabelledItemSpeaksOfTheItemsBelowIt() {
    heading("Mill").item(1, "**Functions:**").item(2, "Grinding by hand").item(1,
        "Bread with butter");

    assertThat(found()).containsExactly("Grinding by hand");
  }

  @Test
  void theLastLineOfAParagraphCanBeALabel() {
    heading("Mill").paragraph("It is old.\nOut of scope:")
        .item(1, "The mill will sell bread").paragraph("The mill should be red.");

    assertThat(found()).containsExactly("The mill should be red.");
  }

  @Test
  void aLabelOfAnythingButRequirementsSpeaksOfOneParagraph() {
    paragraph("Facts:").paragraph("The roof should be red.").paragraph("The mill should be blue.");

    assertThat(found()).containsExactly("The mill should be blue.");
  }

  @Test
  void inTextWithoutHeadingsALabelOfRequirementsLastsUntilTheNext() {
    paragraph("Functional requirements").paragraph("Bags:").item(1, "Weighing of each bag")
        .paragraph("Doors:").item(1, "Bell for the night").paragraph("References:")
        .item(1, "Mills of the north");

    assertThat(found()).containsExactly("Weighing of each bag", "Bell for the night");
  }

  @Test
  void numberedTitlesAndLinesAreNoPartOfAStatement() {
    paragraph(
        "3.1 Functional requirements\n3.1.1 The mill shall stop.\n3.1.2 Weighing of each bag\n"
            + "3.1.3 The miller can open the door.")
        .paragraph("3.2 Assumptions\n3.2.1 The miller can read.\n3.2.2 Bread with butter");

    assertThat(found()).containsExactly("3.1.1 The mill shall stop.", "3.1.2 Weighing of each bag",
        "3.1.3 The miller can open the door.");
  }

  @Test
  void eachNumberedLineHasItsPlace() {
    paragraph("3.1 Functional requirements\n3.1.1 The mill shall stop\nat once.\n"
        + "3.1.2 The mill shall ring.\n3.1.3 The mill shall turn.");

    assertThat(Extraction.of(passages).requirements()).extracting(r -> r.source().line())
        .containsExactly(1, 4, 5);
  }

  @Test
  void aNumberInASentenceBeginsNoLineOfItsOwn() {
    paragraph("The mill shall take\n2.5 bags an hour.");

    assertThat(found()).containsExactly("The mill shall take\n2.5 bags an hour.");
  }

  @Test
  void titlesInCapitalsStandAboveTheirText() {
    item(1, "MILL FEATURES\nThe miller can open the door.")
        .item(1, "MILL HISTORY\nGuests may come.")
        .item(1, "REFERENCES\nThe mill must turn.");
    var rtm = Extraction.of(passages);

    assertThat(rtm.candidates()).extracting(Requirement::text).contains("The mill must turn.");
    assertThat(found(rtm)).contains("The miller can open the door.")
        .noneMatch(t -> t.contains("MILL"));
  }

  @Test
  void aStatementIsNoLabel() {
    heading("Mill").paragraph("The mill must have these features:").item(1, "Grinding by hand");

    assertThat(Extraction.of(passages).requirements()).extracting(Requirement::text)
        .containsExactly("The mill must have these features:\n- Grinding by hand");
  }

  @Test
  void aDemandGoesOnInTheNextSentence() {
    heading("Functional requirements")
        .paragraph("The mill must be safe. This includes the stairs. This is old.")
        .paragraph("We met. This includes lunch.");

    assertThat(found()).containsExactly("The mill must be safe.", "This includes the stairs.");
  }

  @Test
  void aTitleMayStandFirstInAListAndNotAmongItsItems() {
    paragraph("The mill").item(1, "References").item(1, "The mill will sell bread");

    assertThat(found()).isEmpty();
    item(1, "References").item(1, "The mill will sell tea");
    paragraph("Functional requirements").item(1, "Weighing of each bag").item(1, "References")
        .item(1, "The mill will sell flour");

    assertThat(found()).containsExactly("Weighing of each bag", "The mill will sell flour");
  }

  @Test
  void aTitleEndsWithoutAFullStop() {
    paragraph("Functional requirements.").item(1, "Weighing of each bag");

    assertThat(found()).isEmpty();
  }

  @Test
  void aNumberedTitleOfAnythingStandsAboveItsText() {
    paragraph("3.2 Opening hours\nThe mill shall open at 7.");

    assertThat(found()).containsExactly("The mill shall open at 7.");
  }

  @Test
  void theNumberOfAnItemMakesNoTitleOfIt() {
    heading("Mill").paragraph("3.2 Weighing of bags").paragraph("The mill shall open at 7.");

    assertThat(found()).containsExactly("The mill shall open at 7.");
  }
}

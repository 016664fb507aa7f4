package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.IdOrigin;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which column holds the IDs of requirements, and what a row says that has none.
class ColumnsTest {
  private final List<Passage> passages = new ArrayList<>();

  @Test
  void aRowShorterThanItsHeaderGoesOnWithTheOneAbove() {
    table("Name | ID | Statement | Status", "Start | FRY-1 | The ferry shall set: | Valid",
        " | | 1) the lamp | ", " | | 2) the horn");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("FRY-1", "The ferry shall set:\n1) the lamp\n2) the horn"));
  }

  @Test
  void neitherAParentNorAPlaceIsTheIdOfARow() {
    table("Place | Requirement | Parent", "Deck | The ferry shall hum. | SYS-7");

    assertThat(rtm().requirements())
        .extracting(Requirement::idOrigin, Requirement::text, Requirement::parents)
        .containsExactly(
            tuple(IdOrigin.GENERATED, "The ferry shall hum.", List.of("SYS-7")));
  }

  @Test
  void anIdOfAModuleBesideARequirementMayBeAnyThatLooksLikeOne() {
    table("Module ID | Requirement Detail", "LTO7 | The tapes rest.", "Deck 7 | The ferry hums.",
        "FRY-1 (new) | The ferry stops.", " | and waits.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("LTO7", "The tapes rest."),
            tuple("FRY-1", "The ferry stops.\nand waits."));
  }

  @Test
  void theColumnOfRequirementIdsGoesBeforeThatOfModuleIds() {
    table("ID | Requirement | Module ID", "FRY-1 | The ferry shall stop. | MOD-2");

    assertThat(rtm().ids()).containsExactly("FRY-1");
  }

  @Test
  void idsBesideADescriptionOfOtherThingsAreNoRequirements() {
    table("Port ID | Description", "P7 | The upper one", "P8 | The lower one");

    assertThat(rtm().requirements()).isEmpty();
  }

  @Test
  void aReferenceIsOfTheFamilyThatItsHeaderNames() {
    table("ID | Requirement", "HRS-001 | It shall hum.", "HRS-002 | It shall glow.",
        "HRS-003 | It shall ring.", "SRS-001 | It shall go.");
    passages.add(row("t.csv", 1, "Test case", "Requirements verified (SRS)"));
    passages.add(row("t.csv", 2, "T1", "001"));

    assertThat(rtm().links()).extracting(Link::requirementId, Link::target)
        .containsExactly(tuple("SRS-001", "T1"));
  }

  @Test
  void aMatrixOfTestsMayHaveAColumnForATestThatComesFirst() {
    table("ID | Requirement", "FRY-1 | The ferry shall stop.");
    passages.add(row("t.csv", 1, "Test case", "FRY-1", "TC-9"));
    passages.add(row("t.csv", 2, "TC-1", "x", "x"));

    assertThat(rtm().links()).extracting(Link::requirementId, Link::target)
        .containsExactly(tuple("FRY-1", "TC-1"));
    assertThat(rtm().unknown()).isEmpty();
  }

  @Test
  void betweenTwoSeparatorsStandsNoStep() {
    table("Requirement | Test case | Step", "FRY-1 | TC-1 | 1; ; 3");
    passages.add(Passage.paragraph("FRY-1: It shall go.", Source.line("srs.txt", 1, null)));

    assertThat(rtm().links()).singleElement()
        .satisfies(link -> assertThat(link.steps()).containsExactly("1", "3"));
  }

  @Test
  void aSentenceOfItsOwnBesideATestIsARequirement() {
    table("Requirement ID | Text | Test case", "FRY-1 | The ferry shall stop. | TC-1",
        " | The ferry shall hum. | TC-2", "FRY-3 | | TC-3", " | The lamp shall glow. | TC-4");

    assertThat(rtm().requirements()).extracting(Requirement::text).containsExactlyInAnyOrder(
        "The ferry shall stop.", "The ferry shall hum.", "TBD: no text is given for FRY-3",
        "The lamp shall glow.");
    assertThat(rtm().links()).extracting(Link::target).containsExactly("TC-1", "TC-3");
  }

  @Test
  void aColumnCalledRequirementMayComeFirstAndMissInARow() {
    table("Requirement | ID | Description",
        "The ferry shall have a red door. | FRY-1 | Whoever boards shall see it.");
    assertThat(rtm().requirements()).extracting(Requirement::text, Requirement::rationale)
        .containsExactly(
            tuple("The ferry shall have a red door.", "Whoever boards shall see it."));

    passages.clear();
    table("ID | Description | Requirement", "FRY-2 | The ferry shall hum.");
    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The ferry shall hum.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"I", "Inspection"})
  void oneColumnCalledAsAMethodIsTellsNoMethod(String name) {
    table("ID | Text | " + name, "FRY-1 | The ferry shall hum. | x");

    assertThat(rtm().requirements()).extracting(Requirement::verification).containsOnlyNulls();
  }

  @Test
  void aWordMayBeTheIdInAColumnBehindTheText() {
    table("Text | ID", "The ferry shall hum. | HORN");

    assertThat(rtm().ids()).containsExactly("HORN");
  }

  private void table(String... lines) {
    for (var line : lines) {
      passages.add(row("srs.csv", passages.size() + 1,
          Stream.of(line.split("\\|", -1)).map(String::strip).toArray(String[]::new)));
    }
  }

  private static Passage row(String file, int number, String... cells) {
    return Passage.row(List.of(cells), Source.row(file, 1, number, null));
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}

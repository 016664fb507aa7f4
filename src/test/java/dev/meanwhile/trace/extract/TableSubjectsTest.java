package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What tables are about: requirements, or something else that has IDs too.
class TableSubjectsTest {

  @Test
  void whatATableOfOtherThingsListsIsNoRequirementUnlessItIsNamedOrBinds() {
    assertThat(table("ID | Element | Realised by", "AE-1 | Serial port discovery | Port helper",
        "REQ-2 | Serial port speed | Port helper", "AE-3 | The log shall be kept. | Log").ids())
        .containsExactly("REQ-2", "AE-3");
  }

  @Test
  void whatAChecklistAsksIsNoRequirement() {
    var checked = table("Review ID | Criterion | Hint | Passed",
        "REQ_01 | It is clear | It shall be short |",
        "REQ_02 | Is it true? | The check shall be done by two people. |");
    var looked = table("Nr | What to look at", "REQ_03 | Does the pump stop when it shall?");
    var answered = table("ID | Description | Answer", "REQ_04 | Shall it be blue? | No",
        "REQ_05 | The pump shall be red. |");

    assertThat(checked.ids()).isEmpty();
    assertThat(looked.ids()).isEmpty();
    assertThat(answered.ids()).containsExactly("REQ_05");
    assertThat(List.of(checked, looked, answered))
        .allSatisfy(rtm -> assertThat(rtm.candidates()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"Unit Tests,", "3.1 Test cases,", "Requirements,OVN-1"})
  void whatIsListedBelowAHeadingOfTestsIsNoRequirementUnlessItBinds(String heading,
      @Nullable String id) {
    var passages = new ArrayList<Passage>();
    for (var cells : List.of(List.of("Name", "What", "Output"),
        List.of("OVN-1", "Check that the bell rings", "ok"),
        List.of("OVN-2", "The bell shall ring.", ""))) {
      passages.add(Passage.row(cells, Source.row("a.md", 1, passages.size() + 1, heading)));
    }

    assertThat(Extraction.of(passages).ids()).containsExactlyElementsOf(
        Stream.of(id, "OVN-2").filter(Objects::nonNull).toList());
  }

  @Test
  void whatATestDoesIsNotWhatItsRequirementStates() {
    var plan = table("Verification ID | Requirement ID | Method | Description",
        "V-1 | OVN-1 | TEST | Bake two loaves.", "V-2 | OVN-2 | TEST | The oven shall ring.");

    assertThat(plan.requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("OVN-2", "The oven shall ring."));
    assertThat(plan.unknown()).extracting(Link::requirementId, Link::target)
        .containsExactly(tuple("OVN-1", "V-1"));
  }

  @Test
  void filesBesideAnIdStateNothing() {
    assertThat(table("Requirement ID | Design | Code",
        "OVN-1 | docs/oven.md | src/oven.c; src/door/*", "OVN-2 | docs/bell.md | Ring the bell",
        "OVN-3 | bell.md | oven.c, door.c").ids()).containsExactly("OVN-2");
  }

  @Test
  void documentsAndOpenPointsAreNoRequirements() {
    assertThat(table("Document No. | Title", "BAK-REQ-002 | Book of cakes").ids()).isEmpty();
    assertThat(table("Document | Title", "BAK-REQ-001 | Book of recipes").ids()).isEmpty();
    assertThat(table("ID | Item | Target", "TBD-001 | Kind of flour | May").ids()).isEmpty();
    assertThat(table("Standard | Application", "BAKE-STD-87.8 | Safety of ovens").ids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stakeholder", "Actor", "User Role", "Persona"})
  void peopleAreNoRequirementsUnlessTheTableSaysWhatTheyWant(String name) {
    assertThat(table("ID | " + name + " | Description",
        "SH-01 | Baker | Bakes the bread and sweeps the floor",
        "SH-02 | Guest | The oven shall be out of reach of guests.").ids())
        .containsExactly("SH-02");
    assertThat(table("ID | " + name + " | Description | Priority",
        "NEED-01 | Baker | Bread within an hour | high").ids()).containsExactly("NEED-01");
  }

  @Test
  void numbersOfAnOutlineAreIdsInATableThatRatesRequirements() {
    var rtm = table("id | description | parent | priority",
        "G.1.1 | Bread for sixty guests. | | Must", "G.1.1.1 | No raisins in it. | G.1.1 | Won't");
    var chapters = table("ID | Description", "A.1 | The baker speaks", "A.2 | The guests answer");

    assertThat(rtm.requirements())
        .extracting(Requirement::id, Requirement::text, Requirement::parents)
        .containsExactly(tuple("G.1.1", "Bread for sixty guests.", List.of()),
            tuple("G.1.1.1", "No raisins in it.", List.of("G.1.1")));
    assertThat(chapters.ids()).isEmpty();
  }

  @Test
  void rowsOfOtherThingsMayStateRequirementsWithIdsOfTheirOwn() {
    var rtm = table("ID | Trouble | Main requirement | Derived requirement",
        "S1 | Bread burns | R1. The oven shall ring. | R2. The bell shall be loud.\n"
            + "R3. The bell shall stop after a minute.",
        "S2 | Nobody hears it | R4: The oven shall flash. | ", "S3 | It smells | As R1 | ");

    assertThat(rtm.requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("R1", "The oven shall ring."),
            tuple("R2", "The bell shall be loud."),
            tuple("R3", "The bell shall stop after a minute."),
            tuple("R4", "The oven shall flash."));
  }

  @Test
  void aRowThatQuotesOneOtherRequirementKeepsItsId() {
    assertThat(table("ID | Requirement", "BAK-1 | SYS-3: The oven shall bake.",
        "BAK-2 | The oven shall ring.").ids()).containsExactly("BAK-1", "BAK-2");
  }

  private static Rtm table(String... lines) {
    var passages = new ArrayList<Passage>();
    for (var line : lines) {
      var cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
      passages.add(Passage.row(cells, Source.row("a.md", 1, passages.size() + 1, null)));
    }
    return Extraction.of(passages);
  }
}

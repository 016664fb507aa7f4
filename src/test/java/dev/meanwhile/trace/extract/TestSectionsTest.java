package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.table.Joined;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestSectionsTest {
  private static final Source HERE = Source.line("tests.md", 1, null);

  private final List<Passage> passages = new ArrayList<>();

  @Test
  void whatATestSpecificationDescribesUnderARequirementsIdTestsIt() {
    heading(1, "Test specification of the ferry");
    heading(2, "3.1 REQ-FRY-1: Bow door");
    heading(3, "TC-FRY-1");
    text("**Steps:**");
    item("Sail with the door open.");
    item("The bridge must show the warning.");
    text("**Test case TC-FRY-2: Again by night**");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("REQ-FRY-1", "Bow door"));
    assertThat(rtm().links()).extracting(Link::requirementId).containsOnly("REQ-FRY-1");
    assertThat(rtm().links()).extracting(Link::target).containsExactly("TC-FRY-1", "TC-FRY-2");
    assertThat(rtm().candidates()).isEmpty();
  }

  @Test
  void theRequirementIsWhatAnotherDocumentStates() {
    passages.add(Passage.paragraph("REQ-FRY-1: The ferry shall not sail with an open bow door.",
        Source.line("srs.md", 1, null)));
    heading(2, "Test cases");
    heading(3, "REQ-FRY-1 Bow door");
    text("Expected result: it stays in the port.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The ferry shall not sail with an open bow door.");
    assertThat(rtm().findings()).extracting(f -> f.rule()).doesNotContain(Joined.RULE);
  }

  @Test
  void aStatementAboveItsTestsIsARequirement() {
    heading(1, "Verification plan");
    heading(2, "REQ-FRY-1 Bow door");
    text("The ferry shall not sail with an open bow door.");
    text("Test case: TC-1");

    assertThat(rtm().requirements().getFirst().text())
        .isEqualTo("The ferry shall not sail with an open bow door.");
  }

  @Test
  void whatMustBeSeenInATestBelowAHeadingOfItsOwnIsNoStatement() {
    heading(2, "Test procedures");
    heading(3, "REQ-FRY-1");
    heading(4, "TP-01 Bow door");
    item("The lamp must light up.");
    text("Expected result: it stays in the port.");

    assertThat(rtm().requirements()).isEmpty();
  }

  @Test
  void aDocumentOfRequirementsAndTestsStatesRequirements() {
    heading(1, "Requirements");
    heading(2, "REQ-FRY-1 Bow door");
    text("Test case: TC-1");
    text("The ferry shall not sail with an open bow door.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .contains("The ferry shall not sail with an open bow door.");
  }

  private void heading(int level, String text) {
    passages.add(Passage.heading(text, level, HERE));
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, HERE));
  }

  private void item(String text) {
    passages.add(Passage.item(text, 1, HERE));
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }

  @Test
  void whatStandsAboveInAnotherDocumentMakesNoTestOfASection() {
    passages.add(Passage.heading("Test cases", 1, Source.line("a.md", 1, null)));
    heading(2, "REQ-FRY-1 Bow door");
    text("Steps: none");
    text("The ferry shall not sail with an open bow door.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .contains("The ferry shall not sail with an open bow door.");
  }

  @Test
  void aTestEndsWithItsDocument() {
    heading(1, "Test cases");
    heading(2, "REQ-FRY-1 Bow door");
    text("TC-1: Sail with the door open.");
    passages.add(Passage.paragraph("The lamp shall glow.", Source.line("z.md", 1, null)));

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactlyInAnyOrder("Bow door", "The lamp shall glow.");
  }

  @Test
  void theHeadingBesideATestEndsIt() {
    heading(1, "Test cases");
    heading(2, "REQ-FRY-1 Bow door");
    text("TC-1: Sail with the door open.");
    heading(2, "REQ-FRY-3 Lamp");
    text("The lamp shall glow.");
    heading(1, "Functions");
    heading(2, "REQ-FRY-2 Horn");
    text("Steps: none");
    text("The horn shall sound.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .contains("The lamp shall glow.", "The horn shall sound.");
    assertThat(rtm().links()).extracting(Link::requirementId, Link::target)
        .containsExactly(tuple("REQ-FRY-1", "TC-1"));
  }

  @Test
  void eachTestVerifiesTheRequirementAboveItAndWhatItSpeaksOfIsNoTest() {
    heading(1, "Test cases");
    heading(2, "[REQ-FRY-1] Bow door");
    text("TC-1: Sail with the door open.");
    heading(2, "[REQ-FRY-2] Horn");
    text("TC-2: Press the key.");
    text("REQ-FRY-9 comes first.");

    assertThat(rtm().links()).extracting(Link::requirementId, Link::target)
        .containsExactly(tuple("REQ-FRY-1", "TC-1"), tuple("REQ-FRY-2", "TC-2"));
  }

  @Test
  void aSectionThatDescribesNoTestStatesARequirement() {
    heading(1, "Test cases");
    heading(2, "REQ-FRY-1 Bow door");
    text("The door should be shut.");
    heading(2, "REQ-FRY-2 Horn");
    passages.add(Passage.row(List.of("Part", "Colour"), Source.row("tests.md", 1, 1, null)));
    text("The horn shall sound.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .contains("The door should be shut.", "The horn shall sound.");
  }
}

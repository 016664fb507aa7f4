package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Requirements that are written as forms.
class RecordsTest {
  private final List<Passage> passages = new ArrayList<>();

  @Test
  void labelsBelowAHeadingWithAnIdSayWhatIsWhat() {
    heading(3, "REQ-101: Refund");
    text(
        "**Priority:** High\n**Status:** Deleted\n**Description:** The shop pays back\nin 5 days.\n"
            + "**Rationale:** Law\n**Verification Method:** Test\n**Parent:** SYS-4\n**Owner:** Ann");
    heading(3, "REQ-102 - Limits");
    item("**Priority**: Must");
    item("Statement: The shop refuses 5000 EUR.");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::title, Requirement::text, Requirement::priority)
        .containsExactly(tuple("REQ-101", "Refund", "The shop pays back\nin 5 days.", "High"),
            tuple("REQ-102", "Limits", "The shop refuses 5000 EUR.", "Must"));
    assertThat(rtm().requirements().getFirst()).satisfies(r -> {
      assertThat(r.status()).isEqualTo(Status.DELETED);
      assertThat(r.rationale()).isEqualTo("Law");
      assertThat(r.verification()).isNotNull();
      assertThat(r.parents()).containsExactly("SYS-4");
    });
  }

  @Test
  void aFormCanBeginWithTheIdAndTheTitle() {
    var here = new Source("srs.docx", null, null, 3, 1, null, null, null);
    Stream.of(List.of("FRY-7", "Horn"), List.of("Statement", "The ferry shall sound its horn."),
        List.of("Status", "Removed")).forEach(row -> passages.add(Passage.row(row, here)));

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::title, Requirement::text, Requirement::status)
        .containsExactly(
            tuple("FRY-7", "Horn", "The ferry shall sound its horn.", Status.DELETED));
  }

  @Test
  void aRowOfAnIdAndItsTitleStandsAboveItsStatement() {
    var here = new Source("srs.pdf", 1, null, 3, 1, null, null, null);
    Stream.of(List.of("FRY-SRS-0100  Horn", ""), List.of("The ferry shall sound its horn.", ""),
        List.of("Comment: It is foggy.", ""), List.of("Parent: FRY-URD-001", "Verification: Test"),
        List.of("FRY-SRS-0110", "Ramp"), List.of("The ramp shall be dry.", ""))
        .forEach(row -> passages.add(Passage.row(row, here)));

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::title, Requirement::text, Requirement::parents)
        .containsExactly(
            tuple("FRY-SRS-0100", "Horn", "The ferry shall sound its horn.",
                List.of("FRY-URD-001")),
            tuple("FRY-SRS-0110", "Ramp", "The ramp shall be dry.", List.of()));
    assertThat(rtm().requirements().getFirst().verification()).isNotNull();
  }

  @Test
  void theStatementCanStandBelowATableOfTheIdAndTheStatus() {
    var here = new Source("srs.rst", null, null, 3, 1, null, null, null);
    heading(2, "Import");
    passages.add(Passage.row(List.of("**UID:**", "FRY-IMPORT-TIMES"), here));
    passages.add(Passage.row(List.of("**STATUS:**", "Active"), here));
    text("The ferry shall import timetables.");
    text("**RATIONALE:**");
    text("They change daily.");
    text("**Parents:**");
    item("``[FRY-GOAL-1]`` :ref:`FRY-GOAL-1`");
    heading(2, "Export");

    assertThat(rtm().requirements()).singleElement().satisfies(r -> {
      assertThat(r.id()).isEqualTo("FRY-IMPORT-TIMES");
      assertThat(r.title()).isEqualTo("Import");
      assertThat(r.text()).isEqualTo("The ferry shall import timetables.");
      assertThat(r.rationale()).isEqualTo("They change daily.");
      assertThat(r.parents()).containsExactly("FRY-GOAL-1");
    });
  }

  @Test
  void theItemsThatAStatementLeadsGoOnWithItAndThoseOfLinksAreLinks() {
    heading(2, "Fares");
    table(1, "**UID:** | FRY-7", "**STATUS:** | Active");
    text("The ferry shall take these fares:");
    item("Single");
    item("Day ticket");
    text("**RATIONALE:**");
    text("Most guests return.");
    text("**Parents:**");
    item("``[STK-1]`` :ref:`STK-1`");
    item("``[STK-2]`` :ref:`STK-2`");
    heading(2, "Colours");
    table(2, "**UID:** | FRY-8", "**STATUS:** | Active");
    text("The ferry shall be red.");
    item("Cheap paint is enough");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(
            tuple("FRY-7", "The ferry shall take these fares:\n- Single\n- Day ticket"),
            tuple("FRY-8", "The ferry shall be red."));
    assertThat(rtm().requirements().getFirst().parents()).containsExactly("STK-1", "STK-2");
  }

  @Test
  void anIdInARoleOfRstIsOnlyMentioned() {
    heading(2, "See");
    text("``[FRY-7]`` :ref:`FRY-7`");
    text("FRY-8 :need:`FRY-9`");

    assertThat(rtm().ids()).isEmpty();
  }

  @Test
  void labelsBelowAHeadingOfAttributesAreSaidOfTheStatementAboveIt() {
    heading(3, "FRY-SYS-1 Horn");
    text("The ferry SHALL sound its horn.");
    heading(4, "Attributes:");
    item("Rationale: Swimmers must hear it.");
    item("Verification: Test");
    item("Safety Impact: None");
    heading(3, "FRY-SYS-2 Lamp");
    text("The ferry SHALL light its lamp.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text).containsExactly(
        tuple("FRY-SYS-1", "The ferry SHALL sound its horn."),
        tuple("FRY-SYS-2", "The ferry SHALL light its lamp."));
    assertThat(rtm().requirements().getFirst().verification()).isNotNull();
    assertThat(rtm().candidates()).isEmpty();
  }

  @Test
  void namesInBracketsAboveStatementsAreTheirIdsWhereThereAreSeveral() {
    heading(2, "Tickets");
    text("`[FRY-1-TICKETS]`");
    text("The ferry shall sell tickets.");
    text("[FRY-DOGS]");
    text("The ferry shall carry dogs.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::title)
        .containsExactly(tuple("FRY-1-TICKETS", "Tickets"),
            tuple("FRY-DOGS", "The ferry shall carry dogs."));
  }

  @Test
  void oneNameInBracketsIsNone() {
    text("[READ-ME-FIRST]");
    text("The ferry shall carry dogs.");

    assertThat(rtm().ids()).doesNotContain("READ-ME-FIRST");
  }

  @Test
  void severalLabelsCanStandOnALineBeforeTheStatement() {
    heading(2, "US-7: Search `(P1)`");
    text("**Story Points:** 5 | **MoSCoW:** Must");
    text("Visitors find shops by town.");
    text("The towns are listed.");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::title, Requirement::text, Requirement::priority)
        .containsExactly(tuple("US-7", "Search (P1)", "Visitors find shops by town.", "Must"));
  }

  @Test
  void aStoryInThreePartsIsOneStatement() {
    heading(2, "US-8: Prices [MUST]");
    item("**As a**: buyer");
    item("**I want** to see prices");
    item("**So that** I can choose");
    heading(2, "US-9 — Towns");
    text("As a visitor, I want towns\nso that I save a way.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(
            tuple("US-8", "As a buyer I want to see prices So that I can choose"),
            tuple("US-9", "As a visitor, I want towns so that I save a way."));
  }

  @Test
  void aStatementAboveAttributesMayHaveSeveralParagraphs() {
    heading(3, "FRY-SYS-1 Names");
    text("The ferry SHALL paint names by one rule:");
    text("[port]-[number]");
    item("in white");
    text("for example: AUE-7");
    heading(4, "Attributes:");
    item("Verification: Inspection");
    heading(3, "FRY-SYS-2 Lamp");
    text("The ferry SHALL light its lamp.");
    text("Swimmers see it.");
    heading(3, "Metadata");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text).containsExactly(
        tuple("FRY-SYS-1",
            "The ferry SHALL paint names by one rule:\n\n[port]-[number]\n- in white\n\nfor example: AUE-7"),
        tuple("FRY-SYS-2", "The ferry SHALL light its lamp."));
    assertThat(rtm().requirements().getFirst().verification()).isNotNull();
  }

  @Test
  void headingsBelowCanBeTheLabels() {
    heading(1, "GC-B010 — Export");
    heading(2, "Statement");
    text("The list is written as CSV.");
    text("It has a header.");
    heading(2, "Rationale");
    text("Others read it.");
    heading(2, "History");
    text("It shall be forgotten.");

    assertThat(rtm().requirements().getFirst()).satisfies(r -> {
      assertThat(r.id()).isEqualTo("GC-B010");
      assertThat(r.text()).isEqualTo("The list is written as CSV.\n\nIt has a header.");
      assertThat(r.rationale()).isEqualTo("Others read it.");
    });
  }

  @Test
  void aTableOfTwoColumnsIsAFormForEachIdInIt() {
    table(1, "Field | Value", "Requirement ID | SR-7", "Title | Login",
        "Description | The server checks the code.", "Priority | High", "Test Case | TC_1");
    table(2, "**ID** | SR-8", "Requirement | It locks the door.", "Priority | ",
        "ID: | SR-9", "Requirement | It opens it.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("SR-7", "The server checks the code."),
            tuple("SR-8", "It locks the door."), tuple("SR-9", "It opens it."));
    assertThat(rtm().links()).containsExactly(new Link("SR-7", Link.Type.TEST, "TC_1"));
  }

  @Test
  void aRowOfAFormCanHoldSeveralFields() {
    table(1, "ID | BAR-1 | Priority | High", "Requirement | Tea is hot.",
        "Verification | Test | Source |", "ID | BAR-2 | Priority | Low",
        "Requirement | Milk is cold. | |");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::text, Requirement::priority)
        .containsExactly(tuple("BAR-1", "Tea is hot.", "High"),
            tuple("BAR-2", "Milk is cold.", "Low"));
  }

  @Test
  void aTableBelowAHeadingCompletesIt() {
    heading(3, "REQ-103: Ledger");
    table(1, "Field | Value", "Description | The shop writes each payment.", "Priority | Low");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::text, Requirement::priority)
        .containsExactly(tuple("REQ-103", "The shop writes each payment.", "Low"));
  }

  @Test
  void aTableOfAttributesBelowAHeadingThatEndsWithItsIdCompletesTheStatement() {
    heading(2, "Payments [SHOP-7]");
    text("The shop shall take cards.");
    table(1, "Attribute | Value", "Metric | seconds", "Range | 0 to 5", "Verification | Test");
    heading(2, "REQ-8: Cash [SHOP-7]");
    text("The shop shall take cash.");
    table(2, "Attribute | Value", "Verification | Inspection");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::text, Requirement::verification)
        .containsExactly(
            tuple("SHOP-7", "The shop shall take cards.", Verification.of("Test")),
            tuple("REQ-8", "The shop shall take cash.", Verification.of("Inspection")));
  }

  @Test
  void aTableOfMeasuresBelowAHeadingIsNoneOfAttributes() {
    heading(2, "Payments [SHOP-7]");
    text("The shop shall take cards.");
    table(1, "Metric | Range", "Seconds | 0 to 5");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("SHOP-7", "The shop shall take cards."));
  }

  @Test
  void aNameThatSaysItIsOfARequirementStandsForAnIdAboveLabels() {
    heading(2, "SHOP_REQ_CASH_DESK: Cash desk");
    text("Description: The shop shall take cash.");
    text("Rationale: Guests have some.");
    heading(2, "SHOP_REQ_CARDS: Cards");
    text("The shop is open.");
    heading(2, "SHOP_DESK_TIMEOUT: How long");
    text("Description: The shop waits.");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::text, Requirement::rationale)
        .containsExactly(
            tuple("SHOP_REQ_CASH_DESK", "The shop shall take cash.", "Guests have some."));
  }

  @Test
  void otherTablesStayTables() {
    table(1, "ID | Description", "A-1 | It shall go.", "A-2 | It shall stop.");
    table(2, "Name | Value", "Description | Of the whole", "Colour | red");

    assertThat(rtm().requirements()).extracting(Requirement::id).containsExactly("A-1", "A-2");
  }

  @Test
  void aLabelThatNobodyKnowsEndsTheForm() {
    heading(3, "REQ-1: Refund");
    text("**Priority:** High");
    text("The shop pays back.");
    text("**Acceptance criteria:** the money is there");
    text("**Priority:** Low");

    assertThat(rtm().requirements()).extracting(Requirement::text, Requirement::priority)
        .containsExactly(tuple("The shop pays back.", "High"));
  }

  @Test
  void aHeadingWithLabelsAloneIsStatedByItsTitle() {
    heading(1, "REQ-d0001: Login by code");
    text("**Level**: Dev | **Implements**: REQ-p0004");
    heading(2, "Assertions");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::text, Requirement::parents)
        .containsExactly(tuple("REQ-d0001", "Login by code", List.of("REQ-p0004")));
  }

  @Test
  void aHeadingWithoutLabelsIsReadAsProse() {
    heading(3, "REQ-1 The pump shall stop");
    heading(3, "REQ-2: Rest");
    text("The pump shall rest.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("REQ-1", "The pump shall stop"),
            tuple("REQ-2", "The pump shall rest."));
  }

  @Test
  void theTitleOfATestIsNoRequirement() {
    heading(3, "TC-1 - Start of the pump");
    text("TC-2: The pump shall rest.");
    heading(3, "TC-3: Stop of the pump");
    text("**Priority:** High\n**Description:** Press the key\n**Requirement:** REQ-1");
    text("TCP-4: List of ports");

    assertThat(rtm().requirements()).extracting(Requirement::id).containsExactly("TC-2", "TCP-4");
  }

  private void heading(int level, String text) {
    passages.add(Passage.heading(text, level, line()));
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, line()));
  }

  private void item(String text) {
    passages.add(Passage.item(text, 1, line()));
  }

  private Source line() {
    return Source.line("a.md", passages.size() + 1, null);
  }

  private void table(int number, String... lines) {
    for (var line : lines) {
      passages.add(Passage.row(Stream.of(line.split("\\|", -1)).map(String::strip).toList(),
          Source.row("a.md", number, passages.size() + 1, null)));
    }
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}

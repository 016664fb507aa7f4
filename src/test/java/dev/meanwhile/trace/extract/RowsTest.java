package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.Kind;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a row says beside its statement, and which rows are headers.
class RowsTest {

  @Test
  void whatStandsBesideAStatementIsKept() {
    var rtm = rtm("Req ID | Name | Requirement | Status | Type | Priority | Rationale | Parent",
        "A-1 | Stop | It shall go. | Deferred | Interface | high | Noise | S-1",
        " | Rest | It shall wait. | Optional | Security | low | Heat | S-2",
        "A-3 | Hum | | | Interface | high | | ");

    assertThat(rtm.requirements()).extracting(Requirement::title, Requirement::status,
        Requirement::kind, Requirement::priority, Requirement::rationale, Requirement::parents)
        .startsWith(tuple("Stop", Status.FUTURE, Kind.INTERFACE, "high", "Noise", List.of("S-1")),
            tuple("Rest", Status.OPTIONAL, Kind.SECURITY, "low", "Heat", List.of("S-2")));
    assertThat(rtm.requirements().getLast()).satisfies(r -> {
      assertThat(r.text()).isEqualTo("Hum");
      assertThat(r.priority()).isEqualTo("high");
    });
  }

  @Test
  void rowsThatAToolCallsHeadingsExplanationsOrTestsAreNoRequirements() {
    var rtm = rtm("Object Identifier | Object Heading | Object Text | Object Type",
        "BAK_1 | Oven | | Heading", "BAK_2 | | It is made of clay. | Information",
        "BAK_3 | | The oven shall bake. | Requirement", "BAK_4 | Wares | | ",
        "BAK_5 | | What follows shall be read with care. | Information",
        "BAK_6 | | Bread must come out. | Test Case");

    assertThat(rtm.requirements()).extracting(Requirement::id).containsExactly("BAK_3");
    assertThat(rtm.candidates()).extracting(Requirement::id).containsExactly("BAK_5");
  }

  @Test
  void aRowThatExplainsWithoutAnIdBindsNobody() {
    var rtm = rtm("Object Identifier | Req ID | Object Text | Object Type",
        "BAK_1 | BAK-1 | The oven shall bake. | Requirement",
        "BAK_2 | | What follows shall be read with care. | Information");

    assertThat(rtm.ids()).containsExactly("BAK-1");
    assertThat(rtm.candidates()).hasSize(1);
  }

  @Test
  void whereTheRequirementIsStatedInItsOwnColumnTheDescriptionExplainsIt() {
    var rtm = rtm("ID | Requirement | Description",
        "BAK-1 | The oven shall have a red door. | Whoever bakes shall see it.",
        "BAK-2 | The door should be light | Arms get tired", "BAK-3 | Two racks | For bread");
    var titled = rtm("ID | Requirement | Description | Rationale",
        "BAK-1 | Red door | The oven shall have a red door. | It is seen.");

    assertThat(rtm.requirements()).extracting(Requirement::text, Requirement::rationale)
        .containsExactly(
            tuple("The oven shall have a red door.", "Whoever bakes shall see it."),
            tuple("The door should be light", "Arms get tired"), tuple("Two racks", "For bread"));
    assertThat(titled.requirements()).extracting(Requirement::text)
        .containsExactly("The oven shall have a red door.");
  }

  @Test
  void numbersCountRequirementsWhereTheTableSaysThatItHoldsSome() {
    assertThat(rtm("ID | Shall | Verify", "001 | Bake bread evenly | UT", "002 | Cool | UT")
        .ids()).containsExactly("001");
    assertThat(rtm("Oven ID | Requirement | Type", "7 | Heat never leaks out. | Absence")
        .requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("7", "Heat never leaks out."));
    assertThat(rtm("ID | Parameter | Requirement Specification | Basis",
        "BAK-1 | Heat | 180 °C to 250 °C | Recipe").requirements())
        .extracting(Requirement::text).containsExactly("180 °C to 250 °C");
    assertThat(rtm("ID | Description | Test", "0001 | Doors are red | look").requirements())
        .isEmpty();
    assertThat(rtm("RequirementID | Title | Description", "BAK-1 | Bread | The oven bakes it.")
        .requirements()).extracting(Requirement::text).containsExactly("The oven bakes it.");
  }

  @Test
  void aNumberedTableBelowAHeadingOfRequirementsHoldsThem() {
    var rows = Stream.of("ID | Description | Test", "0001 | Doors are red | look")
        .map(row -> Passage
            .row(List.of(row.split(" \\| ")), Source.row("a.rst", 1, 1, "Requirements")))
        .toList();

    assertThat(Extraction.of(rows).ids()).containsExactly("0001");
  }

  @Test
  void aCategoryMayBeCalledAsATestIs() {
    assertThat(rtm("ID | Requirement | Category", "BAK-1 | The oven shall test itself. | Test")
        .requirements()).hasSize(1);
    assertThat(rtm("ID | Requirement | Type", "BAK-1 | The oven shall bake. | Test",
        "BAK-2 | Open the oven. | Test").ids()).containsExactly("BAK-1");
  }

  @Test
  void columnsThatSpeakOfAHigherLevelNameParents() {
    var rtm = rtm("ID | Requirement | Source (system req.) | Satisfies | Source document",
        "BAK-1 | The oven shall bake. | SYS-7 | STK-1; STK-2 | Letter of May");

    assertThat(rtm.requirements()).singleElement().extracting(Requirement::parents)
        .isEqualTo(List.of("STK-1", "STK-2", "SYS-7"));
  }

  @Test
  void linksThatSayWhatTheyAreAreParentsAndTests() {
    var rtm = rtm("ID | Requirement | Linked Work Items",
        "BAK-1 | The oven shall bake. | refines: SYS-4; is verified by: BAK-501, relates to: BAK-7");

    assertThat(rtm.requirements().getFirst().parents()).containsExactly("SYS-4");
    assertThat(rtm.links()).extracting(l -> l.type() + " " + l.target())
        .containsExactlyInAnyOrder("parent SYS-4", "test BAK-501");
  }

  @Test
  void testsMayBeLinksOfMarkdown() {
    assertThat(rtm("ID | Requirement | Verified by",
        "BAK-1 | The oven shall bake. | [TC-01](tests.md#tc-01)").links())
        .extracting(Link::target).containsExactly("TC-01");
  }

  @Test
  void anIdWithoutAStatementKeepsWhatStandsBesideIt() {
    assertThat(rtm("Requirement ID | Description | Priority", "PMP101 | | high")
        .requirements()).singleElement().satisfies(r -> {
          assertThat(r.status()).isEqualTo(Status.TBD);
          assertThat(r.priority()).isEqualTo("high");
        });
  }

  @Test
  void anIdMayStandInAColumnWhoseNameSaysNothing() {
    var rtm = rtm("Tag | Requirement | Status", "FRY-1 | The ferry shall stop. | Deleted",
        "FRY-2 | The ferry shall hum. | Valid");

    assertThat(rtm.requirements()).extracting(Requirement::id).containsExactly("FRY-1", "FRY-2");
    assertThat(rtm.requirements().getFirst().status()).isEqualTo(Status.DELETED);
  }

  @Test
  void aCellThatThePageCutGoesOnBesideTheNextTest() {
    var rtm = rtm("ID | Requirement | Test case", "FRY-1 | The ferry shall stop | TC-1",
        " | before the pier. | TC-2", "FRY-2 | The ferry shall hum. | TC-3");

    assertThat(rtm.requirements()).hasSize(2);
    assertThat(rtm.requirements().getFirst().text())
        .isEqualTo("The ferry shall stop before the pier.");
    assertThat(rtm.links()).extracting(Link::target).containsExactly("TC-1", "TC-2", "TC-3");
  }

  @Test
  void aRowThatBeginsWithTheMethodTestIsNoHeaderOfTests() {
    var rtm = rtm("Verification | Text | Key", "Test | The ferry shall stop. | FRY-1",
        "Test | The ferry shall hum. | FRY-2");

    assertThat(rtm.ids()).containsExactly("FRY-1", "FRY-2");
  }

  @Test
  void aReasonInTheCellOfTheStatementIsItsReason() {
    assertThat(rtm("ID | Requirement", "FRY-1 | The ferry shall stop.\nRationale: The pier is old.")
        .requirements()).singleElement().satisfies(r -> {
          assertThat(r.text()).isEqualTo("The ferry shall stop.");
          assertThat(r.rationale()).isEqualTo("The pier is old.");
        });
  }

  @Test
  void aRowOfAMatrixSaysWhetherItBinds() {
    var rtm = rtm("ID | Requirement | Tier", "A-1 | It should go. | candidate",
        "A-2 | It should stop. | requirement");

    assertThat(rtm.candidates()).extracting(Requirement::id).containsExactly("A-1");
    assertThat(rtm.requirements()).extracting(Requirement::id).containsExactly("A-2");
  }

  @Test
  void anOpenStatementGoesOnWithWhateverFollowsAndAClosedOneWithWhatDoesNotBind() {
    assertThat(texts("ID | Requirement", "A-1 | The unit shall set:", " | The valve must be shut.",
        "A-2 | The unit shall stop.", " | Within a second.", " | The lamp shall glow."))
        .containsExactly("The unit shall set:\nThe valve must be shut.",
            "The unit shall stop.\nWithin a second.", "The lamp shall glow.");
  }

  @Test
  void theHeadingOfTheNextSectionIsNoPartOfTheStatementAboveIt() {
    assertThat(
        texts("ID | Requirement", "A-1 | The unit shall stop", " | 5.2        Lamps and bells",
            "A-2 | The lamp shall glow for", " | 5.2 seconds"))
        .containsExactly("The unit shall stop",
            "The lamp shall glow for\n5.2 seconds");
  }

  @Test
  void aNumberedRowBelowAColonIsAnItem() {
    assertThat(texts("ID | Requirement", "A-1 | The lamp shall show:", " | 1.2 Its load"))
        .containsExactly("The lamp shall show:\n1.2 Its load");
  }

  @Test
  void whatSaysThatThereIsNoParentIsNone() {
    assertThat(
        rtm("ID | Requirement | Parent", "A-1 | It shall go. | —", "A-2 | It shall run. | N/A",
            "A-3 | It shall stop. | none", "A-4 | It shall rest. | A-1").requirements())
        .extracting(Requirement::parents)
        .containsExactly(List.of(), List.of(), List.of(), List.of("A-1"));
  }

  @Test
  void aRowOfTestsThatStatesARequirementIsOne() {
    var rtm = rtm("Test case | Requirement", "T1 | A-1", "T2 | The pump shall stop.", "T3 | ");

    assertThat(rtm.unknown()).extracting(Link::target, Link::requirementId)
        .containsExactly(tuple("T1", "A-1"));
    assertThat(rtm.requirements()).extracting(Requirement::text)
        .containsExactly("The pump shall stop.");
  }

  @Test
  void aTableWithAColumnOfIdsStatesItsRequirementsBesideTheirTests() {
    var rtm = rtm("Req ID | Requirement | Test case", "A-1 | It shall go. | T1");

    assertThat(rtm.ids()).containsExactly("A-1");
    assertThat(rtm.targets("A-1", Link.Type.TEST)).containsExactly("T1");
  }

  @Test
  void theHeaderOfAnotherFileSaysNothing() {
    var passages = new ArrayList<Passage>();
    rows(passages, "a.csv", "Requirement ID | Description", "12 | Pump panel");
    rows(passages, "b.csv", "13 | Lamp panel");
    rows(passages, "a.csv", "14 | Bell panel");

    assertThat(Extraction.of(passages).ids()).containsExactly("12");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "Requirement, Verification Method | It shall go., Test | It shall go.",
      "Requirement ID, Title, Priority | 12, Pump panel, high | Pump panel",
      "Requirement ID, Priority | A-1, high | -", "Description, Priority | Pump panel, high | -",
      "Requirement ID, Description | 12, Pump panel | Pump panel",
      "Requirement ID, Description, A-100 | 12, Pump panel, x | -"})
  void aHeaderTellsWhetherARequirementIsAnIdOrAText(String header, String row, String text) {
    var texts = texts(header.replace(",", " |"), row.replace(",", " |"));

    assertThat(String.join("/", texts)).isEqualTo(text.equals("-") ? "" : text);
  }

  @Test
  void longWordsAreNoHeader() {
    assertThat(texts("Requirement ID | Text | " + "x".repeat(80), "12 | Pump panel | x"))
        .containsExactly("Pump panel");
    assertThat(texts("Requirement ID | Text | " + "x".repeat(81), "12 | Pump panel | x"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Requirements Verified (SRS)", "Requirements verified (SRS) "})
  void aHeaderNamesThePrefixOfItsReferences(String header) {
    var passages = new ArrayList<Passage>();
    rows(passages, "srs.csv", "ID | Requirement", "SRS-001 | It shall go.",
        "SRS-002 | It shall stop.", "SRS-003 | It shall wait.", "HRS-002 | It shall hum.");
    rows(passages, "t.csv", "Test case | " + header, "T1 | 001-003");

    assertThat(Extraction.of(passages).links()).extracting(Link::requirementId)
        .containsExactly("SRS-001", "SRS-002", "SRS-003");
  }

  @Test
  void eachOfSeveralReferencesHasItsResult() {
    var passages = new ArrayList<Passage>();
    rows(passages, "srs.csv", "ID | Requirement", "A-1 | It shall go.", "A-2 | It shall stop.");
    rows(passages, "t.csv", "Test case | Requirements verified | Result | Build",
        "T1 | A-1; A-2 | Pass; Fail | B1; B2", "T2 | A-1; A-2 | Pass | B3", "T3 | A-1 | |");

    assertThat(Extraction.of(passages).links()).extracting(l -> l.requirementId() + " " + l.target()
        + " " + (l.result() == null ? "" : l.result().outcome() + " " + l.result().build()))
        .containsExactly("A-1 T1 passed B1", "A-2 T1 failed B2", "A-1 T2 passed B3",
            "A-2 T2 passed B3", "A-1 T3 ");
  }

  @Test
  void stepsAndSuspicionsOfAMatrixBelongToTheirTests() {
    var rtm = rtm("ID | Requirement | Test case | Steps by test | Suspect tests | Result",
        "A-1 | It shall go. | T1; T2 | 1.1, 1.2; 2.1 | T2 | Pass; ");

    assertThat(rtm.links()).extracting(Link::target, Link::steps, Link::suspect,
        l -> l.result() == null).containsExactly(tuple("T1", List.of("1.1", "1.2"), false, false),
            tuple("T2", List.of("2.1"), true, true));
  }

  @Test
  void testsOnLinesOfACellAreTakenApartWhateverTheyAreCalled() {
    var passages = List.of(row(1, "ID", "Requirement", "Test case"),
        row(2, "A-1", "It shall go.", "Basic run, long\nShort run"));

    assertThat(Extraction.of(passages).targets("A-1", Link.Type.TEST))
        .containsExactly("Basic run, long", "Short run");
  }

  @Test
  void theBuildOfATestInACellGoesBeforeThatOfItsRow() {
    var passages = List.of(row(1, "ReqID", "Text", "Test Result", "Build", "Related Tests"),
        row(2, "A-1", "It shall go.", "Pass", "B1",
            "Test name | Test result | Build\nT1 | Fail | B2\nT2 | Pass | \nT3 |  | "),
        row(3, "A-2", "It shall stop.", "Pass", "B1", "Test name | Owner\nT4 | Kim\n | Lee"),
        row(4, "A-3", "It shall wait.", "Pass", "B1", "Owner | Day\nT5 | Kim"));

    assertThat(Extraction.of(passages).links()).extracting(l -> l.target() + " "
        + (l.result() == null ? "" : l.result().outcome() + " " + l.result().build()))
        .containsExactly("T1 failed B2", "T2 passed null", "T3 ", "T4 passed B1");
  }

  @Test
  void aColumnOfLinksLeadsToParentsAsFarAsItHoldsIds() {
    assertThat(rtm("uid | text | links | verification plan",
        "A-1 | The bar shall open. | S-1, S-2 | by test", "A-2 | It shall shut. | www.bar.org |")
        .requirements()).extracting(r -> r.parents() + "/" + (r.verification() != null))
        .containsExactly("[S-1, S-2]/true", "[]/false");
  }

  @Test
  void aColumnOfRequirementsOfAKindHoldsTheirTexts() {
    assertThat(texts("No. | User requirement | Priority", "UR/1 | Guests see the tea. | M",
        "UR/2 | deleted | -")).containsExactly("Guests see the tea.", "deleted");
  }

  @Test
  void aMatrixMarksTheTestsOfEachRequirement() {
    assertThat(
        links(rtm("Req ID | Requirement | TC-1 | TC-2 | Owner", "A-1 | Tea is hot. | X | | X",
            "A-2 | Milk is cold. | x | Pass | ", "A-3 | Bread is fresh. | - | no | Kim")))
        .containsExactly("A-1>TC-1", "A-2>TC-1", "A-2>TC-2 passed");
  }

  @Test
  void aMatrixOfTestsMarksTheRequirementsOfEach() {
    assertThat(links(rtm("ID | Text", "A-1 | Tea is hot.", "A-2 | Milk is cold.",
        "Test case | A-1 | A-2 | Day", "T1 | ✓ | | x", "T2 | ✓ | ✓ | ", " | ✓ | | ")))
        .containsExactly("A-1>T1", "A-1>T2", "A-2>T2");
  }

  @Test
  void aRowWithoutAnIdGoesOnWithTheTestsOfTheOneAbove() {
    assertThat(links(rtm("No. | Requirement Description | Test Case | Result",
        "A-1 | Tea is hot. | T1 | Pass", " | | T2 | Fail", "A-2 | Milk is cold. | T3 | Pass")))
        .containsExactly("A-1>T1 passed", "A-1>T2 failed", "A-2>T3 passed");
  }

  @Test
  void theStepsOfATestGoOnWithItsName() {
    var found = rtm("Test Case ID | Test Case Title | Step | Action | Req. Ref.",
        "TC-1 | Serve | 1 | Brew | A-1, A-2", " | | 2 | Pour | A-3", "TC-2 | Pay | 1 | Ring | ",
        " | | 2 | Open | A-3");

    assertThat(found.ids()).isEmpty();
    assertThat(found.unknown()).extracting(l -> l.requirementId() + ">" + l.target() + l.steps())
        .containsExactlyInAnyOrder("A-1>TC-1[1]", "A-2>TC-1[1]", "A-3>TC-1[2]", "A-3>TC-2[2]");
  }

  @Test
  void theColumnsOfAToolSayWhatTheyHold() {
    assertThat(texts("# | Object Identifier | Object Text | Req Status",
        "1 | A-7 | Tea is hot. | Approved")).containsExactly("Tea is hot.");
  }

  private static List<String> links(Rtm rtm) {
    return rtm.links().stream().map(l -> l.requirementId() + ">" + l.target()
        + (l.result() == null ? "" : " " + l.result().outcome())).toList();
  }

  private static List<String> texts(String... lines) {
    return rtm(lines).requirements().stream().map(Requirement::text).toList();
  }

  private static Rtm rtm(String... lines) {
    var passages = new ArrayList<Passage>();
    rows(passages, "t.docx", lines);
    return Extraction.of(passages);
  }

  private static void rows(List<Passage> passages, String file, String... lines) {
    for (var line : lines) {
      passages.add(Passage.row(Stream.of(line.split("\\|", -1)).map(String::strip).toList(),
          Source.row(file, 1, passages.size() + 1, null)));
    }
  }

  private static Passage row(int number, String... cells) {
    return Passage.row(List.of(cells), Source.row("t.docx", 1, number, null));
  }

  @Test
  void whatTheFirstDocumentSaysBesideAStatementCountsAndALaterOneAddsToIt() {
    var passages = new ArrayList<Passage>();
    rows(passages, "a.csv", "ID | Requirement | Priority", "A-1 | It shall go. | high");
    rows(passages, "b.csv", "ID | Requirement | Priority | Rationale",
        "A-1 | It shall go. | low | Noise");

    assertThat(Extraction.of(passages).requirements()).singleElement().satisfies(r -> {
      assertThat(r.priority()).isEqualTo("high");
      assertThat(r.rationale()).isEqualTo("Noise");
    });
  }

  @Test
  void parentsAreReadAsReferencesWhereTheyAreSome() {
    var rtm = rtm("ID | Requirement | Parent", "A-001 | It shall go. | A-001",
        "A-002 | It shall stop. | the customer", "A-003 | It shall wait. | A-001..002; S-9");

    assertThat(rtm.requirements()).extracting(Requirement::parents).containsExactly(List.of(),
        List.of("the customer"), List.of("A-001", "A-002", "S-9"));
  }

  @Test
  void aLinkIsSuspectWhicheverMentionSaysSo() {
    assertThat(rtm("ID | Requirement | Test case | Suspect tests", "A-1 | It shall go. | T1 | ",
        "A-1 | It shall go. | T1 | T1").links()).singleElement()
        .satisfies(l -> assertThat(l.suspect()).isTrue());
  }

  @Test
  void theSameLinkTwiceIsOneWithAllThatIsSaidOfIt() {
    var passages = new ArrayList<Passage>();
    rows(passages, "m.csv", "ID | Requirement | Test case | Suspect tests | Test result",
        "A-1 | It shall go. | T1 | T1 | Fail");
    rows(passages, "t.csv", "Step | Test case | Requirements verified | Result",
        "1 | T1 | A-1 | ", "2 | T1 | A-1 | Pass", "3 | T1 | A-1 | ");

    assertThat(Extraction.of(passages).links()).singleElement().satisfies(l -> {
      assertThat(l.steps()).containsExactly("1", "2", "3");
      assertThat(l.suspect()).isTrue();
      assertThat(String.valueOf(l.result())).contains("passed");
    });
  }

  @Test
  void aColumnOfStatementsIsReadWithoutIdsIfItIsCalledRequirement() {
    var named = rtm("Requirement | Verification Method", "The pump shall stop. | Inspection");
    var other = rtm("Description | Verification Method", "The pump shall stop. | Inspection");

    assertThat(String.valueOf(named.requirements().getFirst().verification()))
        .contains("Inspection");
    assertThat(other.requirements().getFirst().verification()).isNull();
  }

  @Test
  void onlyAColumnWithoutANameHoldsAStatementOutsideOfItsOwn() {
    var rtm = rtm("Requirement ID | Description | Verification", "P-101 | | It shall be shown.",
        "P-102 | | Test | It shall stop.", "P-103");

    assertThat(rtm.requirements()).extracting(Requirement::id, Requirement::status)
        .containsExactly(tuple("P-101", Status.TBD), tuple("P-102", Status.TBD),
            tuple("P-103", Status.TBD));
  }

  @Test
  void aRowWithNothingButAReasonAddsNothing() {
    assertThat(texts("ID | Requirement | Reason", "A-1 | The unit shall set: | ",
        " | | it is loud", "A-2 | It shall stop. | ")).containsExactly("The unit shall set:",
            "It shall stop.");
  }

  @Test
  void aStatusThatIsNotOneOfGoneIsNoStatement() {
    assertThat(texts("Requirement ID | Description | Status", "P-101 | | approved",
        "P-102 | | deleted"))
        .containsExactlyInAnyOrder("TBD: no text is given for P-101", "deleted");
  }

  @Test
  void aStatementInTheRowBelowKeepsWhatStandsBesideTheId() {
    assertThat(rtm("Requirement ID | Description | Priority", "P-102 | | high",
        " | It shall wait. | ").requirements()).singleElement().satisfies(r -> {
          assertThat(r.text()).isEqualTo("It shall wait.");
          assertThat(r.priority()).isEqualTo("high");
          assertThat(r.status()).isEqualTo(Status.ACTIVE);
        });
  }

  @Test
  void aMarkBeforeAnIdAndAShortTextBesideALongOneAreFine() {
    assertThat(rtm("Req ID | Requirement", "* A-1 | It shall go.").ids()).containsExactly("A-1");
    assertThat(rtm("LONG-NAME-OF-IT-102 | Pump x").ids()).containsExactly("LONG-NAME-OF-IT-102");
  }
}

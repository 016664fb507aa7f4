package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.IdOrigin;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  private final List<Passage> passages = new ArrayList<>();

  @Test
  void aRowThatSaysOfSeveralIdsThatTheyAreGoneSaysItOfEach() {
    rows("ID | Requirement | Status", "REQ-010 to REQ-012 | deleted | ",
        "REQ-020–022 | | Withdrawn", "REQ-030, REQ-033 | It shall hum. | Obsolete",
        "REQ-040 | It shall go. | ", "REQ-050 to REQ-051 | It shall stop. | ",
        "REQ-060 (was REQ-061) | deleted | ");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, r -> r.status() == Status.DELETED)
        .containsExactly(tuple("REQ-010", true), tuple("REQ-011", true), tuple("REQ-012", true),
            tuple("REQ-020", true), tuple("REQ-021", true), tuple("REQ-022", true),
            tuple("REQ-030", true), tuple("REQ-033", true), tuple("REQ-040", false),
            tuple("REQ-050", false), tuple("REQ-060", true));
  }

  @Test
  void aFirstColumnOfReferencesHoldsIdsOfAnyShape() {
    rows("Ref. | Requirement | M/D | Bidder's answer", "F.1 | Group of functions | | ",
        "F.1.1 | The lift shall stop. | M | ", "F.1.2 | (Requirement deleted) | D | ");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("F.1.1", "The lift shall stop."),
            tuple("F.1.2", "(Requirement deleted)"));
    assertThat(rtm().requirements().getLast().status()).isEqualTo(Status.DELETED);
  }

  @Test
  void aReferenceBehindTheRequirementIsNotItsId() {
    rows("Requirement | Reference", "The lift shall stop. | 4.2");

    assertThat(rtm().requirements()).extracting(Requirement::text, Requirement::idOrigin)
        .containsExactly(tuple("The lift shall stop.", IdOrigin.GENERATED));
  }

  @Test
  void childrenInATableOfLevelsAreNotTheStatement() {
    rows("ID | Requirement", "REQ-1 | The lift shall stop.", "REQ-2 | The lift shall go.");
    table(2, "Requirement ID | Parent Requirement | Child Requirements | Status",
        "REQ-1 | SYS-1 | REQ-2 | Approved");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("REQ-1", "The lift shall stop."),
            tuple("REQ-2", "The lift shall go."));
  }

  @Test
  void whatOnlyNamesRequirementsOfAnotherLevelStatesNothing() {
    rows("ID | Requirement", "SRS-1 | The lift shall stop.");
    table(2, "SRS requirement | SSS requirement", "SRS-1 | SSS-001", "SRS-2 | SSS-002, SSS-003");

    assertThat(rtm().ids()).containsExactly("SRS-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"URS ID", "SRS Ref", "System Req."})
  void theFirstColumnOfAMatrixOfTestsNamesRequirementsOfSomeLevel(String name) {
    rows("ID | Requirement", "URS-7.1 | The lift shall stop.");
    table(2, name + " | FS ID | Test ID", "URS-7.1 | FS-7.1.1 | OQ-001");

    assertThat(rtm().links()).extracting(Link::requirementId, Link::target)
        .contains(tuple("URS-7.1", "OQ-001"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Task", "Impediment"})
  void whatATrackerCallsAPieceOfWorkIsNoRequirement(String type) {
    rows("ID | Work Item Type | Description", "17 | Requirement | The lift shall stop.",
        "18 | " + type + " | It must be ordered by May.");

    assertThat(rtm().ids()).containsExactly("17");
  }

  @Test
  void labelsBelowTheStatementInACellAreNoPartOfIt() {
    passages.add(row(1, List.of("LFT-FUN-1", "The lift shall stop.\nPriority: low")));
    passages.add(row(2, List.of("LFT-FUN-2", "The lift shall go.\nRationale: Guests wait.")));

    assertThat(rtm().requirements()).extracting(Requirement::text, Requirement::rationale)
        .containsExactly(tuple("The lift shall stop.", null),
            tuple("The lift shall go.", "Guests wait."));
  }

  @Test
  void aHeaderMaySayShall() {
    rows("Req # | Shall statement | V Method", "LFT.1.1 | The lift shall stop. | Test",
        "LFT.1.2 | Requirement withdrawn | ");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("LFT.1.1", "The lift shall stop."),
            tuple("LFT.1.2", "Requirement withdrawn"));
  }

  @Test
  void theIdsOfTestsGoBeforeTheirNames() {
    rows("Req # | Requirement | Test case ID | Test case",
        "LFT-1 | The lift shall stop. | TC-01 | Stop, then look");

    assertThat(rtm().links()).extracting(Link::target).containsExactly("TC-01");
  }

  @Test
  void rangesOfGoneIdsAreCountedOutOnlyUpToABound() {
    rows("ID | Requirement");
    for (int i = 1; i <= 30; i++) {
      rows("A%1$d-1 to A%1$d-500 | deleted".formatted(i));
    }

    assertThat(rtm().requirements()).hasSizeBetween(10_000, 10_600);
  }

  @Test
  void aColumnNamedByAKindOfRequirementHoldsTheirIds() {
    rows("NFR | Requirement | Measurement", "**NFR1** | Start in <3 seconds | Stop watch",
        "Speed | As fast as before | ");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("NFR1", "Start in <3 seconds"));
  }

  @Test
  void idsOfModulesBesideRequirementsAreTheirs() {
    rows("Module ID | Requirement Detail | Acceptance Criteria",
        "REQ-001 | Sign in | The guest types a code and is let in at once.",
        "Guests | Sign out | ");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("REQ-001", "Sign in"));
  }

  @Test
  void aRowThatOnlyRelatesIdsStatesNothing() {
    rows("Story | Level 1 | Level 2 | Where", "US-001 | HLR-001 | LLR-001.1 | in the old module");

    assertThat(rtm().requirements()).isEmpty();
  }

  @Test
  void rowsWithoutAnIdGoOnWithTheStatementAbove() {
    rows("Name | ID | Statement | | | Reason",
        "Start | PMP100 | At power-up the pump shall set: | | | Known state",
        " | | 1) the valve to 'SHUT' | | | ", " | | | a) unless it is locked | | ",
        " | | 2) the counter to 0 | | | see the manual",
        " | | and the pump shall report it | | | ", "Stop | PMP200 | It shall stop. | | | ");

    var rtm = rtm();

    assertThat(rtm.ids()).containsExactly("PMP100", "PMP200");
    assertThat(rtm.requirements().getFirst().text()).isEqualTo("""
      At power-up the pump shall set:
      1) the valve to 'SHUT'
      a) unless it is locked
      2) the counter to 0
      and the pump shall report it""");
    assertThat(rtm.candidates()).isEmpty();
  }

  @Test
  void aSentenceOfItsOwnWithoutAnIdIsAnotherRequirement() {
    rows("Name | ID | Statement", "Stop | PMP200 | It shall stop.",
        "Rest | | The pump shall rest.", " | | The pump shall cool down.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("It shall stop.", "The pump shall rest.", "The pump shall cool down.");
  }

  @Test
  void anIdThatStandsWithoutAStatementIsKeptAndOpen() {
    rows("Summary | Requirement ID | Description", "PMP100 | PMP100 | It shall stop.",
        "PMP101 | PMP101 | ", "PMP102 | PMP102");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::status)
        .containsExactly(tuple("PMP100", Status.ACTIVE), tuple("PMP101", Status.TBD),
            tuple("PMP102", Status.TBD));
    assertThat(rtm().requirements().get(1).text()).isEqualTo("TBD: no text is given for PMP101");
  }

  @Test
  void theStatementOfAnIdCanStandInAColumnWithoutANameOrInTheRowBelow() {
    rows("Requirement ID | Description | | Verification", "PMP101 | | It shall stop. | Test",
        "PMP102 | | | Test", " | It shall wait. | | ", "PMP103 | | see PMP102 | Test");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::text, Requirement::status)
        .containsExactly(tuple("PMP101", "It shall stop.", Status.ACTIVE),
            tuple("PMP102", "It shall wait.", Status.ACTIVE),
            tuple("PMP103", "TBD: no text is given for PMP103", Status.TBD));
  }

  @Test
  void aRemarkThatARequirementIsGoneOutweighsItsStatus() {
    rows("Req ID | Requirement | Status | Remarks",
        "PMP101 | It shall stop. | approved | Withdrawn, CR 4",
        "PMP102 | It shall wait. | approved | Removed the word immediately",
        "PMP103 | | | Deleted in issue C", "PMP104 | It shall hum. | deferred | not used");

    assertThat(rtm().requirements()).extracting(Requirement::status).containsExactly(
        Status.DELETED, Status.ACTIVE, Status.DELETED, Status.DELETED);
  }

  @Test
  void whereAnotherDocumentHasTheStatementABareIdSaysNothingElse() {
    rows("Requirement ID | Description | Test case", "PMP100 | | TC_Stop");
    passages
        .add(Passage.paragraph("PMP100: The pump shall stop.", Source.line("srs.txt", 1, null)));

    var rtm = rtm();

    assertThat(rtm.requirements()).extracting(Requirement::text)
        .containsExactly("The pump shall stop.");
    assertThat(rtm.findings()).noneMatch(f -> f.rule().equals("text-differs"));
    assertThat(rtm.targets("PMP100", Link.Type.TEST)).containsExactly("TC_Stop");
  }

  @Test
  void theIdBeforeTheStatementIsNoPartOfIt() {
    rows("ReqID | Text", "PMP100 | PMP100 The pump shall stop.", "PMP101 | PMP101: It shall rest.",
        "PMP102 | PMP102.1 shall be read first.");

    assertThat(rtm().requirements()).extracting(Requirement::text).containsExactly(
        "The pump shall stop.", "It shall rest.", "PMP102.1 shall be read first.");
  }

  @Test
  void columnsThatAToolNamesLongerAreFoundByTheEndsOfTheirNames() {
    rows("ID | ReqID | Text | Build Test Method | SYS_Test_Results | TEST_Test_Name",
        "8 | PMP100 | It shall stop. | Analysis | Pass | Stop_1");

    var rtm = rtm();

    assertThat(String.valueOf(rtm.requirements().getFirst().verification())).contains("Analysis");
    assertThat(rtm.links()).singleElement().satisfies(link -> {
      assertThat(link.target()).isEqualTo("Stop_1");
      assertThat(String.valueOf(link.result())).contains("passed");
    });
  }

  @Test
  void aTableInACellGivesATestForEachOfItsRows() {
    passages.add(row(1, List.of("ReqID", "Text", "Test Result", "Related Tests")));
    passages.add(row(2, List.of("PMP100", "It shall stop.", "Pass",
        "TEST_Test_Name | Current_Build | By\nStop_1 | B-2 | Kim\nStop_2 | B-3 | Lee")));
    passages.add(row(3, List.of("PMP101", "It shall rest.", "",
        "TEST_Test_Name | Current_Build | By")));

    assertThat(rtm().links()).extracting(Link::requirementId, Link::target,
        l -> l.result() == null ? "" : String.valueOf(l.result().build())).containsExactly(
            tuple("PMP100", "Stop_1", "B-2"), tuple("PMP100", "Stop_2", "B-3"));
  }

  @Test
  void resultsBelowTheNameOfATestBelongToIt() {
    rows("TEST_Test_Name: Stop_1");
    table(2, "ReqID | Text | Test Results", "PMP100 | It shall stop. | Pass");
    rows("TEST_Test_Name: Rest_1");
    table(3, "ReqID | Text | Test Results", "PMP101 | It shall rest. | Fail");

    assertThat(rtm().links()).extracting(Link::requirementId, Link::target)
        .containsExactly(tuple("PMP100", "Stop_1"), tuple("PMP101", "Rest_1"));
  }

  @Test
  void aTableGoesOnAfterOneThatStandsBetweenItsRows() {
    table(1, "ReqID | Text", "PMP100 | It shall stop.");
    table(2, "Part | Colour", "Valve | red");
    table(1, "PMP101 | Resting");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .contains(tuple("PMP101", "Resting"));
  }

  @Test
  void namesAreIdsWhereEachRowIsToBeVerified() {
    rows("Name | Description | Validation", "UART-COMP-001 | It shall send. | unit test",
        "speed | It must be positive. | range check");

    var rtm = rtm();

    assertThat(rtm.ids()).contains("UART-COMP-001").doesNotContain("speed");
    assertThat(String.valueOf(rtm.requirements().getFirst().verification())).contains("unit test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The port must be open before the first call.",
      "Callers shall hold the lock."})
  void outsideOfAListOfRequirementsNothingIsConfirmedWithoutAnId(String sentence) {
    rows("Requirement | Description", "UA-001 | It shall send.", "UA-002 | It shall receive.");
    passages.add(Passage.paragraph(sentence, Source.line("sdd.md", 30, "Design")));

    assertThat(rtm().ids()).containsExactly("UA-001", "UA-002");
    assertThat(rtm().candidates()).extracting(Requirement::text).containsExactly(sentence);
  }

  private void rows(String... lines) {
    table(1, lines);
  }

  private void table(int number, String... lines) {
    for (var line : lines) {
      var cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
      passages.add(Passage.row(cells, Source.row("sdd.md", number, passages.size() + 1, null)));
    }
  }

  private static Passage row(int number, List<String> cells) {
    return Passage.row(cells, Source.row("rttm.htm", 1, number, null));
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}

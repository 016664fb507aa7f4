package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Shapes in which requirements stand in documents, and what a model adds to what was found.
class ShapesTest {
  private static final Source HERE = Source.line("a.txt", 1, null);

  @Test
  void anIdInBracketsBehindTheStatementIsItsOwnOnWhateverLineItStands() {
    var rtm = Extraction.of(List.of(
        Passage.paragraph("The ferry shall sound its horn when it\nleaves the port. [FRY-001]",
            Source.line("a.txt", 1, null)),
        Passage.paragraph("The ferry shall carry forty cars.\n[FRY-002]",
            Source.line("a.txt", 4, null)),
        Passage.paragraph("[FRY-003]\nThe ferry shall be red.", Source.line("a.txt", 7, null))));

    assertThat(rtm.requirements()).extracting(Requirement::id, r -> r.text().replace('\n', ' '))
        .containsExactly(
            tuple("FRY-001", "The ferry shall sound its horn when it leaves the port."),
            tuple("FRY-002", "The ferry shall carry forty cars."),
            tuple("FRY-003", "The ferry shall be red."));
  }

  @Test
  void theNumberOfAParagraphMayStandBeforeAnId() {
    var rtm = Extraction.of(List.of(
        Passage.paragraph("2.1\t[FRY-1]\tThe ferry shall be red.", HERE),
        Passage.paragraph("2.2 FRY-2: The ferry shall hum.", HERE),
        Passage.paragraph("2.3\t[FRY-3]\tDELETED", HERE)));

    assertThat(rtm.requirements()).extracting(Requirement::id, Requirement::text).containsExactly(
        tuple("FRY-1", "The ferry shall be red."), tuple("FRY-2", "The ferry shall hum."),
        tuple("FRY-3", "DELETED"));
    assertThat(rtm.requirements().getLast().status()).isEqualTo(Status.DELETED);
  }

  @Test
  void theOnlyOneOfItsKindWithoutADemandIsNoId() {
    var rtm = Extraction.of(List.of(
        Passage.heading("COMP3120 Ferry project", 1, Source.line("plan.md", 1, null)),
        Passage.paragraph("This is the plan of group 4.", Source.line("plan.md", 3, null)),
        Passage.heading("2.1 ADR-3 Hosting", 3, Source.line("plan.md", 5, null)),
        Passage.paragraph("We stay on our own machine.", Source.line("plan.md", 7, null)),
        Passage.heading("FRY101 Horn", 3, Source.line("plan.md", 9, null)),
        Passage.paragraph("It sounds by night.", Source.line("plan.md", 11, null)),
        Passage.heading("FRY102 Lamp", 3, Source.line("plan.md", 13, null)),
        Passage.paragraph("It is lit by night.", Source.line("plan.md", 15, null))));

    assertThat(rtm.ids()).containsExactly("FRY101", "FRY102");
  }

  @Test
  void aQuoteRaisesACandidateOrIsNewAndTakesNothingAway() {
    var passage = Passage.paragraph("The pump shall stop. The lamp should blink. Oil is blue.",
        HERE);
    var before = Extraction.of(List.of(passage)).withNotes(List.of("kept"));

    var after = Extraction.with(before, List.of(
        new Quote(passage, "The lamp should blink.", Tier.CANDIDATE),
        new Quote(passage, "lamp should blink", Tier.REQUIREMENT),
        new Quote(passage, "The pump shall stop.", Tier.REQUIREMENT),
        new Quote(passage, "Oil is blue.", Tier.CANDIDATE)));

    assertThat(after.requirements()).extracting(Requirement::text)
        .containsExactly("The pump shall stop.", "The lamp should blink.");
    assertThat(after.candidates()).extracting(Requirement::text).containsExactly("Oil is blue.");
    assertThat(after.notes()).containsExactly("kept");
    assertThat(after.findings()).filteredOn(f -> f.rule().equals("found-by-model"))
        .extracting(Finding::quote, Finding::start, Finding::end)
        .containsExactly(tuple("lamp should blink", 4, 21), tuple("Oil is blue.", 0, 12));
  }

  @Test
  void quotesLeaveLinksAndContradictionsAlone() {
    var rows = table("Req ID | Description | Step", "A-1 | It shall go at once. | 1");
    rows.add(Passage.paragraph("A-1: It shall go.", HERE));
    var before = Extraction.of(rows);
    var after = Extraction.with(before, List.of());

    assertThat(after.links()).isEqualTo(before.links()).isNotEmpty();
    assertThat(after.findings()).filteredOn(f -> f.rule().equals("text-differs")).hasSize(1);
  }

  @Test
  void statementsAreOnlyLookedForWhereNothingElseIsFound() {
    var found = List.of(Passage.paragraph("It shall go.", HERE), Passage.paragraph("Blue", HERE));
    var nothing = List.of(Passage.heading("Top", 1, HERE), Passage.code("x = 1", HERE),
        Passage.paragraph(" ", HERE), Passage.item("Blue lamp", 1, HERE));

    assertThat(Extraction.ofStatements(found, done -> {}).candidates()).isEmpty();
    assertThat(Extraction.ofStatements(nothing, done -> {}).candidates())
        .extracting(Requirement::text).containsExactly("Blue lamp");
  }

  @Test
  void aHeaderOfRequirementsIsOne() {
    assertThat(Extraction.isHeader(List.of("ID", "Requirement"))).isTrue();
    assertThat(Extraction.isHeader(List.of("Port", "Usage"))).isFalse();
  }

  @Test
  void aHeadingThatNamesARequirementIsItsStatementIfNothingFollows() {
    var rtm = Extraction.of(List.of(Passage.heading("REQ-7 Login", 1, HERE),
        Passage.heading("REQ-8", 1, HERE), Passage.heading("REQ-9 The unit shall rest", 1, HERE),
        Passage.heading("Logout [REQ-10]", 1, HERE), Passage.paragraph("It shall end.", HERE)));

    assertThat(rtm.requirements()).extracting(Requirement::id, Requirement::text).containsExactly(
        tuple("REQ-7", "Login"), tuple("REQ-9", "The unit shall rest"),
        tuple("REQ-10", "It shall end."));
  }

  @Test
  void aHeadingAboveNumberedRequirementsIsATitleUnlessItStatesSomething() {
    var found = Extraction.of(List.of(Passage.heading("FR-1 Tea", 2, HERE),
        Passage.item("FR-1.1 Tea shall be hot.", 1, HERE), Passage.heading("FR-2 Till", 2, HERE),
        Passage.paragraph("The till shall open.", HERE), Passage.heading("FR-2.1", 3, HERE),
        Passage.paragraph("The till shall ring.", HERE), Passage.heading("FR-3 Door", 2, HERE)));

    assertThat(found.ids()).containsExactly("FR-1.1", "FR-2", "FR-2.1", "FR-3");
    assertThat(found.candidates()).extracting(Requirement::id).containsExactly("FR-1");
    assertThat(found.requirements().getFirst().parents()).containsExactly("FR-1");
  }

  @Test
  void aStatementBetweenCornerBracketsHasItsIdBeforeAndItsParentsBehindIt() {
    var found = Extraction.of(List.of(
        Passage.paragraph("[SWS_Bar_00012] ⌈The bar shall open.⌋(SRS_Bar_00001, SRS_Bar_00002)\n"
            + "[SWS_Bar_00013]{DRAFT} ⌈It shall shut.⌋()\nTea is served.", HERE),
        Passage.paragraph("[SWS_Bar_00014] ⌈The bar shall serve", HERE),
        Passage.item("tea", 1, HERE), Passage.item("milk ⌋(SRS_Bar_00003)", 1, HERE),
        Passage.paragraph("[SWS_Bar_00015] ⌈The bar shall have no end", HERE)));

    assertThat(found.requirements()).extracting(Requirement::id, Requirement::text,
        Requirement::parents)
        .startsWith(tuple("SWS_Bar_00012", "The bar shall open.",
            List.of("SRS_Bar_00001", "SRS_Bar_00002")),
            tuple("SWS_Bar_00013", "It shall shut.", List.of()),
            tuple("SWS_Bar_00014", "The bar shall serve\n- tea\n- milk",
                List.of("SRS_Bar_00003")))
        .hasSize(4);
  }

  @Test
  void anIdBehindTheFullStopBelongsToTheSentenceBefore() {
    assertThat(text("The unit shall start. [SRS194]").ids()).containsExactly("SRS194");
    assertThat(text("The sky is blue. [SRS194]").requirements()).isEmpty();
    assertThat(text("[SRS194]").requirements()).isEmpty();
    assertThat(text("The unit [SRS7] shall start. The unit shall stop. [SRS8]").ids())
        .containsExactly("SRS7", "SRS8");
  }

  @Test
  void aRemarkThatASentenceIsDeletedStaysWithIt() {
    assertThat(text("The unit shall stop. The unit shall start. [withdrawn]").requirements())
        .extracting(Requirement::status).containsExactly(Status.ACTIVE, Status.DELETED);
    assertThat(text("The unit shall start. [sic]").requirements())
        .extracting(Requirement::text).containsExactly("The unit shall start.");
    assertThat(text("[withdrawn]").requirements()).isEmpty();
  }

  @Test
  void aTableWithoutAHeaderHasRequirementsWhereAnIdStandsAlone() {
    var rtm = Extraction
        .of(table("A-101 | It shall go.", "[A-102] | x | Pump panel and lamp | Pump",
            "A-103 | Pump", "Pump panel | A-104", " | It shall stop.", "The pump | and the lamp"));

    assertThat(rtm.requirements()).extracting(Requirement::text)
        .containsExactly("It shall go.", "Pump panel and lamp");
    assertThat(rtm.ids()).containsExactly("A-101", "A-102");
    assertThat(rtm.candidates()).extracting(Requirement::text).containsExactly("It shall stop.");
  }

  @Test
  void whatStandsInAColumnOfIdsIsOneAsFarAsItsNameSaysSo() {
    var strong = Extraction.of(table("Requirement ID | Description", "12 | Pump panel",
        "see below | It shall go.", "x".repeat(65) + " | It shall stop.", "A-1 (deleted) | Lamp"));
    var weak = Extraction.of(table("No | Description", "12 | Pump panel", "13 | It shall go."));

    assertThat(strong.ids()).contains("12", "A-1").hasSize(4);
    assertThat(strong.requirements()).filteredOn(r -> r.status() == Status.DELETED)
        .extracting(Requirement::id).containsExactly("A-1");
    assertThat(weak.ids()).containsExactly("13");
  }

  @Test
  void whatKeepsASpreadsheetFromComputingIsNoText() {
    var rtm = Extraction.of(table("ID | Requirement", "A-1 | '=x shall be set.",
        "A-2 | 'a' shall be set.", "A-3 | '"));

    assertThat(rtm.requirements()).extracting(Requirement::text)
        .containsExactly("=x shall be set.", "'a' shall be set.", "'");
  }

  @Test
  void severalTestsInACellAreTakenApart() {
    var rtm = Extraction.of(table("ID | Requirement | Test case", "A-1 | It shall go. | T1, T2",
        "A-2 | It shall go on. | Basic run, long", "A-3 | It shall stop. | Basic run; ; Long run"));

    assertThat(rtm.targets("A-1", Link.Type.TEST)).containsExactly("T1", "T2");
    assertThat(rtm.targets("A-2", Link.Type.TEST)).containsExactly("Basic run, long");
    assertThat(rtm.targets("A-3", Link.Type.TEST)).containsExactly("Basic run", "Long run");
  }

  @Test
  void aNeedNamesItsTestsAndItsWorth() {
    var rtm = Extraction.of(List.of(Passage.need("It shall go.", Map.of("type", "req", "id", "A-1",
        "tested_by", "T_1; T_2", "priority", "high", "rationale", "so", "verification", "Test",
        "refines", "S-1", "owner", "Ann Lee"), HERE),
        Passage.need("Only text.", Map.of("type", "text"), HERE),
        Passage.need("It shall stop.", Map.of("type", "text"), HERE)));

    assertThat(rtm.targets("A-1", Link.Type.TEST)).containsExactly("T_1", "T_2");
    assertThat(rtm.targets("A-1", Link.Type.PARENT)).containsExactly("S-1");
    assertThat(rtm.requirements().getFirst()).satisfies(r -> {
      assertThat(r.priority()).isEqualTo("high");
      assertThat(r.rationale()).isEqualTo("so");
      assertThat(String.valueOf(r.verification())).contains("Test");
    });
    assertThat(rtm.requirements()).hasSize(2);
  }

  @Test
  void eachFileBeginsAnew() {
    var rtm = Extraction.of(List.of(Passage.heading("Purpose", 1, HERE),
        Passage.paragraph("A-7", HERE),
        Passage.paragraph("The pump shall stop.", Source.line("b.txt", 1, null))));

    assertThat(rtm.requirements()).singleElement()
        .satisfies(r -> assertThat(r.id()).startsWith("GEN-"));
  }

  private static Rtm text(String text) {
    return Extraction.of(List.of(Passage.paragraph(text, HERE)));
  }

  private static List<Passage> table(String... rows) {
    var passages = new ArrayList<Passage>();
    for (var row : rows) {
      passages.add(Passage.row(Stream.of(row.split("\\|", -1)).map(String::strip).toList(),
          Source.row("t.docx", 1, passages.size() + 1, null)));
    }
    return passages;
  }

  @Test
  void aQuoteRaisesTheCandidateThatHasItsWords() {
    var passage = Passage.paragraph("The lamp should blink. The tank may leak. It shall be easy.",
        HERE);
    var before = Extraction.of(List.of(passage));
    var after = Extraction.with(before,
        List.of(new Quote(passage, "The tank may leak.", Tier.REQUIREMENT)));

    assertThat(after.requirements()).extracting(Requirement::text)
        .contains("The tank may leak.").doesNotContain("The lamp should blink.");
    assertThat(before.findings()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(after.findings()).doesNotHaveDuplicates();
  }
}

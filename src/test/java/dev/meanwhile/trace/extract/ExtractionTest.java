package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.IdOrigin;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractionTest {
  private static final Source HERE = Source.line("srs.txt", 7, "Section");

  @ParameterizedTest
  @Tag("MW-RTM-001")
  @ValueSource(strings = {"CF2002.1.2", "cES1000", "SCH4002.1", "CD-001", "SVC-CMD-SPLITTER-001",
      "FPRIME-BM-001",
      "ZEP-SRS-20-1", "SDOC-SRS-152", "DO178-14", "REQ006", "TUT016", "SWREQ_TEMP_REGULATION",
      "req~ai.chat.new-message~1",
      "R6-30.1", "FR-1", "REQ-001"})
  void everyShapeOfIdIsRead(String id) {
    var rtm = paragraph(id + ": The system shall beep.");

    assertThat(rtm.ids()).containsExactly(id);
    assertThat(rtm.requirements().getFirst().text()).isEqualTo("The system shall beep.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8601: dates", "UTF-8: the encoding", "Section 2: scope",
      "Step1: open the door",
      "Table2 - limits", "SHA-256: a hash"})
  void whatOnlyLooksLikeAnIdIsNone(String text) {
    assertThat(paragraph(text).requirements()).isEmpty();
  }

  @Test
  void severalInOneLineAreTakenApart() {
    var rtm = paragraph(
        "REQ-001: The system shall log in; REQ-002: The system shall log out. REQ-003: It shall stop.");

    assertThat(texts(rtm)).containsExactly("The system shall log in", "The system shall log out.",
        "It shall stop.");
  }

  @Test
  void eachLineWithAnIdIsARequirementWithItsLine() {
    var rtm = paragraph(
        "REQ-001: The system shall log in\nand greet.\n- **REQ-002** - The system shall log out");

    assertThat(texts(rtm)).containsExactly("The system shall log in\nand greet.",
        "The system shall log out");
    assertThat(rtm.requirements().get(1).source().line()).isEqualTo(9);
  }

  @Test
  void aMentionedIdIsNotDefinedAgain() {
    var rtm = paragraph(
        "REQ-001: The system shall behave as REQ-900 says.\nREQ-901 and REQ-902 shall be tested first.");

    assertThat(rtm.ids()).contains("REQ-001").doesNotContain("REQ-900", "REQ-901", "REQ-902");
  }

  @Test
  void anIdInBracketsInsideTheSentenceCounts() {
    assertThat(paragraph("The unit [SRS194] shall start.").ids()).containsExactly("SRS194");
  }

  @Test
  void aDatabaseNumberBeforeTheIdIsSkipped() {
    assertThat(paragraph("2894 SCH1000 The scheduler shall run.").ids()).containsExactly("SCH1000");
  }

  @Test
  @Tag("MW-RTM-002")
  void proseThatBindsGetsAnIdThatStaysTheSame() {
    var alone = paragraph("The pump shall stop when the tank is full.");
    var later = paragraph("The tank is blue. The pump shall stop when the  tank is full.");

    assertThat(alone.ids()).isEqualTo(later.ids()).first().asString().startsWith("GEN-");
    assertThat(alone.requirements().getFirst().idOrigin()).isEqualTo(IdOrigin.GENERATED);
  }

  @Test
  @Tag("MW-RTM-003")
  void weakWordsMakeCandidates() {
    var rtm = paragraph("The pump should stop. The tank may leak. The sky is blue.");

    assertThat(rtm.requirements()).isEmpty();
    assertThat(rtm.candidates()).hasSize(2);
  }

  @Test
  void aHeadingWithAnIdNamesTheParagraphBelow() {
    var rtm = Extraction.of(List.of(Passage.heading("REQ-7 Login", 2, HERE), Passage.paragraph(
        "The system shall ask for a password.", HERE), Passage.heading("Other", 2, HERE)));

    assertThat(rtm.requirements()).singleElement().satisfies(r -> {
      assertThat(r.id()).isEqualTo("REQ-7");
      assertThat(r.title()).isEqualTo("Login");
      assertThat(r.text()).isEqualTo("The system shall ask for a password.");
    });
  }

  @Test
  void aListBelongsToTheSentenceThatAnnouncesIt() {
    var rtm = Extraction.of(List.of(
        Passage.paragraph("HK3000: HK shall report the following:", HERE), Passage.item(
            "counters", 1, HERE),
        Passage.item("errors", 1, HERE), Passage.paragraph("It is fast.", HERE)));

    assertThat(texts(rtm)).containsExactly("HK shall report the following:\n- counters\n- errors");
  }

  @Test
  @Tag("MW-RTM-006")
  void aDottedIdRefinesTheOneAboveIt() {
    var rtm = paragraph("FM1: It shall go.\nFM1.2: It shall stop.");

    assertThat(rtm.requirements().get(1).parents()).containsExactly("FM1");
  }

  @Test
  @Tag("MW-RTM-005")
  void statusIsReadFromTheText() {
    var rtm = paragraph(
        "A-1: DELETED: It shall go.\nA-2: <OPTIONAL> It shall go.\nA-3: <FUTURE> It shall go.\n"
            + "A-4: It shall hold TBD entries.\nA-5: It shall go fast.");

    assertThat(rtm.requirements()).extracting(Requirement::status).containsExactly(Status.DELETED,
        Status.OPTIONAL,
        Status.FUTURE, Status.TBD, Status.ACTIVE);
  }

  @Test
  void aTextWithoutAnySignOfRequirementsIsTakenAsStatementsOnlyWhenAsked() {
    var passages = List.of(Passage.paragraph("Login page with a logo", HERE));

    assertThat(Extraction.of(passages).candidates()).isEmpty();
    assertThat(Extraction.ofStatements(passages, done -> {}).candidates()).hasSize(1);
  }

  @Test
  void whatLooksLikeAnIdIsOneOnlyWhereItsOwnSentenceBinds() {
    assertThat(paragraph("LTO7 tapes are the only medium. Disks must not be used.").ids())
        .doesNotContain("LTO7");
    assertThat(paragraph("TAP7 The tapes must be kept. Disks rest.").ids()).contains("TAP7");
  }

  @Test
  void codeHoldsNoRequirements() {
    assertThat(Extraction.of(List.of(Passage.code("REQ-1: it shall go", HERE))).requirements())
        .isEmpty();
  }

  private static Rtm paragraph(String text) {
    return Extraction.of(List.of(Passage.paragraph(text, HERE)));
  }

  private static List<String> texts(Rtm rtm) {
    return rtm.requirements().stream().map(Requirement::text).toList();
  }

  @Test
  void onlyAKnownIdAboveIsRefined() {
    assertThat(paragraph("FM1.2: It shall stop.").requirements().getFirst().parents()).isEmpty();
    assertThat(paragraph("FM1: It shall go.\nFM1.2.3: It shall stop.").requirements().getLast()
        .parents()).containsExactly("FM1");
  }

  @Test
  void theSameStatementTwiceHasTwoIds() {
    var ids = paragraph("The pump shall stop.\n\nThe tank is blue. The pump shall stop.").ids()
        .stream().toList();

    assertThat(ids).hasSize(2);
    assertThat(ids.getLast()).isEqualTo(ids.getFirst() + "-2");
  }
}

package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.testing.Effort;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.IdOrigin;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Verification.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  void aTableIsReadByTheNamesOfItsColumns() {
    var rtm = table(
        List.of("ID", "ReqID", "Text", "Rational", "Verification Method", "Priority", "Parent",
            "Testcase"),
        List.of("5464", "FM1000", "FM shall beep.", "Alive", "Inspection, Unit Test", "High",
            "CFS-1", "Basic; Stress"));

    var requirement = rtm.requirements().getFirst();
    assertThat(requirement.id()).isEqualTo("FM1000");
    assertThat(requirement.rationale()).isEqualTo("Alive");
    assertThat(requirement.priority()).isEqualTo("High");
    assertThat(requirement.verification()).satisfies(v -> {
      assertThat(v.methods()).containsExactly(Method.INSPECTION, Method.TEST);
      assertThat(v.original()).isEqualTo("Inspection, Unit Test");
    });
    assertThat(rtm.links()).containsExactly(new Link("FM1000", Link.Type.PARENT, "CFS-1"),
        new Link("FM1000",
            Link.Type.TEST, "Basic"),
        new Link("FM1000", Link.Type.TEST, "Stress"));
  }

  @Test
  void aColumnCalledRequirementIsTheIdOrTheTextAsTheOthersAllow() {
    assertThat(
        table(List.of("Requirement", "Description"), List.of("CD-001", "It shall go.")).ids())
        .containsExactly(
            "CD-001");
    assertThat(texts(table(List.of("ID", "Requirement"), List.of("CD-001", "It shall go."))))
        .containsExactly(
            "It shall go.");
  }

  @Test
  void aTableOfOtherThingsHoldsNoRequirement() {
    var rtm = table(List.of("Port Data Type", "Name", "Usage"),
        List.of("Svc::Ping", "PingSend", "Send requests"));

    assertThat(rtm.requirements()).isEmpty();
    assertThat(rtm.candidates()).isEmpty();
  }

  @Test
  void rowsThatRepeatARequirementAreOneWithAllTheirTests() {
    var rtm = table(List.of("Req.ID", "Description", "Testcase"),
        List.of("A-1", "It shall go.", "T1"), List.of("A-1",
            "It shall go.", "T2"));

    assertThat(rtm.requirements()).hasSize(1);
    assertThat(rtm.targets("A-1", Link.Type.TEST)).containsExactly("T1", "T2");
  }

  @Test
  @Tag("MW-RTM-004")
  void theSameIdForTwoStatementsKeepsBothAndIsReported() {
    var rtm = table(List.of("Requirement", "Description"), List.of("FH-002", "It shall stop."),
        List.of("FH-002",
            "It shall wait."));

    assertThat(texts(rtm)).containsExactly("It shall stop.", "It shall wait.");
    assertThat(rtm.findings()).anySatisfy(f -> assertThat(f.rule()).isEqualTo("duplicate-id"));
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

  @Test
  void hostileTextCostsLittle() {
    var hostile = List.of("a-".repeat(200_000), "REQ-1: " + " ".repeat(200_000) + "x",
        "A1 ".repeat(100_000), "\n".repeat(
            100_000) + ";",
        "[".repeat(100_000), "if ".repeat(50_000) + "it shall go",
        "A-1 x;".repeat(50_000), "It shall go." + " ".repeat(200_000) + "x",
        "REQ-1: (deleted" + " ".repeat(200_000) + "x", "REQ-1: deleted" + " ".repeat(200_000) + "x",
        "~".repeat(200_000), "REQ-1: " + "~ ".repeat(100_000));
    for (var text : hostile) {
      Effort.assertReadLikePlain(text, ExtractionTest::paragraph);
    }
  }

  @Test
  void eachLineOfALongTextHasItsPlaceAndTheRulesTellHowFarTheyAre() {
    var text = IntStream.rangeClosed(1, 300)
        .mapToObj(i -> "REQ-" + i + ": The unit shall store record " + i + ".")
        .collect(Collectors.joining("\n"));
    var looked = new ArrayList<Integer>();
    var rtm = Extraction.of(List.of(Passage.paragraph(text, Source.line("a.txt", 5, null))),
        new Extraction.Watch() {
          @Override
          public void read(int percent) {
            assertThat(percent).isBetween(0, 100);
          }

          @Override
          public void wordings(int done, int all) {
            assertThat(all).isEqualTo(1200);
            looked.add(done);
          }
        });

    assertThat(rtm.requirements()).extracting(r -> r.source().line())
        .containsExactlyElementsOf(IntStream.rangeClosed(5, 304).boxed().toList());
    assertThat(looked).isSorted().hasSize(1200).doesNotHaveDuplicates();
  }

  private static Rtm paragraph(String text) {
    return Extraction.of(List.of(Passage.paragraph(text, HERE)));
  }

  @SafeVarargs
  private static Rtm table(List<String>... rows) {
    var passages = new ArrayList<Passage>();
    for (var row : rows) {
      passages.add(Passage.row(row, Source.row("srs.docx", 1, passages.size() + 1, null)));
    }
    return Extraction.of(passages);
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

  @Test
  void itIsToldHowMuchIsReadAndFound() {
    var read = new ArrayList<Integer>();
    var found = new ArrayList<Integer>();
    var text = "The pump shall stop. The lamp should blink.";
    Extraction.of(List.of(Passage.paragraph(text, HERE), Passage.paragraph("It shall go.", HERE)),
        new Extraction.Watch() {
          @Override
          public void read(int percent) {
            read.add(percent);
          }

          @Override
          public void found(int requirements) {
            found.add(requirements);
          }
        });

    assertThat(read).containsExactly(52, 68, 77, 85, 92);
    assertThat(found).containsExactly(3);
  }
}

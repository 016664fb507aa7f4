package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import java.util.stream.Stream;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Verification.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A table whose header tells what its columns are.
class TableOfRequirementsTest {
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
  void marksBelowTheNamesOfMethodsTellHowItIsVerified() {
    var letters = table(List.of("ID", "Requirement", "A", "D", "I", "T"),
        List.of("FM1000", "FM shall beep.", "X", "", "", "x"),
        List.of("FM1001", "FM shall hum.", "", "✓", "no", ""));
    var words = table(List.of("ID", "Requirement", "Test", "Inspection"),
        List.of("FM1000", "FM shall beep.", "X", "-"),
        List.of("FM1001", "FM shall hum.", "TC-7", "X"));

    assertThat(letters.requirements()).extracting(r -> String.valueOf(r.verification()))
        .satisfiesExactly(v -> assertThat(v).contains("Analysis", "Test"),
            v -> assertThat(v).contains("Demonstration").doesNotContain("Inspection"));
    assertThat(words.requirements()).extracting(r -> String.valueOf(r.verification()))
        .satisfiesExactly(v -> assertThat(v).contains("Test"),
            v -> assertThat(v).contains("Inspection"));
    assertThat(words.links()).containsExactly(new Link("FM1001", Link.Type.TEST, "TC-7"));
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

  @ParameterizedTest
  @CsvSource({"Test,1", "Method,1", "Colour,0"})
  void numbersBelowAHeadingOfRequirementsCountThoseThatAreVerified(String column, int count) {
    var rows = Stream
        .of(List.of("ID", "Description", column), List.of("0001", "Doors are red", "Look"))
        .map(row -> Passage.row(row, Source.row("a.rst", 1, 1, "Requirements"))).toList();

    assertThat(Extraction.of(rows).requirements()).hasSize(count);
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
}

package dev.meanwhile.trace.coverage;

import static dev.meanwhile.trace.coverage.Samples.cases;
import static dev.meanwhile.trace.coverage.Samples.count;
import static dev.meanwhile.trace.coverage.Samples.coverage;
import static dev.meanwhile.trace.coverage.Samples.rtm;
import static dev.meanwhile.trace.coverage.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Link;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Documents of tests, held against the matrix.
class TestDocumentsTest {
  private static final String THREE = "A-1: It shall go.\nA-2: If x is invalid, it shall reject x.\nA-3: It shall stop.";

  @Test
  void aDocumentOfATestIsHeldAgainstTheMatrix() {
    var rtm = table(List.of("ID", "Requirement", "Test case"),
        List.of("A-1", "It shall go.", "Pump Basic Test"),
        List.of("A-2", "It shall stop.", "Pump Basic Test"),
        List.of("A-3", "It shall wait.", "Lamp Test"));
    var document = new Material.TestDocument("The pump goes and blinks.", List.of(
        new Link("A-1", Link.Type.TEST, "PUMP_BASIC"),
        new Link("A-3", Link.Type.TEST, "PUMP_BASIC"),
        new Link("A-9", Link.Type.TEST, "PUMP_BASIC")));

    var coverage = coverage(new Material().matrix("rtm", rtm)
        .document("Basic Pump Test Scenario.txt", document));

    assertThat(count(coverage, "agreeing")).isEqualTo(1);
    assertThat(coverage.contradictions()).containsExactly(
        new Coverage.Contradiction("Pump Basic Test", "A-2", "Basic Pump Test Scenario.txt",
            "matrix"),
        new Coverage.Contradiction("Pump Basic Test", "A-3", "Basic Pump Test Scenario.txt",
            "document"));
  }

  @Test
  void aCaseIsNoMatrixThatADocumentCouldAgreeWith() {
    var cases = cases("A-1: It shall go.");
    var link = new Link("A-1", Link.Type.TEST, cases.cases().getFirst().id());

    var coverage = coverage(new Material().matrix("rtm", rtm(THREE)).testCases("c", cases)
        .document("d.txt", new Material.TestDocument("", List.of(link))));

    assertThat(count(coverage, "agreeing")).isZero();
    assertThat(coverage.contradictions()).isEmpty();
  }

  @Test
  void aDocumentThatFitsTwoTestsIsHeldAgainstNeither() {
    var rtm = table(List.of("ID", "Requirement", "Test case"),
        List.of("A-1", "It shall go.", "Pump Basic Test"),
        List.of("A-2", "It shall stop.", "Basic Pump Procedure"));

    var coverage = coverage(new Material().matrix("rtm", rtm).document("pump basic.txt",
        new Material.TestDocument("", List.of(new Link("A-2", Link.Type.TEST, "PUMP_BASIC")))));

    assertThat(count(coverage, "agreeing")).isZero();
    assertThat(coverage.contradictions()).isEmpty();
  }
}

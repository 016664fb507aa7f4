package dev.meanwhile.trace.coverage;

import static dev.meanwhile.trace.coverage.Samples.cases;
import static dev.meanwhile.trace.coverage.Samples.count;
import static dev.meanwhile.trace.coverage.Samples.coverage;
import static dev.meanwhile.trace.coverage.Samples.rtm;
import static dev.meanwhile.trace.coverage.Samples.run;
import static dev.meanwhile.trace.coverage.Samples.stating;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.test.TestCases;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What coverage guesses and suggests, none of which counts.
class GuessesTest {
  private static final String THREE = "A-1: It shall go.\nA-2: If x is invalid, it shall reject x.\nA-3: It shall stop.";

  @Test
  @Tag("MW-COV-009")
  void aCaseForAnUnknownIdIsAnOrphanWithAGuess() {
    var cases = TestCases.of(cases("ISF-A-1: It shall go.").cases(), List.of());

    var coverage = coverage(
        new Material().matrix("rtm", rtm("A-1: It shall go.")).testCases("cases", cases));

    assertThat(coverage.orphans())
        .containsExactly(new Coverage.Orphan("TC-ISF-A-1-01", "ISF-A-1", "A-1"));
    assertThat(count(coverage, "covered")).isZero();
  }

  @Test
  @Tag("MW-COV-010")
  void aSuggestionNamesATestAndCountsNowhere() {
    var material = new Material()
        .matrix("rtm", rtm("A-1: The pump shall stop when the tank is full."))
        .document("pump test.txt", new Material.TestDocument(
            "Fill the tank until it is full. Check that the pump has stopped.", List.of()));

    var coverage = coverage(material);

    assertThat(coverage.suggestions()).singleElement()
        .satisfies(s -> assertThat(s.test()).isEqualTo("pump test.txt"));
    assertThat(count(coverage, "covered")).isZero();
    assertThat(coverage.gaps().getFirst().suggestion()).contains("pump test.txt");
  }

  @Test
  void onlyGapsGetSuggestions() {
    var pump = "A-1: The pump shall stop when the tank is full.";
    var coverage = coverage(new Material().matrix("rtm", rtm(pump)).testCases("c", cases(pump))
        .document("pump test.txt", new Material.TestDocument("The full tank stops the pump.",
            List.of())));

    assertThat(count(coverage, "gaps")).isZero();
    assertThat(coverage.suggestions()).isEmpty();
    assertThat(count(coverage, "suggestions")).isZero();
  }

  @Test
  void adviceOnAGapSpeaksOfRefinementsOnlyWhereThereAreSome() {
    assertThat(coverage(new Material().matrix("rtm", rtm(THREE))).gaps())
        .noneMatch(g -> g.suggestion().contains("refine"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRenamedFamilyIsGuessedWhoeverNamesIt(boolean byCases) {
    var material = new Material().matrix("rtm",
        rtm("NEW-1: It shall go.\nNEW-2: It shall stop.\nNEW-3: It shall wait."));
    if (byCases) {
      material.testCases("c",
          cases("OLD-1: It shall go.\nOLD-2: It shall stop.\nOLD-3: It shall wait."));
    } else {
      material.results("r.xml", run("", stating("OLD-1", "a", Outcome.PASSED),
          stating("OLD-2", "b", Outcome.PASSED), stating("OLD-3", "c", Outcome.PASSED)));
    }

    assertThat(coverage(material).orphans()).extracting(Coverage.Orphan::similar)
        .containsExactly("NEW-1", "NEW-2", "NEW-3");
  }
}

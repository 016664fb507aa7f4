package dev.meanwhile.trace.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NumberingTest {
  private static final String OPEN = "A-1: When the button is pressed, the door shall open.\n";
  private static final String NAME = "A-3: The name shall hold at most 64 characters.\n";

  @Test
  @Tag("MW-CASE-005")
  void eachCaseKnowsTheWordingThatItWasMadeFrom() {
    var requirement = requirements(OPEN).getFirst();

    assertThat(set(OPEN).cases()).extracting(TestCase::fingerprints)
        .containsOnly(Map.of("A-1", requirement.textHash()));
  }

  @Test
  @Tag("MW-CASE-004")
  void aRequirementThatIsInsertedRenumbersNothing() {
    var more = set(OPEN + "A-2: The lamp shall blink.\n" + NAME);

    assertThat(titles(more)).containsAllEntriesOf(titles(set(OPEN + NAME)));
  }

  @Test
  void aCaseThatIsFoundLaterGetsTheNextNumber() {
    var first = set("A-3: The name shall hold at most 64 characters.");
    var later = set("A-3: If it is set, the name shall hold at most 64 characters.", first);

    assertThat(ids(first)).containsExactly("TC-A-3-01", "TC-A-3-02", "TC-A-3-03");
    assertThat(ids(later)).containsExactly("TC-A-3-04", "TC-A-3-05", "TC-A-3-01", "TC-A-3-02",
        "TC-A-3-03");
  }

  @Test
  void theNumberOfACaseThatWentIsNotGivenAgain() {
    var first = set("A-3: The name shall hold at most 64 characters.");
    var without = set("A-3: The name shall be long.", first);
    var back = set("A-3: The name shall hold at most 64 characters.", without);

    assertThat(ids(without)).containsExactly("TC-A-3-04");
    assertThat(without.reserved()).containsOnlyKeys("TC-A-3-01", "TC-A-3-02", "TC-A-3-03");
    assertThat(ids(back)).isEqualTo(ids(first));
    assertThat(back.reserved()).containsOnlyKeys("TC-A-3-04");
  }

  @Test
  void negativeCasesThatAreLeftOutKeepTheirNumbers() {
    var requirements = requirements("A-1: If the name is invalid, the unit shall reject it.");
    var some = TestDesign.collect(requirements, TestDesign::casesFor, false);
    var all = TestDesign.collect(requirements, TestDesign::casesFor, true,
        new Numbering(List.of(some)));

    assertThat(ids(some)).containsExactly("TC-A-1-02");
    assertThat(ids(all)).containsExactly("TC-A-1-01", "TC-A-1-02");
  }

  @Test
  void whereEarlierSetsContradictEachOtherTheFirstHasTheSay() {
    var one = set("A-1: The lamp shall blink.");
    var other = set(OPEN);

    var now = set("A-1: The lamp shall blink.\n", one, other);

    assertThat(ids(now)).containsExactly("TC-A-1-01");
    assertThat(now.reserved()).containsOnlyKeys("TC-A-1-02");
  }

  @Test
  void casesAboutTheSameAreToldApartByANumber() {
    var one = TestDesign.casesFor(requirements("A-1: It shall stop.").getFirst()).getFirst();

    var numbered = new Numbering().numbered("A-1", List.of(one, one, one));

    assertThat(numbered).extracting(TestCase::key).containsExactly(one.key(), one.key() + "-2",
        one.key() + "-3");
  }

  @Test
  void numbersHaveTwoDigitsUntilThereAreMore() {
    var one = TestDesign.casesFor(requirements("A-1: It shall stop.").getFirst()).getFirst();

    var numbered = new Numbering().numbered("A-1", Collections.nCopies(10, one));

    assertThat(numbered.get(8).id()).isEqualTo("TC-A-1-09");
    assertThat(numbered.get(9).id()).isEqualTo("TC-A-1-10");
  }

  @Test
  void whatOnlyLooksLikeAnEarlierIdTakesNoNumber() {
    var odd = TestCases.of(List.of(), List.of()).reserving(Map.of("TC-A-1-x", "k", "XX-A-1-07", "k",
        "TC-05", "k", "TC-A-1-03", ""));

    var cases = TestDesign.collect(requirements("A-1: It shall stop."), TestDesign::casesFor, true,
        new Numbering(List.of(odd)));

    assertThat(ids(cases)).containsExactly("TC-A-1-04");
    assertThat(cases.reserved()).isEmpty();
  }

  private static TestCases set(String text, TestCases... earlier) {
    return TestDesign.collect(requirements(text), TestDesign::casesFor, true,
        new Numbering(List.of(earlier)));
  }

  private static List<Requirement> requirements(String text) {
    return Extraction.of(text.lines()
        .map(l -> Passage.paragraph(l, Source.line("a.txt", 1, null))).toList()).requirements();
  }

  private static List<String> ids(TestCases set) {
    return set.cases().stream().map(TestCase::id).toList();
  }

  private static Map<String, String> titles(TestCases set) {
    return set.cases().stream().collect(Collectors.toMap(TestCase::id, TestCase::title));
  }

  @Test
  void oneIdOfTwoEarlierSetsStaysWithTheCaseOfTheFirst() {
    var lamp = set("A-1: The lamp shall blink.");
    var name = set("A-1: The name shall hold at most 64 characters.");
    assertThat(ids(name)).contains(ids(lamp).getFirst());

    var both = set(
        "A-1: The lamp shall blink.\nA-1: The name shall hold at most 64 characters.", lamp, name);

    assertThat(ids(both)).doesNotHaveDuplicates().contains("TC-A-1-01");
  }
}

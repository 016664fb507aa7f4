package dev.meanwhile.trace.coverage;

import static dev.meanwhile.trace.coverage.Samples.cases;
import static dev.meanwhile.trace.coverage.Samples.count;
import static dev.meanwhile.trace.coverage.Samples.coverage;
import static dev.meanwhile.trace.coverage.Samples.result;
import static dev.meanwhile.trace.coverage.Samples.row;
import static dev.meanwhile.trace.coverage.Samples.rtm;
import static dev.meanwhile.trace.coverage.Samples.run;
import static dev.meanwhile.trace.coverage.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.coverage.Material.TestDocument;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.TestResult;
import dev.meanwhile.trace.test.TestCase.Automation;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes in comes out where it belongs.
class MaterialTest {
  private static final String GO = "A-1: It shall go.";
  private static final String TWO = GO + "\nA-2: It shall stop.";

  @Test
  void theRowsOfADocumentWithoutLinksAreItsRequirements() {
    var text = "Requirements Tested\n| A-1 | It shall go. |\n| Step | What |\n| A-1 | again |\nA-2 | no |";

    assertThat(TestDocument.of("go.txt", text, List.of()).links())
        .containsExactly(new Link("A-1", Link.Type.TEST, "go.txt"));
    assertThat(TestDocument.of("go.txt", text, List.of(new Link("A-2", Link.Type.PARENT, "A-1")))
        .links()).containsExactly(new Link("A-1", Link.Type.TEST, "go.txt"));
    assertThat(TestDocument.of("go.txt", text, List.of(new Link("A-2", Link.Type.TEST, "t")))
        .links()).containsExactly(new Link("A-2", Link.Type.TEST, "t"));
  }

  @Test
  void inputsAndNotesAreListed() {
    var coverage = coverage(new Material().input("a.txt", "matrix", "00").note("one was left out"));

    assertThat(coverage.inputs())
        .containsExactly(new Coverage.Input("a.txt", "matrix", "00"));
    assertThat(coverage.notes()).containsExactly("one was left out");
  }

  @Test
  void codeCoverageIsShownApartUnderANameOfItsOwn() {
    var lines = new ResultFile.Code("LCOV", List.of(new ResultFile.Counter("lines", 1, 3)));
    var coverage = coverage(new Material().matrix("m", rtm(GO)).results("c.info", lines)
        .results("c.info", lines).results("c.info", lines));

    assertThat(coverage.code()).extracting(Coverage.Code::file).containsExactly("c.info",
        "c.info (2)", "c.info (3)");
    assertThat(coverage.code().getFirst().counters().getFirst().percentage().toPlainString())
        .isEqualTo("33.3");
    assertThat(count(coverage, "covered")).isZero();
  }

  @Test
  void aCounterCountsUpToItsTotal() {
    assertThat(new ResultFile.Counter("lines", 2, 2).percentage().toPlainString())
        .isEqualTo("100.0");
    assertThat(new ResultFile.Counter("lines", 0, 0).percentage().toPlainString())
        .isEqualTo("0.0");
    assertThatThrownBy(() -> new ResultFile.Counter("lines", 3, 2)).hasMessage("3 lines of 2");
    assertThatThrownBy(() -> new ResultFile.Counter("lines", -1, 2)).hasMessage("-1 lines of 2");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"rejects(CapturedOutput) | rejects",
      "rejects(Map<String, int[]>, Clock) | rejects",
      "rejects (again) | rejects (again)", "goes() | goes", "goes(int)[3] | goes", "goes[a] | goes",
      "goes{a} | goes", "goes(int) | goes", "[a] | [a]"})
  void instancesOfATestHaveOneName(String name, String test) {
    assertThat(result(name, Outcome.PASSED).testName()).isEqualTo(test);
  }

  @Test
  void aShareHasADenominatorAndACountHasNone() {
    var coverage = coverage(new Material().matrix("m", rtm(TWO)));

    assertThat(coverage.figure("covered").ofText()).isEqualTo("2");
    assertThat(coverage.figure("gaps").ofText()).isEmpty();
  }

  @Test
  void candidatesAreCountedOnceAndNotIfAnotherMatrixHasThemAsRequirements() {
    var one = rtm("The lamp should blink. The pump may stop.");
    var same = one.candidates().getFirst().raised();
    var raised = Rtm.of(List.of(same), List.of(), List.of(), List.of());

    assertThat(count(coverage(new Material().matrix("a", one).matrix("b", one)), "candidates"))
        .isEqualTo(2);
    assertThat(count(coverage(new Material().matrix("a", one).matrix("b", raised)), "candidates"))
        .isEqualTo(1);
  }

  @Test
  void findingsAreCountedByRuleAndSeverityOncePerRequirement() {
    var coverage = coverage(new Material().matrix("m", rtm("A-1: It shall be easy and fast.\n"
        + "A-2: It shall be easy.")));

    assertThat(coverage.findings()).anySatisfy(r -> {
      assertThat(r.rule()).doesNotContain("\0").isNotEmpty();
      assertThat(r.severity()).isIn("info", "warning", "error");
      assertThat(r.count()).isEqualTo(2);
    });
    assertThat(count(coverage, "findings"))
        .isEqualTo(coverage.findings().stream().mapToInt(Coverage.Rule::count).sum());
  }

  @Test
  void oneIdForTwoStatementsOrCasesIsListedWithItsPlaces() {
    var coverage = coverage(new Material().matrix("a", rtm(GO)).matrix("b", rtm("A-1: It shall."))
        .testCases("old", cases(GO)).testCases("new", cases("A-1: It shall run.")));

    assertThat(coverage.duplicates()).extracting(Coverage.Duplicate::kind)
        .containsExactly("requirement", "test_case");
    assertThat(coverage.duplicates().getFirst().where()).containsExactly("a: a.txt, line 1",
        "b: a.txt, line 1");
    assertThat(coverage.duplicates().getLast().where()).containsExactly("old", "new");
    assertThat(count(coverage, "test_cases")).isEqualTo(1);
  }

  @Test
  void aMatrixLinksTestsToIdsThatItHasNot() {
    var unknown = Rtm.of(rtm(GO).requirements(), List.of(),
        List.of(new Link("A-7", Link.Type.TEST, "T1"), new Link("A-1", Link.Type.PARENT, "S-1")),
        List.of());

    assertThat(coverage(new Material().matrix("m", unknown)).orphans()).singleElement()
        .satisfies(o -> assertThat(o.requirementId()).isEqualTo("A-7"));
  }

  @Test
  void aSuspectLinkOfAMatrixMakesSuspect() {
    var links = List.of(new Link("A-1", Link.Type.TEST, "T1", List.of(), null, true),
        new Link("A-2", Link.Type.TEST, "T1", List.of(), null, false));
    var judged = Rtm.of(rtm(TWO).requirements(), List.of(), links, List.of());

    var coverage = coverage(new Material().matrix("m", judged));

    assertThat(row(coverage, "A-1").standing()).isEqualTo("suspect");
    assertThat(row(coverage, "A-2").standing()).isEqualTo("notrun");
    assertThat(coverage.suspects()).hasSize(1);
    assertThat(count(coverage, "suspect")).isEqualTo(1);
  }

  @Test
  void testsAndTagsOfAResultNameWhatItIsAbout() {
    var cases = cases(GO);
    var byTest = new TestResult("x", "S", Outcome.PASSED, List.of(),
        List.of(cases.cases().getFirst().id()), List.of(), "");
    var byTag = new TestResult("y", "S", Outcome.FAILED, List.of(), List.of(), List.of("A-2"), "");

    var coverage = coverage(new Material().matrix("m", rtm(TWO)).testCases("c", cases)
        .results("r", run("", byTest, byTag)));

    assertThat(row(coverage, "A-1").standing()).isEqualTo("passed");
    assertThat(row(coverage, "A-2").standing()).isEqualTo("failed");
    assertThat(coverage.unneeded()).isEmpty();
  }

  @Test
  void aStatedIdMayBeWrittenOtherwise() {
    var coverage = coverage(new Material().matrix("m", rtm(TWO)).results("r", run("",
        new TestResult("x", "S", Outcome.PASSED, List.of("a_1"), List.of(), List.of(), ""))));

    assertThat(row(coverage, "A-1").standing()).isEqualTo("passed");
    assertThat(coverage.orphans()).isEmpty();
  }

  @Test
  void theCaseOfARenderedFunctionIsFoundByItsSymbol() {
    var set = cases(GO);
    var rendered = TestCases.of(List.of(set.cases().getFirst()
        .withAutomation(new Automation("pytest", "test_a.py", "test_it_goes", "pending"))),
        List.of());

    var coverage = coverage(new Material().matrix("m", rtm(GO)).testCases("c", rendered)
        .results("r", run("", result("test_it_goes", Outcome.PASSED))));

    assertThat(row(coverage, "A-1").tests()).singleElement()
        .satisfies(t -> assertThat(t.outcome()).isEqualTo("passed"));
    assertThat(coverage.unneeded()).isEmpty();
  }

  @Test
  void aTestWhoseNameSaysEnoughIsSuggestedAndAShortOneIsNot() {
    var tests = table(List.of("ID", "Requirement", "Test case"),
        List.of("B-1", "It shall hum.", "Pump stops when tank is full; pump tank"));
    var gap = rtm("A-1: The pump shall stop when the tank is full.");

    var coverage = coverage(new Material().matrix("m", gap).matrix("n", tests));

    assertThat(coverage.suggestions()).singleElement().satisfies(s -> {
      assertThat(s.test()).isEqualTo("Pump stops when tank is full");
      assertThat(s.score()).isBetween(0.25, 1.0);
      assertThat(Math.round(s.score() * 1000) / 1000.0).isEqualTo(s.score());
    });
  }

  @Test
  void theSameWordsElsewhereMakeACaseASuggestionByTitleOrBySteps() {
    assertThat(suggested("Pump stops when tank is full", "Go on.")).isTrue();
    assertThat(suggested("Go on.", "Stop the pump when the tank is full.")).isTrue();
    assertThat(suggested("Go on.", "Go on.")).isFalse();
  }

  private static boolean suggested(String title, String action) {
    var material = new Material()
        .matrix("m", rtm("A-1: The pump shall stop when the tank is full."))
        .testCases("c", TestCases.of(List.of(testCase("TC-X-1", title, action)), List.of()));
    return coverage(material).suggestions().stream().anyMatch(s -> s.test().equals("TC-X-1"));
  }

  private static TestCase testCase(String id, String title, String action) {
    return new TestCase(id, "", title, List.of("X-9"), Map.of(), TestCase.Type.POSITIVE,
        "requirement-based", "", null, List.of(), List.of(),
        List.of(new TestCase.Step(1, action, "It is so.", List.of())), List.of(), null, null,
        "rule", "r", "high", List.of());
  }

  @Test
  void aNameNeedsThreeWordsAndMoreInCommonThanADocumentToBeSuggested() {
    var gap = rtm("A-1: The pump shall stop at once when the red tank is full or the lid is open.");
    var words = "red tank colours by day";
    var unnamed = coverage(new Material().matrix("m", gap).matrix("n", tests(words)));
    var described = coverage(
        new Material().matrix("m", gap).document("d.txt", new TestDocument(words, List.of())));

    assertThat(described.suggestions()).singleElement()
        .satisfies(s -> assertThat(s.score()).isBetween(0.1, 0.249));
    assertThat(unnamed.suggestions()).isEmpty();
    var small = rtm("A-1: The pump shall stop when full.");
    assertThat(coverage(new Material().matrix("m", small).matrix("n", tests("Pump stop")))
        .suggestions()).isEmpty();
    assertThat(coverage(new Material().matrix("m", small).matrix("n", tests("Pump stop full")))
        .suggestions()).hasSize(1);
  }

  private static Rtm tests(String name) {
    return table(List.of("ID", "Requirement", "Test case"), List.of("B-1", "It shall hum.", name));
  }

  @Test
  void aLaterMatrixHasTheLastWordOnAResultIfItHasOne() {
    assertThat(standing(Outcome.PASSED, null)).isEqualTo("passed");
    assertThat(standing(null, Outcome.PASSED)).isEqualTo("passed");
    assertThat(standing(Outcome.PASSED, Outcome.FAILED)).isEqualTo("failed");
    assertThat(standing(Outcome.FAILED, Outcome.PASSED)).isEqualTo("passed");
  }

  private static String standing(@Nullable Outcome before, @Nullable Outcome now) {
    return row(coverage(new Material().matrix("a", linked(before)).matrix("b", linked(now))),
        "A-1").standing();
  }

  private static Rtm linked(@Nullable Outcome outcome) {
    var result = outcome == null ? null : new Link.Result(outcome, outcome.toString(), null);
    return Rtm.of(rtm(GO).requirements(), List.of(),
        List.of(new Link("A-1", Link.Type.TEST, "T1", List.of(), result, false)), List.of());
  }
}

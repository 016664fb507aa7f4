package dev.meanwhile.document.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.document.Corpora;
import dev.meanwhile.testing.Effort;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.ResultFile.Counter;
import dev.meanwhile.trace.result.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFilesTest {

  @Test
  @Tag("MW-COV-004")
  void eachOutcomeIsReadAndASkippedTestNeverPassed() {
    var run = run("""
      <testsuites><testsuite name="s" timestamp="2026-03-01T10:00:00">
      <testcase name="good"/><testcase name="bad"><failure message="no"/></testcase>
      <testcase name="broken"><error/></testcase><testcase name="left"><skipped/></testcase>
      <testcase name="both"><skipped/><failure/></testcase>
      <testcase name="off" status="notrun"/><testcase name="asleep" result="suppressed"/>
      </testsuite></testsuites>""");

    assertThat(run.at()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(run.results()).extracting(TestResult::outcome).containsExactly(Outcome.PASSED,
        Outcome.FAILED, Outcome.FAILED, Outcome.NOTRUN, Outcome.FAILED, Outcome.NOTRUN,
        Outcome.NOTRUN);
    assertThat(run.results().getFirst().group()).isEqualTo("s");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<testcase name='t'><properties><property name='requirement' value='A-1'/></properties></testcase>",
      "<testcase name='t'><properties><property name='requirements' value='A-1,A-2'/></properties></testcase>",
      "<testcase name='t'><properties><property name='verifies'>A-1</property></properties></testcase>",
      "<testcase name='t' requirement='A-1'/>"})
  void statedRequirementsAreRead(String testCase) {
    assertThat(run("<testsuite>" + testCase + "</testsuite>").results().getFirst().requirements())
        .contains("A-1");
  }

  @Test
  void statedTestsTagsAndOutputAreRead() {
    var result = run("""
      <testsuite name="s"><properties><property name="requirement" value="no"/></properties>
      <testcase classname="C" name="t[3]"><properties><property name="test_key" value="TC-1"/>
      <property name="test_id" value="TC-2"/><property name="test_case" value="TC-3"/>
      <property name="tags" value="A-1; slow"/></properties>
      <system-out><![CDATA[display-name: [A-1] goes]]></system-out></testcase></testsuite>""")
        .results().getFirst();

    assertThat(result.tests()).containsExactly("TC-1", "TC-2", "TC-3");
    assertThat(result.tags()).containsExactly("A-1", "slow");
    assertThat(result.requirements()).isEmpty();
    assertThat(result.output()).contains("[A-1] goes");
    assertThat(result.key()).isEqualTo("C.t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limits(int)[3]", "limits[3]", "limits(int, String)[a b]", "limits()",
      "limits"})
  void theInstancesOfATestAreOneTest(String name) {
    assertThat(new TestResult(name, "", Outcome.PASSED, List.of(), List.of(), List.of(), "")
        .testName()).isEqualTo("limits");
  }

  /// Each as Cucumber's own reports have it.
  @ParameterizedTest
  @Tag("MW-COV-004")
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
      "NOTRUN | <failure/><system-out>Given it is on......passed&#10;Then it goes......undefined</system-out>",
      "NOTRUN | <failure/><system-out>Given it is on......pending</system-out>",
      "NOTRUN | <failure type='io.cucumber.java.PendingException' message='TODO'>at x</failure>",
      "NOTRUN | <failure type='io.cucumber.junit.UndefinedStepException'/>",
      "FAILED | <failure/><system-out>Given it is on......passed</system-out>",
      "FAILED | <failure/>",
      "FAILED | <failure type='PendingException'/><error/>",
      "FAILED | <error/><failure type='PendingException'/>",
      "FAILED | <failure message='no'/><system-out>Then it goes......undefined</system-out>",
      "FAILED | <failure>at x</failure><system-out>Then it goes......undefined</system-out>",
      "FAILED | <failure type='AssertionError'/><system-out>Then it goes......undefined</system-out>"})
  void aScenarioWhoseStepsNobodyHasWrittenHasNotRun(Outcome outcome, String inside) {
    assertThat(run("<testsuite><testcase name='t'>" + inside + "</testcase></testsuite>")
        .results()).extracting(TestResult::outcome).containsExactly(outcome);
  }

  @Test
  @Tag("MW-COV-004")
  void robotsOwnOutputIsReadWithItsTags() {
    var run = run(
        """
          <?xml version="1.0" encoding="UTF-8"?>
          <robot generator="Robot 7.0.1 (Python 3.12.3 on linux)" generated="2026-03-01T10:00:00.123456" \
          rpa="false" schemaversion="5">
          <suite id="s1" name="All" source="/a"><suite id="s1-s1" name="Login" source="/a/login.robot">
          <kw name="Prepare" type="SETUP"><status status="FAIL"/></kw>
          <test id="s1-s1-t1" name="Works" line="4"><kw name="Go"><tag>of the keyword</tag>
          <msg level="INFO">&lt;test name="none"/&gt;</msg><status status="FAIL" start="x"/></kw>
          <doc>What it is about</doc><tag>REQ-1</tag><tag>smoke test</tag><timeout value="1 s"/>
          <status status="PASS" start="2026-03-01T10:00:00.2" elapsed="0.01"/></test>
          <test id="s1-s1-t2" name="Breaks"><tag>REQ-2</tag><status status="FAIL">no</status></test>
          <status status="FAIL"/></suite>
          <suite id="s1-s2" name="Later"><test name="Waits"><tag>REQ-3</tag><status status="SKIP">x</status>
          </test><test name="Says nothing"><kw name="Go"><status status="PASS"/></kw></test>
          <test name="New word"><status status="WARNED"/></test><status status="SKIP"/></suite></suite>
          <statistics><tag><stat pass="1" fail="1" skip="1">REQ-1</stat></tag></statistics></robot>""");

    assertThat(run.format()).isEqualTo("Robot Framework");
    assertThat(run.at()).isEqualTo("2026-03-01T10:00:00.123456Z");
    assertThat(run.results()).extracting(TestResult::key).containsExactly("All.Login.Works",
        "All.Login.Breaks", "All.Later.Waits", "All.Later.Says nothing", "All.Later.New word");
    assertThat(run.results()).extracting(TestResult::outcome).containsExactly(Outcome.PASSED,
        Outcome.FAILED, Outcome.NOTRUN, Outcome.NOTRUN, Outcome.NOTRUN);
    assertThat(run.results()).extracting(TestResult::tags).containsExactly(
        List.of("REQ-1", "smoke test"), List.of("REQ-2"), List.of("REQ-3"), List.of(), List.of());
  }

  @Test
  void robotsOlderOutputsAreReadToo() {
    var run = run(
        """
          <robot generator="Rebot 3.2.2" generated="20260301 10:00:00.500"><suite name="S">
          <test name="T"><kw name="K"><tags><tag>no</tag></tags><status status="PASS"/></kw>
          <tags><tag>REQ-1</tag></tags><status status="PASS" critical="yes"/></test></suite></robot>""");

    assertThat(run.at()).isEqualTo("2026-03-01T10:00:00.500Z");
    assertThat(run.results()).containsExactly(new TestResult("T", "S", Outcome.PASSED, List.of(),
        List.of(), List.of("REQ-1"), ""));
  }

  @Test
  void jacocoIsReadInSpiteOfItsDocumentType() {
    assertThat(counters(
        """
          <?xml version="1.0"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
          <report name="r"><package name="p"><counter type="LINE" missed="9" covered="9"/></package>
          <counter type="BRANCH" missed="1" covered="2"/><counter type="LINE" missed="1" covered="3"/></report>"""))
        .containsExactly(new Counter("branches", 2, 3), new Counter("lines", 3, 4));
  }

  @Test
  void coberturaIsReadFromItsTotalsOrItsLines() {
    assertThat(counters(
        "<coverage line-rate='0.5' lines-covered='5' lines-valid='10' branches-covered='1' branches-valid='4'/>"))
        .containsExactly(new Counter("lines", 5, 10), new Counter("branches", 1, 4));
    assertThat(counters("""
      <!DOCTYPE coverage SYSTEM "http://example.org/coverage-04.dtd">
      <coverage line-rate="0.5"><classes><class filename="a"><methods><method><lines>
      <line number="1" hits="1"/></lines></method></methods><lines><line number="1" hits="1"/>
      <line number="2" hits="0" condition-coverage="50% (1/2)"/></lines></class></classes>
      </coverage>""")).containsExactly(new Counter("lines", 1, 2), new Counter("branches", 1, 2));
  }

  @Test
  void lcovCountsALineOfSeveralRecordsOnce() {
    assertThat(counters("""
      TN:one
      SF:a.c
      DA:1,0
      DA:2,4,hash
      BRDA:1,0,0,-
      BRDA:1,0,1,2
      end_of_record
      TN:two
      SF:a.c
      DA:1,3
      DA:3,0
      end_of_record
      """)).containsExactly(new Counter("lines", 2, 3), new Counter("branches", 1, 2));
  }

  @Test
  void aTableOfReferencesIsNotAMatrix() {
    assertThat(ResultFiles.read(bytes("Test,Requirement\nt1,\"A-1, A-2\"\n,A-3\n"), () -> {}))
        .contains(new ResultFile.References(List.of(new ResultFile.Reference("t1", "A-1"),
            new ResultFile.Reference("t1", "A-2"), new ResultFile.Reference("", "A-3"))));
    assertThat(ResultFiles.read(bytes("Requirement ID,Text,Test\nA-1,It shall go.,t1\n"), () -> {}))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "# A document\n\nIt shall go.", "<html><body/></html>", "<",
      "<!-- ", "<project/>", "<coverage generated='1'/>",
      "<robot name='arm'><link name='base'/></robot>", "\0\0\0\0", "PK\3\4"})
  void somethingElseIsLeftAlone(String content) {
    assertThat(ResultFiles.read(bytes(content), () -> {})).isEmpty();
  }

  @ParameterizedTest
  @Tag("MW-COV-011")
  @ValueSource(strings = {"<testsuite><testcase name='t'>", "<testsuite><testcase name='t'/>",
      "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='t'><system-out>&e;</system-out></testcase></testsuite>",
      "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><testsuite><testcase name='&b;'/></testsuite>",
      "<robot generator='Robot 7.0'><suite><test name='t'>",
      "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><robot generator='Robot'><test name='t'><tag>&e;</tag></test></robot>",
      "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><robot generator='Robot'><test name='&b;'/></robot>",
      "<report name='r'/>", "SF:a\nend_of_record"})
  void aBrokenOrHostileFileIsSaidToBe(String content) {
    assertThat(ResultFiles.read(bytes(content), () -> {})).get()
        .isInstanceOf(ResultFile.Broken.class);
  }

  @Test
  void nestingHasAnEndAndLongNamesCostNothing() {
    var deep = "<testsuite>".repeat(200) + "</testsuite>".repeat(200);
    var long1 = "<testsuite><testcase name='" + "a(".repeat(200_000) + "[]'/></testsuite>";

    var robot = "<robot generator='Robot'>" + "<suite>".repeat(200) + "</suite>".repeat(200)
        + "</robot>";
    var tests = "<robot generator='Robot'>" + "<test/>".repeat(200_001) + "</robot>";

    assertThat(List.of(deep, robot, tests)).allSatisfy(file -> assertThat(
        ResultFiles.read(bytes(file), () -> {})).get().isInstanceOf(ResultFile.Broken.class));
    assertThatCode(() -> run(long1).results().getFirst().key())
        .doesNotThrowAnyException();
  }

  @Test
  void aLongFileIsReadInTimeAndCanBeStopped() {
    var file = suite(100_000);

    assertThat(run(file).results()).hasSize(100_000);
    assertThatThrownBy(() -> ResultFiles.read(bytes(file), () -> {
      throw new IllegalStateException("stopped");
    })).hasMessage("stopped");
    Effort.assertAtMost(30, () -> run(suite(10_000)), () -> run(file));
  }

  private static String suite(int cases) {
    return "<testsuite>" + "<testcase name='t' classname='c'/>".repeat(cases) + "</testsuite>";
  }

  @Test
  void theCorpusFilesAreRead() {
    assertThat(corpus("coffee_machine_junit.xml").results()).hasSize(6)
        .allMatch(r -> r.outcome() == Outcome.PASSED);
    assertThat(corpus("junit.xml").results()).extracting(TestResult::outcome).containsExactly(
        Outcome.FAILED, Outcome.FAILED, Outcome.FAILED, Outcome.NOTRUN);
  }

  private static ResultFile.Run corpus(String name) {
    return (ResultFile.Run) ResultFiles.read(Corpora.bytes("sphinx-needs-coffee/" + name), () -> {})
        .orElseThrow();
  }

  private static ResultFile.Run run(String xml) {
    return (ResultFile.Run) ResultFiles.read(bytes(xml), () -> {}).orElseThrow();
  }

  private static List<Counter> counters(String content) {
    return ((ResultFile.Code) ResultFiles.read(bytes(content), () -> {}).orElseThrow()).counters();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

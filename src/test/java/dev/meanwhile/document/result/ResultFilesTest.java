package dev.meanwhile.document.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.meanwhile.document.Corpora;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.ResultFile.Counter;
import dev.meanwhile.trace.result.TestResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
      "<!-- ", "<project/>", "<coverage generated='1'/>", "\0\0\0\0", "PK\3\4"})
  void somethingElseIsLeftAlone(String content) {
    assertThat(ResultFiles.read(bytes(content), () -> {})).isEmpty();
  }

  @ParameterizedTest
  @Tag("MW-COV-011")
  @ValueSource(strings = {"<testsuite><testcase name='t'>", "<testsuite><testcase name='t'/>",
      "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='t'><system-out>&e;</system-out></testcase></testsuite>",
      "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><testsuite><testcase name='&b;'/></testsuite>",
      "<report name='r'/>", "SF:a\nend_of_record"})
  void aBrokenOrHostileFileIsSaidToBe(String content) {
    assertThat(ResultFiles.read(bytes(content), () -> {})).get()
        .isInstanceOf(ResultFile.Broken.class);
  }

  @Test
  void nestingHasAnEndAndLongNamesCostNothing() {
    var deep = "<testsuite>".repeat(200) + "</testsuite>".repeat(200);
    var long1 = "<testsuite><testcase name='" + "a(".repeat(200_000) + "[]'/></testsuite>";

    assertThat(ResultFiles.read(bytes(deep), () -> {})).get().isInstanceOf(ResultFile.Broken.class);
    assertThatCode(() -> run(long1).results().getFirst().key())
        .doesNotThrowAnyException();
  }

  @Test
  void aLongFileIsReadInTimeAndCanBeStopped() {
    var file = "<testsuite>" + "<testcase name='t' classname='c'/>".repeat(100_000)
        + "</testsuite>";

    assertThat(run(file).results()).hasSize(100_000);
    assertThatThrownBy(() -> ResultFiles.read(bytes(file), () -> {
      throw new IllegalStateException("stopped");
    })).hasMessage("stopped");
    assertTimeout(Duration.ofSeconds(10), () -> run(file));
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

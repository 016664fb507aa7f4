package dev.meanwhile.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.testing.Effort;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What first messages make the built-in model do. `>` separates round trips, `+` calls made at once.
class WordingsTest {
  private static final String RTM = """
    REQ-001: The system shall lock an account after 5 failed sign-ins.
    REQ-002: A password shall have 12 to 64 characters.""";
  private static final int LONG = 300_000;
  private static final String FILE = "<file id=\"f-1\" name=\"srs.docx\" size=\"10\"/>";
  private static final String CSV = "id,text,priority\nREQ-1,The system shall start,high\nREQ-2,The system shall stop,low";

  static Stream<Arguments> pasted() {
    return Stream.of(
        to("Generate test cases for this RTM: " + RTM, "test_cases(rtm_content)"),
        to("generate test cases for this rtm:\n\n" + RTM, "test_cases(rtm_content)"),
        to("Generate pytest test cases for these requirements:\n\n" + RTM,
            "test_cases(test_framework=pytest rtm_content)"),
        to("write junit tests for\n" + RTM, "test_cases(test_framework=junit5 rtm_content)"),
        to("Please create JUnit 5 test cases from the following RTM\n```\n" + RTM + "\n```",
            "test_cases(test_framework=junit5 rtm_content)"),
        to("Could you write tests in Python for this?\n" + RTM,
            "test_cases(test_framework=pytest rtm_content)"),
        to("I need Gherkin scenarios for these requirements:\n" + RTM,
            "test_cases(test_framework=gherkin rtm_content)"),
        to("make robot framework tests out of this rtm " + RTM,
            "test_cases(test_framework=robot rtm_content)"),
        to("derive playwright tests for " + RTM,
            "test_cases(test_framework=playwright rtm_content)"),
        to("test cases without negative tests please:\n" + RTM,
            "test_cases(include_negative_tests=false rtm_content)"),
        to("Generate tests, no negative cases, for:\n" + RTM,
            "test_cases(include_negative_tests=false rtm_content)"),
        to("Generate test cases, happy path only:\n" + RTM,
            "test_cases(include_negative_tests=false rtm_content)"),
        to("Write test cases, but I don't want any negative tests:\n" + RTM,
            "test_cases(include_negative_tests=false rtm_content)"),
        to("Write test cases and don’t include negative ones:\n" + RTM,
            "test_cases(include_negative_tests=false rtm_content)"),
        to("Design test cases including negative tests for this matrix:\n" + RTM,
            "test_cases(include_negative_tests=true rtm_content)"),
        to("Turn this into test cases:\n```csv\n" + CSV
            + "\n```\nUse junit and skip negative tests.",
            "test_cases(include_negative_tests=false test_framework=junit5 rtm_content)"),
        to("generate test cases for this csv\n" + CSV, "test_cases(rtm_content)"),
        to("Generate test cases for project apollo:\n" + RTM,
            "test_cases(project_id=apollo rtm_content)"),
        to("write jest tests for this\n> REQ-1: It shall start up quickly and cleanly.\n> REQ-2: It shall stop.",
            "test_cases(test_framework=jest rtm_content)"),
        to("Generate test cases:\n" + RTM + "\n\nThen run coverage.",
            "rtm(requirements_content) > test_cases(rtm_from_task=T1) > coverage_analysis(depends_on=T2)"),
        to("Build a traceability matrix from these requirements:\n\nREQ-001 The system shall lock an account.\nREQ-002 It shall answer.",
            "rtm(requirements_content)"),
        to("Generate an RTM from these requirements: " + RTM, "rtm(requirements_content)"),
        to("create a requirements traceability matrix as markdown:\n" + RTM,
            "rtm(requirements_content format=markdown)"),
        to("make me an RTM in xlsx for project moon-1:\n" + RTM,
            "rtm(project_id=moon-1 requirements_content format=xlsx)"),
        to("trace these requirements:\n" + RTM, "rtm(requirements_content)"),
        to("make an RTM of this, then generate test cases and after that run coverage:\n" + RTM,
            "rtm(requirements_content) > test_cases(rtm_from_task=T1) > coverage_analysis(depends_on=T2)"),
        to("Generate an RTM and test cases from this:\n" + RTM,
            "rtm(requirements_content) > test_cases(rtm_from_task=T1)"),
        to("Analyse the coverage of project apollo at the same time as you generate test cases for this rtm:\n"
            + RTM,
            "coverage_analysis(project_id=apollo)"),
        to("Run coverage, and generate pytest tests for these requirements in parallel:\n" + RTM,
            "coverage_analysis + test_cases(test_framework=pytest rtm_content)"),
        to("Run coverage after generating test cases for this RTM:\n" + RTM,
            "rtm(requirements_content) > test_cases(rtm_from_task=T1) > coverage_analysis(depends_on=T2)"));
  }

  /// What stands in a pasted text is no wish, however it reads; what clearly stands before or after it is.
  static Stream<Arguments> pastedWithWords() {
    return Stream.of(
        to("Generate test cases for this RTM:\n" + RTM + "\n\nand coverage after that",
            "rtm(requirements_content) > test_cases(rtm_from_task=T1) > coverage_analysis(depends_on=T2)"),
        to("make an RTM:\n" + CSV
            + "\n\nThen write junit tests, and run coverage once they're done.",
            "rtm(requirements_content) > test_cases(test_framework=junit5 rtm_from_task=T1) > coverage_analysis(depends_on=T2)"),
        to("make an RTM of these requirements\nthen test cases and coverage\n\n" + RTM,
            "rtm(requirements_content) > test_cases(rtm_from_task=T1) > coverage_analysis(depends_on=T2)"),
        to("Make an RTM.\n\nThen test cases, please.\n\n" + RTM,
            "rtm(requirements_content) > test_cases(rtm_from_task=T1)"),
        to("Hello!\n\nPlease make an RTM for project x1 from the list below.\n\n" + RTM,
            "rtm(project_id=x1 requirements_content)"),
        to("Generate an RTM from these requirements:\n" + RTM
            + "\n\nThen the tests are run and the coverage is reported.",
            "rtm(requirements_content)"),
        to("generate an rtm from this: " + RTM
            + "\n\nAfter that, the operator writes test cases and a coverage report.",
            "rtm(requirements_content)"),
        to("make an RTM:\n" + RTM + "\n\nUse cases and tests follow in annex B.",
            "rtm(requirements_content)"),
        to("make an RTM:\n" + RTM
            + "\n\nWith the test cases of annex B the tester proves coverage.",
            "rtm(requirements_content)"),
        to("Make an RTM from this procedure:\nThe operator opens the valve.\nIt must stay open for two minutes.\n\nThen run the tests.",
            "rtm(requirements_content)"),
        to("Make an RTM of this\nAt night the operator has to cancel all tasks and to run coverage of the tests.\n"
            + RTM, "rtm(requirements_content)"),
        to("Make an RTM\n\nThis document lists test cases, too.\nThe pump shall stop at night.\nIt shall start in the morning.",
            "rtm(requirements_content)"),
        to("Make an RTM of this\n1 Scope\nList the tasks. Generate test cases.\n" + RTM,
            "rtm(requirements_content)"));
  }

  static Stream<Arguments> withFile() {
    return Stream.of(
        to("Process the attached file and list the requirements in it.",
            "process_file(file_ids=f-1)"),
        to("process this file", "process_file(file_ids=f-1)"),
        to("please read this document", "process_file(file_ids=f-1)"),
        to("analyse the attachment", "process_file(file_ids=f-1)"),
        to("extract the requirements from the attached file", "process_file(file_ids=f-1)"),
        to("show me the requirements in this file", "process_file(file_ids=f-1)"),
        to("generate an RTM from the attached file", "rtm(file_ids=f-1)"),
        to("Build me a traceability matrix from this document as csv",
            "rtm(file_ids=f-1 format=csv)"),
        to("Can you create an RTM out of this file?", "rtm(file_ids=f-1)"),
        to("make an RTM from this file, then test cases, and coverage after that",
            "rtm(file_ids=f-1) > test_cases(rtm_from_task=T1) > coverage_analysis(depends_on=T2)"),
        to("Make an RTM from this file. Once it's done, write pytest cases without negative tests. Finally check the coverage.",
            "rtm(file_ids=f-1) > test_cases(include_negative_tests=false test_framework=pytest rtm_from_task=T1) > coverage_analysis(depends_on=T2)"),
        to("generate test cases from this file",
            "rtm(file_ids=f-1) > test_cases(rtm_from_task=T1)"),
        to("process this file and then make an rtm",
            "process_file(file_ids=f-1) > rtm(file_ids=f-1 depends_on=T1)"),
        to("process this file, and run coverage for project x1 in parallel",
            "process_file(project_id=x1 file_ids=f-1) + coverage_analysis(project_id=x1)"));
  }

  static Stream<Arguments> plain() {
    return Stream.of(
        to("analyse coverage of project apollo", "coverage_analysis(project_id=apollo)"),
        to("Analyze the test coverage for project \"apollo-2\", please.",
            "coverage_analysis(project_id=apollo-2)"),
        to("run coverage", "coverage_analysis"),
        to("Run a coverage analysis of my project.", "coverage_analysis"),
        to("coverage of apollo", "coverage_analysis(project_id=apollo)"),
        to("Which requirements have no tests?", "read_report(part=gaps) > coverage_analysis"),
        to("which requirements are not covered?", "read_report(part=gaps) > coverage_analysis"),
        to("check coverage for the apollo project", "coverage_analysis(project_id=apollo)"),
        to("do a gap analysis", "coverage_analysis"),
        to("generate test cases", "list_artifacts(kind=rtm)"),
        to("list my tasks", "list_tasks"),
        to("show me all running tasks", "list_tasks(status=running)"),
        to("what's running?", "list_tasks(status=running)"),
        to("How are my tasks doing?", "list_tasks"),
        to("which tasks failed?", "list_tasks(status=failed)"),
        to("which task failed and why?", "list_tasks(status=failed)"),
        to("list my taks", "list_tasks"), to("hows it going", "list_tasks"),
        to("whats the staus?", "list_tasks"), to("is everything done?", "list_tasks"),
        to("run covrage of project apollo", "coverage_analysis(project_id=apollo)"),
        to("cancle my task", "list_tasks"), to("cancel everything", "list_tasks(limit=40)"),
        to("how is the coverage analysis doing?", "list_tasks(task_type=coverage_analysis)"),
        to("download the rtm", "list_artifacts(kind=rtm)"),
        to("where is the coverage report?", "list_artifacts(kind=coverage)"),
        to("show me the python file", "list_artifacts(kind=tests)"),
        to("how is my task doing?", "list_tasks"),
        to("status of " + Rehearsal.id(9), "get_task(task_id=T9)"),
        to("what about " + Rehearsal.id(9) + "?", "get_task(task_id=T9)"),
        to("cancel " + Rehearsal.id(9), "cancel_task(task_id=T9)"),
        to("stop task " + Rehearsal.id(9), "cancel_task(task_id=T9)"),
        to("retry " + Rehearsal.id(9), "retry_task(task_id=T9)"),
        to("cancel my task", "list_tasks"),
        to("show me the rtm", "list_artifacts(kind=rtm)"),
        to("open the coverage report", "list_artifacts(kind=coverage)"),
        to("what did task " + Rehearsal.id(9) + " make?", "list_artifacts(task_id=T9)"),
        to("list my artifacts", "list_artifacts"),
        to("what failed?", "list_tasks(status=failed)"),
        to("whats running?", "list_tasks(status=running)"),
        to("mkae tset caes", "list_artifacts(kind=rtm)"),
        to("where are my files?", "list_artifacts"),
        to("where do I find the results?", "list_artifacts"),
        to("show me the requirements", "list_artifacts(kind=rtm)"),
        to("how do I download the result?", ""), to("Hallo", ""),
        to("the same for robot", "list_artifacts(kind=rtm)"),
        to("hi", ""), to("Hello there!", ""), to("what can you do?", ""), to("help", ""),
        to("which model are you?", ""),
        to("are you ChatGPT?", ""), to("thanks a lot", ""), to("what's the weather in Berlin?", ""),
        to("yes", ""), to("process a file", ""), to("make an RTM", ""),
        to("write cypress tests for project apollo", ""),
        to("how do I connect a model?", ""), to("what's coverage?", ""),
        to("Wie weit ist meine Aufgabe?", ""), to("Peux-tu générer des cas de test ?", ""),
        to("¿Puedes crear casos de prueba para estos requisitos?", ""), to("要件のテストケース", ""),
        to("What's the statue of liberty?", ""), to("that's fine", ""),
        to("what is an RTM?", ""), to("what are test cases?", ""), to("tell me a joke", ""));
  }

  private static Arguments to(String words, String calls) {
    return Arguments.of(words, calls);
  }

  @ParameterizedTest
  @MethodSource({"pasted", "pastedWithWords", "plain"})
  void aFirstMessageIsUnderstood(String words, String calls) {
    assertThat(new Rehearsal().saying("", words).calls()).isEqualTo(calls);
  }

  @ParameterizedTest
  @MethodSource("withFile")
  void aFirstMessageWithAFileIsUnderstood(String words, String calls) {
    assertThat(new Rehearsal().saying(FILE, words).calls()).isEqualTo(calls);
  }

  /// Long, and made to be read again and again from each of its places.
  static Stream<String> hostile() {
    return Stream.of("make an rtm: a" + "\n".repeat(LONG) + "x y\nz",
        "make an rtm" + "\n".repeat(LONG) + "x y\nz",
        "run coverage" + "\n".repeat(LONG) + "run coverage\nfoo\nREQ-1: x",
        " \n".repeat(LONG / 2) + "x",
        "make an rtm " + "\t".repeat(LONG) + "x\ny", "REQ-1" + "\t".repeat(LONG) + "\nx",
        "REQ" + "1".repeat(LONG) + "\nx", "a,b ".repeat(LONG / 4) + "\nx",
        "A.".repeat(LONG / 2) + "\nx", "A1-".repeat(LONG / 3), ">\n".repeat(LONG / 2),
        "`".repeat(LONG), "this ".repeat(LONG / 5) + "\nx", "a b ".repeat(LONG / 4),
        "run coverage\n\n".repeat(LONG / 14) + "REQ-1: x", "after generating ".repeat(LONG / 17),
        "```\nx\n```\n" + "then run coverage ".repeat(LONG / 18),
        "run coverage, " + "release ".repeat(LONG / 8) + "\nREQ-1: x");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aLongMessageIsReadInTheTimeItsLengthJustifies(String text) {
    Effort.assertReadLikePlain(text, it -> new Rehearsal().saying("", it));
  }
}

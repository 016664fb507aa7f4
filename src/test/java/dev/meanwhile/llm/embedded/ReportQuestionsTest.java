package dev.meanwhile.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Questions that a project's reports can answer are put to them; nothing new is started for them.
class ReportQuestionsTest {
  private static final String GAP = """
    {"reports": [{"name": "coverage.json", "version": 2, "created_at": "2026-11-30T12:20:05.1Z", "total": 21, "entries": [
      {"requirement_id": "REQ-4", "title": "It shall `log` out", "reason": "r", "suggestion": "Write a test"}]}],
     "newer_than_report": "rtm_a.json"}""";

  private final Rehearsal rehearsal = new Rehearsal();

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"which links are suspect?|read_report(part=suspects)",
      "show me the suspect links|read_report(part=suspects)",
      "compare the two versions|read_report(part=changes)",
      "what changed?|read_report(part=changes)",
      "What has changed since last time?|read_report(part=changes)",
      "show me the differences|read_report(part=changes)",
      "what changed in coverage since last week?|read_report(part=trend)",
      "show me the trend|read_report(part=trend)",
      "any advice?|read_report(part=gaps) + read_report(part=weaknesses) + read_report(part=findings)",
      "what can I improve?|read_report(part=gaps) + read_report(part=weaknesses) + read_report(part=findings)",
      "show me the gaps|read_report(part=gaps)", "gaps?|read_report(part=gaps)",
      "which requirements have no test?|read_report(part=gaps)",
      "show me the requirements without a test|read_report(part=gaps)",
      "which requirements aren't tested?|read_report(part=gaps)",
      "list the untested requirements of project apollo|read_report(part=gaps project_id=apollo)",
      "are there duplicates?|read_report(part=duplicates)",
      "what is wrong with my requirements?|read_report(part=findings)",
      "list the findings|read_report(part=findings)",
      "which tests failed?|read_report(part=standings like=failed) + read_report(part=unneeded like=failed)",
      "which results belong to no requirement?|read_report(part=unneeded)",
      "how many requirements passed?|read_report(part=figures like=passed)",
      "how many requirements of project apollo are covered?|read_report(part=figures like=covered project_id=apollo)",
      "what does REQ015 say?|read_report(part=requirements like=req015)",
      "which tests have no requirement?|read_report(part=unneeded)",
      "are there orphans?|read_report(part=orphans)",
      "are there unknown parents?|read_report(part=unknown_parents)",
      "does anything contradict?|read_report(part=contradictions)",
      "is REQ-1 covered?|read_report(part=standings like=req-1)",
      "which tests cover REQ-1?|read_report(part=standings like=req-1)",
      "what is wrong with the wording of REQ-6?|read_report(part=requirements like=req-6) + read_report(part=findings like=req-6)",
      "what changed in REQ-1?|read_report(part=changes like=req-1)",
      "what is wrong with project apollo-2?|read_report(part=findings project_id=apollo-2)",
      "And REQ-2?|read_report(part=requirements like=req-2) + read_report(part=findings like=req-2) + read_report(part=standings like=req-2)",
      "What about requirement REQ-2?|read_report(part=requirements like=req-2) + read_report(part=findings like=req-2) + read_report(part=standings like=req-2)",
      "what does SRS_4-12 say?|read_report(part=requirements like=srs_4-12)"})
  void aQuestionIsPutToTheReports(String words, String calls) {
    rehearsal.reports.put("gaps", GAP);

    assertThat(rehearsal.calls(words)).isEqualTo(calls);
  }

  @Test
  void whoAsksWhatIsVagueHearsOfVagueWordsOnly() {
    rehearsal.reports.put("findings",
        """
          {"reports": [{"name": "rtm_a.json", "version": 1, "created_at": "2026-11-30T12:20:05Z", "total": 1, "entries": [
            {"requirement_id": "REQ-4", "quote": "most", "why": "unclear", "advice": "say how many"}]}]}""");

    assertThat(rehearsal.calls("which requirements are vague?"))
        .isEqualTo("read_report(part=findings like=vague-word|subjective-word)");
    assertThat(rehearsal.reply("which requirements are vague?")).isEqualTo(
        """
          Findings about the wording (vague-word or subjective-word), by `rtm_a.json` of 2026-11-30 12:20 UTC: 1.
          - `REQ-4`: “most”; unclear; say how many""");
  }

  @Test
  void aNumberIsToldWithWhatItIsAShareOf() {
    rehearsal.reports.put("figures",
        """
          {"reports": [{"name": "coverage.json", "version": 1, "created_at": "2026-11-30T12:20:05Z", "total": 1, "entries": [
            {"kind": "passed", "count": 2, "of": 5, "percentage": 40.0, "definition": "d"}]}]}""");

    assertThat(rehearsal.reply("how many requirements passed?")).isEqualTo("""
      Requirements, counted (passed), by `coverage.json` of 2026-11-30 12:20 UTC:
      - `passed`: 2 of 5, 40.0 %""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"which tasks failed?", "run coverage", "show me the coverage report",
      "show me the requirements", "what failed?", "generate test cases without duplicates",
      "what is the coverage of apollo-2?", "test cases for REQ-1 and REQ-2",
      "REQ-2: It shall stop.", "show me rtm_req-1.csv",
      "build an RTM from these requirements and list the changes: REQ-1: It shall stop."})
  void whatIsNoQuestionAboutAReportIsLeftToTheOthers(String words) {
    assertThat(rehearsal.calls(words)).doesNotStartWith("read_report");
  }

  @Test
  void anAnswerNamesTheReportItsAgeAndWhatItDoesNotKnow() {
    rehearsal.reports.put("gaps", GAP);

    assertThat(rehearsal.reply("which requirements have no test?")).isEqualTo("""
      Requirements without a test, by `coverage.json` of 2026-11-30 12:20 UTC: 21.
      - `REQ-4`: It shall `log` out; Write a test
      and 20 more, in `coverage.json`.

      `rtm_a.json` is newer than this report: say "run coverage" for a new one.""");
  }

  @Test
  void aFirstVersionHasNothingToBeComparedWith() {
    rehearsal.reports.put("changes",
        "{\"reports\":[{\"name\":\"rtm_a.json\",\"version\":1,\"total\":0,\"entries\":[]}]}");

    assertThat(rehearsal.reply("what changed?")).contains("`rtm_a.json` is the first version");
  }

  @Test
  void aChangeIsToldWithBothWordings() {
    rehearsal.reports.put("changes",
        """
          {"reports":[{"name":"rtm_a.json","version":2,"created_at":"2026-11-30T12:20:05Z","total":2,"entries":[
            {"kind":"added","id":"REQ-4"},{"kind":"reworded","id":"REQ-1","before":"5 times","after":"3 times"}]}]}""");

    assertThat(rehearsal.reply("what changed?")).contains("- `REQ-4`: added",
        "- `REQ-1`: reworded; before: 5 times; after: 3 times");
  }

  /// A pasted text that grew has a matrix of another name.
  @Test
  void aFirstVersionThatWasComparedTellsItsChanges() {
    rehearsal.reports.put("changes",
        """
          {"reports":[{"name":"rtm_b.json","version":1,"created_at":"2026-11-30T12:20:05Z","total":1,"entries":[
            {"kind":"added","id":"REQ-4"}]},
           {"name":"rtm_a.json","version":1,"total":0,"entries":[]}]}""");

    assertThat(rehearsal.reply("what changed?")).contains("`rtm_b.json`", "- `REQ-4`: added")
        .doesNotContain("first version");
  }

  @Test
  void withoutAReportTheWayToOneIsTold() {
    assertThat(rehearsal.reply("which links are suspect?"))
        .isEqualTo(
            "Project `shop` has no coverage report yet: say \"run coverage\" and I make one.");
    assertThat(rehearsal.reply("what changed?")).contains("has no RTM yet");
  }

  @Test
  void requirementsWithoutATestAreCountedIfNobodyHas() {
    assertThat(rehearsal.calls("which requirements have no test?"))
        .isEqualTo("read_report(part=gaps) > coverage_analysis");
  }
}

package dev.meanwhile.llm.embedded;

import static dev.meanwhile.llm.embedded.Rehearsal.FILE;
import static dev.meanwhile.llm.embedded.Rehearsal.RTM;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a request lacks is asked for, and the answer goes on with it.
class AskedBackTest {
  private final Rehearsal talk = new Rehearsal();

  @Test
  void whatIsMissingIsAskedForAndTheAnswerUnderstood() {
    assertThat(talk.reply("make an RTM")).contains("Paste");
    assertThat(talk.calls(RTM)).isEqualTo("rtm(requirements_content)");
  }

  @Test
  void testCasesWithoutAMatrixAskAndKeepTheOptions() {
    assertThat(talk.reply("generate junit test cases without negative tests"))
        .contains("Which requirements");
    assertThat(talk.calls(RTM))
        .isEqualTo("test_cases(include_negative_tests=false test_framework=junit5 rtm_content)");
  }

  @Test
  void theProjectsMatrixIsUsedWhenThereIsOne() {
    talk.artifacts.put("rtm-7", "id,text");

    assertThat(talk.calls("generate test cases"))
        .isEqualTo("list_artifacts(kind=rtm) > test_cases(rtm_artifact_id=rtm-7)");
  }

  @Test
  void aFileIsAskedForAndUsedFromTheNextMessage() {
    assertThat(talk.reply("process a file")).contains("Attach");
    assertThat(talk.saying(FILE, "here it is").calls()).isEqualTo("process_file(file_ids=f-1)");
    assertThat(talk.calls("and make an rtm from that file")).isEqualTo("rtm(file_ids=f-1)");
  }

  @Test
  void withoutAnyProjectCoverageAsks() {
    assertThat(talk.say("run coverage").reply()).contains("Of which project");
    assertThat(talk.say("apollo").calls()).isEqualTo("coverage_analysis(project_id=apollo)");
  }

  @Test
  void aDocumentAloneIsAskedAbout() {
    assertThat(talk.reply(RTM)).contains("What shall I do with this text");
    assertThat(talk.calls("test cases")).isEqualTo("test_cases(rtm_content)");
  }

  @Test
  void aFileAloneIsAskedAbout() {
    assertThat(talk.saying(FILE, "").reply()).contains("What shall I do with the file");
    assertThat(talk.calls("an RTM please")).isEqualTo("rtm(file_ids=f-1)");
  }

  @Test
  void aQuestionIsDroppedWhenTheUserWantsSomethingElse() {
    talk.reply("make an RTM");

    assertThat(talk.calls("list my tasks")).isEqualTo("list_tasks");
  }

  @Test
  void aConfirmationIsAskedForAndYesRepeatsTheCall() {
    talk.confirms = true;
    assertThat(talk.reply("run coverage")).contains("yes or no").doesNotContain("I started");
    talk.confirms = false;

    assertThat(talk.calls("yes, go ahead")).isEqualTo("coverage_analysis");
  }

  @Test
  void noMeansNo() {
    talk.confirms = true;
    talk.reply("run coverage");
    talk.confirms = false;

    var heard = talk.saying("", "no");

    assertThat(heard.calls()).isEmpty();
    assertThat(heard.reply()).contains("leave it");
  }
}

package dev.meanwhile.llm.embedded;

import static dev.meanwhile.llm.embedded.Rehearsal.FILE;
import static dev.meanwhile.llm.embedded.Rehearsal.RTM;
import static dev.meanwhile.llm.embedded.Rehearsal.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.meanwhile.llm.call.LeftOut;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The built-in model over several turns.
class ConversationsTest {
  private final Rehearsal talk = new Rehearsal();

  @Test
  void theReplyToAStartSaysWhatIdTypeProjectAndHowToLook() {
    assertThat(talk.reply("generate test cases for this RTM: " + RTM))
        .contains("test cases", id(1), "generate_test_cases", "shop", "ask me", "card", "told",
            "artifacts")
        .doesNotContain("/api/", "completed", "done, here");
  }

  @Test
  void aFollowUpGoesOnWithTheLastTask() {
    talk.calls("generate test cases for this RTM: " + RTM);

    assertThat(talk.calls("and coverage after that")).isEqualTo("coverage_analysis(depends_on=T1)");
  }

  @Test
  void testCasesForItAreMadeFromTheLastMatrix() {
    talk.calls("make an RTM:\n" + RTM);

    assertThat(talk.calls("now junit tests for it"))
        .isEqualTo("test_cases(test_framework=junit5 rtm_from_task=T1)");
    assertThat(talk.calls("then run coverage")).isEqualTo("coverage_analysis(depends_on=T2)");
  }

  @Test
  void itIsTheNewestTask() {
    talk.calls("generate test cases for this RTM: " + RTM);

    assertThat(talk.calls("how is my task doing?")).isEqualTo("get_task(task_id=T1)");
    assertThat(talk.calls("is it done yet?")).isEqualTo("get_task(task_id=T1)");
    assertThat(talk.calls("what did it make?")).isEqualTo("list_artifacts(task_id=T1)");
    assertThat(talk.calls("cancel it")).isEqualTo("cancel_task(task_id=T1)");
    assertThat(talk.calls("retry it")).isEqualTo("retry_task(task_id=T1)");
    assertThat(talk.calls("how's it going?")).isEqualTo("get_task(task_id=T2)");
  }

  @Test
  void aTaskIsMeantByWhatItMakes() {
    talk.calls("make an RTM:\n" + RTM);
    talk.calls("now junit tests for it");
    talk.calls("run coverage");

    assertThat(talk.calls("how is the rtm doing?")).isEqualTo("get_task(task_id=T1)");
    assertThat(talk.calls("cancel the test cases")).isEqualTo("cancel_task(task_id=T2)");
    assertThat(talk.calls("are the test cases done?")).isEqualTo("get_task(task_id=T2)");
    assertThat(talk.calls("what did the coverage analysis make?"))
        .isEqualTo("list_artifacts(task_id=T3)");
  }

  @Test
  void coverageIsMeasuredAfterWhatTheConversationStillMakes() {
    talk.calls("make an RTM:\n" + RTM);
    talk.calls("now junit tests for it");

    assertThat(talk.calls("run coverage for project other"))
        .isEqualTo("coverage_analysis(project_id=other)");
    assertThat(talk.calls("run coverage")).isEqualTo("coverage_analysis(depends_on=T1,T2)");
  }

  @Test
  void allOpenTasksAreCancelledAtOnce() {
    talk.calls("make an RTM:\n" + RTM);
    talk.calls("run coverage");
    talk.become(1, "completed");
    talk.calls("run coverage for project other");

    var heard = talk.saying("", "cancel all my tasks");

    assertThat(heard.calls())
        .isEqualTo("list_tasks(limit=40) > cancel_task(task_id=T2) + cancel_task(task_id=T3)");
    assertThat(heard.reply()).contains("`" + id(2) + "` is cancelled", "`" + id(3) + "` is c");
    assertThat(talk.reply("stop everything")).contains("no such task that is open");
  }

  @Test
  void whatEndedBeforeItWasCancelledIsNotCalledCancelled() {
    talk.calls("run coverage");
    talk.become(1, "failed");

    assertThat(talk.reply("cancel " + id(1))).contains("had ended already", "failed")
        .doesNotContain("is cancelled");
  }

  @Test
  void whereAFileWasLookedForIsSaid() {
    talk.calls("run coverage");

    assertThat(talk.reply("open the notes.txt")).contains("no such file in this project");
  }

  @Test
  void aDocumentThatWasCutSinceIsAskedForAgain() {
    talk.reply(LeftOut.beyond(30, RTM));

    assertThat(talk.calls("an RTM of it, please")).isEmpty();
    assertThat(talk.reply("make an RTM")).contains("Paste them");
  }

  @Test
  @Tag("MW-CHAT-012")
  void otherLanguagesAreRefusedInTheirOwnWords() {
    assertThat(talk.reply("Erstelle bitte Testfälle für diese Anforderungen."))
        .contains("nur Englisch");
    assertThat(talk.reply("Peux-tu créer des cas de test pour moi ?")).contains("que l'anglais");
    assertThat(talk.reply("¿Puedes crear casos de prueba para estos requisitos?"))
        .contains("solo entiendo inglés");
    assertThat(talk.reply("Создай тест-кейсы")).contains("English only");
    assertThat(talk.reply("tell me a joke")).contains("only know this server's own tasks");
  }

  @Test
  void cancellingWithoutAnOpenTaskInTheTalkLooksThemUp() {
    talk.calls("run coverage");
    talk.become(1, "completed");
    talk.say("<task_events>\n<task id=\"" + id(1)
        + "\" type=\"coverage_analysis\" status=\"completed\">80 %</task>\n</task_events>\n\nthanks");

    var heard = talk.saying("", "cancel it");

    assertThat(heard.calls()).isEqualTo("list_tasks");
    assertThat(heard.reply()).contains("no such task that is open");
  }

  @Test
  void howFarItIsIsAskedOfWhatIsStillOpen() {
    talk.calls("make an RTM:\n" + RTM);
    talk.calls("now junit tests for it");
    talk.become(1, "completed");
    var news = "<task_events>\n<task id=\"" + id(1)
        + "\" type=\"generate_rtm\" status=\"completed\">1 requirement</task>\n</task_events>\n\n";

    assertThat(talk.say(news + "how many requirements are there?").calls())
        .isEqualTo("get_task(task_id=T1)");
    assertThat(talk.calls("how far is it?")).isEqualTo("get_task(task_id=T2)");
    assertThat(talk.calls("what was the first task again?")).isEqualTo("get_task(task_id=T1)");
    assertThat(talk.calls("cancel the first task")).isEqualTo("cancel_task(task_id=T1)");
  }

  @Test
  void theOtherFileIsTakenForTheLastWish() {
    talk.saying(FILE, "process the attached file");
    talk.saying("<file id=\"f-2\" name=\"flight.csv\" size=\"10\"/>",
        "make an RTM as xlsx of this");

    assertThat(talk.calls("no, the other file")).isEqualTo("rtm(file_ids=f-1 format=xlsx)");
    assertThat(talk.calls("sorry, I meant the csv")).isEqualTo("rtm(file_ids=f-2 format=xlsx)");
    assertThat(talk.calls("no, srs.docx")).isEqualTo("rtm(file_ids=f-1 format=xlsx)");
    assertThat(talk.reply("no, the wrong file")).contains("Which file", "`flight.csv`",
        "`srs.docx`");
  }

  @Test
  void aFileThatWasAttachedBeforeIsTakenWhereItIsNamed() {
    talk.saying(FILE, "process the attached file");
    talk.saying("<file id=\"f-2\" name=\"flight.csv\" size=\"10\"/>", "process the attached file");

    assertThat(talk.calls("make an RTM from it")).isEqualTo("rtm(file_ids=f-2)");
    assertThat(talk.calls("make an RTM from srs.docx")).isEqualTo("rtm(file_ids=f-1)");
    assertThat(talk.calls("make test cases from the docx"))
        .isEqualTo("rtm(file_ids=f-1) > test_cases(rtm_from_task=T5)");
  }

  @Test
  void theSameTestsAreMadeForAnotherFramework() {
    talk.calls("make an RTM:\n" + RTM);
    talk.calls("now junit tests for it");

    assertThat(talk.calls("the same for robot"))
        .isEqualTo("test_cases(test_framework=robot rtm_from_task=T1)");
    assertThat(talk.calls("in gherkin as well"))
        .isEqualTo("test_cases(test_framework=gherkin rtm_from_task=T1)");
    assertThat(talk.calls("actually use robot instead of pytest"))
        .isEqualTo("test_cases(test_framework=robot rtm_from_task=T1)");
  }

  @Test
  void theMatrixIsShownAsPeopleReadIt() {
    talk.calls("make an RTM:\n" + RTM);
    talk.become(1, "completed");
    talk.calls("how is it doing?");
    talk.artifacts.put("rtm_srs.json", "{}");
    talk.artifacts.put("rtm_srs", "REQ-001");

    assertThat(talk.calls("show me the rtm"))
        .isEqualTo("list_artifacts(task_id=T1) > read_artifact(artifact_id=rtm_srs)");
  }

  @ParameterizedTest
  @CsvSource({"give me the rtm in csv, rtm_srs.csv",
      "show me the matrix as markdown, rtm_srs.md"})
  void theMatrixIsLookedForInTheFormThatIsWanted(String words, String name) {
    List.of("test_cases_srs.csv", "rtm_srs.json", "rtm_srs.csv", "rtm_srs.xlsx", "rtm_srs.md")
        .forEach(made -> talk.artifacts.put(made, "REQ-001"));

    assertThat(talk.calls(words))
        .isEqualTo("list_artifacts > read_artifact(artifact_id=%s)".formatted(name));
  }

  @Test
  void aWorkbookThatIsThereIsToBeDownloaded() {
    talk.artifacts.put("rtm_srs.json", "{}");
    talk.artifacts.put("rtm_srs.xlsx", "");

    assertThat(talk.reply("export the matrix as Excel"))
        .contains("`rtm_srs.xlsx` is there", "download");
  }

  @ParameterizedTest
  @CsvSource({"export the matrix as xlsx, xlsx", "show me the rtm as markdown, markdown"})
  void aMatrixThatIsThereIsWrittenInTheFormThatIsWanted(String words, String format) {
    talk.artifacts.put("rtm_srs.json", "{}");

    assertThat(talk.calls(words)).isEqualTo(
        "list_artifacts > rtm(rtm_artifact_id=rtm_srs.json format=%s)".formatted(format));
  }

  @Test
  void whereThereIsNoMatrixTheWayToOneIsTold() {
    talk.artifacts.put("coverage.xlsx", "");

    assertThat(talk.reply("export the matrix as xlsx")).contains("no such file", "XLSX",
        "make an RTM");
  }

  @Test
  void whoAsksHowToDownloadIsToldWhere() {
    talk.calls("run coverage");

    assertThat(talk.reply("how do I download the result?")).contains("card", "Download");
    assertThat(talk.reply("Hallo")).contains("nur Englisch");
  }

  @Test
  void newsAreAcknowledgedFromTheBlockAlone() {
    talk.calls("run coverage");

    var heard = talk.say(
        "<task_events>\n<task id=\"" + id(1) + "\" type=\"coverage_analysis\" status=\"completed\">"
            + "Coverage is 80 &lt; 100 %</task>\n</task_events>\n\nthanks!");

    assertThat(heard.reply()).contains(id(1), "completed", "Coverage is 80 < 100 %", "welcome");
  }

  @Test
  void aFailedFirstStepKeepsTheRestFromStarting() {
    talk.confirms = true;

    var heard = talk.saying(FILE,
        "make an RTM from this file, then test cases, and coverage after that");

    assertThat(heard.calls()).isEqualTo("rtm(file_ids=f-1)");
    assertThat(heard.reply()).contains("didn't start");
  }

  @Test
  void anUnknownTaskIsNotInvented() {
    assertThat(talk.reply("status of " + id(9))).contains("no task");
  }

  @Test
  void anUnofferedFrameworkIsNamedWithTheOfferedOnes() {
    assertThat(talk.reply("write cypress tests for " + RTM)).contains("can't", "cypress", "junit5");
  }

  @Test
  void whatItCannotDoItSays() {
    assertThat(talk.reply("book me a flight")).contains("can't help", "generate test cases");
    assertThat(talk.reply("which model are you?")).contains("built-in", "rules");
  }

  @Test
  void anOperatorsToolIsFoundByItsWordsAndItsFieldsFilled() {
    talk.offering(ToolSpecification.builder().name("generate_risk_report_background_tool")
        .description("Writes a risk assessment of a release")
        .parameters(
            JsonObjectSchema.builder().addStringProperty("release").addStringProperty("project_id")
                .addProperty("depth", JsonEnumSchema.builder().enumValues("short", "full").build())
                .required("release").build())
        .build());

    assertThat(talk.calls("make a full risk report, release 2.1, for project apollo"))
        .isEqualTo("risk_report(release=2.1 project_id=apollo depth=full)");
    assertThat(talk.reply("write a risk assessment")).contains("`release`");
    assertThat(talk.calls("release: 3.0")).isEqualTo("risk_report(release=3.0)");
  }

  @Test
  void repliesAreRepeatable() {
    var other = new Rehearsal();

    assertThat(talk.saying("", "make an RTM:\n" + RTM))
        .isEqualTo(other.saying("", "make an RTM:\n" + RTM));
  }
}

package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.trace.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The matrices of a project: made, pasted, written and read back.
@MeanwhileTest
class MatricesTest {
  private final Workbench bench;

  MatricesTest(@Autowired Api api) {
    bench = new Workbench(api);
  }

  @Test
  void aTextBecomesAMatrixWithItsFindings() {
    var task = bench.completed("generate-rtm",
        Map.of("requirements_content", Workbench.THREE + " It should smile.", "project_id", "p"));

    var result = task.path("result");
    assertThat(result.path("requirements").asInt()).isEqualTo(3);
    assertThat(result.path("total_count").asInt()).isEqualTo(3);
    assertThat(Workbench.strings(result.path("generated_files"))).containsExactlyInAnyOrder(
        "rtm_req_001_to_req_003.json",
        "rtm_req_001_to_req_003.csv");
    var rtm = bench.content(task, "rtm_req_001_to_req_003.json");
    assertThat(rtm.path("schema").asString()).isEqualTo("meanwhile.rtm/2");
    assertThat(rtm.path("requirements").get(0).path("text").asString()).isEqualTo(
        "If the password is wrong, the system shall reject the login.");
    assertThat(rtm.path("requirements").get(0).path("status").asString()).isEqualTo("active");
  }

  @ParameterizedTest
  @CsvSource({"xlsx, rtm_req_001_to_req_003.xlsx", "markdown, rtm_req_001_to_req_003.md"})
  void aMatrixThatIsThereIsWrittenInAnotherFormat(String format, String file) {
    var cases = bench.completed("generate-test-cases", Map.of("rtm_content", Workbench.THREE));
    var matrix = bench.artifacts(cases).valueStream()
        .filter(a -> a.path("kind").asString().equals("rtm")).findFirst().orElseThrow()
        .path("artifact_id").asString();

    var written = bench.completed("generate-rtm",
        Map.of("rtm_artifact_id", matrix, "options", Map.of("format", format)));

    assertThat(Workbench.strings(written.path("result").path("generated_files")))
        .containsExactly(file);
    assertThat(written.path("result").path("requirements").asInt()).isEqualTo(3);
    assertThat(bench.bytes(written, file)).isNotEmpty();
  }

  @Test
  void aPastedTextIsAMatrixOfTheProject() {
    var cases = bench.completed("generate-test-cases", Map.of("rtm_content", Workbench.THREE));
    var longer = bench.completed("generate-test-cases",
        Map.of("rtm_content", Workbench.THREE + "\nREQ-004: The system shall say goodbye."));

    assertThat(Workbench.strings(cases.path("result").path("generated_files")))
        .contains("rtm_req_001_to_req_003.json");
    assertThat(Workbench.strings(longer.path("result").path("generated_files")))
        .contains("rtm_req_001_to_req_004.json");
    var result = bench.completed("coverage-analysis", Map.of()).path("result");
    assertThat(result.path("requirements").asInt()).isEqualTo(4);
    assertThat(result.path("covered").asInt()).isEqualTo(4);
    assertThat(result.path("orphans")).isEmpty();
    assertThat(result.path("duplicates")).isEmpty();
  }

  @Test
  void aPastedTextThatWasRewordedIsANewVersion() {
    bench.completed("generate-test-cases", Map.of("rtm_content", Workbench.THREE));
    var again = bench.completed("generate-test-cases",
        Map.of("rtm_content", Workbench.THREE.replace("64", "32")));

    assertThat(bench.content(again, "rtm_req_001_to_req_003.json").path("changes").path("reworded"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"pump_v1.md, pump_v2.md, rtm_pump.json",
      "Pump SRS.md, Pump SRS (1).md, rtm_pump_srs.json",
      "pump-2026-01-05.md, pump-2026-02-07 rev B2.md, rtm_pump.json",
      "pump rev 1.2.md, pump_Rev1.3a.md, rtm_pump.json"})
  void twoRevisionsOfADocumentAreVersionsOfOneMatrix(String first, String second, String matrix) {
    bench.completed("generate-rtm",
        Map.of("file_ids",
            List.of(bench.upload(first, "REQ-1: It shall go. REQ-2: It shall stop."))));

    var again = bench.completed("generate-rtm",
        Map.of("file_ids", List.of(bench.upload(second, "REQ-1: It shall go fast."))));

    var changes = bench.content(again, matrix).path("changes");
    assertThat(Workbench.strings(changes.path("removed"))).containsExactly("REQ-2");
    assertThat(changes.path("reworded")).hasSize(1);
  }

  @Test
  void documentsOfTwoThingsAreTwoMatricesThoughTheirNamesEndInNumbers() {
    bench.completed("generate-rtm",
        Map.of("file_ids", List.of(bench.upload("pump_v1.md", "PUMP-1: It shall go."))));

    var other = bench.completed("generate-rtm",
        Map.of("file_ids", List.of(bench.upload("pump_v2.md", "LAMP-1: It shall glow."))));

    assertThat(bench.content(other, "rtm_pump_v2_md.json").path("changes").isNull()).isTrue();
  }

  /// Its name says which requirements it holds, so it is another one.
  @Test
  void aPastedTextThatGrewIsComparedWithTheOneBefore() {
    var grown = Map.of("requirements_content", Workbench.THREE.replace("64", "32")
        + "\nREQ-004: The system shall say goodbye.");
    bench.completed("generate-rtm", Map.of("requirements_content", Workbench.THREE));
    bench.completed("generate-rtm",
        Map.of("requirements_content", "REQ-001: The pump shall stop. SRS-2: It shall start."));

    var changes = bench.content(bench.completed("generate-rtm", grown),
        "rtm_req_001_to_req_004.json").path("changes");

    assertThat(Workbench.strings(changes.path("added"))).containsExactly("REQ-004");
    assertThat(changes.path("removed")).isEmpty();
    assertThat(changes.path("reworded")).hasSize(1);
  }

  /// Each of the two would push the other out of the coverage, without a word.
  @Test
  void anotherDocumentOfTheSameNameHasAMatrixOfItsOwn() {
    var other = "SRS-1: The pump shall stop. SRS-2: The pump shall start again.";
    bench.completed("generate-rtm",
        Map.of("file_ids", List.of(bench.upload("needs.md", Workbench.THREE))));
    var second = bench.completed("generate-rtm",
        Map.of("file_ids", List.of(bench.upload("needs.txt", other))));
    var third = bench.completed("generate-rtm",
        Map.of("file_ids", List.of(bench.upload("needs.txt", other.replace("stop", "halt")))));

    assertThat(Workbench.strings(second.path("result").path("generated_files")))
        .contains("rtm_needs_txt.json");
    assertThat(bench.content(third, "rtm_needs_txt.json").path("changes").path("reworded"))
        .hasSize(1);
    assertThat(
        bench.completed("coverage-analysis", Map.of()).path("result").path("requirements").asInt())
        .isEqualTo(5);
  }

  @Test
  void aDocumentInAnotherFormatIsANewVersion() {
    bench.completed("generate-rtm",
        Map.of("file_ids", List.of(bench.upload("needs.md", Workbench.THREE))));
    var later = bench.completed("generate-rtm", Map.of("file_ids",
        List.of(bench.upload("needs.txt", Workbench.THREE.replace("64", "32")))));

    assertThat(bench.content(later, "rtm_needs.json").path("changes").path("reworded")).hasSize(1);
  }

  @Test
  void anExcerptTakesNothingFromTheProjectsMatrix() {
    bench.completed("generate-rtm", Map.of("requirements_content", Workbench.THREE));
    var cases = bench.completed("generate-test-cases",
        Map.of("rtm_content", Workbench.THREE.lines().findFirst().orElseThrow()));

    assertThat(Workbench.strings(cases.path("result").path("generated_files")))
        .noneMatch(name -> name.startsWith("rtm_"));
    assertThat(cases.path("result").path("notes").get(0).asString())
        .contains("stays what coverage");
    assertThat(
        bench.completed("coverage-analysis", Map.of()).path("result").path("requirements").asInt())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"csv,csv", "markdown,md"})
  void aWrittenMatrixCanBeReadBack(String format, String extension) {
    var rtm = bench.completed("generate-rtm",
        Map.of("requirements_content", Workbench.THREE, "options", Map.of("format", format)));
    var written = bench.text(rtm, "rtm_req_001_to_req_003." + extension);

    var again = bench.completed("generate-rtm", Map.of("requirements_content", written));

    assertThat(again.path("result").path("requirements").asInt()).isEqualTo(3);
    assertThat(bench.content(again, "rtm_req_001_to_req_003.json").path("requirements").get(1)
        .path("text").asString())
        .isEqualTo("The name shall hold at most 64 characters.");
  }

  @Test
  void aMatrixNamesTheBytesThatItWasMadeFrom() {
    var text = bench.completed("generate-rtm", Map.of("requirements_content", Workbench.THREE));
    var file = bench.upload("srs.md", Workbench.THREE);
    var upload = bench.completed("generate-rtm", Map.of("file_ids", List.of(file)));

    var source = bench.content(text, "rtm_req_001_to_req_003.json").path("sources").path(0);
    assertThat(source.path("file").asString()).isEqualTo("requirements_content");
    assertThat(source.path("sha256").asString()).isEqualTo(Words.sha256(Workbench.THREE));
    assertThat(bench.content(upload, "rtm_srs.json").path("sources")).hasSize(1)
        .first().isEqualTo(Api.JSON.valueToTree(
            Map.of("file", "srs.md", "sha256", Words.sha256(Workbench.THREE))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void anExportIsTheSameMatrixInAnotherProject(String format) {
    var table = """
      ID,Description,Verification Method,Status,Testcase,Test Result,Tested Build
      A-1,The pump shall stop.,Test,,Stress; Soak,Pass; Fail,B7; B8
      A-1.1,The door shall open.,Inspection,TBD,Stress,Pass,B7
      A-2,The lamp shall glow.,Test,Deleted,,,
      """;
    var rtm = bench.completed("generate-rtm",
        Map.of("requirements_content", table, "options", Map.of("format", format)));
    var export = bench.user.upload("other", "export." + format,
        bench.bytes(rtm, "rtm_a_1_to_a_2." + format));

    var again = bench.completed("generate-rtm",
        Map.of("file_ids", List.of(export), "project_id", "other"));

    var before = bench.content(rtm, "rtm_a_1_to_a_2.json");
    var after = bench.content(again, "rtm_export.json");
    assertThat(after.path("links")).hasSize(4).containsExactlyInAnyOrderElementsOf(
        before.path("links"));
    for (var field : List.of("id", "text", "title", "status", "verification", "parents", "kind")) {
      assertThat(after.path("requirements").findValues(field))
          .isEqualTo(before.path("requirements").findValues(field));
    }
    assertThat(bench.completed("coverage-analysis", Map.of("project_id", "other")).path("result")
        .path("figures")).isEqualTo(bench.completed("coverage-analysis", Map.of()).path("result")
            .path("figures"));
  }
}

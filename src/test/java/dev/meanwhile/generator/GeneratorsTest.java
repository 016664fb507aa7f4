package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.Api.Answer;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.document.Corpora;
import dev.meanwhile.trace.Words;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MeanwhileTest
class GeneratorsTest {
  private static final String THREE = """
    REQ-001: If the password is wrong, the system shall reject the login.
    REQ-002: The name shall hold at most 64 characters.
    REQ-003: The system shall greet the user.""";

  @Autowired
  private Api api;
  private Api user;

  @BeforeEach
  void makeUser() {
    user = api.newUser().with("Prefer", "wait=30");
  }

  @Test
  void aTextBecomesAMatrixWithItsFindings() {
    var task = completed("generate-rtm",
        Map.of("requirements_content", THREE + " It should smile.", "project_id", "p"));

    var result = task.path("result");
    assertThat(result.path("requirements").asInt()).isEqualTo(3);
    assertThat(result.path("total_count").asInt()).isEqualTo(3);
    assertThat(strings(result.path("generated_files"))).containsExactlyInAnyOrder(
        "rtm_req_001_to_req_003.json",
        "rtm_req_001_to_req_003.csv");
    var rtm = content(task, "rtm_req_001_to_req_003.json");
    assertThat(rtm.path("schema").asString()).isEqualTo("meanwhile.rtm/2");
    assertThat(rtm.path("requirements").get(0).path("text").asString()).isEqualTo(
        "If the password is wrong, the system shall reject the login.");
    assertThat(rtm.path("requirements").get(0).path("status").asString()).isEqualTo("active");
  }

  @Test
  void aMatrixLeadsToCasesAndTheirCoverage() {
    var rtm = completed("generate-rtm", Map.of("requirements_content", THREE, "project_id", "p"));
    var cases = completed("generate-test-cases",
        Map.of("rtm_from_task", rtm.path("task_id").asString(), "project_id",
            "p", "generation_options", Map.of("test_framework", "JUNIT")));
    var coverage = completed("coverage-analysis", Map.of("project_id", "p"));

    assertThat(cases.path("result").path("framework").asString()).isEqualTo("junit");
    assertThat(strings(cases.path("result").path("generated_files"))).contains(
        "Req001ToReq003Test.java",
        "test_cases_req_001_to_req_003.json", "test_cases_req_001_to_req_003.csv",
        "readme_req_001_to_req_003.md");
    assertThat(content(cases, "test_cases_req_001_to_req_003.json").path("cases"))
        .hasSize(cases.path("result").path(
            "total_count").asInt());
    var result = coverage.path("result");
    assertThat(result.path("requirements").asInt()).isEqualTo(3);
    assertThat(result.path("covered").asInt()).isEqualTo(3);
    assertThat(result.path("percentage").asDouble()).isEqualTo(100.0);
    assertThat(result.path("gaps")).isEmpty();
  }

  @Test
  void aPastedTextIsAMatrixOfTheProject() {
    var cases = completed("generate-test-cases", Map.of("rtm_content", THREE));
    var longer = completed("generate-test-cases",
        Map.of("rtm_content", THREE + "\nREQ-004: The system shall say goodbye."));

    assertThat(strings(cases.path("result").path("generated_files")))
        .contains("rtm_req_001_to_req_003.json");
    assertThat(strings(longer.path("result").path("generated_files")))
        .contains("rtm_req_001_to_req_004.json");
    var result = completed("coverage-analysis", Map.of()).path("result");
    assertThat(result.path("requirements").asInt()).isEqualTo(4);
    assertThat(result.path("covered").asInt()).isEqualTo(4);
    assertThat(result.path("orphans")).isEmpty();
    assertThat(result.path("duplicates")).isEmpty();
  }

  @Test
  void aPastedTextThatWasRewordedIsANewVersion() {
    completed("generate-test-cases", Map.of("rtm_content", THREE));
    var again = completed("generate-test-cases",
        Map.of("rtm_content", THREE.replace("64", "32")));

    assertThat(content(again, "rtm_req_001_to_req_003.json").path("changes").path("reworded"))
        .hasSize(1);
  }

  @Test
  void anExcerptTakesNothingFromTheProjectsMatrix() {
    completed("generate-rtm", Map.of("requirements_content", THREE));
    var cases = completed("generate-test-cases",
        Map.of("rtm_content", THREE.lines().findFirst().orElseThrow()));

    assertThat(strings(cases.path("result").path("generated_files")))
        .noneMatch(name -> name.startsWith("rtm_"));
    assertThat(cases.path("result").path("notes").get(0).asString())
        .contains("stays what coverage");
    assertThat(completed("coverage-analysis", Map.of()).path("result").path("requirements").asInt())
        .isEqualTo(3);
  }

  @Test
  void gapsAndOrphansAreTheSameInEveryFormOfTheReport() {
    completed("generate-rtm", Map.of("requirements_content", THREE, "project_id", "p"));
    completed("generate-test-cases",
        Map.of("rtm_content", "REQ-001: It shall go.\nOLD-1: It shall stop.", "project_id",
            "p"));
    var task = completed("coverage-analysis", Map.of("project_id", "p"));

    var result = task.path("result");
    assertThat(result.path("covered").asInt()).isEqualTo(1);
    assertThat(result.path("percentage").asDouble()).isEqualTo(33.3);
    assertThat(result.path("gaps")).hasSize(2);
    assertThat(result.path("orphans").get(0).path("requirement_id").asString()).isEqualTo("OLD-1");
    assertThat(content(task, "coverage.json").path("figures").path("covered")
        .path("count").asInt()).isEqualTo(1);
    assertThat(text(task, "coverage.md")).contains("| covered | 1 | 3 | 33.3 |")
        .contains("OLD-1");
    assertThat(text(task, "coverage.csv")).contains("covered,1,3,33.3,");
    assertThat(text(task, "coverage.html")).contains("1 of 3 requirements covered, 33.3 %")
        .doesNotContain("<script");
  }

  @Test
  void uploadedResultsReachTheirRequirementsAndTheTrendGoesOn() {
    completed("generate-rtm", Map.of("requirements_content", THREE));
    completed("coverage-analysis", Map.of());
    upload("run.xml", """
      <testsuite><testcase name="[REQ-001] rejects"/><testcase name="[REQ-003] greets"><failure/>
      </testcase></testsuite>""");
    upload("lcov.info", "SF:a.c\nDA:1,1\nDA:2,0\nend_of_record\n");
    upload("broken.xml", "<testsuite><testcase");
    var task = completed("coverage-analysis", Map.of());

    var report = content(task, "coverage.json");
    assertThat(report.path("figures").path("passed").path("count").asInt()).isEqualTo(1);
    assertThat(report.path("figures").path("failed").path("count").asInt()).isEqualTo(1);
    assertThat(report.path("code").get(0).path("counters").get(0).path("covered").asInt())
        .isEqualTo(1);
    assertThat(report.path("notes").get(0).asString()).contains("broken.xml");
    assertThat(report.path("trend")).hasSize(2);
    assertThat(task.path("progress").path("message").asString()).contains("1 passed, 1 failed");
  }

  @Test
  void theReportShowsHostileTextAsText() {
    completed("generate-rtm",
        Map.of("requirements_content", "A-1: <script>alert(1)</script> shall be | shown.",
            "project_id", "p"));
    var task = completed("coverage-analysis", Map.of("project_id", "p"));

    assertThat(text(task, "coverage.html")).contains("&lt;script&gt;").doesNotContain("<script");
    assertThat(text(task, "coverage.md")).contains("\\<script\\>").doesNotContain(" <script");
  }

  @Test
  void aProjectWithoutAMatrixSaysSo() {
    var task = failed("coverage-analysis", Map.of("project_id", "empty"));

    assertThat(task.path("error").path("message").asString()).contains("has no RTM");
    assertThat(task.path("error").path("retryable").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t "})
  void emptyContentIsRefusedByName(String content) {
    assertThat(badField("generate-test-cases", Map.of("rtm_content", content)))
        .isEqualTo("rtm_content");
    assertThat(badField("generate-rtm", Map.of("requirements_content", content)))
        .isEqualTo("requirements_content");
  }

  @Test
  void unknownChoicesAreRefusedWithTheChoices() {
    var framework = post("generate-test-cases",
        Map.of("rtm_content", THREE, "generation_options", Map.of(
            "test_framework", "cobol")));
    var format = post("generate-rtm",
        Map.of("requirements_content", THREE, "options", Map.of("format", "doc")));

    assertThat(framework.status()).isEqualTo(400);
    assertThat(framework.text()).contains("generation_options.test_framework")
        .contains("pytest, junit, gherkin");
    assertThat(format.status()).isEqualTo(400);
    assertThat(format.text()).contains("options.format")
        .contains("csv, xlsx, markdown, html, json");
  }

  @Test
  void whatTheUserDoesNotHaveIsRefusedByField() {
    assertThat(badField("generate-rtm", Map.of("file_ids", List.of(UUID.randomUUID()))))
        .isEqualTo("file_ids[0]");
    assertThat(badField("generate-test-cases", Map.of("rtm_artifact_id", UUID.randomUUID())))
        .isEqualTo(
            "rtm_artifact_id");
  }

  @Test
  void aTextWithoutRequirementsFailsWithAReason() {
    var task = failed("generate-rtm",
        Map.of("file_ids", List.of(upload("story.txt", "Once upon a time."))));

    assertThat(task.path("error").path("code").asString()).isEqualTo("no_requirements");
  }

  @Test
  void negativeCasesCanBeLeftOut() {
    var task = completed("generate-test-cases",
        Map.of("rtm_content", THREE, "generation_options", Map.of(
            "include_negative_tests", false)));

    assertThat(task.path("result").path("by_type").has("negative")).isFalse();
    assertThat(task.path("result").path("by_type").path("boundary").asInt()).isEqualTo(3);
  }

  @Test
  void aFileBecomesTextAndStructure() {
    var fileId = upload("srs.md", "# Top\n\nREQ-1: It shall go.\n\nIt should stop.");
    var task = completed("process-file", Map.of("file_ids", List.of(fileId)));

    var file = task.path("result").path("files").get(0);
    assertThat(file.path("file_id").asString()).isEqualTo(fileId);
    assertThat(file.path("requirements").asInt()).isEqualTo(1);
    assertThat(file.path("candidates").asInt()).isEqualTo(1);
    assertThat(text(task, "srs.md.txt")).contains("REQ-1: It shall go.");
    assertThat(content(task, "srs.md.structure.json").path("passages").get(1).path("source")
        .path("line").asInt())
        .isEqualTo(3);
  }

  @Test
  void anUnreadableFileFailsTheTaskWithItsName() {
    var task = failed("process-file",
        Map.of("file_ids", List.of(upload("broken.docx", "not a zip"))));

    assertThat(task.path("error").path("message").asString()).contains("broken.docx")
        .contains("extension");
  }

  @ParameterizedTest
  @CsvSource({"csv,csv", "markdown,md"})
  void aWrittenMatrixCanBeReadBack(String format, String extension) {
    var rtm = completed("generate-rtm",
        Map.of("requirements_content", THREE, "options", Map.of("format", format)));
    var written = text(rtm, "rtm_req_001_to_req_003." + extension);

    var again = completed("generate-rtm", Map.of("requirements_content", written));

    assertThat(again.path("result").path("requirements").asInt()).isEqualTo(3);
    assertThat(content(again, "rtm_req_001_to_req_003.json").path("requirements").get(1)
        .path("text").asString())
        .isEqualTo("The name shall hold at most 64 characters.");
  }

  @Test
  void aMatrixNamesTheBytesThatItWasMadeFrom() {
    var text = completed("generate-rtm", Map.of("requirements_content", THREE));
    var file = upload("srs.md", THREE);
    var upload = completed("generate-rtm", Map.of("file_ids", List.of(file)));

    var source = content(text, "rtm_req_001_to_req_003.json").path("sources").path(0);
    assertThat(source.path("file").asString()).isEqualTo("requirements_content");
    assertThat(source.path("sha256").asString()).isEqualTo(Words.sha256(THREE));
    assertThat(content(upload, "rtm_srs.json").path("sources")).hasSize(1)
        .first().isEqualTo(Api.JSON.valueToTree(
            Map.of("file", "srs.md", "sha256", Words.sha256(THREE))));
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
    var rtm = completed("generate-rtm",
        Map.of("requirements_content", table, "options", Map.of("format", format)));
    var export = user.upload("other", "export." + format,
        bytes(rtm, "rtm_a_1_to_a_2." + format));

    var again = completed("generate-rtm",
        Map.of("file_ids", List.of(export), "project_id", "other"));

    var before = content(rtm, "rtm_a_1_to_a_2.json");
    var after = content(again, "rtm_export.json");
    assertThat(after.path("links")).hasSize(4).containsExactlyInAnyOrderElementsOf(
        before.path("links"));
    for (var field : List.of("id", "text", "title", "status", "verification", "parents", "kind")) {
      assertThat(after.path("requirements").findValues(field))
          .isEqualTo(before.path("requirements").findValues(field));
    }
    assertThat(completed("coverage-analysis", Map.of("project_id", "other")).path("result")
        .path("figures")).isEqualTo(completed("coverage-analysis", Map.of()).path("result")
            .path("figures"));
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    var first = completed("generate-test-cases", Map.of("rtm_content", THREE));
    var second = completed("generate-test-cases", Map.of("rtm_content", THREE));

    assertThat(artifacts(first)).hasSize(5);
    assertThat(hashes(first)).isEqualTo(hashes(second));
  }

  @Test
  void theHousekeepingCorpusGoesThroughEveryGenerator() {
    var fileId = upload("hk.csv", new String(Corpora.bytes("cfs-hk/hk_FunctionalRequirements.csv"),
        StandardCharsets.UTF_8));
    var rtm = completed("generate-rtm", Map.of("file_ids", List.of(fileId), "project_id", "hk"));
    completed("generate-test-cases",
        Map.of("rtm_from_task", rtm.path("task_id").asString(), "project_id", "hk"));
    var result = completed("coverage-analysis", Map.of("project_id", "hk")).path("result");

    assertThat(rtm.path("result").path("requirements").asInt()).isEqualTo(16);
    assertThat(result.path("requirements").asInt()).isEqualTo(16);
    assertThat(result.path("covered").asInt()).isEqualTo(16);
  }

  private Answer post(String slug, Map<String, ?> body) {
    var whole = new HashMap<String, Object>(body);
    whole.putIfAbsent("project_id", "default");
    return user.post("/api/v1/tasks/" + slug, whole);
  }

  private JsonNode completed(String slug, Map<String, ?> body) {
    var task = post(slug, body).json();
    assertThat(task.path("status").asString()).as(task.toPrettyString()).isEqualTo("completed");
    return task;
  }

  private JsonNode failed(String slug, Map<String, ?> body) {
    var task = post(slug, body).json();
    assertThat(task.path("status").asString()).as(task.toPrettyString()).isEqualTo("failed");
    return task;
  }

  private String badField(String slug, Map<String, ?> body) {
    var answer = post(slug, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    return answer.json().path("errors").path(0).path("field").asString("");
  }

  private JsonNode artifacts(JsonNode task) {
    return user.get("/api/v1/tasks/" + task.path("task_id").asString() + "/artifacts").json()
        .path("artifacts");
  }

  private List<String> hashes(JsonNode task) {
    return artifacts(task).valueStream()
        .map(a -> a.path("name").asString() + a.path("sha256").asString()).toList();
  }

  private String text(JsonNode task, String name) {
    var id = artifacts(task).valueStream().filter(a -> a.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + artifacts(task)))
        .path("artifact_id").asString();
    return user.get("/api/v1/artifacts/" + id + "/content").text();
  }

  private byte[] bytes(JsonNode task, String name) {
    var id = artifacts(task).valueStream().filter(a -> a.path("name").asString().equals(name))
        .findFirst().orElseThrow().path("artifact_id").asString();
    return user.bytes("/api/v1/artifacts/" + id + "/content");
  }

  private JsonNode content(JsonNode task, String name) {
    return Api.JSON.readTree(text(task, name));
  }

  private String upload(String name, String content) {
    var body = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
        + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--b--\r\n";
    var request = user.request("/api/v1/projects/default/files")
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(BodyPublishers.ofString(body)).build();
    var answer = user.send(request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.JSON.readTree(answer.body()).path("files").path(0).path("file_id").asString();
  }

  private static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    array.forEach(n -> strings.add(n.asString()));
    return strings;
  }
}

package dev.meanwhile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What a client gets for a request that can't be served: the contract's status, and a message that names the field.
@MeanwhileTest
class BadInputTest {
  private static final String CASES = "/api/v1/tasks/generate-test-cases";
  private static final String RTM = "REQ-1: The pump shall stop within 2 seconds.";

  @Autowired
  Api nobody;
  private Api api;

  @BeforeEach
  void makeUser() {
    api = nobody.newUser();
  }

  private Answer cases(Map<String, ?> more) {
    var body = new HashMap<String, Object>(Map.of("project_id", "p", "rtm_content", RTM));
    body.putAll(more);
    return api.post(CASES, body);
  }

  private static void assertRefused(Answer answer, int status, String field) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("errors").path(0).path("field").asString("")).isEqualTo(field);
    assertThat(answer.json().path("detail").asString()).contains(field);
  }

  @Test
  void anEmptyMatrixIsRefused() {
    assertRefused(cases(Map.of("rtm_content", "")), 400, "rtm_content");
  }

  @Test
  void aMatrixOfTenMegabytesIsTooLarge() {
    var answer = cases(Map.of("rtm_content", "x".repeat(10_000_000)));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("detail").asString()).contains("meanwhile.");
  }

  @Test
  void anUnknownFrameworkIsRefusedWithTheChoices() {
    var answer = cases(Map.of("generation_options", Map.of("test_framework", "nunit")));

    assertRefused(answer, 400, "generation_options.test_framework");
    assertThat(answer.json().path("detail").asString()).contains("pytest");
  }

  @Test
  @Tag("MW-ERR-001")
  void anUnknownFieldIsRefusedByName() {
    assertRefused(cases(Map.of("colour", "red")), 400, "colour");
    assertRefused(cases(Map.of("generation_options", Map.of("colour", "red"))), 400,
        "generation_options.colour");
  }

  @Test
  void wrongTypesAreRefusedByName() {
    assertRefused(cases(Map.of("rtm_content", 12)), 400, "rtm_content");
    assertRefused(cases(Map.of("priority", "high")), 400, "priority");
    assertRefused(cases(Map.of("depends_on", "x")), 400, "depends_on");
    assertRefused(cases(Map.of("rtm_artifact_id", "x")), 400, "rtm_artifact_id");
    assertThat(api.post(CASES, "{\"project_id\":").status()).isEqualTo(400);
    assertThat(api.with("Content-Type", "text/plain").post(CASES, "x").status()).isEqualTo(415);
  }

  @Test
  void aBadProjectKeyIsRefused() {
    assertRefused(cases(Map.of("project_id", "../etc")), 400, "project_id");
    assertRefused(cases(Map.of("project_id", "x".repeat(65))), 400, "project_id");
  }

  @Test
  void twentyOneDependenciesAreTooMany() {
    assertRefused(cases(Map.of("depends_on", IntStream.range(0, 21)
        .mapToObj(_ -> UUID.randomUUID()).toList())), 400, "depends_on");
  }

  @Test
  @Tag("MW-TASK-020")
  void aForeignDependencyIsNamedByIndex() {
    var mine = cases(Map.of()).json().path("task_id").asString();
    var foreign = nobody.newUser().post(CASES, Map.of("project_id", "p", "rtm_content", RTM)).json()
        .path("task_id").asString();

    assertRefused(cases(Map.of("depends_on", List.of(mine, foreign))), 400, "depends_on[1]");
  }

  @Test
  void anEmptyFileIsRefusedWhenItIsRead() {
    assertFails("empty.csv", new byte[0], "empty.csv");
  }

  @Test
  void aZipBombThatPosesAsAWorkbookEndsItsOwnTaskOnly() throws IOException {
    assertFails("bomb.xlsx", zip("xl/workbook.xml", new byte[200_000_000]), "bomb.xlsx");
  }

  @Test
  void anExternalEntityInADocumentIsNotFollowed() throws IOException {
    var xml = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>";
    var task = assertFails("xxe.docx", zip("word/document.xml",
        xml.getBytes(StandardCharsets.UTF_8)), "xxe.docx");

    assertThat(task.toString()).doesNotContain("root:");
  }

  @Test
  @Tag("MW-DOC-005")
  void aPathInAFileNameIsCutOff() {
    var stored = api.tryUpload("p", "../../etc/cron.d/x.txt", new byte[]{120}).json();

    assertThat(stored.path("files").path(0).path("name").asString()).isEqualTo("x.txt");
  }

  private JsonNode assertFails(String name, byte[] content, String told) {
    var file = api.upload("p", name, content);
    var task = api.with("Prefer", "wait=30").post("/api/v1/tasks/process-file",
        Map.of("project_id", "p", "file_ids", List.of(file))).json();
    assertThat(task.path("status").asString()).as(task.toString()).isEqualTo("failed");
    assertThat(task.path("error").path("message").asString()).contains(told);
    return task;
  }

  private static byte[] zip(String entry, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}

package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What generators refuse or fail with.
@MeanwhileTest
class RefusalsTest {
  private final Workbench bench;

  RefusalsTest(@Autowired Api api) {
    bench = new Workbench(api);
  }

  @Test
  void aProjectWithoutAMatrixSaysSo() {
    var task = bench.failed("coverage-analysis", Map.of("project_id", "empty"));

    assertThat(task.path("error").path("message").asString()).contains("has no RTM");
    assertThat(task.path("error").path("retryable").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t "})
  void emptyContentIsRefusedByName(String content) {
    assertThat(bench.badField("generate-test-cases", Map.of("rtm_content", content)))
        .isEqualTo("rtm_content");
    assertThat(bench.badField("generate-rtm", Map.of("requirements_content", content)))
        .isEqualTo("requirements_content");
  }

  @Test
  void unknownChoicesAreRefusedWithTheChoices() {
    var framework = bench.post("generate-test-cases",
        Map.of("rtm_content", Workbench.THREE, "generation_options", Map.of(
            "test_framework", "cobol")));
    var format = bench.post("generate-rtm",
        Map.of("requirements_content", Workbench.THREE, "options", Map.of("format", "doc")));

    assertThat(framework.status()).isEqualTo(400);
    assertThat(framework.text()).contains("generation_options.test_framework")
        .contains("pytest, junit, gherkin");
    assertThat(format.status()).isEqualTo(400);
    assertThat(format.text()).contains("options.format")
        .contains("csv, xlsx, markdown, html, json");
  }

  @Test
  void whatTheUserDoesNotHaveIsRefusedByField() {
    assertThat(bench.badField("generate-rtm", Map.of("file_ids", List.of(UUID.randomUUID()))))
        .isEqualTo("file_ids[0]");
    assertThat(bench.badField("generate-rtm", Map.of("rtm_artifact_id", UUID.randomUUID())))
        .isEqualTo("rtm_artifact_id");
    assertThat(bench.badField("generate-rtm",
        Map.of("rtm_artifact_id", UUID.randomUUID(), "requirements_content", Workbench.THREE)))
        .isEqualTo("rtm_artifact_id");
    assertThat(bench.badField("generate-rtm", Map.of("rtm_artifact_id", UUID.randomUUID(),
        "options", Map.of("format", "json")))).isEqualTo("options.format");
    assertThat(bench.badField("generate-test-cases", Map.of("rtm_artifact_id", UUID.randomUUID())))
        .isEqualTo(
            "rtm_artifact_id");
  }

  @Test
  void aTextWithoutRequirementsFailsWithAReason() {
    var task = bench.failed("generate-rtm",
        Map.of("file_ids", List.of(bench.upload("story.txt", "Once upon a time."))));

    assertThat(task.path("error").path("code").asString()).isEqualTo("no_requirements");
  }

  @Test
  void anUnreadableFileFailsTheTaskWithItsName() {
    var task = bench.failed("process-file",
        Map.of("file_ids", List.of(bench.upload("broken.docx", "not a zip"))));

    assertThat(task.path("error").path("message").asString()).contains("broken.docx")
        .contains("extension");
  }
}

package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.document.Corpora;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What the generators make, one of what another made.
@MeanwhileTest
class GeneratorsTest {
  private final Workbench bench;

  GeneratorsTest(@Autowired Api api) {
    bench = new Workbench(api);
  }

  @Test
  void aMatrixLeadsToCasesAndTheirCoverage() {
    var rtm = bench.completed("generate-rtm",
        Map.of("requirements_content", Workbench.THREE, "project_id", "p"));
    var cases = bench.completed("generate-test-cases",
        Map.of("rtm_from_task", rtm.path("task_id").asString(), "project_id",
            "p", "generation_options", Map.of("test_framework", "JUNIT")));
    var coverage = bench.completed("coverage-analysis", Map.of("project_id", "p"));

    assertThat(cases.path("result").path("framework").asString()).isEqualTo("junit");
    assertThat(Workbench.strings(cases.path("result").path("generated_files"))).contains(
        "Req001ToReq003Test.java",
        "test_cases_req_001_to_req_003.json", "test_cases_req_001_to_req_003.csv",
        "readme_req_001_to_req_003.md");
    assertThat(bench.content(cases, "test_cases_req_001_to_req_003.json").path("cases"))
        .hasSize(cases.path("result").path(
            "total_count").asInt());
    var result = coverage.path("result");
    assertThat(result.path("requirements").asInt()).isEqualTo(3);
    assertThat(result.path("covered").asInt()).isEqualTo(3);
    assertThat(result.path("percentage").asDouble()).isEqualTo(100.0);
    assertThat(result.path("gaps")).isEmpty();
  }

  @Test
  void gapsAndOrphansAreTheSameInEveryFormOfTheReport() {
    bench.completed("generate-rtm",
        Map.of("requirements_content", Workbench.THREE, "project_id", "p"));
    bench.completed("generate-test-cases",
        Map.of("rtm_content", "REQ-001: It shall go.\nOLD-1: It shall stop.", "project_id",
            "p"));
    var task = bench.completed("coverage-analysis", Map.of("project_id", "p"));

    var result = task.path("result");
    assertThat(result.path("covered").asInt()).isEqualTo(1);
    assertThat(result.path("percentage").asDouble()).isEqualTo(33.3);
    assertThat(result.path("gaps")).hasSize(2);
    assertThat(result.path("orphans").get(0).path("requirement_id").asString()).isEqualTo("OLD-1");
    assertThat(bench.content(task, "coverage.json").path("figures").path("covered")
        .path("count").asInt()).isEqualTo(1);
    assertThat(bench.text(task, "coverage.md")).contains("| covered | 1 | 3 | 33.3 |")
        .contains("OLD-1");
    assertThat(bench.text(task, "coverage.csv")).contains("covered,1,3,33.3,");
    assertThat(bench.text(task, "coverage.html")).contains("1 of 3 requirements covered, 33.3 %")
        .doesNotContain("<script");
  }

  @Test
  void uploadedResultsReachTheirRequirementsAndTheTrendGoesOn() {
    bench.completed("generate-rtm", Map.of("requirements_content", Workbench.THREE));
    bench.completed("coverage-analysis", Map.of());
    bench.upload("run.xml", """
      <testsuite><testcase name="[REQ-001] rejects"/><testcase name="[REQ-003] greets"><failure/>
      </testcase></testsuite>""");
    bench.upload("lcov.info", "SF:a.c\nDA:1,1\nDA:2,0\nend_of_record\n");
    bench.upload("broken.xml", "<testsuite><testcase");
    var task = bench.completed("coverage-analysis", Map.of());

    var report = bench.content(task, "coverage.json");
    assertThat(report.path("figures").path("passed").path("count").asInt()).isEqualTo(1);
    assertThat(report.path("figures").path("failed").path("count").asInt()).isEqualTo(1);
    assertThat(report.path("code").get(0).path("counters").get(0).path("covered").asInt())
        .isEqualTo(1);
    assertThat(report.path("notes").get(0).asString()).contains("broken.xml");
    assertThat(report.path("trend")).hasSize(2);
    assertThat(task.path("progress").path("message").asString()).contains("1 passed, 1 failed");
  }

  @Test
  @Tag("MW-COV-013")
  void resultsOfAnEarlierWordingAreSuspectUntilTheTestsRanAgain() {
    var results = """
      <testsuite timestamp="%s"><testcase name="[REQ-003] greets"/></testsuite>""";
    bench.completed("generate-rtm", Map.of("requirements_content", Workbench.THREE));
    bench.upload("run.xml", results.formatted("2026-01-02T03:04:05Z"));
    var before = bench.completed("coverage-analysis", Map.of());
    var reworded = Map.of("requirements_content",
        Workbench.THREE.replace("shall greet", "shall not greet"));
    var matrix = bench.completed("generate-rtm", reworded);
    bench.completed("generate-rtm", reworded); // nothing new: it was reworded before
    var changed = bench.completed("coverage-analysis", Map.of());
    bench.completed("generate-test-cases",
        Map.of("rtm_from_task", matrix.path("task_id").asString()));
    bench.upload("again.xml", results.formatted("2999-01-02T03:04:05Z"));
    var after = bench.completed("coverage-analysis", Map.of());

    assertThat(standing(before)).isEqualTo("passed");
    assertThat(standing(changed)).isEqualTo("suspect");
    assertThat(bench.content(changed, "coverage.json").path("suspects").path(0).path("was")
        .asString()).isEqualTo("The system shall greet the user.");
    assertThat(bench.content(after, "coverage.json").path("figures").path("suspect")
        .path("count").asInt()).isZero();
  }

  private String standing(JsonNode coverage) {
    return bench.content(coverage, "coverage.json").path("rows").valueStream()
        .filter(r -> r.path("requirement_id").asString().equals("REQ-003")).findFirst()
        .orElseThrow().path("standing").asString();
  }

  @Test
  void theReportShowsHostileTextAsText() {
    bench.completed("generate-rtm",
        Map.of("requirements_content", "A-1: <script>alert(1)</script> shall be | shown.",
            "project_id", "p"));
    var task = bench.completed("coverage-analysis", Map.of("project_id", "p"));

    assertThat(bench.text(task, "coverage.html")).contains("&lt;script&gt;")
        .doesNotContain("<script");
    assertThat(bench.text(task, "coverage.md")).contains("\\<script\\>").doesNotContain(" <script");
  }

  @Test
  void negativeCasesCanBeLeftOut() {
    var task = bench.completed("generate-test-cases",
        Map.of("rtm_content", Workbench.THREE, "generation_options", Map.of(
            "include_negative_tests", false)));

    assertThat(task.path("result").path("by_type").has("negative")).isFalse();
    assertThat(task.path("result").path("by_type").path("boundary").asInt()).isEqualTo(3);
  }

  @Test
  void aFileBecomesTextAndStructure() {
    var fileId = bench.upload("srs.md", "# Top\n\nREQ-1: It shall go.\n\nIt should stop.");
    var task = bench.completed("process-file", Map.of("file_ids", List.of(fileId)));

    var file = task.path("result").path("files").get(0);
    assertThat(file.path("file_id").asString()).isEqualTo(fileId);
    assertThat(file.path("requirements").asInt()).isEqualTo(1);
    assertThat(file.path("candidates").asInt()).isEqualTo(1);
    assertThat(bench.text(task, "srs.md.txt")).contains("REQ-1: It shall go.");
    assertThat(bench.content(task, "srs.md.structure.json").path("passages").get(1).path("source")
        .path("line").asInt())
        .isEqualTo(3);
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    var first = bench.completed("generate-test-cases", Map.of("rtm_content", Workbench.THREE));
    var second = bench.completed("generate-test-cases", Map.of("rtm_content", Workbench.THREE));

    assertThat(bench.artifacts(first)).hasSize(5);
    assertThat(bench.hashes(first)).isEqualTo(bench.hashes(second));
  }

  @Test
  void theHousekeepingCorpusGoesThroughEveryGenerator() {
    var fileId = bench.upload("hk.csv",
        new String(Corpora.bytes("cfs-hk/hk_FunctionalRequirements.csv"),
            StandardCharsets.UTF_8));
    var rtm = bench.completed("generate-rtm",
        Map.of("file_ids", List.of(fileId), "project_id", "hk"));
    bench.completed("generate-test-cases",
        Map.of("rtm_from_task", rtm.path("task_id").asString(), "project_id", "hk"));
    var result = bench.completed("coverage-analysis", Map.of("project_id", "hk")).path("result");

    assertThat(rtm.path("result").path("requirements").asInt()).isEqualTo(16);
    assertThat(result.path("requirements").asInt()).isEqualTo(16);
    assertThat(result.path("covered").asInt()).isEqualTo(16);
  }
}

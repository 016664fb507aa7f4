package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.PatientMeanwhileTest;
import dev.meanwhile.task.handler.Handlers;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.run.CountedTry;
import dev.meanwhile.task.run.RunRecords;
import dev.meanwhile.testing.Effort;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// A generator looks often whether it should go on, in each of its steps and however long its input is. How soon a cancel
/// ends the work follows from that, and depends on no clock.
@PatientMeanwhileTest
class LooksTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int REQUIREMENTS = 2_000;
  private static final int RESULTS = 10 * REQUIREMENTS;
  /// For each requirement, between two looks: a tenth of a second's work for all of them on a usual machine.
  private static final long MOST_BYTES_EACH = 48 << 10;
  /// For what allocates nothing: as much as taking the requirements out of their text.
  private static final Duration MOST_CPU = Effort.usual(() -> Extraction
      .of(List.of(Passage.paragraph(requirements("bar"), Source.line("lines.md", 1, null)))));

  @Autowired
  private Handlers handlers;
  @Autowired
  private TaskRows rows;
  @Autowired
  private RunRecords records;
  @Autowired
  private JsonMapper json;
  private final Api user;

  LooksTest(@Autowired Api nobody) {
    user = nobody.newUser();
  }

  @Test
  @Tag("MW-TASK-007")
  void whileFilesAreReadAndLookedThrough() throws Exception {
    var line = "The unit shall store one more record and tell it to operator 7. "
        .repeat(10 * REQUIREMENTS);
    var input = Map.of("file_ids", List.of(upload("line.md", line),
        upload("lines.md", requirements("bar"))));

    looksOften("process-file", input, done("process-file", input));
  }

  @Test
  void whileAMatrixFollowsAnEarlierOne() throws Exception {
    var earlier = done("generate-rtm", Map.of("requirements_content", requirements("bar")));

    for (var format : List.of("csv", "xlsx", "markdown", "html")) {
      looksOften("generate-rtm", Map.of("requirements_content", requirements("kPa"), "options",
          Map.of("format", format)), earlier);
    }
    var renamed = requirements("bar").replaceAll("REQ-(?!0000|%04d)".formatted(REQUIREMENTS - 1),
        "SYS-");

    looksOften("generate-rtm", Map.of("requirements_content", renamed), earlier);
  }

  @Test
  void whileTestCasesAreDesignedAndRendered() throws Exception {
    var earlier = done("generate-test-cases", Map.of("rtm_content", requirements("bar")));

    looksOften("generate-test-cases", Map.of("rtm_content", requirements("kPa")), earlier);
    for (var framework : List.of("pytest", "junit", "gherkin", "robot", "playwright")) {
      looksOften("generate-test-cases", Map.of("rtm_artifact_id", matrix(earlier),
          "generation_options", Map.of("test_framework", framework)), earlier);
    }
  }

  private String matrix(TaskRow task) {
    return user.get("/api/v1/tasks/" + task.taskId() + "/artifacts").json().path("artifacts")
        .valueStream().filter(artifact -> artifact.path("kind").asString().equals(Stored.RTM))
        .findFirst().orElseThrow().path("artifact_id").asString();
  }

  @Test
  void whileCoverageIsCalculatedAndWritten() throws Exception {
    done("generate-test-cases", Map.of("rtm_content", requirements("bar")));
    upload("results.xml", results());
    upload("test procedures.md", requirements("bar").replace("If", "Test T-1 checks that if"));

    looksOften("coverage-analysis", Map.of(), done("coverage-analysis", Map.of()));
  }

  private static String requirements(String unit) {
    return IntStream.range(0, REQUIREMENTS).mapToObj(i -> ("REQ-%04d: If the pressure is above %d "
        + "%s, the controller shall close valve %d within %d s.")
        .formatted(i, i + 3, unit, i, i % 50 + 1))
        .collect(Collectors.joining("\n\n"));
  }

  private static String results() {
    return IntStream.range(0, RESULTS)
        .mapToObj(i -> ("<testcase name='t%d' classname='c'><properties>"
            + "<property name='requirement' value='REQ-%04d'/></properties></testcase>")
            .formatted(i, i % REQUIREMENTS))
        .collect(Collectors.joining("\n", "<testsuite>", "</testsuite>"));
  }

  private String upload(String name, String content) {
    return user.upload("p", name, content.getBytes(StandardCharsets.UTF_8));
  }

  /// A task of the user's that is done.
  private TaskRow done(String slug, Map<String, ?> input) {
    var body = new HashMap<String, Object>(input);
    body.put("project_id", "p");
    var task = user.post("/api/v1/tasks/" + slug, body);
    assertThat(task.status()).as(task.text()).isEqualTo(202);
    var id = task.json().path("task_id").asString();
    await().atMost(LIMIT).until(() -> !List.of("pending", "running")
        .contains(user.get("/api/v1/tasks/" + id).json().path("status").asString()));
    assertThat(user.get("/api/v1/tasks/" + id).json().path("status").asString())
        .isEqualTo("completed");
    return rows.find(UUID.fromString(id)).orElseThrow();
  }

  private void looksOften(String slug, Map<String, ?> input, TaskRow task) throws Exception {
    looksOften(handlers.atPath(slug), input, task);
  }

  private <I extends Record> void looksOften(TaskHandler<I> handler, Map<String, ?> input,
      TaskRow task) throws Exception {
    var counted = new CountedTry(task, records);

    handler.run(json.treeToValue(json.valueToTree(input), handler.kind().input()),
        new TaskRun(counted));

    assertThat(counted.steps()).allSatisfy((step, work) -> {
      assertThat(work.bytes()).as("bytes between two looks while %s", step)
          .isLessThan(MOST_BYTES_EACH * REQUIREMENTS);
      assertThat(work.cpu()).as("time between two looks while %s", step).isLessThan(MOST_CPU);
    });
  }
}

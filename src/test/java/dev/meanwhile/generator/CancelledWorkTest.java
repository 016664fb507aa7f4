package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.OwnMeanwhileTest;
import dev.meanwhile.task.run.Runs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Long work stops soon after its cancel, whatever it is just doing: each piece of work is run to its end, and then again
/// with a cancel after a part of that time. The limit is a generous one, for machines that are busy: how much work happens
/// between two looks is what [LooksTest] bounds. Long itself, it runs beside the tests of the shared application, in that of
/// the test of replies that wait.
@OwnMeanwhileTest
@TestPropertySource(properties = {"meanwhile.agent.foreground-limit=30s",
    "meanwhile.agent.foreground-limits.generate_rtm=1ms",
    "meanwhile.agent.foreground-limits.coverage_analysis=0s"})
class CancelledWorkTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int REQUIREMENTS = 2_000;

  @Autowired
  private Api nobody;
  @Autowired
  private Runs runs;
  private Api user;

  @BeforeEach
  void makeUser() {
    user = nobody.newUser();
  }

  @Test
  @Tag("MW-TASK-007")
  void readingAndLookingForRequirements() {
    var line = "The unit shall store one more record and tell it to operator 7. ".repeat(30_000);
    var file = user.upload("p", "line.md", line.getBytes(StandardCharsets.UTF_8));

    cancelAtAnyTime("process-file", Map.of("file_ids", List.of(file), "project_id", "p"));
  }

  @Test
  void designingAndRendering() {
    cancelAtAnyTime("generate-test-cases", Map.of("rtm_content", requirements(), "project_id",
        "p"));
  }

  @Test
  void calculatingAndWriting() {
    end(start("generate-test-cases", Map.of("rtm_content", requirements(), "project_id", "p")));

    cancelAtAnyTime("coverage-analysis", Map.of("project_id", "p"));
  }

  private static String requirements() {
    return IntStream.range(0, REQUIREMENTS).mapToObj(i -> ("REQ-%04d: If the pressure is above %d "
        + "bar, the controller shall close valve %d within %d s.")
        .formatted(i, i + 3, i, i % 50 + 1))
        .collect(Collectors.joining("\n\n"));
  }

  private void cancelAtAnyTime(String slug, Map<String, ?> input) {
    long begun = System.nanoTime();
    end(start(slug, input));
    long whole = System.nanoTime() - begun;
    for (int tenths = 1; tenths < 10; tenths += 2) {
      long after = whole * tenths / 10;
      var id = start(slug, input);
      long from = System.nanoTime();
      await().pollInterval(Duration.ofMillis(5)).atMost(LIMIT)
          .until(() -> System.nanoTime() - from >= after);
      long cancelled = System.nanoTime();
      user.post("/api/v1/tasks/" + id + "/cancel", "");
      await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(LIMIT)
          .until(() -> !runs.has(id));
      assertThat(Duration.ofNanos(System.nanoTime() - cancelled))
          .as("%s cancelled after %d of %d ms", slug, after / 1_000_000, whole / 1_000_000)
          .isLessThan(SOON);
    }
  }

  private UUID start(String slug, Map<String, ?> input) {
    var task = user.post("/api/v1/tasks/" + slug, input);
    assertThat(task.status()).as(task.text()).isEqualTo(202);
    var id = UUID.fromString(task.json().path("task_id").asString());
    await().pollInterval(Duration.ofMillis(5)).atMost(LIMIT)
        .until(() -> runs.has(id) || isOver(id));
    return id;
  }

  private void end(UUID id) {
    await().pollInterval(Duration.ofMillis(5)).atMost(LIMIT).until(() -> isOver(id));
  }

  private boolean isOver(UUID id) {
    return !List.of("pending", "running")
        .contains(user.get("/api/v1/tasks/" + id).json().path("status").asString());
  }
}

package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.PatientMeanwhileTest;
import dev.meanwhile.task.run.Runs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Long work stops soon after its cancel, whatever it is just doing: each piece of work is run to its end, and then again
/// with a cancel after a part of that time. Soon is a part of the time that the rest would have taken: how much work happens
/// between two looks is what [LooksTest] bounds. Long itself, it runs beside the tests of the shared application.
@PatientMeanwhileTest
class CancelledWorkTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  /// Of the time that the work would have gone on.
  private static final double SOON = 0.5;
  private static final List<Integer> TENTHS = List.of(1, 3, 5, 7, 9);
  private static final int REQUIREMENTS = 2_000;

  @Autowired
  private Runs runs;
  private final Api user;

  CancelledWorkTest(@Autowired Api nobody) {
    user = nobody.newUser();
  }

  @Test
  @Tag("MW-TASK-007")
  void readingAndLookingForRequirements() {
    var line = "The unit shall store one more record and tell it to operator 7. ".repeat(15_000);
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
    whole(slug, input);
    long whole = whole(slug, input);
    var shares = TENTHS.stream().map(tenths -> shareOfTheRest(slug, input, whole, tenths)).sorted()
        .toList();

    assertThat(shares.get(shares.size() / 2))
        .as("%s of %d ms, cancelled at %s tenths: the usual share of the rest in %s", slug,
            whole / 1_000_000, TENTHS, shares)
        .isLessThan(SOON);
  }

  /// How long the work takes, in nanoseconds.
  private long whole(String slug, Map<String, ?> input) {
    long begun = System.nanoTime();
    end(start(slug, input));
    return System.nanoTime() - begun;
  }

  private double shareOfTheRest(String slug, Map<String, ?> input, long whole, int tenths) {
    long after = whole * tenths / 10;
    var id = start(slug, input);
    long from = System.nanoTime();
    await().pollInterval(Duration.ofMillis(5)).atMost(LIMIT)
        .until(() -> System.nanoTime() - from >= after);
    long cancelled = System.nanoTime();
    user.post("/api/v1/tasks/" + id + "/cancel", "");
    await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(LIMIT)
        .until(() -> !runs.has(id));
    return (double) (System.nanoTime() - cancelled) / (whole - after);
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

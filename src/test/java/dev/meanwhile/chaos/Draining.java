package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A server that is told to stop while it works.
record Draining(Fleet fleet) {
  /// What a server gets to finish its running steps.
  static final Duration DRAIN = Duration.ofSeconds(6);
  /// A step that is longer than the last moments of a shutdown and shorter than the drain.
  private static final String FITS = "step-4000";
  private static final Duration ENDS = DRAIN.multipliedBy(5);

  void itFinishesStepsHandsTheRestOverAndAdmitsNothing() throws Exception {
    var scene = new Scene(fleet);
    var fits = scene.trial(0, FITS, "step");
    int leaving = scene.nodeOf(fits);
    int staying = 1 - leaving;
    var waiting = Scene.times(4, () -> scene.trial(leaving, "step", scene.untilOpen()));
    scene.awaitBegun(waiting, "s1");
    scene.awaitBegun(List.of(fits), "s0");
    var feed = read(scene.at(leaving));

    fleet.node(leaving).terminate();

    var refusal = await().atMost(ENDS).until(() -> create(scene.at(leaving)),
        answer -> answer != null && answer.status() != 202);
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.header("Retry-After")).isNotEmpty();
    assertThat(feed.get(ENDS.toSeconds(), TimeUnit.SECONDS)).contains("resume");
    assertThat(fleet.node(leaving).onExit().get(ENDS.toSeconds(), TimeUnit.SECONDS).exitValue())
        .as("SIGTERM is no failure").isIn(0, 143);
    scene.open();
    await().atMost(Scene.LIMIT).untilAsserted(() -> assertThat(waiting).allSatisfy(
        task -> assertThat(task(scene.at(staying), task).path("status").asString())
            .isEqualTo("completed")));
    assertThat(waiting).allSatisfy(
        task -> assertThat(task(scene.at(staying), task).path("attempt").asInt()).isEqualTo(1));
    await().atMost(Scene.LIMIT).until(() -> task(scene.at(staying), fits).path("status")
        .asString().equals("completed"));
    assertThat(scene.lines(List.of(fits), Diary.Event.STEP).stream()
        .collect(Collectors.groupingBy(Diary.Line::step, Collectors.counting())))
        .as("the step that fits into the drain is done once").containsEntry("s0", 1L);
    assertThat(scene.handedOver(Set.copyOf(waiting)) + scene.handedOver(Set.of(fits)))
        .isPositive();
    scene.assertKept();
  }

  private static tools.jackson.databind.JsonNode task(Api api, java.util.UUID id) {
    return api.get("/api/v1/tasks/" + id).json();
  }

  private static Api.Answer create(Api api) {
    try {
      return api.post("/api/v1/tasks/trial",
          Map.of("project_id", "p", "name", "late", "plan", List.of("step")));
    } catch (UncheckedIOException e) {
      throw new AssertionError("it went without a word", e);
    }
  }

  /// All that a feed says after its hello, once it has ended.
  private static CompletableFuture<String> read(Api api) throws Exception {
    var feed = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
        .send(api.request("/api/v1/events").timeout(Duration.ofMinutes(5)).build(),
            BodyHandlers.ofInputStream());
    var lines = new BufferedReader(
        new InputStreamReader(feed.body(), StandardCharsets.UTF_8));
    while (!lines.readLine().contains("hello")) {
      // it begins with how to come back
    }
    return CompletableFuture.supplyAsync(() -> lines.lines().collect(Collectors.joining("\n")));
  }

  /// One server after the other is told to stop and started again, under load.
  void aRollingRestartLosesNothing(long seed, Load.Size size) throws Exception {
    var load = Load.start(fleet, seed, size);
    try {
      for (int i = 0; i < fleet.size(); i++) {
        fleet.node(i).terminate();
        fleet.node(i).awaitDeath();
        fleet.restart(i);
      }
      await().atMost(Duration.ofMinutes(3)).ignoreExceptions()
          .until(() -> load.isOver() && Recorder.unrest(fleet.store()).isEmpty());
    } finally {
      load.end();
    }
    var recording = Recorder.record(fleet, load.promised());
    var lost = new ArrayList<String>();
    recording.tasks().stream().filter(task -> "node_lost".equals(task.error()))
        .forEach(task -> lost.add(task.toString()));
    assertThat(lost).isEmpty();
    Chaos.assertKept(recording, "seed " + seed);
  }
}

package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.testing.ScriptedModelServer;
import dev.meanwhile.testing.ScriptedReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What the tests of single failures have in common: a fleet with a model that never ends its answer to whoever asks
/// for test cases of [#STALLS], and a user of the test's own.
final class Scene {
  /// For whatever is bounded by nothing but the machine.
  static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String STALLS = "The stalling pump";

  private final Fleet fleet;
  private final Api user;
  private final Path gate;

  Scene(Fleet fleet) {
    this.fleet = fleet;
    this.user = fleet.api(0).newUser();
    this.gate = fleet.folder().resolve("gate-" + UUID.randomUUID());
  }

  /// A model that answers everybody but [#STALLS].
  static ScriptedModelServer model() {
    return ScriptedModelServer.start().otherwise(asked -> asked.body().toString().contains(STALLS)
        ? ScriptedReply.stallsAfter("{")
        : ScriptedReply.says("Fine."));
  }

  /// The user as a client of a server.
  Api at(int node) {
    return fleet.api(node).as(user.user(), user.token());
  }

  /// Starts a trial through a server.
  UUID trial(int node, String... plan) {
    return created(at(node).post("/api/v1/tasks/trial",
        Map.of("project_id", "p", "name", UUID.randomUUID().toString(), "plan", List.of(plan))));
  }

  /// The word of a plan that waits for [#open()].
  String untilOpen() {
    return "until-" + gate;
  }

  /// Lets the trials that wait go on.
  void open() throws IOException {
    Files.createFile(gate);
  }

  /// Starts a task whose model call never ends.
  UUID stalling(int node) {
    return created(at(node).post("/api/v1/tasks/generate-test-cases", Map.of("project_id", "p",
        "rtm_content", "REQ-1: " + STALLS + " shall stop within 2 seconds.")));
  }

  /// Starts a turn whose reply never ends.
  ///
  /// @return its conversation
  UUID stallingTurn(int node) {
    var conversation = UUID.fromString(at(node)
        .post("/api/v1/conversations", Map.of("title", "stalls")).json()
        .path("conversation_id").asString());
    var api = at(node);
    Thread.ofVirtual().start(() -> say(api, conversation));
    await().atMost(LIMIT).until(() -> fleet.store().sql("""
      select count(*) from turn where conversation_id = ? and state = 'running'
      """).param(conversation).query(Integer.class).single() == 1);
    return conversation;
  }

  private static void say(Api api, UUID conversation) {
    try {
      api.post("/api/v1/conversations/" + conversation + "/messages", Map.of("content", STALLS));
    } catch (UncheckedIOException _) {
      // the server died before the reply was over, which the test sees elsewhere
    }
  }

  void cancelTurn(int node, UUID conversation) {
    at(node).post("/api/v1/conversations/" + conversation + "/cancel-turn", "");
  }

  private static UUID created(Api.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return UUID.fromString(answer.json().path("task_id").asString());
  }

  String status(UUID task) {
    return at(0).get("/api/v1/tasks/" + task).json().path("status").asString();
  }

  /// Which server runs a task, after it has begun to.
  int nodeOf(UUID task) throws IOException {
    var name = await().atMost(LIMIT).until(() -> fleet.store().sql("""
      select coalesce(max(node), '') from task where task_id = ? and state = 'running'
      """).param(task).query(String.class).single(), found -> !found.isEmpty());
    return fleet.indexOf(name);
  }

  /// The diary's lines of an event of these tasks, oldest first.
  List<Diary.Line> lines(Collection<UUID> tasks, Diary.Event event) throws IOException {
    return fleet.diary().stream()
        .filter(line -> tasks.contains(line.task()) && line.event() == event).toList();
  }

  /// Waits until a step's work has begun in each of these tasks.
  void awaitBegun(Collection<UUID> tasks, String step) {
    await().atMost(LIMIT).until(() -> lines(tasks, Diary.Event.STEP).stream()
        .filter(line -> line.step().equals(step)).map(Diary.Line::task).distinct()
        .count() == tasks.size());
  }

  void awaitStatus(Collection<UUID> tasks, String status) {
    await().atMost(LIMIT).untilAsserted(
        () -> assertThat(tasks).allSatisfy(task -> assertThat(status(task)).isEqualTo(status)));
  }

  /// Waits for calm, and holds all that ever happened in the fleet against the promises.
  void assertKept() throws IOException {
    await().atMost(LIMIT).ignoreExceptions().untilAsserted(
        () -> assertThat(Recorder.unrest(fleet.store())).isEmpty());
    Chaos.assertKept(Recorder.record(fleet, Promises.none()), "");
  }

  /// Several of a kind.
  static List<UUID> times(int count, java.util.function.Supplier<UUID> start) {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < count; i++) {
      ids.add(start.get());
    }
    return ids;
  }

  /// How often a task was handed over.
  long handedOver(Set<UUID> tasks) {
    return tasks.stream().mapToLong(task -> fleet.store().sql("""
      select count(*) from task_event
      where task_id = ? and type = 'task.retrying' and body ->> 'handed_over' = 'true'
      """).param(task).query(Long.class).single()).sum();
  }
}

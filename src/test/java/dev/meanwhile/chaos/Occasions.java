package dev.meanwhile.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionTimeoutException;

/// Brings about the commits that no load leads to soon. A server may die of the trap at any moment in between, so what
/// goes wrong on the way is left to whoever looks whether the trap sprang.
final class Occasions {
  private static final Map<String, Occasion> OCCASIONS = Map.of(
      "Tasks.retry", Occasions::retryCancelledOne,
      "Turns.cancel", Occasions::cancelTurn,
      "Drafts.store", Occasions::stallInReply,
      "RunRecords.start", Occasions::startAlone,
      "TryEndings.handBack", Occasions::stopServer,
      "TryEndings.failLost", Occasions::killEachTry,
      "TryEndings.leave", Occasions::cancelRunningOne,
      "Admission.release", Occasions::cancelOneOfDeadServer,
      "Admission.issueMissing", Occasions::loseTicket,
      "Admission.goOn", Occasions::forgetBackOff);
  /// Servers need some time to be started again.
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String LONG_STEP = "step-100";

  private final Fleet fleet;

  Occasions(Fleet fleet) {
    this.fleet = fleet;
  }

  private interface Occasion {
    void make(Occasions occasions, Scene scene) throws Exception;
  }

  static boolean isFor(String commit) {
    return OCCASIONS.containsKey(commit);
  }

  /// Those that need one.
  static Set<String> commits() {
    return OCCASIONS.keySet();
  }

  /// Makes one, if the commit needs one.
  void make(String commit) throws Exception {
    var occasion = OCCASIONS.get(commit);
    if (occasion == null) {
      return;
    }
    try {
      var scene = new Scene(fleet);
      occasion.make(this, scene);
      scene.open();
    } catch (UncheckedIOException | ConditionTimeoutException _) {
      // the server that it asked is dead, or what it waited for died with it
    }
  }

  private void retryCancelledOne(Scene scene) {
    var task = scene.trial(0, scene.untilOpen());
    cancel(scene, task);
    scene.at(0).post("/api/v1/tasks/" + task + "/retry", "");
  }

  private static void cancel(Scene scene, UUID task) {
    scene.at(0).post("/api/v1/tasks/" + task + "/cancel", "");
  }

  private void cancelTurn(Scene scene) {
    scene.cancelTurn(0, scene.stallingTurn(0));
  }

  private void stallInReply(Scene scene) {
    var conversation = scene.stallingTurn(0);
    await().atMost(SOON).until(() -> fleet.store()
        .sql("select count(*) from turn where conversation_id = ? and draft <> ''")
        .param(conversation).query(Integer.class).single() == 1);
    scene.cancelTurn(0, conversation);
  }

  /// What a server doesn't know to be started is started alone.
  private void startAlone(Scene scene) throws IOException {
    for (int i = 0; i < fleet.size(); i++) {
      fleet.node(i).arm("lose RunRecords.startTogether");
    }
    scene.trial(0, "step");
  }

  private void stopServer(Scene scene) throws IOException {
    var plan = new String[200];
    Arrays.fill(plan, LONG_STEP);
    fleet.node(scene.nodeOf(scene.trial(0, plan))).terminate();
  }

  private void killEachTry(Scene scene) {
    scene.trial(0, Plans.POISON.toArray(String[]::new));
  }

  private void cancelRunningOne(Scene scene) {
    var task = scene.trial(0, LONG_STEP, scene.untilOpen());
    scene.awaitBegun(List.of(task), "s1");
    cancel(scene, task);
  }

  /// Its thread can't give the slot back any more.
  private void cancelOneOfDeadServer(Scene scene) throws Exception {
    var task = scene.trial(0, scene.untilOpen());
    int dying = scene.nodeOf(task);
    fleet.node(dying).kill();
    scene.at((dying + 1) % fleet.size()).post("/api/v1/tasks/" + task + "/cancel", "");
  }

  /// The store swallows a ticket, as nothing in the product does.
  private void loseTicket(Scene scene) {
    fleet.store().sql("""
      create or replace function swallow() returns trigger language plpgsql
        as 'begin return null; end'
      """).update();
    fleet.store().sql("""
      create or replace trigger swallow before insert on scheduled_tasks
        for each row when (new.task_name = 'run') execute function swallow()
      """).update();
    try {
      scene.trial(0, "step");
    } finally {
      fleet.store().sql("drop trigger swallow on scheduled_tasks").update();
    }
  }

  /// A task waits for nothing any more and nobody was told, as nothing in the product does.
  private void forgetBackOff(Scene scene) {
    var task = scene.trial(0, Trial.FLAKY);
    await().pollInterval(Duration.ofMillis(10)).atMost(SOON).until(() -> fleet.store().sql("""
      update task set due_at = null where task_id = ? and (due_at is not null or attempt > 1)
      """).param(task).update() == 1);
  }
}

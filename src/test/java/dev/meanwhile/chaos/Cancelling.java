package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.testing.ScriptedModelServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Cancels through one server what another one does.
record Cancelling(Fleet fleet, ScriptedModelServer model) {
  /// Cancels tasks inside a model call.
  ///
  /// @return from the answer to each cancel until the model's server saw its connection closed, shortest first
  List<Duration> cancelModelCalls(int count) throws IOException, InterruptedException {
    var scene = new Scene(fleet);
    var times = new ArrayList<Duration>();
    for (int i = 0; i < count; i++) {
      model.forget();
      var task = scene.stalling(i % fleet.size());
      assertThat(model.awaitAsked(Scene.LIMIT)).as("the task gets a slot and asks").isTrue();
      int other = (scene.nodeOf(task) + 1) % fleet.size();
      var answer = scene.at(other).post("/api/v1/tasks/" + task + "/cancel", "");
      long answered = System.nanoTime();
      assertThat(answer.json().path("status").asString()).isEqualTo("cancelled");
      assertThat(model.awaitHangUp(Scene.LIMIT)).isTrue();
      times.add(Duration.ofNanos(System.nanoTime() - answered));
    }
    scene.assertKept();
    times.sort(null);
    return times;
  }

  /// The server that started the task doesn't know that it did, so it has no try that would give the slot back.
  void aCancelAfterALostStartFreesTheSlot() throws IOException {
    var scene = new Scene(fleet);
    for (int i = 0; i < fleet.size(); i++) {
      fleet.node(i).arm("lose RunRecords.startTogether");
    }
    var task = scene.trial(0, scene.untilOpen());
    scene.nodeOf(task);
    scene.at(0).post("/api/v1/tasks/" + task + "/cancel", "");
    for (int i = 0; i < fleet.size(); i++) {
      fleet.node(i).disarm();
    }
    scene.assertKept();
  }
}

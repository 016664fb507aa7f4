package dev.meanwhile.task.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.handler.Probe;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The metrics count what happened to tasks, and only what was committed.
@MeanwhileTest
class FiguresTest extends Observed {
  private double count(String name, String... tags) {
    var counter = meters.find("meanwhile.tasks." + name).tags("task_type", "probe").tags(tags)
        .counter();
    return counter == null ? 0 : counter.count();
  }

  @Test
  void movesAreCountedFromCreationToTheEnd() {
    var moves = List.of("created", "admitted", "started", "retrying");
    var before = moves.stream().map(this::count).toList();
    double ended = count("ended", "outcome", "completed");
    long latencies = meters.get("meanwhile.tasks.start.latency").timer().count();

    var id = start(UUID.randomUUID().toString(), "step", "transient-once");
    await().atMost(LIMIT).until(() -> tasks.get(user, id).status() == TaskStatus.COMPLETED);

    await().atMost(LIMIT).until(() -> count("ended", "outcome", "completed") >= ended + 1);
    var after = moves.stream().map(this::count).toList();
    assertThat(after.get(0)).isGreaterThanOrEqualTo(before.get(0) + 1);
    assertThat(after.get(1)).isGreaterThanOrEqualTo(before.get(1) + 2);
    assertThat(after.get(2)).isGreaterThanOrEqualTo(before.get(2) + 2);
    assertThat(after.get(3)).isGreaterThanOrEqualTo(before.get(3) + 1);
    assertThat(meters.get("meanwhile.tasks.start.latency").timer().count())
        .isGreaterThanOrEqualTo(latencies + 2);
    assertThat(meters.get("meanwhile.tasks.tries").tags("task_type", "probe").summary().max())
        .isGreaterThanOrEqualTo(2);
    assertThat(meters.get("meanwhile.tasks.wait").tags("task_type", "probe").timer().count())
        .isPositive();
    assertThat(meters.get("meanwhile.tasks.run").tags("outcome", "completed").timers())
        .isNotEmpty();
  }

  @Test
  void aMoveThatIsRolledBackIsNotCounted() {
    double before = count("created");
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      start(UUID.randomUUID().toString());
    });
    assertThat(count("created")).isEqualTo(before);
  }

  @Test
  void theGaugesTellWhatTheWholeInstallationHas() {
    var name = UUID.randomUUID().toString();
    for (int i = 0; i < 6; i++) {
      start(name, "wait");
    }
    await().atMost(LIMIT).untilAsserted(() -> {
      assertThat(meters.get("meanwhile.tasks.running").gauge().value()).isGreaterThanOrEqualTo(5);
      assertThat(meters.get("meanwhile.tasks.waiting").gauge().value()).isGreaterThanOrEqualTo(1);
    });
    assertThat(api.admin().get("/actuator/prometheus").text()).contains("meanwhile_tasks_running ",
        "meanwhile_tasks_ended_total{", "meanwhile_tasks_start_latency_seconds_bucket");
    Probe.gate(name).release(6);
  }

  @Test
  void aLeaseThatRanOutIsCounted() {
    double before = meters.get("meanwhile.tasks.lost.leases").counter().count();
    jdbc.sql("update node set lease_until = now() - interval '1 second' where name = ?")
        .param(nodes.thisNode()).update();
    await().atMost(LIMIT)
        .until(() -> meters.get("meanwhile.tasks.lost.leases").counter().count() > before);
  }
}

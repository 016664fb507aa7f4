package dev.meanwhile.task.row;

import dev.meanwhile.node.Nodes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Counts the moves of tasks that this node committed, under names that begin with `meanwhile.tasks`. A move that is
/// rolled back isn't counted. Types are those of handlers, so there are few.
@Component
public class TaskMeters {
  private static final String TYPE = "task_type";
  private static final Duration[] STEPS = {Duration.ofMillis(10), Duration.ofMillis(50),
      Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5),
      Duration.ofSeconds(30), Duration.ofMinutes(5)};

  private final MeterRegistry registry;
  private final Timer startLatency;
  private final Counter takenOver;

  TaskMeters(MeterRegistry registry, Nodes nodes) {
    this.registry = registry;
    this.startLatency = Timer.builder("meanwhile.tasks.start.latency")
        .description("From a ticket that is due, or its retry, to the thread that runs it")
        .serviceLevelObjectives(STEPS).register(registry);
    this.takenOver = Counter.builder("meanwhile.tasks.taken.over")
        .description("Tickets of dead nodes that this node found and put back")
        .register(registry);
    var lost = Counter.builder("meanwhile.tasks.lost.leases")
        .description("How often this node found that its own lease had run out")
        .register(registry);
    nodes.onLost(lost::increment);
  }

  /// Counts a move as it is told.
  ///
  /// @param type of the event, such as `task.started`
  void count(String type, TaskRow row) {
    afterCommit(() -> {
      switch (type) {
        case "task.created" -> counter("created", row.type()).increment();
        case "task.started" -> started(row);
        case "task.retrying" -> counter("retrying", row.type()).increment();
        case "task.completed", "task.failed", "task.cancelled" -> ended(row);
        default -> throw new IllegalArgumentException(type);
      }
    });
  }

  /// These tasks got a slot and a ticket, with the current transaction.
  public void admitted(List<Queued> tasks) {
    afterCommit(() -> tasks.forEach(task -> counter("admitted", task.type()).increment()));
  }

  /// A thread of this node has a ticket.
  ///
  /// @param due since when the ticket could have been taken
  public void ticketTaken(Instant due) {
    startLatency.record(Duration.between(due, Instant.now()));
  }

  /// A ticket was found whose node is dead, and put back.
  public void ticketTakenOver() {
    takenOver.increment();
  }

  private void started(TaskRow row) {
    counter("started", row.type()).increment();
    if (row.epoch() == 1) {
      time("wait", row.createdAt(), row.startedAt(), TYPE, row.type());
    }
  }

  private void ended(TaskRow row) {
    var outcome = row.state().word();
    registry.counter("meanwhile.tasks.ended", TYPE, row.type(), "outcome", outcome).increment();
    time("run", row.startedAt(), row.completedAt(), TYPE, row.type(), "outcome", outcome);
    DistributionSummary.builder("meanwhile.tasks.tries").tags(TYPE, row.type())
        .register(registry).record(row.attempt());
  }

  private Counter counter(String move, String type) {
    return registry.counter("meanwhile.tasks." + move, TYPE, type);
  }

  private void time(String what, @Nullable Instant from, @Nullable Instant to, String... tags) {
    if (from != null && to != null) {
      registry.timer("meanwhile.tasks." + what, tags).record(Duration.between(from, to));
    }
  }

  private static void afterCommit(Runnable count) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      count.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        count.run();
      }
    });
  }
}

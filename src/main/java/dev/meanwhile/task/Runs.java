package dev.meanwhile.task;

import dev.meanwhile.store.Signals;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The tries at work on this node.
@Component
public class Runs {
  private static final Logger log = LoggerFactory.getLogger(Runs.class);

  private static final String CANCEL = "task_cancel";

  private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition someoneLeft = lock.newCondition();
  private final Signals signals;
  private final TaskRows rows;

  Runs(Signals signals, TaskRows rows) {
    this.signals = signals;
    this.rows = rows;
    signals.on(CANCEL, id -> stop(UUID.fromString(id)));
    // a cancel told while nobody listened is found in the store
    signals.onReconnect(() -> Thread.startVirtualThread(this::stopEnded));
  }

  private record Entry(Running running, ProgressReport report) {}

  void enter(Running running, ProgressReport report) {
    entries.put(running.task().taskId(), new Entry(running, report));
  }

  void leave(Running running) {
    entries.computeIfPresent(running.task().taskId(),
        (_, entry) -> entry.running() == running ? null : entry);
    lock.lock();
    try {
      someoneLeft.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean has(UUID taskId) {
    return entries.containsKey(taskId);
  }

  int count() {
    return entries.size();
  }

  /// Stops a task's try on whichever node it is, with the commit of the current transaction, which ended the task.
  public void stopAnywhere(UUID taskId) {
    signals.send(CANCEL, taskId.toString());
  }

  private void stop(UUID taskId) {
    var entry = entries.get(taskId);
    if (entry != null) {
      entry.running().interrupt(Running.Stop.FENCED);
    }
  }

  private void stopEnded() {
    entries.forEach((id, entry) -> {
      if (!rows.isCurrent(id, entry.running().task().epoch())) {
        stop(id);
      }
    });
  }

  /// Stores progress that is due and stops tries that are over their time.
  @Scheduled(fixedDelay = 250)
  void tick() {
    long now = System.nanoTime();
    for (var entry : entries.values()) {
      if (entry.running().isOverdue(now)) {
        entry.running().interrupt(Running.Stop.TIME_LIMIT);
      }
      tick(entry);
    }
  }

  private static void tick(Entry entry) {
    try {
      entry.report().tick();
    } catch (Running.Stopped _) {
      entry.running().interrupt(Running.Stop.FENCED);
    } catch (DataAccessException | TransactionException e) {
      log.warn("progress of task {} isn't stored: {}", entry.running().task().taskId(),
          e.getMessage());
    }
  }

  /// Asks every try to stop at its next step, waits, and then interrupts those that didn't.
  void drain(Duration limit) throws InterruptedException {
    entries.values().forEach(entry -> entry.running().ask(Running.Stop.DRAIN));
    awaitEmpty(limit);
    entries.values().forEach(entry -> entry.running().interrupt(Running.Stop.DRAIN));
    awaitEmpty(Duration.ofSeconds(2));
  }

  private void awaitEmpty(Duration limit) throws InterruptedException {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (!entries.isEmpty() && left > 0) {
        left = someoneLeft.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}

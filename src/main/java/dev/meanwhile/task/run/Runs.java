package dev.meanwhile.task.run;

import dev.meanwhile.store.Signals;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import java.time.Duration;
import java.util.HashMap;
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
  /// Where a node hears that a task ended without its try.
  private static final String CANCEL = "task_cancel";

  private final Map<UUID, Running> tries = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition someoneLeft = lock.newCondition();
  private volatile boolean draining;
  private final Signals signals;
  private final TaskRows rows;
  private final RunRecords records;
  private final TaskSettings settings;

  Runs(Signals signals, TaskRows rows, RunRecords records, TaskSettings settings) {
    this.signals = signals;
    this.rows = rows;
    this.records = records;
    this.settings = settings;
    signals.on(CANCEL, id -> stop(UUID.fromString(id)));
  }

  /// A try begins on the calling thread.
  ///
  /// @param limit how long it may run
  public Running enter(TaskRow task, Duration limit) {
    var running = new Running(task, Thread.currentThread(), System.nanoTime() + limit.toNanos(),
        records, settings.progressEvery());
    tries.put(task.taskId(), running);
    if (draining) { // its ticket was taken just before
      running.ask(Running.Stop.DRAIN);
    }
    return running;
  }

  /// The handler is done; from here on nobody interrupts the thread, which now writes the end.
  public void leave(Running running) {
    running.handled();
    tries.computeIfPresent(running.task().taskId(),
        (_, known) -> known.equals(running) ? null : known);
    lock.lock();
    try {
      someoneLeft.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Whether a try of the task is at work here.
  public boolean has(UUID taskId) {
    return tries.containsKey(taskId);
  }

  /// Stops a task's try on whichever node it is, with the commit of the current transaction, which ended the task.
  public void stopAnywhere(UUID taskId) {
    signals.send(CANCEL, taskId.toString());
  }

  private void stop(UUID taskId) {
    var running = tries.get(taskId);
    if (running != null) {
      running.interrupt(Running.Stop.FENCED);
    }
  }

  /// Stops the tries whose end this node didn't hear of: a cancel came while nobody listened or right before its try
  /// entered, or the node was frozen and its tasks are at work elsewhere.
  @Scheduled(fixedDelayString = "${meanwhile.tasks.poll:1s}")
  void stopEnded() {
    var epochs = new HashMap<UUID, Integer>();
    tries.forEach((id, running) -> epochs.put(id, running.task().epoch()));
    if (epochs.isEmpty()) {
      return;
    }
    try {
      rows.notCurrent(epochs).forEach(this::stop);
    } catch (DataAccessException | TransactionException e) {
      log.warn("whether tasks have ended can't be seen: {}", e.getMessage());
    }
  }

  /// Stores progress that is due and stops tries that are over their time.
  @Scheduled(fixedDelay = 250)
  void tick() {
    long now = System.nanoTime();
    for (var running : tries.values()) {
      if (running.isOverdue(now)) {
        running.interrupt(Running.Stop.TIME_LIMIT);
      }
      tick(running);
    }
  }

  private static void tick(Running running) {
    try {
      running.tick();
    } catch (Running.Stopped _) {
      running.interrupt(Running.Stop.FENCED);
    } catch (DataAccessException | TransactionException e) {
      log.warn("progress of task {} isn't stored: {}", running.task().taskId(),
          e.getMessage());
    }
  }

  /// Asks every try to stop at its next step, waits, and then interrupts those that didn't.
  public void drain(Duration limit) throws InterruptedException {
    draining = true;
    tries.values().forEach(running -> running.ask(Running.Stop.DRAIN));
    awaitEmpty(limit);
    tries.values().forEach(running -> running.interrupt(Running.Stop.DRAIN));
    awaitEmpty(Duration.ofSeconds(2));
  }

  private void awaitEmpty(Duration limit) throws InterruptedException {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (!tries.isEmpty() && left > 0) {
        left = someoneLeft.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}

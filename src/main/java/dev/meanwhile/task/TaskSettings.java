package dev.meanwhile.task;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The engine's limits.
///
/// @param slots tasks that run at once on a node; the ends of as many more may be on their way to the disk
/// @param perUserRunning tasks of one user that hold a slot at once, anywhere
/// @param perUserPending tasks of one user that wait
/// @param retention how long an ended task is kept
/// @param maxInput the largest input of one task, as JSON
/// @param maxAttempts tries before a task ends failed
/// @param backOff the wait after the first failed try; doubles with each
/// @param maxBackOff the longest wait, also for a Retry-After
/// @param poll how often a node looks for tickets, and for ends of its tries, that nobody told it of
/// @param heartbeat how often a node says that it still holds its tickets
/// @param missedHeartbeats heartbeats missed before its tickets are looked at
/// @param drain how long running steps may go on at shutdown before their tasks are handed back
/// @param progressEvery the shortest time between two stored progress reports of a task
/// @param repairEvery how often what a dead node left behind is looked for
/// @param trimEvery how often ended tasks are removed whose retention is over
/// @param stuckAfter after how long without a move the operations view names work as stuck
/// @param together starts of tasks, or their ends, that share a transaction at the most
/// @param togetherWait how long these wait for what somebody else holds before each is written alone
/// @param waits requests of one user that wait for a task's end at once
@ConfigurationProperties("meanwhile.tasks")
public record TaskSettings(@DefaultValue("100") int slots, @DefaultValue("5") int perUserRunning,
    @DefaultValue("10000") int perUserPending, @DefaultValue("24h") Duration retention,
    @DefaultValue("4MB") DataSize maxInput, @DefaultValue("3") int maxAttempts,
    @DefaultValue("2s") Duration backOff, @DefaultValue("5m") Duration maxBackOff,
    @DefaultValue("1s") Duration poll, @DefaultValue("1s") Duration heartbeat,
    @DefaultValue("4") int missedHeartbeats, @DefaultValue("10s") Duration drain,
    @DefaultValue("1s") Duration progressEvery, @DefaultValue("5s") Duration repairEvery,
    @DefaultValue("1m") Duration trimEvery, @DefaultValue("30s") Duration stuckAfter,
    @DefaultValue("100") int together, @DefaultValue("250ms") Duration togetherWait,
    @DefaultValue("10") int waits) {
  public TaskSettings {
    if (slots < 1 || perUserRunning < 1 || perUserPending < 1 || maxAttempts < 1
        || together < 1) {
      throw new IllegalArgumentException("meanwhile.tasks: slots, per-user-running, "
          + "per-user-pending, max-attempts and together must be 1 or more");
    }
    if (togetherWait.toMillis() < 1) { // to the database, 0 is no limit
      throw new IllegalArgumentException(
          "meanwhile.tasks.together-wait must be 1 ms or more, not " + togetherWait);
    }
  }
}

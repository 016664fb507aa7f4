package dev.meanwhile.task.line;

import static java.util.stream.Collectors.toSet;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.meanwhile.node.Nodes;
import dev.meanwhile.store.LastWrites;
import dev.meanwhile.store.QuickStore;
import dev.meanwhile.store.Signals;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskMeters;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The only class that speaks to db-scheduler. A ticket says that a task may run, or that its back-off is over; it
/// carries no payload.
@Component
public class Tickets {
  private static final Logger log = LoggerFactory.getLogger(Tickets.class);
  private static final String RUN = "run";
  private static final String DUE = "due";
  private static final String READY = "task_ready";
  /// Tickets of users who hold few slots come first, so that nobody's first task waits behind somebody's second.
  private static final String ISSUE = """
    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
      priority)
    select 'run', instance, due, false, 1, rank
    from unnest(:instance::text[], :due::timestamptz[], :rank::smallint[])
      as ticket (instance, due, rank)
    on conflict do nothing
    """;
  /// Each ticket is looked up by itself: a plan made while no ticket waited would rather read them all.
  private static final String MOVE_UP = """
    update scheduled_tasks ticket set priority = rank, execution_time = due
    from unnest(:instance::text[], :due::timestamptz[], :rank::smallint[])
      as better (instance, due, rank), lateral (
        select ctid as place from scheduled_tasks
        where task_name = 'run' and task_instance = better.instance and not picked
          and priority < rank for update) found
    where ticket.ctid = found.place
    """;
  /// A slot that frees is filled at once, not when many are free: the library wants a share below all of them.
  private static final double REFILL_BELOW = 0.999_999;
  /// What waits at shutdown after the drain, which stops the tries itself: nothing should, so a moment is enough.
  private static final Duration LAST_WAIT = Duration.ofSeconds(2);
  /// Failing to start or end a try means that the store is away; it is asked again this soon.
  private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

  private final Scheduler scheduler;
  private final LastWrites lastWrites;
  private final Signals signals;
  private final Nodes nodes;
  private final TaskMeters meters;

  Tickets(QuickStore store, LastWrites lastWrites, TaskSettings settings,
      Signals signals, Nodes nodes, TaskMeters meters) {
    this.lastWrites = lastWrites;
    this.signals = signals;
    this.nodes = nodes;
    this.meters = meters;
    this.scheduler = scheduler(store.connections(), settings);
    signals.on(READY, _ -> scheduler.triggerCheckForDueExecutions());
    signals.onReconnect(scheduler::triggerCheckForDueExecutions);
  }

  /// What a ticket leads to.
  public interface Holder {
    /// This node has claimed these at once, and runs each of them next: they can be prepared together. Called on the thread
    /// that claims, so whatever fails must show when they run.
    void claimed(List<Moves.Ticket> tickets);

    /// Runs a try of a task; returns when the try is over, or at once when another thread of this node has the ticket.
    ///
    /// @return whether the try's end redeemed the ticket, or will
    boolean run(UUID taskId, int ticket);

    /// A task's back-off is over.
    void due(UUID taskId);

    /// The task's ticket has had no heartbeat for long: if its try was prepared, no thread comes for it any more.
    void noThreadCame(UUID taskId);

    /// Whether this node works on the task right now, if only on its end, for which there are no heartbeats.
    boolean works(UUID taskId);
  }

  private volatile Holder holder = new Nobody();

  /// What it says of tickets needs no disk: a claim that is lost with the database was followed by no start, since that
  /// is on disk only with all that came before it, and so the ticket is there again for somebody to take. A start that was
  /// still to come, and waited until the database was there again, leads to a second one: this node leaves the ticket to
  /// the first, and at another it fences the first and counts as the next try. On disk, claims would make a start 2 to
  /// 5 ms later.
  ///
  /// Tries have platform threads: one that computes without a pause would keep a virtual thread's carrier from everybody.
  private Scheduler scheduler(DataSource connections, TaskSettings settings) {
    return Scheduler
        .create(connections, task(RUN, (id, ticket) -> holder.run(id, ticket)),
            task(DUE, (id, _) -> {
              holder.due(id);
              return false;
            }))
        .schedulerName(new SchedulerName.Fixed(nodes.thisNode())).threads(settings.slots())
        .executorService(Executors.newCachedThreadPool(
            Thread.ofPlatform().name("task-", 0).daemon().factory()))
        .pollUsingLockAndFetch(REFILL_BELOW, 1.0).pollingInterval(settings.poll())
        .heartbeatInterval(settings.heartbeat()).missedHeartbeatsLimit(settings.missedHeartbeats())
        .jdbcCustomization(new Claims(this::claimed)).enablePriority()
        .shutdownMaxWait(settings.drain().plus(LAST_WAIT)).build();
  }

  /// What a ticket leads to; returns whether the ticket is gone already.
  private interface Action {
    boolean take(UUID taskId, int ticket);
  }

  private CustomTask<Void> task(String name, Action action) {
    return com.github.kagkarlsson.scheduler.task.helper.Tasks.custom(name, Void.class)
        .onFailure((complete, operations) -> operations.reschedule(complete,
            Instant.now().plus(TRY_AGAIN)))
        .onDeadExecution(this::dead).execute((instance, context) -> {
          countLatency(name, context.getExecution());
          return take(instance, action);
        });
  }

  private void countLatency(String name, Execution execution) {
    if (name.equals(RUN)) {
      meters.ticketTaken(execution.getExecutionTime());
    }
  }

  private static CompletionHandler<Void> take(TaskInstance<Void> instance, Action action) {
    var ticket = ticket(instance);
    boolean redeemed = action.take(ticket.taskId(), ticket.number());
    return redeemed ? (_, _) -> {} : new CompletionHandler.OnCompleteRemove<>();
  }

  private static Moves.Ticket ticket(TaskInstanceId instance) {
    var parts = instance.getId().split(":", 2);
    return new Moves.Ticket(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
  }

  /// Nothing may go wrong here: whoever throws would take all that was claimed with it.
  private void claimed(List<Execution> executions) {
    try {
      var claimed = executions.stream().filter(each -> each.getTaskName().equals(RUN))
          .map(Tickets::ticket).toList();
      if (!claimed.isEmpty()) {
        holder.claimed(claimed);
      }
    } catch (Throwable failure) {
      log.error("{} tickets run unprepared", executions.size(), failure);
    }
  }

  /// A missed heartbeat alone proves nothing: starved of processor time, a live node misses some too.
  private void dead(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    var execution = complete.getExecution();
    var taskId = ticket(execution).taskId();
    boolean ours = nodes.thisNode().equals(execution.pickedBy);
    boolean alive = ours
        ? worksHere(taskId)
        : execution.pickedBy != null && nodes.isAlive(execution.pickedBy);
    if (!alive) {
      operations.reschedule(complete, Instant.now());
      meters.ticketTakenOver();
    }
  }

  private boolean worksHere(UUID taskId) {
    holder.noThreadCame(taskId);
    return holder.works(taskId);
  }

  /// Begins to hand tickets to `holder`.
  public void start(Holder worker) {
    holder = worker;
    scheduler.start();
  }

  /// Takes no more tickets; returns when those at work are over or the last wait is.
  public void stop() {
    scheduler.stop();
  }

  /// Lets a user's queued tasks run, with the current transaction: gives tickets to those that have none, and moves up
  /// those that deserve it.
  ///
  /// @param slots how many the user holds
  /// @param places of those that wait for a node
  void rank(int slots, List<Ranks.Place> places) {
    var had = places.stream().filter(place -> place.rank() != null).map(Ranks.Place::taskId)
        .collect(toSet());
    var anew = Ranks.anew(slots, places);
    for (var place : anew) {
      lastWrites.addRow(had.contains(place.taskId()) ? MOVE_UP : ISSUE, Map.of("instance",
          place.taskId() + ":" + place.ticket(), "due", now(), "rank",
          Objects.requireNonNull(place.rank())));
    }
    if (!anew.isEmpty()) {
      signals.sendSoon(READY, ""); // also since a node that looked meanwhile passed over the locked rows
    }
  }

  /// Takes a ticket back with the current transaction, which ends its try: so the two cost one commit.
  public void redeem(UUID taskId, int ticket) {
    lastWrites.addRow("""
      delete from scheduled_tasks
      where task_name = 'run' and task_instance = any(:instance::text[])
      """, Map.of("instance", taskId + ":" + ticket));
  }

  private static OffsetDateTime now() {
    return Instant.now().atOffset(ZoneOffset.UTC);
  }

  /// Gives a queued task a ticket, with the current transaction, if it has none.
  void issueIfMissing(UUID taskId, int ticket) {
    lastWrites.add("""
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
        priority)
      values ('run', :instance, :now, false, 1, :rank) on conflict do nothing
      """, Map.of("instance", taskId + ":" + ticket, "now", now(), "rank", Ranks.FIRST));
    signals.sendSoon(READY, "");
  }

  /// Takes back the ticket of a try that may no longer write, with the current transaction, unless the task's next try
  /// has it: nobody else would, before it looks like a dead node's.
  public void redeemVoid(UUID taskId, int ticket) {
    lastWrites.add("""
      delete from scheduled_tasks
      where task_name = 'run' and task_instance = :instance and not exists (
        select 1 from task
        where task_id = :id and ticket = :number and state in ('queued', 'running'))
      """, Map.of("instance", taskId + ":" + ticket, "id", taskId, "number", ticket));
  }

  /// Wakes a waiting task after its back-off, with the current transaction.
  public void issueLater(UUID taskId, int epoch, Duration delay) {
    lastWrites.add("""
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
        priority)
      values ('due', :instance, :then, false, 1, :rank)
      """, Map.of("instance", taskId + ":" + epoch, "then", now().plus(delay), "rank",
        Ranks.FIRST));
  }

  /// Before the start there is nothing to hold a ticket.
  private static final class Nobody implements Holder {
    @Override
    public void claimed(List<Moves.Ticket> tickets) {
      throw new IllegalStateException("not started");
    }

    @Override
    public boolean run(UUID taskId, int ticket) {
      throw new IllegalStateException("not started");
    }

    @Override
    public void due(UUID taskId) {
      throw new IllegalStateException("not started");
    }

    @Override
    public void noThreadCame(UUID taskId) {
      // it prepared nothing
    }

    @Override
    public boolean works(UUID taskId) {
      return false;
    }
  }
}

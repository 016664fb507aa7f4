package dev.meanwhile.task.line;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.meanwhile.UserId;
import dev.meanwhile.node.Nodes;
import dev.meanwhile.store.LastWrites;
import dev.meanwhile.store.QuickStore;
import dev.meanwhile.store.Signals;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.row.Queued;
import dev.meanwhile.task.row.TaskMeters;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/// The only class that speaks to db-scheduler. A ticket says that a task may run, or that its back-off is over; it
/// carries no payload.
@Component
public class Tickets {
  private static final String RUN = "run";
  private static final String DUE = "due";
  private static final String READY = "task_ready";
  /// Tickets of users who hold few slots come first, so that nobody's first task waits behind somebody's second.
  private static final int FIRST_PRIORITY = 30_000;
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
    /// Runs a try of a task; returns when the try is over.
    ///
    /// @return whether the try's end redeemed the ticket
    boolean run(UUID taskId, int ticket);

    /// A task's back-off is over.
    void due(UUID taskId);

    /// Whether this node works on the ticket right now.
    boolean works(UUID taskId);
  }

  private volatile Holder holder = new Nobody();

  /// What it says of tickets needs no disk: a claim that is lost with the database was followed by no start, since that
  /// is on disk only with all that came before it, and so the ticket is there again for somebody to take.
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
        // the single statement ignores its LIMIT once its plan was made on an empty table
        .jdbcCustomization(new PostgreSqlJdbcCustomization(true, false)).enablePriority()
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
    var parts = instance.getId().split(":", 2);
    boolean redeemed = action.take(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
    return redeemed ? (_, _) -> {} : new CompletionHandler.OnCompleteRemove<>();
  }

  /// A missed heartbeat alone proves nothing: starved of processor time, a live node misses some too.
  private void dead(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    var execution = complete.getExecution();
    var taskId = UUID.fromString(execution.getId().split(":", 2)[0]);
    boolean ours = nodes.thisNode().equals(execution.pickedBy);
    boolean alive = ours
        ? holder.works(taskId)
        : execution.pickedBy != null && nodes.isAlive(execution.pickedBy);
    if (!alive) {
      meters.ticketTakenOver();
      operations.reschedule(complete, Instant.now());
    }
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

  /// Lets queued tasks run, with the current transaction, which freed no slot or whose user has no other ticket that
  /// waits for a node.
  void issue(List<Queued> queued) {
    for (var each : queued) {
      lastWrites.addRow("""
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
          priority)
        select 'run', instance, due, false, 1, rank
        from unnest(:instance::text[], :due::timestamptz[], :rank::smallint[])
          as ticket (instance, due, rank)
        """, Map.of("instance", each.taskId() + ":" + each.ticket(), "due", now(), "rank",
          FIRST_PRIORITY - each.slotsHeldBefore()));
    }
    if (!queued.isEmpty()) {
      signals.sendSoon(READY, "");
    }
  }

  /// Takes a ticket back with the current transaction, which ends its try: so the two cost one commit.
  public void redeem(UUID taskId, int ticket) {
    lastWrites.addRow("""
      delete from scheduled_tasks
      where task_name = 'run' and task_instance = any(:instance::text[])
      """, Map.of("instance", taskId + ":" + ticket));
  }

  /// Lets the users' queued tasks run, with the current transaction, which freed a slot while some of them wait for a
  /// node. Tickets that no node has taken up stand behind what their user has at work, one behind the other: somebody who
  /// runs nothing stands before everybody's second task. The first in the user's line moves up to the best of these
  /// ranks, and to its end, so that equals take turns; who is new takes the rank that this one had, and all others keep
  /// theirs. In the statement, `best` is the best rank that the user deserves, and `taken` the best that one of the
  /// tickets has: they differ when a slot was freed.
  void moveUp(Collection<UserId> users) {
    if (users.isEmpty()) {
      return;
    }
    lastWrites.add("""
      with line as (
        select user_id, instance, priority,
          :first - slots + count(*) over (partition by user_id) as best,
          row_number() over by_line as place,
          coalesce(max(priority) over (partition by user_id), 0) as taken,
          first_value(priority) over by_line as of_first
        from (
          select user_id, task_id || ':' || ticket as instance, state, line_key, task_id,
            count(*) over (partition by user_id) as slots
          from task where user_id = any(:users::text[]) and holds_slot) held
        left join scheduled_tasks on task_name = 'run' and task_instance = instance
        where held.state = 'queued' and picked is not true
        window by_line as (partition by user_id order by priority is null, line_key, task_id)),
      ranked as (
        select instance, priority, best + 1 - row_number() over (partition by user_id
            order by place > 1 or taken >= best,
              coalesce(priority, case when taken < best then of_first else 0 end) desc,
              place) as rank
        from line),
      moved as (
        update scheduled_tasks ticket set priority = rank, execution_time = :now from ranked
        where task_name = 'run' and task_instance = instance and not picked
          and ticket.priority < rank)
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
        priority)
      select 'run', instance, :now, false, 1, rank from ranked where priority is null
      on conflict do nothing
      """, Map.of("users", users.stream().map(UserId::value).toArray(String[]::new), "first",
        FIRST_PRIORITY, "now", now()));
    signals.sendSoon(READY, ""); // a node that looked meanwhile passed over the locked rows
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
      """, Map.of("instance", taskId + ":" + ticket, "now", now(), "rank", FIRST_PRIORITY));
    signals.sendSoon(READY, "");
  }

  /// Wakes a waiting task after its back-off, with the current transaction.
  public void issueLater(UUID taskId, int epoch, Duration delay) {
    lastWrites.add("""
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
        priority)
      values ('due', :instance, :then, false, 1, :rank)
      """, Map.of("instance", taskId + ":" + epoch, "then", now().plus(delay), "rank",
        FIRST_PRIORITY));
  }

  /// Before the start there is nothing to hold a ticket.
  private static final class Nobody implements Holder {
    @Override
    public boolean run(UUID taskId, int ticket) {
      throw new IllegalStateException("not started");
    }

    @Override
    public void due(UUID taskId) {
      throw new IllegalStateException("not started");
    }

    @Override
    public boolean works(UUID taskId) {
      return false;
    }
  }
}

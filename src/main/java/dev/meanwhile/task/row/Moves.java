package dev.meanwhile.task.row;

import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Progress;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes the table `task`: one statement for each move of the state machine, each guarded by what the move needs. That
/// waiting tasks are queued is the business of their users' lines.
@Component
public class Moves {
  /// How much older a task must be to stand level with one of the next higher priority.
  private static final Duration STEP_OF_PRIORITY = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final TaskColumns columns;
  private final TaskRows rows;
  private final Dependencies dependencies;
  private final JsonMapper json;

  Moves(JdbcClient jdbc, TaskColumns columns, TaskRows rows, Dependencies dependencies,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.columns = columns;
    this.rows = rows;
    this.dependencies = dependencies;
    this.json = json;
  }

  /// What a new row is made of.
  public record Insert(UUID taskId, NewTask wish, String type, List<UUID> dependsOn,
      int openDependencies,
      int maxAttempts, @Nullable UUID retryOf, Instant now) {

    Instant lineKey() {
      return now.minus(STEP_OF_PRIORITY.multipliedBy(wish.priority() - NewTask.DEFAULT_PRIORITY));
    }
  }

  /// Writes a new task, waiting, with what it depends on; the user's slot row is locked.
  public TaskRow insert(Insert row) {
    var wish = row.wish();
    var inserted = jdbc.sql("""
      insert into task (task_id, user_id, project_id, conversation_id, turn_id, task_type, state,
        priority, line_key, input, progress, open_dependencies, max_attempts, retry_of,
        created_at)
      values (:id, :user, :project, :conversation, :turn, :type, 'waiting', :priority, :line,
        :input::jsonb, :progress::jsonb, :open, :max, :retryOf, :now)
      returning
      """ + TaskColumns.ALL).param("id", row.taskId()).param("user", wish.user().value())
        .param("project", wish.project().value()).param("conversation", wish.conversationId())
        .param("turn", wish.turnId()).param("type", row.type()).param("priority", wish.priority())
        .param("line", utc(row.lineKey())).param("input", text(wish.input()))
        .param("progress", text(Progress.pending())).param("open", row.openDependencies())
        .param("max", row.maxAttempts()).param("retryOf", row.retryOf())
        .param("now", utc(row.now())).query(columns).single();
    if (row.dependsOn().isEmpty()) {
      return inserted;
    }
    dependencies.add(row.taskId(), row.dependsOn());
    return rows.find(row.taskId()).orElseThrow();
  }

  /// What a ticket says: that a task may run.
  ///
  /// @param number the epoch of the wait that it is good for
  public record Ticket(UUID taskId, int number) {}

  /// Starts a try with a ticket: from the queue, or anew after its node died.
  public Optional<TaskRow> start(Ticket ticket, String node, Instant now) {
    return start(List.of(ticket), node, now, "", "").stream().findFirst();
  }

  /// Starts tries of several tasks at once, as [#start(Ticket, String, Instant)] does, but for those that somebody else
  /// changes right now. The rest of the transaction fails rather than wait for a lock longer than `wait`.
  public List<TaskRow> startTogether(List<Ticket> tickets, String node, Instant now,
      Duration wait) {
    return start(tickets, node, now, "skip locked",
        ", set_config('lock_timeout', '%dms', true)".formatted(wait.toMillis()));
  }

  private List<TaskRow> start(List<Ticket> tickets, String node, Instant now, String ifLocked,
      String more) {
    return jdbc.sql("""
      with good as (
        select task_id from
          (select * from unnest(:ids, :tickets) as given (id, number) order by id) ticket,
          lateral (select task_id from task
            where task_id = ticket.id and task.ticket = ticket.number
              and (state = 'queued' or state = 'running' and attempt < max_attempts)
            for no key update %s) ready)
      update task set state = 'running', epoch = epoch + 1, node = :node,
        attempt = attempt + case when state = 'running' then 1 else 0 end,
        started_at = coalesce(started_at, :now), version = version + 1
      from good where task.task_id = good.task_id
      returning %s
      """.formatted(ifLocked, TaskColumns.ALL + more)).param("node", node).param("now", utc(now))
        .param("ids", tickets.stream().map(Ticket::taskId).toArray(UUID[]::new))
        .param("tickets", tickets.stream().map(Ticket::number).toArray(Integer[]::new))
        .query(columns).list();
  }

  /// Stores how far a try is; empty when it may no longer write.
  public Optional<TaskRow> progress(UUID taskId, int epoch, Progress progress) {
    return jdbc.sql("""
      update task set progress = :progress::jsonb, version = version + 1
      where task_id = :id and epoch = :epoch and state = 'running' returning
      """ + TaskColumns.ALL).param("progress", text(progress)).param("id", taskId)
        .param("epoch", epoch).query(columns).optional();
  }

  /// Stores what a try's model calls came to, or which prompt it used; a null leaves what is there.
  ///
  /// @return false when the try may no longer write
  public boolean spend(UUID taskId, int epoch, @Nullable Usage usage, @Nullable String promptHash) {
    return jdbc.sql("""
      update task set usage = coalesce(:usage::jsonb, usage),
        prompt_hash = coalesce(:prompt, prompt_hash), version = version + 1
      where task_id = :id and epoch = :epoch and state = 'running'
      """).param("usage", usage == null ? null : text(usage)).param("prompt", promptHash)
        .param("id", taskId).param("epoch", epoch).update() == 1;
  }

  /// How a task ends.
  ///
  /// @param row locked by the current transaction
  /// @param keepSlot whether a running one keeps its slot until its thread is gone
  public record End(TaskRow row, TaskState state, @Nullable ObjectNode result,
      @Nullable TaskError error,
      Progress progress, Instant now, Instant expires, boolean keepSlot) {
    /// @throws IllegalStateException when a task in the row's state can't end so
    public End {
      row.state().checkCanBecome(state);
      now = now.truncatedTo(ChronoUnit.MICROS);
      expires = expires.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /// Ends locked rows. A completed task is one dependency less for each that waits for it.
  ///
  /// @return the rows as they are now, in the order of the ends
  public List<TaskRow> end(List<End> ends) {
    int changed = jdbc.sql("""
      with given as (
        select * from unnest(:ids::uuid[], :states::text[], :keep::boolean[], :results::text[],
            :errors::text[], :progress::text[], :now::timestamptz[], :expires::timestamptz[])
          as given (id, state, keep, result, error, progress, now, expires)),
      met as (
        update task set open_dependencies = open_dependencies - n
        from (
          select d.task_id as id, count(*)::int as n
          from given, lateral (
            select task_id from task_dependency where depends_on = given.id offset 0) d
          where given.state = 'completed' group by d.task_id) fewer
        where task.task_id = fewer.id and task.state = 'waiting')
      update task set state = given.state, epoch = epoch + 1, holds_slot = holds_slot and keep,
        result = given.result::jsonb, error = given.error::jsonb,
        progress = given.progress::jsonb, due_at = null, completed_at = given.now,
        expires_at = given.expires, version = version + 1
      from given where task.task_id = given.id
      """).param("ids", column(ends, end -> end.row().taskId()))
        .param("states", column(ends, end -> end.state().word()))
        .param("keep", column(ends, End::keepSlot))
        .param("results", column(ends, end -> end.result() == null ? null : text(end.result())))
        .param("errors", column(ends, end -> end.error() == null ? null : text(end.error())))
        .param("progress", column(ends, end -> text(end.progress())))
        .param("now", column(ends, End::now)).param("expires", column(ends, End::expires))
        .update();
    if (changed != ends.size()) {
      throw new IllegalStateException(
          "%d of %d tasks could be ended".formatted(changed, ends.size()));
    }
    return ends.stream().map(end -> end.row().ended(end)).toList();
  }

  private static @Nullable String[] column(List<End> ends, Function<End, @Nullable Object> value) {
    return ends.stream().map(value).map(each -> each == null ? null : each.toString())
        .toArray(String[]::new);
  }

  /// Gives a running try's slot back: to try again after `delay`, or at once and uncounted when handed over.
  ///
  /// @throws IllegalStateException when it doesn't run
  public TaskRow putBack(TaskRow row, @Nullable Duration delay, boolean countsAsTry) {
    row.state().checkCanBecome(TaskState.WAITING);
    return jdbc.sql("""
      update task set state = 'waiting', epoch = epoch + 1, holds_slot = false, node = null,
        attempt = attempt + :tries, version = version + 1,
        due_at = case when :millis::bigint is null then null
          else now() + :millis::bigint * interval '1 millisecond' end
      where task_id = :id returning
      """ + TaskColumns.ALL).param("tries", countsAsTry ? 1 : 0)
        .param("millis", delay == null ? null : delay.toMillis()).param("id", row.taskId())
        .query(columns).optional()
        .orElseThrow();
  }

  /// Lets a task whose back-off is over stand in line again.
  ///
  /// @return false when it doesn't wait
  public boolean clearDue(UUID taskId) {
    return jdbc.sql("update task set due_at = null where task_id = ? and state = 'waiting'")
        .param(taskId).update() == 1;
  }

  /// Clears the slot of an ended task that a node held.
  ///
  /// @param node where its last try was; null before it had one
  /// @return false when the node held none
  public boolean releaseSlot(UUID taskId, @Nullable String node) {
    return jdbc.sql("""
      update task set holds_slot = false
      where task_id = :id and holds_slot and state in ('completed', 'failed', 'cancelled')
        and node is not distinct from :node
      """).param("id", taskId).param("node", node).update() == 1;
  }

  /// Removes ended tasks past their time that nothing depends on.
  ///
  /// @return how many
  int deleteExpired(Instant now, int limit) {
    return jdbc.sql("""
      delete from task where task_id in (
        select task_id from task
        where expires_at < :now and not holds_slot and not exists (
          select 1 from task_dependency d where d.depends_on = task.task_id)
        limit :limit)
      """).param("now", utc(now)).param("limit", limit).update();
  }

  private String text(Object value) {
    return json.writeValueAsString(value);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

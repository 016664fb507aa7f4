package dev.meanwhile.task.row;

import dev.meanwhile.UserId;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Progress;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The one class that writes the table `task`: one statement for each move of the state machine, each guarded by what
/// the move needs.
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

  /// A task that has a slot now.
  ///
  /// @param type of its work
  /// @param ticket for which a ticket is good
  /// @param slotsHeldBefore how many its user held already
  public record Queued(UUID taskId, String type, int ticket, int slotsHeldBefore) {}

  /// Who got a slot.
  ///
  /// @param othersQueued whether the user has tasks that had one and didn't start yet
  public record Admitted(List<Queued> queued, boolean othersQueued) {}

  /// Gives the user's free slots to the first in the user's line and counts the line anew, under the user's lock: both
  /// in one statement, since every end of a task pays for it.
  ///
  /// @param limit how many slots the user may hold
  /// @param joined how many more wait than were counted
  public Admitted queueNext(UserId user, int limit, int joined) {
    var queued = new ArrayList<Queued>();
    var others = new AtomicBoolean();
    jdbc.sql("""
      with held as (
        select count(*)::int as n, count(*) filter (where state = 'queued') > 0 as others
        from task where user_id = :user and holds_slot),
      next as (
        select task_id as id from task
        where user_id = :user and state = 'waiting' and open_dependencies = 0 and due_at is null
        order by line_key, task_id
        limit greatest(:limit - (select n from held), 0) for update),
      queued as (
        update task set state = 'queued', holds_slot = true, ticket = epoch
        from next where task.task_id = next.id returning task_id, task_type, line_key, ticket),
      line as (
        update user_slot set waiting = waiting + :joined - (select count(*) from queued)
        where user_id = :user and :joined <> (select count(*) from queued))
      select others, task_id, task_type, ticket,
        n + row_number() over (order by line_key, task_id) - 1 as held_before
      from held left join queued on true
      """).param("user", user.value()).param("limit", limit).param("joined", joined)
        .query(row -> {
          others.set(row.getBoolean("others"));
          if (row.getObject("task_id") != null) {
            queued.add(queued(row));
          }
        });
    return new Admitted(queued, others.get());
  }

  private static Queued queued(ResultSet row) throws SQLException {
    return new Queued(row.getObject("task_id", UUID.class), row.getString("task_type"),
        row.getInt("ticket"), row.getInt("held_before"));
  }

  /// Starts a try with a ticket: from the queue, or anew after its node died.
  public Optional<TaskRow> start(UUID taskId, int ticket, String node, Instant now) {
    return jdbc.sql("""
      update task set state = 'running', epoch = epoch + 1, node = :node,
        attempt = attempt + case when state = 'running' then 1 else 0 end,
        started_at = coalesce(started_at, :now), version = version + 1
      where task_id = :id and ticket = :ticket
        and (state = 'queued' or state = 'running' and attempt < max_attempts)
      returning
      """ + TaskColumns.ALL).param("node", node).param("now", utc(now)).param("id", taskId)
        .param("ticket", ticket).query(columns).optional();
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
  public record End(TaskState state, @Nullable ObjectNode result, @Nullable TaskError error,
      Progress progress, Instant now, Instant expires) {}

  /// Ends a locked row; a running one keeps its slot until its thread is gone if `keepSlot`. A completed task is one
  /// dependency less for each that waits for it.
  ///
  /// @throws IllegalStateException when a task in this state can't end so
  public TaskRow end(TaskRow row, End end, boolean keepSlot) {
    row.state().checkCanBecome(end.state());
    return jdbc.sql("""
      with met as (
        update task set open_dependencies = open_dependencies - 1
        where :state = 'completed' and state = 'waiting'
          and task_id in (select task_id from task_dependency where depends_on = :id))
      update task set state = :state, epoch = epoch + 1, holds_slot = holds_slot and :keepSlot,
        result = :result::jsonb, error = :error::jsonb, progress = :progress::jsonb,
        due_at = null, completed_at = :now, expires_at = :expires, version = version + 1
      where task_id = :id returning
      """ + TaskColumns.ALL).param("state", end.state().word()).param("keepSlot", keepSlot)
        .param("result", end.result() == null ? null : text(end.result()))
        .param("error", end.error() == null ? null : text(end.error()))
        .param("progress", text(end.progress())).param("now", utc(end.now()))
        .param("expires", utc(end.expires())).param("id", row.taskId()).query(columns).optional()
        .orElseThrow();
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

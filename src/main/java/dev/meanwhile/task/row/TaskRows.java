package dev.meanwhile.task.row;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.meanwhile.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads and locks rows of the table `task`.
@Component
public class TaskRows {
  private final JdbcClient jdbc;
  private final TaskColumns columns;

  TaskRows(JdbcClient jdbc, TaskColumns columns) {
    this.jdbc = jdbc;
    this.columns = columns;
  }

  /// A task, whosever it is.
  public Optional<TaskRow> find(UUID taskId) {
    return jdbc.sql(TaskColumns.select("where task_id = :id")).param("id", taskId).query(columns)
        .optional();
  }

  /// The user's task.
  public Optional<TaskRow> find(UserId user, UUID taskId) {
    return jdbc.sql(TaskColumns.select("where task_id = :id and user_id = :user"))
        .param("id", taskId)
        .param("user", user.value()).query(columns).optional();
  }

  /// Locks the row until the transaction ends; the user's slot row is locked before.
  public Optional<TaskRow> lock(UserId user, UUID taskId) {
    return jdbc.sql(TaskColumns.select("where task_id = :id and user_id = :user for update"))
        .param("id", taskId).param("user", user.value()).query(columns).optional();
  }

  /// Those of these tries that may still write, locked in the order of their tasks until the transaction ends; their
  /// users' slot rows are locked before.
  public List<TaskRow> lockCurrent(Collection<TaskRow> tries) {
    var known = tries.stream().collect(toMap(TaskRow::taskId, identity()));
    return jdbc.sql("""
      select task.* from (
          select * from unnest(:ids, :epochs) as given (id, number) order by id) try,
        lateral (select task_id, progress, usage, version from task
          where task_id = try.id and epoch = try.number and state = 'running'
          for update) task
      """)
        .param("ids", tries.stream().map(TaskRow::taskId).toArray(UUID[]::new))
        .param("epochs", tries.stream().map(TaskRow::epoch).toArray(Integer[]::new))
        .query((row, _) -> columns.now(row,
            requireNonNull(known.get(row.getObject("task_id", UUID.class)))))
        .list();
  }

  /// The user's tasks of these IDs, locked in order.
  public List<TaskRow> lockAll(UserId user, Collection<UUID> taskIds) {
    return taskIds.isEmpty()
        ? List.of()
        : jdbc
            .sql(TaskColumns
                .select("where task_id in (:ids) and user_id = :user order by task_id for update"))
            .param("ids", taskIds).param("user", user.value()).query(columns).list();
  }

  /// The user's tasks of these IDs.
  public List<TaskRow> all(UserId user, Collection<UUID> taskIds) {
    return taskIds.isEmpty()
        ? List.of()
        : jdbc
            .sql(TaskColumns
                .select("where task_id in (:ids) and user_id = :user order by created_at, task_id"))
            .param("ids", taskIds).param("user", user.value()).query(columns).list();
  }

  /// What a turn started.
  public List<TaskRow> startedBy(UserId user, UUID turnId) {
    return jdbc
        .sql(TaskColumns
            .select("where turn_id = :turn and user_id = :user order by created_at, task_id"))
        .param("turn", turnId).param("user", user.value()).query(columns).list();
  }

  /// The user's tasks that haven't ended, newest first.
  public List<TaskRow> open(UserId user, int limit) {
    return jdbc.sql(TaskColumns.select("""
      where user_id = :user and state in ('waiting', 'queued', 'running')
      order by created_at desc, task_id desc limit :limit
      """)).param("user", user.value()).param("limit", limit).query(columns).list();
  }

  /// The user's tasks that ended last, newest first.
  public List<TaskRow> ended(UserId user, int limit) {
    return jdbc.sql(TaskColumns.select("""
      where user_id = :user and state in ('completed', 'failed', 'cancelled')
      order by completed_at desc, task_id desc limit :limit
      """)).param("user", user.value()).param("limit", limit).query(columns).list();
  }

  /// The user's tasks that haven't ended, all of them.
  public List<UUID> openTasks(UserId user) {
    return jdbc.sql("""
      select task_id from task
      where user_id = ? and expires_at is null
      """).param(user.value()).query((row, _) -> row.getObject("task_id", UUID.class)).list();
  }

  /// Whether a try may still write.
  public boolean isCurrent(UUID taskId, int epoch) {
    return jdbc.sql("""
      select count(*) from task where task_id = ? and epoch = ? and state = 'running'
      """).param(taskId).param(epoch).query(Integer.class).single() == 1;
  }

  /// Those of these tries that may no longer write.
  ///
  /// @param epochs of the tries, by task
  public List<UUID> notCurrent(Map<UUID, Integer> epochs) {
    return jdbc.sql("""
      select one.id from unnest(:ids, :epochs) as one (id, epoch) where not exists (
        select 1 from task where task_id = one.id and task.epoch = one.epoch and state = 'running')
      """).param("ids", epochs.keySet().toArray(UUID[]::new))
        .param("epochs", epochs.values().toArray(Integer[]::new))
        .query((row, _) -> row.getObject("id", UUID.class)).list();
  }

  /// The newest retry of a task, or the task itself.
  public UUID newestRetry(UUID taskId) {
    return jdbc.sql("""
      with recursive retries (id, created_at) as (
        select task_id, created_at from task where task_id = :id
        union all
        select task.task_id, task.created_at from task join retries on task.retry_of = retries.id)
      select id from retries order by created_at desc, id desc limit 1
      """).param("id", taskId).query(UUID.class).optional().orElse(taskId);
  }
}

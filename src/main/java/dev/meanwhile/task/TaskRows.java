package dev.meanwhile.task;

import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The tables `task` and `task_dependency`: one statement for each move of the state machine, each guarded by what the
/// move needs.
@Component
class TaskRows {
  static final String COLUMNS = """
    task.task_id, task.user_id, task.project_id, task.conversation_id, task.turn_id,
    task.task_type, task.state, task.priority, task.holds_slot, task.ticket, task.input,
    task.result, task.error, task.progress, task.open_dependencies, task.epoch, task.attempt,
    task.max_attempts, task.retry_of, task.node, task.usage, task.version, task.created_at,
    task.started_at, task.completed_at, task.expires_at,
    array(select depends_on from task_dependency d where d.task_id = task.task_id
      order by depends_on) as depends_on
    """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  TaskRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// What a new row is made of.
  record Insert(UUID taskId, NewTask wish, String type, List<UUID> dependsOn, int openDependencies,
      int maxAttempts,
      @Nullable UUID retryOf, Instant now) {

    Instant lineKey() {
      return now.minus(STEP_OF_PRIORITY.multipliedBy(wish.priority() - NewTask.DEFAULT_PRIORITY));
    }
  }

  /// How much older a task must be to stand level with one of the next higher priority.
  private static final Duration STEP_OF_PRIORITY = Duration.ofMinutes(15);

  TaskRow insert(Insert row) {
    var wish = row.wish();
    jdbc.sql("""
      insert into task (task_id, user_id, project_id, conversation_id, turn_id, task_type, state,
        priority, line_key, input, progress, open_dependencies, max_attempts, retry_of,
        created_at)
      values (:id, :user, :project, :conversation, :turn, :type, 'waiting', :priority, :line,
        :input::jsonb, :progress::jsonb, :open, :max, :retryOf, :now)
      """).param("id", row.taskId()).param("user", wish.user().value())
        .param("project", wish.project().value()).param("conversation", wish.conversationId())
        .param("turn", wish.turnId()).param("type", row.type()).param("priority", wish.priority())
        .param("line", utc(row.lineKey())).param("input", text(wish.input()))
        .param("progress", text(Progress.pending())).param("open", row.openDependencies())
        .param("max", row.maxAttempts()).param("retryOf", row.retryOf())
        .param("now", utc(row.now())).update();
    row.dependsOn().forEach(id -> insertDependency(row.taskId(), id));
    return get(row.taskId());
  }

  private void insertDependency(UUID task, UUID dependsOn) {
    jdbc.sql("insert into task_dependency (task_id, depends_on) values (?, ?)").param(task)
        .param(dependsOn).update();
  }

  private TaskRow get(UUID taskId) {
    return find(taskId).orElseThrow();
  }

  Optional<TaskRow> find(UUID taskId) {
    return one(jdbc.sql(select("where task_id = :id")).param("id", taskId));
  }

  Optional<TaskRow> find(UserId user, UUID taskId) {
    return one(jdbc.sql(select("where task_id = :id and user_id = :user")).param("id", taskId)
        .param("user", user.value()));
  }

  /// Locks the row until the transaction ends; the user's slot row is locked before.
  Optional<TaskRow> lock(UserId user, UUID taskId) {
    return one(jdbc.sql(select("where task_id = :id and user_id = :user for update"))
        .param("id", taskId).param("user", user.value()));
  }

  /// The user's tasks of these IDs, locked in order.
  List<TaskRow> lockAll(UserId user, Collection<UUID> taskIds) {
    return taskIds.isEmpty()
        ? List.of()
        : jdbc
            .sql(select("where task_id in (:ids) and user_id = :user order by task_id for update"))
            .param("ids", taskIds).param("user", user.value()).query(this::row).list();
  }

  /// The user's tasks of these IDs.
  List<TaskRow> all(UserId user, Collection<UUID> taskIds) {
    return taskIds.isEmpty()
        ? List.of()
        : jdbc
            .sql(select("where task_id in (:ids) and user_id = :user order by created_at, task_id"))
            .param("ids", taskIds).param("user", user.value()).query(this::row).list();
  }

  /// What a turn started.
  List<TaskRow> startedBy(UserId user, UUID turnId) {
    return jdbc
        .sql(select("where turn_id = :turn and user_id = :user order by created_at, task_id"))
        .param("turn", turnId).param("user", user.value()).query(this::row).list();
  }

  int slotsHeld(UserId user) {
    return jdbc.sql("select count(*) from task where user_id = ? and holds_slot")
        .param(user.value()).query(Integer.class).single();
  }

  /// Gives slots to the first in the user's line.
  List<TaskRow> queueNext(UserId user, int slots) {
    return jdbc.sql("""
      with next as (
        select task_id as id from task
        where user_id = :user and state = 'waiting' and open_dependencies = 0 and due_at is null
        order by line_key, task_id limit :slots for update)
      update task set state = 'queued', holds_slot = true, ticket = epoch
      from next where task.task_id = next.id returning
      """ + COLUMNS).param("user", user.value()).param("slots", slots).query(this::row).list();
  }

  /// Starts a try with a ticket: from the queue, or anew after its node died.
  Optional<TaskRow> start(UUID taskId, int ticket, String node, Instant now) {
    return one(jdbc.sql("""
      update task set state = 'running', epoch = epoch + 1, node = :node,
        attempt = attempt + case when state = 'running' then 1 else 0 end,
        started_at = coalesce(started_at, :now), version = version + 1
      where task_id = :id and ticket = :ticket
        and (state = 'queued' or state = 'running' and attempt < max_attempts)
      returning
      """ + COLUMNS).param("node", node).param("now", utc(now)).param("id", taskId)
        .param("ticket", ticket));
  }

  Optional<TaskRow> progress(UUID taskId, int epoch, Progress progress) {
    return one(jdbc.sql("""
      update task set progress = :progress::jsonb, version = version + 1
      where task_id = :id and epoch = :epoch and state = 'running' returning
      """ + COLUMNS).param("progress", text(progress)).param("id", taskId).param("epoch", epoch));
  }

  boolean spend(UUID taskId, int epoch, @Nullable Usage usage, @Nullable String promptHash) {
    return jdbc.sql("""
      update task set usage = coalesce(:usage::jsonb, usage),
        prompt_hash = coalesce(:prompt, prompt_hash), version = version + 1
      where task_id = :id and epoch = :epoch and state = 'running'
      """).param("usage", usage == null ? null : text(usage)).param("prompt", promptHash)
        .param("id", taskId).param("epoch", epoch).update() == 1;
  }

  /// Whether a try may still write.
  boolean isCurrent(UUID taskId, int epoch) {
    return jdbc.sql("""
      select count(*) from task where task_id = ? and epoch = ? and state = 'running'
      """).param(taskId).param(epoch).query(Integer.class).single() == 1;
  }

  /// How a task ends.
  record End(TaskState state, @Nullable ObjectNode result, @Nullable TaskError error,
      Progress progress, Instant now, Instant expires) {}

  /// Ends a locked row; a running one keeps its slot until its thread is gone if `keepSlot`.
  TaskRow end(TaskRow row, End end, boolean keepSlot) {
    return one(jdbc.sql("""
      update task set state = :state, epoch = epoch + 1, holds_slot = holds_slot and :keepSlot,
        result = :result::jsonb, error = :error::jsonb, progress = :progress::jsonb,
        due_at = null, completed_at = :now, expires_at = :expires, version = version + 1
      where task_id = :id returning
      """ + COLUMNS).param("state", end.state().word()).param("keepSlot", keepSlot)
        .param("result", end.result() == null ? null : text(end.result()))
        .param("error", end.error() == null ? null : text(end.error()))
        .param("progress", text(end.progress())).param("now", utc(end.now()))
        .param("expires", utc(end.expires())).param("id", row.taskId())).orElseThrow();
  }

  /// Gives a running try's slot back: to try again after `delay`, or at once and uncounted when handed over.
  TaskRow putBack(TaskRow row, @Nullable Duration delay, boolean countsAsTry) {
    return one(jdbc.sql("""
      update task set state = 'waiting', epoch = epoch + 1, holds_slot = false, node = null,
        attempt = attempt + :tries, version = version + 1,
        due_at = case when :millis::bigint is null then null
          else now() + :millis::bigint * interval '1 millisecond' end
      where task_id = :id returning
      """ + COLUMNS).param("tries", countsAsTry ? 1 : 0)
        .param("millis", delay == null ? null : delay.toMillis()).param("id", row.taskId()))
        .orElseThrow();
  }

  /// Lets a task whose back-off is over stand in line again.
  boolean clearDue(UUID taskId) {
    return jdbc.sql("update task set due_at = null where task_id = ? and state = 'waiting'")
        .param(taskId).update() == 1;
  }

  /// Clears the slot of an ended task.
  boolean releaseSlot(UUID taskId) {
    return jdbc.sql("""
      update task set holds_slot = false
      where task_id = ? and holds_slot and state in ('completed', 'failed', 'cancelled')
      """).param(taskId).update() == 1;
  }

  /// One dependency of each dependent is met.
  void meetDependency(UUID taskId) {
    jdbc.sql("""
      update task set open_dependencies = open_dependencies - 1
      where state = 'waiting'
        and task_id in (select task_id from task_dependency where depends_on = ?)
      """).param(taskId).update();
  }

  /// All that depends on a task, near or far, and hasn't ended; locked in order.
  List<TaskRow> lockDependents(UUID taskId) {
    return jdbc.sql("""
      with recursive below (id) as (
        select task_id from task_dependency where depends_on = :id
        union
        select d.task_id from task_dependency d join below on d.depends_on = below.id)
      """ + select("""
      where task_id in (select id from below)
        and state not in ('completed', 'failed', 'cancelled')
      order by task_id for update of task
      """)).param("id", taskId).query(this::row).list();
  }

  /// The newest retry of a task, or the task itself.
  UUID newestRetry(UUID taskId) {
    return jdbc.sql("""
      with recursive retries (id, created_at) as (
        select task_id, created_at from task where task_id = :id
        union all
        select task.task_id, task.created_at from task join retries on task.retry_of = retries.id)
      select id from retries order by created_at desc, id desc limit 1
      """).param("id", taskId).query(UUID.class).optional().orElse(taskId);
  }

  /// The places of a user's pending tasks in the user's line, 1 is next.
  Map<UUID, Integer> places(UserId user, Collection<UUID> taskIds) {
    var places = new HashMap<UUID, Integer>();
    if (!taskIds.isEmpty()) {
      jdbc.sql("""
        select task_id, place from (
          select task_id, row_number() over (order by line_key, task_id) as place from task
          where user_id = :user and state in ('waiting', 'queued')) line
        where task_id in (:ids)
        """).param("user", user.value()).param("ids", taskIds)
          .query(row -> {
            places.put(row.getObject("task_id", UUID.class), row.getInt("place"));
          });
    }
    return places;
  }

  /// The median seconds that the last hundred completed tasks of a type ran.
  Optional<Double> medianSeconds(String type) {
    return jdbc.sql("""
      select percentile_cont(0.5) within group (order by seconds) from (
        select extract(epoch from completed_at - started_at) as seconds from task
        where task_type = ? and state = 'completed' order by completed_at desc limit 100) last
      """).param(type).query((row, _) -> row.getObject(1, Double.class)).optional();
  }

  List<TaskRow> list(UserId user, TaskFilter filter, int limit) {
    var spec = jdbc.sql(select("where user_id = :user " + filter.condition()
        + " order by created_at desc, task_id desc limit :limit")).param("user", user.value())
        .param("limit", limit);
    return filter.bind(spec).query(this::row).list();
  }

  /// The user's tasks that haven't ended, and the ones that ended last: what a snapshot needs.
  List<TaskRow> open(UserId user, int limit) {
    return jdbc.sql(select("""
      where user_id = :user and state in ('waiting', 'queued', 'running')
      order by created_at desc, task_id desc limit :limit
      """)).param("user", user.value()).param("limit", limit).query(this::row).list();
  }

  List<TaskRow> ended(UserId user, int limit) {
    return jdbc.sql(select("""
      where user_id = :user and state in ('completed', 'failed', 'cancelled')
      order by completed_at desc, task_id desc limit :limit
      """)).param("user", user.value()).param("limit", limit).query(this::row).list();
  }

  List<UUID> openTasks(UserId user) {
    return jdbc.sql("""
      select task_id from task
      where user_id = ? and state not in ('completed', 'failed', 'cancelled')
      """).param(user.value()).query((row, _) -> row.getObject("task_id", UUID.class)).list();
  }

  /// Ended tasks past their time that nothing open depends on.
  int deleteExpired(Instant now, int limit) {
    return jdbc.sql("""
      delete from task where task_id in (
        select task_id from task
        where expires_at < :now and not holds_slot and not exists (
          select 1 from task_dependency d where d.depends_on = task.task_id)
        limit :limit)
      """).param("now", utc(now)).param("limit", limit).update();
  }

  /// Forgets which ended tasks depended on which, so that chains can be removed.
  void forgetEndedDependents(Instant now) {
    jdbc.sql("""
      delete from task_dependency d using task child, task parent
      where d.task_id = child.task_id and d.depends_on = parent.task_id
        and child.expires_at < :now and parent.expires_at < :now
      """).param("now", utc(now)).update();
  }

  private static String select(String tail) {
    return "select " + COLUMNS + " from task " + tail;
  }

  private Optional<TaskRow> one(StatementSpec statement) {
    return statement.query(this::row).optional();
  }

  TaskRow row(ResultSet row, int number) throws SQLException {
    return new TaskRow(row.getObject("task_id", UUID.class), new UserId(row.getString("user_id")),
        new ProjectKey(row.getString("project_id")), row.getObject("conversation_id", UUID.class),
        row.getObject("turn_id", UUID.class), row.getString("task_type"),
        TaskState.of(row.getString("state")), row.getInt("priority"), row.getBoolean("holds_slot"),
        row.getInt("ticket"), (ObjectNode) json.readTree(row.getString("input")),
        object(row.getString("result")), read(row.getString("error"), TaskError.class),
        json.readValue(row.getString("progress"), Progress.class),
        row.getInt("open_dependencies"), row.getInt("epoch"), row.getInt("attempt"),
        row.getInt("max_attempts"), row.getObject("retry_of", UUID.class), row.getString("node"),
        read(row.getString("usage"), Usage.class), row.getInt("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(), instant(row, "started_at"),
        instant(row, "completed_at"), instant(row, "expires_at"),
        uuids(row.getArray("depends_on")));
  }

  private static List<UUID> uuids(Array array) throws SQLException {
    return Stream.of((Object[]) array.getArray()).map(id -> (UUID) id).toList();
  }

  private @Nullable ObjectNode object(@Nullable String text) {
    return text == null ? null : (ObjectNode) json.readTree(text);
  }

  private <T> @Nullable T read(@Nullable String text, Class<T> type) {
    return text == null ? null : json.readValue(text, type);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private String text(Object value) {
    return json.writeValueAsString(value);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

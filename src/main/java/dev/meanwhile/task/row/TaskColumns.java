package dev.meanwhile.task.row;

import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.Progress;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.Usage;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The columns of the table `task` with what a task depends on, and how a row of them is read.
@Component
class TaskColumns implements RowMapper<TaskRow> {
  static final String ALL = """
    task.task_id, task.user_id, task.project_id, task.conversation_id, task.turn_id,
    task.task_type, task.state, task.priority, task.holds_slot, task.ticket, task.input,
    task.result, task.error, task.progress, task.open_dependencies, task.epoch, task.attempt,
    task.max_attempts, task.retry_of, task.node, task.usage, task.version, task.created_at,
    task.started_at, task.completed_at, task.expires_at,
    array(select depends_on from task_dependency d where d.task_id = task.task_id
      order by depends_on) as depends_on
    """;

  private final JsonMapper json;

  TaskColumns(JsonMapper json) {
    this.json = json;
  }

  /// A query for whole rows.
  ///
  /// @param tail from `where` on
  static String select(String tail) {
    return "select " + ALL + " from task " + tail;
  }

  @Override
  public TaskRow mapRow(ResultSet row, int number) throws SQLException {
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

  /// A row that was read before, with what a try may have changed since.
  TaskRow now(ResultSet row, TaskRow before) throws SQLException {
    return before.now(json.readValue(row.getString("progress"), Progress.class),
        read(row.getString("usage"), Usage.class), row.getInt("version"));
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
}

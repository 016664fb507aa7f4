package dev.meanwhile.task.row;

import dev.meanwhile.UserId;
import dev.meanwhile.task.TaskFilter;
import dev.meanwhile.task.TaskStatus;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Pages of the table `task`, newest first.
@Component
public class Listings {
  private final JdbcClient jdbc;
  private final TaskColumns columns;

  Listings(JdbcClient jdbc, TaskColumns columns) {
    this.jdbc = jdbc;
    this.columns = columns;
  }

  /// The user's tasks that a filter wants, from its cursor on.
  public List<TaskRow> list(UserId user, TaskFilter filter, int limit) {
    var statement = jdbc.sql(TaskColumns.select("where user_id = :user " + condition(filter)
        + " order by created_at desc, task_id desc limit :limit")).param("user", user.value())
        .param("limit", limit);
    return bind(filter, statement).query(columns).list();
  }

  private static String condition(TaskFilter filter) {
    var sql = new StringBuilder();
    if (filter.type() != null) {
      sql.append(" and task_type = :type");
    }
    if (filter.status() != null) {
      sql.append(filter.status() == TaskStatus.PENDING
          ? " and state in ('waiting', 'queued')"
          : " and state = :state");
    }
    if (filter.project() != null) {
      sql.append(" and project_id = :project");
    }
    if (filter.conversation() != null) {
      sql.append(" and conversation_id = :conversation");
    }
    if (filter.cursor() != null) {
      sql.append(" and (created_at, task_id) < (:createdAt, :taskId)");
    }
    return sql.toString();
  }

  private static StatementSpec bind(TaskFilter filter, StatementSpec statement) {
    var bound = statement;
    if (filter.type() != null) {
      bound = bound.param("type", filter.type().toLowerCase(Locale.ROOT));
    }
    if (filter.status() != null) {
      bound = bound.param("state", filter.status().word());
    }
    if (filter.project() != null) {
      bound = bound.param("project", filter.project().value());
    }
    if (filter.conversation() != null) {
      bound = bound.param("conversation", filter.conversation());
    }
    if (filter.cursor() != null) {
      bound = bound.param("createdAt", filter.cursor().createdAt().atOffset(ZoneOffset.UTC)).param(
          "taskId",
          filter.cursor().taskId());
    }
    return bound;
  }
}

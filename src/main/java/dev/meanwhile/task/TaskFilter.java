package dev.meanwhile.task;

import dev.meanwhile.Problem;
import dev.meanwhile.project.ProjectKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Which of a user's tasks a listing wants; a null member wants all.
///
/// @param limit 1–200
/// @param cursor where the last page ended
public record TaskFilter(@Nullable String type, @Nullable TaskStatus status,
    @Nullable ProjectKey project, @Nullable UUID conversation, int limit,
    @Nullable Cursor cursor) {
  static final int MOST = 200;
  /// How many tasks a page has when the request doesn't say.
  public static final int DEFAULT_LIMIT = 50;

  public TaskFilter {
    if (limit < 1 || limit > MOST) {
      throw Problem.badField("limit", limit + " isn't between 1 and " + MOST);
    }
  }

  /// The newest tasks of all kinds.
  public static TaskFilter all() {
    return new TaskFilter(null, null, null, null, DEFAULT_LIMIT, null);
  }

  /// The place of a task in a listing, opaque to clients.
  public record Cursor(Instant createdAt, UUID taskId) {

    String text() {
      return Base64.getUrlEncoder().withoutPadding()
          .encodeToString((createdAt + " " + taskId).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor of(String text) {
      try {
        var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
            .split(" ", 2);
        return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
        throw Problem.badField("cursor", "isn't one that this server gave");
      }
    }
  }

  String condition() {
    var sql = new StringBuilder();
    if (type != null) {
      sql.append(" and task_type = :type");
    }
    if (status != null) {
      sql.append(status == TaskStatus.PENDING
          ? " and state in ('waiting', 'queued')"
          : " and state = :state");
    }
    if (project != null) {
      sql.append(" and project_id = :project");
    }
    if (conversation != null) {
      sql.append(" and conversation_id = :conversation");
    }
    if (cursor != null) {
      sql.append(" and (created_at, task_id) < (:createdAt, :taskId)");
    }
    return sql.toString();
  }

  StatementSpec bind(StatementSpec statement) {
    var bound = statement;
    if (type != null) {
      bound = bound.param("type", type.toLowerCase(Locale.ROOT));
    }
    if (status != null) {
      bound = bound.param("state", status.word());
    }
    if (project != null) {
      bound = bound.param("project", project.value());
    }
    if (conversation != null) {
      bound = bound.param("conversation", conversation);
    }
    if (cursor != null) {
      bound = bound.param("createdAt", cursor.createdAt().atOffset(ZoneOffset.UTC)).param("taskId",
          cursor.taskId());
    }
    return bound;
  }
}

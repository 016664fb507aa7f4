package dev.meanwhile.task.row;

import dev.meanwhile.store.LastWrites;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table `task_event`: a task's states, steps and attempts, kept as long as the task.
@Component
public class History {
  /// How many entries a reader gets; steps beyond it are still in the store.
  private static final int MOST = 10_000;

  private final JdbcClient jdbc;
  private final LastWrites lastWrites;
  private final JsonMapper json;
  private final Clock clock;

  History(JdbcClient jdbc, LastWrites lastWrites, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.lastWrites = lastWrites;
    this.json = json;
    this.clock = clock;
  }

  /// One entry of a task's history.
  ///
  /// @param seq rises within the task
  /// @param type for example `task.started` or `step.finished`
  public record Entry(int seq, String type, Instant time, JsonNode details) {}

  /// Adds an entry with the current transaction's last writes; the task's row is locked by the change that it tells.
  void add(UUID taskId, String type, Map<String, ?> details) {
    lastWrites.addRow("""
      insert into task_event (task_id, seq, type, body, created_at)
      select id,
        (select coalesce(max(seq), 0) from task_event where task_id = id)
          + row_number() over (partition by id order by n),
        type, body::jsonb, at
      from unnest(:id::uuid[], :type::text[], :body::text[], :now::timestamptz[])
        with ordinality as entry (id, type, body, at, n)
      """, Map.of("id", taskId, "type", type, "body", json.writeValueAsString(details),
        "now", clock.instant().atOffset(ZoneOffset.UTC)));
  }

  /// A task's history from its beginning; whose it is was asked before.
  public List<Entry> list(UUID taskId) {
    return jdbc.sql("""
      select seq, type, created_at, body from task_event where task_id = ? order by seq limit ?
      """).param(taskId).param(MOST)
        .query((row, _) -> new Entry(row.getInt("seq"), row.getString("type"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            json.readTree(row.getString("body"))))
        .list();
  }
}

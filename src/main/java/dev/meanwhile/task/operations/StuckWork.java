package dev.meanwhile.task.operations;

import dev.meanwhile.UserId;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.handler.Handlers;
import dev.meanwhile.task.handler.TaskKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks for work that doesn't get on, and says why. What the engine mends by itself is named too, until it has.
@Component
class StuckWork {
  /// How many entries one look finds of each sort, and shows of all together.
  static final int MOST = 100;

  private final JdbcClient jdbc;
  private final Handlers handlers;
  private final TaskSettings settings;
  private final Clock clock;

  StuckWork(JdbcClient jdbc, Handlers handlers, TaskSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.handlers = handlers;
    this.settings = settings;
    this.clock = clock;
  }

  /// Up to one more than [#MOST], so that a reader sees that there are more; each task once, by its first reason.
  List<Stuck> find() {
    Map<UUID, Stuck> found = new LinkedHashMap<>();
    var parameters = parameters();
    for (var query : StuckQueries.ALL) {
      jdbc.sql(query.sql()).params(parameters)
          .query((row, _) -> stuck(row, query.reason())).list()
          .forEach(stuck -> found.putIfAbsent(stuck.taskId(), stuck));
    }
    behind(List.copyOf(found.keySet()))
        .forEach(stuck -> found.putIfAbsent(stuck.taskId(), stuck));
    return found.values().stream().limit(MOST + 1).toList();
  }

  private Map<String, Object> parameters() {
    var kinds = handlers.kinds();
    return Map.of("now", clock.instant().atOffset(ZoneOffset.UTC), "after",
        settings.stuckAfter().toMillis() / 1000.0, "most", MOST + 1, "running",
        settings.perUserRunning(), "slots", settings.slots(), "types",
        kinds.stream().map(TaskKind::type).toArray(String[]::new), "limits",
        kinds.stream().map(kind -> kind.timeLimit().toSeconds()).toArray(Long[]::new));
  }

  /// What depends on stuck tasks, nearest first.
  private List<Stuck> behind(List<UUID> stuck) {
    return stuck.isEmpty()
        ? List.of()
        : jdbc.sql("""
          select task.task_id, task.task_type, task.user_id, task.state, task.created_at,
            task.attempt, task.node, null::timestamptz as since,
            format('it waits for task %s, which is stuck', parent.depends_on) as why
          from (select d.task_id, min(d.depends_on::text) as depends_on from task_dependency d
            join task on task.task_id = d.depends_on
            where d.depends_on in (:stuck)
              and task.state not in ('completed', 'failed', 'cancelled')
            group by d.task_id) parent
          join task on task.task_id = parent.task_id
          where task.state = 'waiting' order by task.task_id limit :most
          """).param("stuck", stuck).param("most", MOST + 1)
            .query((row, _) -> stuck(row, Reason.DEPENDENCY_STUCK)).list();
  }

  private static Stuck stuck(ResultSet row, Reason reason) throws SQLException {
    var since = row.getObject("since", OffsetDateTime.class);
    return new Stuck(row.getObject("task_id", UUID.class), row.getString("task_type"),
        new UserId(row.getString("user_id")), row.getString("state"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getInt("attempt"),
        row.getString("node"), reason, row.getString("why"),
        since == null ? null : since.toInstant());
  }
}

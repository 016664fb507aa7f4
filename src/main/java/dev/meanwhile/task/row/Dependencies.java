package dev.meanwhile.task.row;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table `task_dependency`: which tasks wait for which.
@Component
public class Dependencies {
  private final JdbcClient jdbc;
  private final TaskColumns columns;

  Dependencies(JdbcClient jdbc, TaskColumns columns) {
    this.jdbc = jdbc;
    this.columns = columns;
  }

  /// Makes a task depend on others.
  void add(UUID task, List<UUID> dependsOn) {
    jdbc.sql("""
      insert into task_dependency (task_id, depends_on) select ?, unnest(?::uuid[])
      """).param(task).param(dependsOn.stream().map(UUID::toString).toArray(String[]::new))
        .update();
  }

  /// All that depends on a task, near or far, and hasn't ended; locked in order.
  public List<TaskRow> lockBelow(UUID taskId) {
    return jdbc.sql("""
      with recursive below (id) as (
        select task_id from task_dependency where depends_on = :id
        union
        select d.task_id from task_dependency d join below on d.depends_on = below.id)
      """ + TaskColumns.select("""
      where task_id in (select id from below)
        and state not in ('completed', 'failed', 'cancelled')
      order by task_id for update of task
      """)).param("id", taskId).query(columns).list();
  }

  /// Forgets which ended tasks depended on which, so that chains can be removed.
  void forgetEnded(Instant now) {
    jdbc.sql("""
      delete from task_dependency d using task child, task parent
      where d.task_id = child.task_id and d.depends_on = parent.task_id
        and child.expires_at < :now and parent.expires_at < :now
      """).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }
}

package dev.meanwhile.task.door;

import dev.meanwhile.UserId;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where pending tasks stand in their user's line.
@Component
class Places {
  /// Tasks behind one that are counted before those ahead of it are.
  private static final int ENOUGH = 1000;

  private final JdbcClient jdbc;
  private final RunTimes runTimes;

  Places(JdbcClient jdbc, RunTimes runTimes) {
    this.jdbc = jdbc;
    this.runTimes = runTimes;
  }

  /// The same tasks, the pending ones with their place and an estimate of their start.
  List<Task> placed(UserId user, List<Task> tasks) {
    var pending = tasks.stream().filter(task -> task.status() == TaskStatus.PENDING)
        .map(Task::taskId).toList();
    var places = places(user, pending);
    var placed = new ArrayList<Task>();
    for (var task : tasks) {
      var place = places.get(task.taskId());
      placed.add(place == null ? task : task.inLine(place, runTimes.eta(task.taskType(), place)));
    }
    return placed;
  }

  /// The places of a user's pending tasks in the user's line, 1 is next.
  private Map<UUID, Integer> places(UserId user, Collection<UUID> taskIds) {
    var places = new HashMap<UUID, Integer>();
    if (taskIds.size() == 1) {
      taskIds.forEach(taskId -> place(taskId).ifPresent(place -> places.put(taskId, place)));
    } else if (!taskIds.isEmpty()) {
      jdbc.sql("""
        select task_id, place from (
          select task_id, row_number() over (order by line_key, task_id) as place from task
          where user_id = :user and expires_at is null and state in ('waiting', 'queued')) line
        where task_id in (:ids)
        """).param("user", user.value()).param("ids", taskIds)
          .query(row -> {
            places.put(row.getObject("task_id", UUID.class), row.getInt("place"));
          });
    }
    return places;
  }

  /// The place of one task. A new task mostly stands near the end, so those behind it are counted first: a long line
  /// doesn't make its creation slow.
  private Optional<Integer> place(UUID taskId) {
    return jdbc.sql("""
      with me as (
        select user_id, line_key, task_id from task
        where task_id = :id and state in ('waiting', 'queued'))
      select case when behind.n < :enough then
          (select waiting from user_slot where user_id = me.user_id) - behind.n
          + (select count(*) from task
              where task.user_id = me.user_id and holds_slot and state = 'queued')
        else
          (select count(*) from task where task.user_id = me.user_id
            and task.expires_at is null and task.state in ('waiting', 'queued')
            and (task.line_key, task.task_id) <= (me.line_key, me.task_id))
        end as place
      from me, lateral (
        select count(*) as n from (
          select from task where task.user_id = me.user_id
            and task.expires_at is null and task.state in ('waiting', 'queued')
            and (task.line_key, task.task_id) > (me.line_key, me.task_id) limit :enough) few) behind
      """).param("id", taskId).param("enough", ENOUGH)
        .query(Integer.class).optional();
  }
}

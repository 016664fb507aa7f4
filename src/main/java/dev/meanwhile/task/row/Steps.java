package dev.meanwhile.task.row;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table `task_step`: results worth keeping from one try to the next.
@Component
public class Steps {
  private final JdbcClient jdbc;

  Steps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A finished step's result as JSON.
  public Optional<String> find(UUID taskId, String key) {
    return jdbc.sql("select result from task_step where task_id = ? and step_key = ?").param(taskId)
        .param(key).query(String.class).optional();
  }

  /// Stores a step's result if the try may still write; the task's row stays locked until the transaction ends, so that
  /// a cancel comes wholly before or wholly after.
  public boolean store(UUID taskId, int epoch, String key, String result, @Nullable String usage,
      Instant now) {
    return jdbc.sql("""
      insert into task_step (task_id, step_key, epoch, result, usage, created_at)
      select task_id, :key, epoch, :result::jsonb, :usage::jsonb, :now from task
      where task_id = :id and epoch = :epoch and state = 'running' for update
      on conflict (task_id, step_key) do nothing
      """).param("id", taskId).param("key", key).param("epoch", epoch).param("result", result)
        .param("usage", usage).param("now", now.atOffset(ZoneOffset.UTC)).update() == 1;
  }

  /// Lets a retry begin with what the task before it had finished.
  public void takeOver(UUID from, UUID to) {
    jdbc.sql("""
      insert into task_step (task_id, step_key, epoch, result, usage, created_at)
      select ?, step_key, 0, result, null, created_at from task_step where task_id = ?
      """).param(to).param(from).update();
  }
}

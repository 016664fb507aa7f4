package dev.meanwhile.task.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.store.LastWrites;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskRow;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Tries that lose their task while they work, of a user of their own. They are the test's: their tickets are gone, so
/// no node works on them.
public final class LostTries {
  private final Tasks tasks;
  private final RunRecords records;
  private final LastWrites lastWrites;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final TransactionTemplate transactions;
  private final UserId user = new UserId("u" + UUID.randomUUID());

  LostTries(Tasks tasks, RunRecords records, LastWrites lastWrites, JdbcClient jdbc,
      JsonMapper json, TransactionTemplate transactions) {
    this.tasks = tasks;
    this.records = records;
    this.lastWrites = lastWrites;
    this.jdbc = jdbc;
    this.json = json;
    this.transactions = transactions;
    jdbc.sql("insert into app_user (user_id, role, created_at) values (?, 'user', now())")
        .param(user.value()).update();
  }

  /// Tries of a new user.
  public static LostTries ofNewUser(AutowireCapableBeanFactory beans) {
    return (LostTries) beans.autowire(LostTries.class,
        AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
  }

  /// How a try loses its task.
  public enum Loss {
    /// Another node has started the next one.
    STARTED_ELSEWHERE,
    /// The user cancelled the task.
    CANCELLED
  }

  /// Whose tasks they are.
  public UserId user() {
    return user;
  }

  /// A new task's first try, which has started; with the current transaction if there is one.
  public TaskRow begin() {
    return Objects.requireNonNull(transactions.execute(_ -> {
      var input = json.createObjectNode().put("name", "lost");
      var id = tasks.create(NewTask.of(user, "probe", new ProjectKey("p"), input)).task().taskId();
      lastWrites.flush();
      jdbc.sql("delete from scheduled_tasks where task_instance = ?").param(id + ":0").update();
      return records.start(new Moves.Ticket(id, 0)).orElseThrow();
    }));
  }

  /// Takes the task from its try.
  public void lose(Loss loss, UUID id) {
    switch (loss) {
      case STARTED_ELSEWHERE -> assertThat(records.start(new Moves.Ticket(id, 0))).isPresent();
      case CANCELLED -> tasks.cancel(user, id);
    }
  }

  /// Removes the user with all tasks.
  public void remove() {
    jdbc.sql("delete from app_user where user_id = ?").param(user.value()).update();
  }
}

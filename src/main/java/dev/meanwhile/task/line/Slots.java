package dev.meanwhile.task.line;

import dev.meanwhile.UserId;
import dev.meanwhile.task.TaskSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table `user_slot`: the first lock of every transaction that changes who may run, and the length of each user's
/// line. How many slots are held is always counted from the tasks themselves.
@Component
public class Slots {
  private final JdbcClient jdbc;
  private final TaskSettings settings;

  Slots(JdbcClient jdbc, TaskSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /// A user's limits and line, as long as the lock is held.
  public record Slot(int runningLimit, int pendingLimit, int waiting) {}

  /// How much of the engine a user may take, and takes.
  ///
  /// @param running tasks that hold a slot
  /// @param pending tasks that wait for one
  public record Load(int runningLimit, int pendingLimit, int running, int pending) {}

  /// Locks the row of a user who has one until the transaction ends; a removed user has none.
  public Optional<Slot> lockIfThere(UserId user) {
    return select(user);
  }

  /// Locks the rows of those of these users who have one that nobody else has locked, until the transaction ends. From
  /// then on it fails rather than wait for any other lock longer than `meanwhile.tasks.together-wait`: what it does for
  /// one user mustn't wait for another.
  public Map<UserId, Slot> lockFree(Collection<UserId> users) {
    var locked = new HashMap<UserId, Slot>();
    jdbc.sql("""
      select user_id, coalesce(running_limit, :running) as running_limit,
        coalesce(pending_limit, :pending) as pending_limit, waiting,
        set_config('lock_timeout', :wait, true)
      from user_slot where user_id = any(:users) order by user_id for update skip locked
      """).param("wait", settings.togetherWait().toMillis() + "ms")
        .param("running", settings.perUserRunning()).param("pending", settings.perUserPending())
        .param("users", users.stream().map(UserId::value).distinct().toArray(String[]::new))
        .query(row -> {
          locked.put(new UserId(row.getString("user_id")), slot(row));
        });
    return locked;
  }

  private static Slot slot(ResultSet row) throws SQLException {
    return new Slot(row.getInt("running_limit"), row.getInt("pending_limit"),
        row.getInt("waiting"));
  }

  /// Locks the user's row until the transaction ends.
  public Slot lock(UserId user) {
    return select(user).orElseGet(() -> {
      jdbc.sql("insert into user_slot (user_id) values (?) on conflict do nothing")
          .param(user.value()).update();
      return select(user).orElseThrow();
    });
  }

  private Optional<Slot> select(UserId user) {
    return jdbc.sql("""
      select coalesce(running_limit, :running) as running_limit,
        coalesce(pending_limit, :pending) as pending_limit, waiting
      from user_slot where user_id = :user for update
      """).param("running", settings.perUserRunning()).param("pending", settings.perUserPending())
        .param("user", user.value()).query((row, _) -> slot(row)).optional();
  }

  /// The user's limits and load, without a lock.
  public Load load(UserId user) {
    return jdbc.sql("""
      select coalesce(running_limit, :running) as running_limit,
        coalesce(pending_limit, :pending) as pending_limit, coalesce(waiting, 0) as waiting,
        (select count(*) from task where task.user_id = :user and holds_slot) as held
      from (select 1) one left join user_slot on user_id = :user
      """).param("running", settings.perUserRunning()).param("pending", settings.perUserPending())
        .param("user", user.value()).query((row, _) -> new Load(row.getInt("running_limit"),
            row.getInt("pending_limit"), row.getInt("held"), row.getInt("waiting")))
        .single();
  }

  /// A user and what they take.
  public record UserLoad(UserId userId, int runningLimit, int pendingLimit, int running,
      int pending) {}

  /// The users who hold slots or wait, the heaviest first.
  ///
  /// @param limit how many at the most
  public List<UserLoad> loads(int limit) {
    return jdbc.sql("""
      select user_slot.user_id, coalesce(running_limit, :running) as running_limit,
        coalesce(pending_limit, :pending) as pending_limit, waiting, coalesce(held, 0) as held
      from user_slot left join (
        select user_id, count(*) as held from task where holds_slot group by user_id) holding
        on holding.user_id = user_slot.user_id
      where waiting > 0 or held > 0
      order by waiting + coalesce(held, 0) desc, user_slot.user_id limit :limit
      """).param("running", settings.perUserRunning()).param("pending", settings.perUserPending())
        .param("limit", limit).query((row, _) -> new UserLoad(new UserId(row.getString("user_id")),
            row.getInt("running_limit"), row.getInt("pending_limit"), row.getInt("held"),
            row.getInt("waiting")))
        .list();
  }

  /// Changes the length of the user's line where nobody is admitted; the row is locked.
  public void waiting(UserId user, int change) {
    if (change != 0) {
      jdbc.sql("update user_slot set waiting = waiting + ? where user_id = ?").param(change)
          .param(user.value()).update();
    }
  }

  /// Sets the length of the line to what the tasks say; the row is locked.
  void recount(UserId user) {
    jdbc.sql("""
      update user_slot set waiting = (select count(*) from task
        where task.user_id = user_slot.user_id and expires_at is null and state = 'waiting')
      where user_id = ?
      """).param(user.value()).update();
  }
}

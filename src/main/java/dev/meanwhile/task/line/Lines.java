package dev.meanwhile.task.line;

import dev.meanwhile.UserId;
import dev.meanwhile.task.row.Queued;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The users' lines: the one move of the table `task` from waiting to queued, and the count of the line in `user_slot`
/// that goes with it.
@Component
class Lines {
  private final JdbcClient jdbc;

  Lines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A user's part of the engine.
  ///
  /// @param limit how many slots the user may hold
  /// @param joined how many more wait than were counted
  record Share(UserId user, int limit, int joined) {}

  /// Who of a user's line got a slot.
  ///
  /// @param othersQueued whether the user has tasks that had one and didn't start yet
  record Admitted(UserId user, List<Queued> queued, boolean othersQueued) {}

  /// One user's part, which the database plans for one, and many users' parts.
  private static final String ONE = "select (:users)[1] as user_id, (:limits)[1] as slots, (:joined)[1] as joined";
  private static final String MANY = """
    select * from unnest(:users, :limits, :joined) as share (user_id, slots, joined)""";

  private static final String QUEUE_NEXT = """
    held as (
      select share.user_id, slots, joined, n, others
      from share, lateral (
        select count(*)::int as n, count(*) filter (where state = 'queued') > 0 as others
        from task where task.user_id = share.user_id and holds_slot) counted),
    next as (
      select first.id from held, lateral (
        select task_id as id from task
        where user_id = held.user_id and state = 'waiting' and open_dependencies = 0
          and due_at is null
        order by line_key, task_id
        limit greatest(held.slots - held.n, 0) for update) first),
    queued as (
      update task set state = 'queued', holds_slot = true, ticket = epoch
      from next where task.task_id = next.id
      returning task.user_id, task_id, task_type, line_key, ticket),
    line as (
      update user_slot set waiting = waiting + joined - left_it
      from held, lateral (
        select count(*)::int as left_it from queued where queued.user_id = held.user_id) moved
      where user_slot.user_id = held.user_id and joined <> left_it)
    select user_id, others, task_id, task_type, ticket,
      n + row_number() over (partition by user_id order by line_key, task_id) - 1 as held_before
    from held left join queued using (user_id)
    """;

  /// Gives the users' free slots to the first in each one's line and counts the lines anew, under the users' locks: both
  /// in one statement, since every end of a task pays for it.
  ///
  /// @param shares one for each user
  /// @return one for each user
  List<Admitted> queueNext(Collection<Share> shares) {
    var admitted = new LinkedHashMap<String, Admitted>();
    jdbc.sql("with share as (" + (shares.size() == 1 ? ONE : MANY) + ")," + QUEUE_NEXT)
        .param("users", shares.stream().map(share -> share.user().value()).toArray(String[]::new))
        .param("limits", shares.stream().map(Share::limit).toArray(Integer[]::new))
        .param("joined", shares.stream().map(Share::joined).toArray(Integer[]::new))
        .query(row -> {
          var user = row.getString("user_id");
          boolean others = row.getBoolean("others");
          var of = admitted.computeIfAbsent(user,
              _ -> new Admitted(new UserId(user), new ArrayList<>(), others));
          if (row.getObject("task_id") != null) {
            of.queued().add(queued(row));
          }
        });
    return List.copyOf(admitted.values());
  }

  private static Queued queued(ResultSet row) throws SQLException {
    return new Queued(row.getObject("task_id", UUID.class), row.getString("task_type"),
        row.getInt("ticket"), row.getInt("held_before"));
  }
}

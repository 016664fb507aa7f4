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
  /// @param freed whether a slot became free
  record Share(UserId user, int limit, int joined, boolean freed) {}

  /// Who of a user's line got a slot, and who waits for a node with one.
  ///
  /// @param slots how many the user holds now
  /// @param places of those who wait for a node, unless no slot was freed and none taken
  record Admitted(UserId user, int slots, List<Queued> queued, List<Ranks.Place> places) {}

  /// One user's part, which the database plans for one, and many users' parts.
  private static final String ONE = """
    select (:users)[1] as user_id, (:limits)[1] as slots, (:joined)[1] as joined,
      (:freed)[1] as freed""";
  private static final String MANY = """
    select * from unnest(:users, :limits, :joined, :freed)
      as share (user_id, slots, joined, freed)""";

  private static final String QUEUE_NEXT = """
    mine as (
      select user_id, freed, held.* from share, lateral (
        select task_id, ticket, state, line_key from task
        where task.user_id = share.user_id and holds_slot offset 0) held),
    held as (
      select user_id, slots, joined, count(task_id)::int as n
      from share left join mine using (user_id) group by user_id, slots, joined),
    next as (
      select first.place from held, lateral (
        select ctid as place from task
        where user_id = held.user_id and not holds_slot and completed_at is null
          and open_dependencies = 0 and due_at is null
        order by line_key, task_id
        limit greatest(held.slots - held.n, 0) for update) first),
    queued as (
      update task set state = 'queued', holds_slot = true, ticket = epoch
      from next where task.ctid = next.place
      returning task.user_id, task_id, task_type, line_key, ticket),
    moved as (
      select user_id, joined, n, count(task_id)::int as left_it
      from held left join queued using (user_id) group by user_id, joined, n),
    line as (
      update user_slot set waiting = waiting + joined - left_it
      from moved where user_slot.user_id = moved.user_id and joined <> left_it),
    places as (
      select user_id, task_id, task_type, ticket, line_key, null as rank from queued
      union all
      select user_id, mine.task_id, null, mine.ticket, line_key, priority
      from mine left join lateral (
        select priority, picked from scheduled_tasks where task_name = 'run'
          and task_instance = mine.task_id || ':' || mine.ticket offset 0) ticket on true
      where mine.state = 'queued' and picked is not true
        and (freed or exists (select from queued)))
    select user_id, n + left_it as slots, task_id, task_type, ticket, rank
    from moved left join places using (user_id)
    order by user_id, rank is null, line_key, task_id
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
        .param("freed", shares.stream().map(Share::freed).toArray(Boolean[]::new))
        .query(row -> {
          var user = row.getString("user_id");
          int slots = row.getInt("slots");
          add(row, admitted.computeIfAbsent(user, _ -> new Admitted(new UserId(user), slots,
              new ArrayList<>(), new ArrayList<>())));
        });
    return List.copyOf(admitted.values());
  }

  private static void add(ResultSet row, Admitted admitted) throws SQLException {
    var taskId = row.getObject("task_id", UUID.class);
    if (taskId == null) {
      return;
    }
    int ticket = row.getInt("ticket");
    var type = row.getString("task_type");
    if (type != null) {
      admitted.queued().add(new Queued(taskId, type, ticket));
    }
    admitted.places().add(new Ranks.Place(taskId, ticket, row.getObject("rank", Integer.class)));
  }
}

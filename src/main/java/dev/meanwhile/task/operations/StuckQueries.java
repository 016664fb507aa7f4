package dev.meanwhile.task.operations;

import static dev.meanwhile.task.operations.Reason.BACK_OFF_OVER;
import static dev.meanwhile.task.operations.Reason.DEPENDENCY_OVER;
import static dev.meanwhile.task.operations.Reason.NODES_FULL;
import static dev.meanwhile.task.operations.Reason.NODE_LOST;
import static dev.meanwhile.task.operations.Reason.NOT_PICKED;
import static dev.meanwhile.task.operations.Reason.NOT_STARTED;
import static dev.meanwhile.task.operations.Reason.NO_TICKET;
import static dev.meanwhile.task.operations.Reason.OVER_TIME;
import static dev.meanwhile.task.operations.Reason.SLOT_FREE;
import static dev.meanwhile.task.operations.Reason.SLOT_HELD;

import java.util.List;

/// How each kind of stuck work is found: a query for each, with the reason's words in it. Ages of what the application
/// stamped are told by its clock (`:now`), all else by the database's. `:after` is in seconds.
record StuckQueries(Reason reason, String sql) {
  private static final String COLUMNS = """
    task.task_id, task.task_type, task.user_id, task.state, task.created_at, task.attempt,
    task.node
    """;
  private static final String TICKET = """
    scheduled_tasks s on s.task_name = 'run'
      and s.task_instance = task.task_id || ':' || task.ticket
    """;
  private static final String FIRST = " order by since nulls first, task_id limit :most";

  /// All of them, each for the parameters `now`, `after`, `most`, `running` (the default of a user's slots), `slots` (of
  /// a node), `types` and `limits` (the seconds that a try of each type may run).
  static final List<StuckQueries> ALL = List.of(slotFree(), noTicket(), nodesFull(), notPicked(),
      notStarted(), nodeLost(), overTime(), slotHeld(), dependencyOver(), backOffOver());

  private static StuckQueries slotFree() {
    return new StuckQueries(SLOT_FREE, """
      select line.*, line.created_at as since,
        format('its user holds %s of %s slots and it is number %s in line, but it has none',
          held, coalesce(running_limit, :running), place) as why
      from user_slot
      cross join lateral (select count(*) as held from task
        where task.user_id = user_slot.user_id and holds_slot) holding
      cross join lateral (
        select task_id, task_type, user_id, state, created_at, attempt, node,
          row_number() over (order by line_key, task_id) as place from task
        where task.user_id = user_slot.user_id and not holds_slot and completed_at is null
          and open_dependencies = 0 and due_at is null
        order by line_key, task_id limit :most) line
      where place <= coalesce(running_limit, :running) - held
        and line.created_at < :now - :after * interval '1 second'
      """ + FIRST);
  }

  private static StuckQueries noTicket() {
    return new StuckQueries(NO_TICKET, "select " + COLUMNS + """
      , null::timestamptz as since, case when state = 'queued'
          then 'it has a slot, but no ticket that a node could take'
          else 'it runs without a ticket: if its node dies, nobody takes it over' end as why
      from task
      where holds_slot and state in ('queued', 'running') and not exists (select 1 from
      """ + TICKET.replace(" on ", " where ") + ")" + FIRST);
  }

  private static StuckQueries nodesFull() {
    return new StuckQueries(NODES_FULL, notPicked("""
      'its ticket is due, but the %s live nodes are full: %s tasks are at work'
      """, "atwork.n >= :slots * alive.n"));
  }

  private static StuckQueries notPicked() {
    return new StuckQueries(NOT_PICKED, notPicked("""
      'its ticket is due, but none of the %s live nodes takes it, with %s tasks at work'
      """, "atwork.n < :slots * alive.n"));
  }

  private static String notPicked(String words, String condition) {
    return "select " + COLUMNS + ", s.execution_time as since, format(" + words
        + ", alive.n, atwork.n) as why from task join " + TICKET + """
          cross join (select count(*) as n from node where lease_until > now()) alive
          cross join (select count(*) as n from scheduled_tasks where picked) atwork
          where holds_slot and task.state = 'queued' and not s.picked
            and s.execution_time < now() - :after * interval '1 second' and
          """ + condition + FIRST;
  }

  private static StuckQueries notStarted() {
    return new StuckQueries(NOT_STARTED, "select " + COLUMNS + """
      , s.execution_time as since,
        format('%s took its ticket, but has not started it', s.picked_by) as why
      from task join
      """ + TICKET + """
      where holds_slot and task.state = 'queued' and s.picked
        and s.execution_time < now() - :after * interval '1 second'
      """ + FIRST);
  }

  private static StuckQueries nodeLost() {
    return new StuckQueries(NODE_LOST, "select " + COLUMNS + """
      , lease_until as since,
        format('it ran on %s, whose lease is gone; no live node has taken it over yet',
          task.node) as why
      from task left join node on node.name = task.node
      where holds_slot and state = 'running' and coalesce(lease_until <= now(), true)
      """ + FIRST);
  }

  private static StuckQueries overTime() {
    return new StuckQueries(OVER_TIME, "select " + COLUMNS + """
      , start.at as since, format('this try has run %s s, and may run %s s; its generator does '
          'not react to being stopped', extract(epoch from :now - start.at)::bigint, seconds) as why
      from task
      join unnest(:types, :limits) as kind (type, seconds) on kind.type = task.task_type
      cross join lateral (select max(created_at) as at from task_event
        where task_event.task_id = task.task_id and type = 'task.started') start
      where holds_slot and state = 'running'
        and start.at < :now - (seconds + :after) * interval '1 second'
      """ + FIRST);
  }

  private static StuckQueries slotHeld() {
    return new StuckQueries(SLOT_HELD, "select " + COLUMNS + """
      , task.completed_at as since, case when lease_until > now()
          then format('it ended, but its thread on %s goes on and holds the slot', task.node)
          else format('it ended, but the slot that it held on %s, which is gone, is not free',
            task.node) end as why
      from task left join node on node.name = task.node
      where holds_slot and state in ('completed', 'failed', 'cancelled')
        and task.completed_at < :now - :after * interval '1 second'
      """ + FIRST);
  }

  private static StuckQueries dependencyOver() {
    return new StuckQueries(DEPENDENCY_OVER, "select " + COLUMNS + """
      , task.created_at as since,
        format('it waits for %s dependencies, but all that it depends on have ended',
          task.open_dependencies) as why
      from task
      where expires_at is null and state = 'waiting' and open_dependencies > 0 and not exists (
        select 1 from task_dependency d join task parent on parent.task_id = d.depends_on
        where d.task_id = task.task_id
          and parent.state not in ('completed', 'failed', 'cancelled'))
      """ + FIRST);
  }

  private static StuckQueries backOffOver() {
    return new StuckQueries(BACK_OFF_OVER, "select " + COLUMNS + """
      , task.due_at as since, case when exists (select 1 from scheduled_tasks s
          where s.task_name = 'due' and s.task_instance = task.task_id || ':' || task.epoch)
          then 'its back-off is over, but no node has taken the ticket that ends it'
          else 'its back-off is over, but there is no ticket that ends it' end as why
      from task
      where expires_at is null and state = 'waiting'
        and due_at < now() - :after * interval '1 second'
      """ + FIRST);
  }
}

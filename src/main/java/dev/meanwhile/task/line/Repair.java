package dev.meanwhile.task.line;

import dev.meanwhile.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Finds what a dead node or a lost notification left behind: slots of ended tasks whose node is gone, queued tasks
/// without a ticket, lines that could move. Safe on every node at once: each find is looked at again when it is mended.
@Component
class Repair {
  private static final Logger log = LoggerFactory.getLogger(Repair.class);
  /// How many finds of each sort one run takes on; the next run goes on.
  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final Admission admission;

  Repair(JdbcClient jdbc, Admission admission) {
    this.jdbc = jdbc;
    this.admission = admission;
  }

  private record Found(UserId user, UUID taskId, int ticket, @Nullable String node) {}

  @Scheduled(fixedDelayString = "${meanwhile.tasks.repair-every:5s}")
  void repair() {
    slotsOfDeadNodes()
        .forEach(found -> admission.release(found.user(), found.taskId(), found.node()));
    queuedWithoutTicket().forEach(this::issueTicket);
    usersWhoCouldGoOn().forEach(admission::goOn);
  }

  private List<Found> slotsOfDeadNodes() {
    return found("""
      select user_id, task_id, ticket, node from task
      where holds_slot and state in ('completed', 'failed', 'cancelled')
        and not exists (select 1 from node where node.name = task.node and lease_until > now())
      limit ?
      """);
  }

  private List<Found> queuedWithoutTicket() {
    return found("""
      select user_id, task_id, ticket, node from task
      where holds_slot and state = 'queued' and not exists (
        select 1 from scheduled_tasks s
        where s.task_name = 'run' and s.task_instance = task.task_id || ':' || task.ticket)
      limit ?
      """);
  }

  private List<Found> found(String sql) {
    return jdbc.sql(sql).param(BATCH).query((row, _) -> new Found(
        new UserId(row.getString("user_id")), row.getObject("task_id", UUID.class),
        row.getInt("ticket"), row.getString("node"))).list();
  }

  private void issueTicket(Found found) {
    log.warn("task {} was queued without a ticket; it gets one", found.taskId());
    admission.issueMissing(found.taskId(), found.ticket());
  }

  /// Users whose line has somebody ready while they hold no slot: who holds one goes on when it frees.
  private List<UserId> usersWhoCouldGoOn() {
    return jdbc.sql("""
      select user_id from user_slot where waiting > 0
        and exists (select 1 from task where task.user_id = user_slot.user_id
          and not holds_slot and completed_at is null and open_dependencies = 0
          and due_at is null)
        and not exists (select 1 from task where task.user_id = user_slot.user_id and holds_slot)
      limit ?
      """).param(BATCH).query((row, _) -> new UserId(row.getString(1))).list();
  }
}

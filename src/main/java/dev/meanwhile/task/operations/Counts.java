package dev.meanwhile.task.operations;

import dev.meanwhile.task.TaskStatus;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many tasks there are, over all users.
@Component
class Counts {
  private final JdbcClient jdbc;

  Counts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Tasks that haven't ended.
  ///
  /// @param waiting without a slot
  /// @param queued with a slot and a ticket
  /// @param running at work
  /// @param ending ended, while the thread of their try still holds the slot
  record Open(long waiting, long queued, long running, long ending) {}

  /// Read from the lengths of the lines and from the few rows that hold a slot, so it costs little however long the
  /// lines are.
  Open open() {
    return jdbc.sql("""
      select (select coalesce(sum(waiting), 0) from user_slot) as waiting,
        count(*) filter (where state = 'queued') as queued,
        count(*) filter (where state = 'running') as running,
        count(*) filter (where state not in ('queued', 'running')) as ending
      from task where holds_slot
      """).query((row, _) -> new Open(row.getLong("waiting"), row.getLong("queued"),
        row.getLong("running"), row.getLong("ending"))).single();
  }

  /// Ended tasks that are still kept, by status.
  Map<String, Long> ended() {
    var counts = new TreeMap<String, Long>();
    for (var status : TaskStatus.values()) {
      if (status.isTerminal()) {
        counts.put(status.word(), 0L);
      }
    }
    jdbc.sql("select state, count(*) as n from task where expires_at is not null group by state")
        .query(row -> {
          counts.put(row.getString("state"), row.getLong("n"));
        });
    return counts;
  }
}

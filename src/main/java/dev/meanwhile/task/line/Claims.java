package dev.meanwhile.task.line;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// How a node claims tickets: those of the best rank that are due, in one statement for all of them. The library's own
/// way is a select and then an update for each ticket; its one statement ignores its LIMIT once its plan was made on an
/// empty table, because the rows to update come from a subquery that the plan may run again. Here they come from a
/// query that runs once, whatever the plan. A ticket whose rank changes in that very moment is passed over: the signal that
/// follows the change makes the node look again. Kinds of tickets that this version doesn't know are left to a node that does;
/// the question for the kind is for no index, since an index by kind would lead to all tickets.
final class Claims extends PostgreSqlJdbcCustomization {
  private static final String CLAIM = """
    update scheduled_tasks
    set picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1
    where ctid = any(array(
      select ctid from scheduled_tasks
      where not picked and execution_time <= ? and (task_name in ('run', 'due')) is true
      order by priority desc, execution_time limit ? for update skip locked))
    returning *
    """;

  private final Consumer<List<Execution>> claimed;

  /// @param claimed told what was claimed, before anything runs
  Claims(Consumer<List<Execution>> claimed) {
    super(false, false);
    this.claimed = claimed;
  }

  @Override
  public List<Execution> lockAndFetchSingleStatement(JdbcTaskRepositoryContext context,
      Instant now, int limit, boolean byPriority) {
    var executions = context.jdbcRunner.query(CLAIM, statement -> {
      statement.setString(1, context.schedulerName.getName());
      setInstant(statement, 2, now);
      setInstant(statement, 3, now);
      statement.setInt(4, limit);
    }, context.resultSetMapper.get());
    claimed.accept(executions);
    return executions;
  }
}

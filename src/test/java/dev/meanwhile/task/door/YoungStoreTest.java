package dev.meanwhile.task.door;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.meanwhile.OwnMeanwhileTest;
import dev.meanwhile.store.QuickStore;
import dev.meanwhile.task.handler.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// What the database plans for the engine's statements while there is little in the store. A plan is kept until statistics
/// are next gathered, which takes a minute or more, and 10,000 tasks come in less: so no plan may read what other users
/// have, however little that is when it is made.
@OwnMeanwhileTest
@TestPropertySource(properties = {"meanwhile.store.pool-size=4",
    "meanwhile.store.quick-pool-size=1", "meanwhile.tasks.slots=" + YoungStoreTest.SLOTS,
    "meanwhile.tasks.per-user-pending=1000"})
class YoungStoreTest extends Engine {
  /// So many that each connection prepares each statement.
  private static final int TASKS = 300;
  static final int SLOTS = 2;
  private static final Pattern GROWING = Pattern
      .compile("task_(pkey|line|open|slot|list)|scheduled_tasks_.*");
  /// The statements that each task needs, by words of theirs.
  private static final Set<String> EACH_TASK = Set.of("insert into task ", "as place",
      "set state = 'queued'",
      "set state = 'running'", "set state = given.state", "for update) task", "set picked = true",
      "set priority = rank", "delete from scheduled_tasks");

  @Autowired
  HikariDataSource store;
  @Autowired
  QuickStore quick;

  @Test
  void noPlanReadsWhatOthersHaveThoughTheStoreWasEmptyWhenItWasMade() throws SQLException {
    runTasks();
    assertThat(reads()).isEmpty();

    for (var table : List.of("task", "scheduled_tasks", "user_slot")) {
      jdbc.sql("analyze " + table).update(); // nothing waits or runs, so it counts on that
    }
    runTasks();
    assertThat(reads()).isEmpty();
  }

  /// Both slots are held until all tasks are there, so that many wait for a slot and for a node.
  private void runTasks() {
    var holder = unique();
    for (int i = 0; i < SLOTS; i++) {
      tasks.create(wish(user, holder, "wait"));
    }
    for (int i = 0; i < TASKS; i++) {
      start("step");
    }
    await().atMost(LIMIT).until(() -> Probe.gate(holder).getQueueLength() == SLOTS);
    Probe.gate(holder).release(SLOTS);
    await().atMost(LIMIT).until(() -> tasks.open(user, 10).isEmpty());
  }

  /// What the plans of these statements read without a key, of all connections that nobody uses right now.
  private Map<String, Set<String>> reads() throws SQLException {
    var reads = new TreeMap<String, Set<String>>();
    for (var pool : List.of(store, quick.connections())) {
      eachConnection(pool, reads);
    }
    assertThat(EACH_TASK)
        .allMatch(words -> reads.keySet().stream().anyMatch(sql -> sql.contains(words)));
    reads.values().removeIf(Set::isEmpty);
    return reads;
  }

  private void eachConnection(HikariDataSource pool, Map<String, Set<String>> reads)
      throws SQLException {
    var connections = new ArrayList<Connection>();
    try {
      for (int i = pool.getHikariPoolMXBean().getIdleConnections(); i > 0; i--) {
        connections.add(pool.getConnection());
      }
      for (var connection : connections) {
        explain(JdbcClient.create(new SingleConnectionDataSource(connection, true)), reads);
      }
    } finally {
      for (var connection : connections) {
        connection.close();
      }
    }
  }

  private record Prepared(String name, String sql, int parameters) {
    boolean isOfEachTask() {
      return EACH_TASK.stream().anyMatch(sql::contains);
    }

    String explain() {
      return "explain (format json) execute \"" + name + "\""
          + Collections.nCopies(parameters, "null").stream().collect(joining(", ", "(", ")"));
    }
  }

  private void explain(JdbcClient one, Map<String, Set<String>> reads) {
    var mode = one.sql("show plan_cache_mode").query(String.class).single();
    one.sql("set plan_cache_mode = force_generic_plan").update();
    one.sql("""
      select name, statement, coalesce(cardinality(parameter_types), 0) from pg_prepared_statements
      """).query((row, _) -> new Prepared(row.getString(1), row.getString(2), row.getInt(3)))
        .list().stream().filter(Prepared::isOfEachTask).forEach(each -> {
          var plan = one.sql(each.explain()).query(String.class).single();
          collect(json.readTree(plan).get(0).get("Plan"),
              reads.computeIfAbsent(each.sql(), _ -> new TreeSet<>()));
        });
    one.sql("set plan_cache_mode = " + mode).update();
  }

  private static void collect(JsonNode node, Set<String> reads) {
    if (readsWithoutKey(node)) {
      reads.add(node.path("Node Type").asString() + " " + node.path("Relation Name").asString("")
          + " " + node.path("Index Name").asString("") + " "
          + node.path("Index Cond").asString(""));
    }
    for (var child : node.path("Plans")) {
      collect(child, reads);
    }
  }

  private static boolean readsWithoutKey(JsonNode node) {
    var index = node.path("Index Name").asString("");
    return switch (node.path("Node Type").asString()) {
      case "Seq Scan" ->
        Set.of("task", "scheduled_tasks").contains(node.path("Relation Name").asString(""));
      case "Index Scan", "Index Only Scan", "Bitmap Index Scan" -> GROWING.matcher(index).matches()
          && !isInOrder(index) && !node.path("Index Cond").asString("")
              .matches("\\(+(task_id|user_id|task_instance) = .*");
      default -> false;
    };
  }

  /// Of these only as many are read as are wanted.
  private static boolean isInOrder(String index) {
    return index.equals("scheduled_tasks_due");
  }
}

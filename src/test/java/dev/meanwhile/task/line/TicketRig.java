package dev.meanwhile.task.line;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.meanwhile.node.Nodes;
import dev.meanwhile.store.LastWrites;
import dev.meanwhile.store.QuickStore;
import dev.meanwhile.store.Signals;
import dev.meanwhile.store.StoreAddress;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskMeters;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/// Tickets over a table of their own, with one connection, that lead to a holder which keeps each until the test lets
/// it go.
final class TicketRig implements Tickets.Holder, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  /// What it shares with the application.
  record Engine(Signals signals, LastWrites lastWrites, Nodes nodes, TaskMeters meters) {}

  private final String schema = "rig_" + UUID.randomUUID().toString().replace("-", "");
  private final HikariDataSource pool;
  private final QuickStore quick;
  private final JdbcClient jdbc;
  private final Tickets tickets;
  private final AtomicInteger polls = new AtomicInteger();
  private final AtomicInteger atWork = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Semaphore gate = new Semaphore(0);
  private final List<UUID> claimed = new CopyOnWriteArrayList<>();
  private final Set<UUID> started = ConcurrentHashMap.newKeySet();
  private final Set<UUID> working = ConcurrentHashMap.newKeySet();
  private final Set<UUID> threadless = ConcurrentHashMap.newKeySet();
  private volatile boolean ignoresInterrupts;
  private volatile boolean ranUnclaimed;
  private volatile boolean stopped;

  TicketRig(StoreAddress address, Engine engine, int slots, Duration heartbeat) {
    var config = new HikariConfig();
    config.setJdbcUrl(
        address.url() + (address.url().contains("?") ? "&" : "?") + "currentSchema=" + schema);
    config.setUsername(address.username());
    config.setPassword(address.password());
    config.setMaximumPoolSize(1); // each statement is prepared once and for all
    pool = new HikariDataSource(config);
    quick = new QuickStore(new Counting(config));
    jdbc = JdbcClient.create(pool);
    jdbc.sql("create schema " + schema).update();
    jdbc.sql("create table scheduled_tasks (like public.scheduled_tasks including all)").update();
    jdbc.sql("vacuum analyze scheduled_tasks").update(); // plans count on an empty table
    tickets = new Tickets(quick, engine.lastWrites(), settings(slots, heartbeat),
        engine.signals(), engine.nodes(), engine.meters());
  }

  private static TaskSettings settings(int slots, Duration heartbeat) {
    var second = Duration.ofSeconds(1);
    return new TaskSettings(slots, 5, 10, NEVER, DataSize.ofMegabytes(1), 3, second, second, POLL,
        heartbeat, 4, second, second, NEVER, NEVER, NEVER, 1, second, 1);
  }

  private static final Duration NEVER = Duration.ofDays(1);

  /// Counts how often somebody asks for a connection.
  private final class Counting extends HikariDataSource {
    Counting(HikariConfig config) {
      super(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
      polls.incrementAndGet();
      return super.getConnection();
    }
  }

  void start() {
    tickets.start(this);
  }

  void stop() {
    stopped = true;
    tickets.stop();
  }

  void awaitPolls(int more) {
    int enough = polls.get() + more;
    await().atMost(Duration.ofSeconds(20)).until(() -> polls.get() >= enough);
  }

  /// Writes tickets that are due, beside the scheduler's back.
  List<UUID> insert(int count) {
    var ids = IntStream.range(0, count).mapToObj(_ -> UUID.randomUUID()).toList();
    jdbc.sql("""
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
        priority)
      select 'run', id || ':0', now() - interval '1 minute', false, 1, 30000
      from unnest(?) as id
      """).param(ids.toArray(UUID[]::new)).update();
    return ids;
  }

  /// Writes a due ticket of a kind that this version doesn't know.
  void insertUnknown() {
    insertStrange("of a later version");
  }

  /// Writes a due ticket that names no task.
  void insertUnreadable() {
    insertStrange("run");
  }

  private void insertStrange(String kind) {
    jdbc.sql("""
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
        priority)
      values (?, 'x:0', now() - interval '1 hour', false, 1, 30001)
      """).param(kind).update();
  }

  /// Writes a ticket that a node took an hour ago, and said nothing since.
  UUID insertTaken(String node) {
    var id = UUID.randomUUID();
    jdbc.sql("""
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
        last_heartbeat, version, priority)
      values ('run', ?, now() - interval '1 hour', true, ?, now() - interval '1 hour', 1, 30000)
      """).param(id + ":0").param(node).update();
    return id;
  }

  boolean isTakenBy(UUID id, String node) {
    return jdbc.sql("select picked_by from scheduled_tasks where task_instance = ?")
        .param(id + ":0").query(String.class).single().equals(node);
  }

  int taken() {
    return jdbc.sql("select count(*) from scheduled_tasks where picked").query(Integer.class)
        .single();
  }

  int left() {
    return jdbc.sql("select count(*) from scheduled_tasks").query(Integer.class).single();
  }

  int atWork() {
    return atWork.get();
  }

  int mostAtWork() {
    return most.get();
  }

  /// What this node was told that it has claimed, one by one.
  List<UUID> claimed() {
    return List.copyOf(claimed);
  }

  boolean ranUnclaimed() {
    return ranUnclaimed;
  }

  boolean hasStarted(UUID id) {
    return started.contains(id);
  }

  void letOneGo() {
    gate.release();
  }

  void ignoreInterrupts() {
    ignoresInterrupts = true;
  }

  /// Whether this node was told that no thread comes for it any more.
  boolean isThreadless(UUID id) {
    return threadless.contains(id);
  }

  /// What this node says of a ticket that it has taken.
  void worksOn(UUID id, boolean does) {
    if (does) {
      working.add(id);
    } else {
      working.remove(id);
    }
  }

  @Override
  public void claimed(List<Moves.Ticket> tickets) {
    tickets.forEach(ticket -> claimed.add(ticket.taskId()));
  }

  @Override
  public boolean run(UUID taskId, int ticket) {
    ranUnclaimed |= !claimed.contains(taskId);
    started.add(taskId);
    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
    try {
      if (ignoresInterrupts) {
        gate.acquireUninterruptibly();
      } else {
        gate.acquire();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      atWork.decrementAndGet();
    }
    return false;
  }

  @Override
  public void due(UUID taskId) {
    throw new IllegalStateException("no ticket of this kind is made");
  }

  @Override
  public void noThreadCame(UUID taskId) {
    threadless.add(taskId);
  }

  @Override
  public boolean works(UUID taskId) {
    return working.contains(taskId);
  }

  @Override
  public void close() {
    gate.release(1_000);
    if (!stopped) {
      stop();
    }
    jdbc.sql("drop schema " + schema + " cascade").update();
    quick.close();
    pool.close();
  }
}

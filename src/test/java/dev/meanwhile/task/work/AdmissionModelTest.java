package dev.meanwhile.task.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.TestClock;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.store.LastWrites;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.line.Admission;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.row.TaskState;
import dev.meanwhile.task.run.RunRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The real moves on the real store against a [LineModel], step by step: same states, same slots, same ranks. All of a
/// run is one transaction that is rolled back, so no worker ever sees a ticket of it.
@MeanwhileTest
class AdmissionModelTest {
  private static final int STEPS = 80;
  private static final int FIRST_PRIORITY = 30_000;
  private static final TaskError ERROR = new TaskError("hopeless", "never", false);

  @Autowired
  Tasks tasks;
  @Autowired
  TryEndings tryEndings;
  @Autowired
  Admission admission;
  @Autowired
  RunRecords records;
  @Autowired
  TaskRows rows;
  @Autowired
  TestClock clock;
  @Autowired
  LastWrites lastWrites;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  JsonMapper json;
  @Autowired
  TransactionTemplate transactions;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theEngineAdmitsWhatTheModelAdmits(long seed) {
    clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      new Run(seed).run();
    });
  }

  /// One walk of random moves.
  private final class Run {
    private final Random random;
    private final long seed;
    private final List<LineModel> lines = new ArrayList<>();
    private final Map<UUID, TaskRow> tries = new TreeMap<>();
    private String last = "nothing";

    Run(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void run() {
      int users = 1 + random.nextInt(3);
      for (int i = 0; i < users; i++) {
        lines.add(newLine(1 + random.nextInt(4)));
      }
      for (int step = 0; step < STEPS; step++) {
        var line = lines.get(random.nextInt(lines.size()));
        move(line);
        lastWrites.flush();
        lines.forEach(this::compare);
      }
    }

    private LineModel newLine(int limit) {
      var user = new UserId("u" + UUID.randomUUID());
      jdbc.sql("insert into app_user (user_id, role, created_at) values (?, 'user', now())")
          .param(user.value()).update();
      jdbc.sql("insert into user_slot (user_id, running_limit) values (?, ?)").param(user.value())
          .param(limit).update();
      return new LineModel(user, limit);
    }

    private void move(LineModel line) {
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> create(line);
        case 3 -> firstTicket(line).ifPresent(it -> start(line, it));
        case 4 -> startTogether();
        case 5 -> completeSome(line);
        case 6 -> line.any(random, TaskState.RUNNING).ifPresent(it -> endTry(line, it));
        case 7 -> line.anyOpen(random).ifPresent(it -> cancel(line, it));
        case 8 -> line.anyEnding(random).ifPresent(it -> release(line, it));
        default -> line.anyDue(random).ifPresent(it -> due(line, it));
      }
    }

    private void create(LineModel line) {
      clock.advance(Duration.ofSeconds(random.nextInt(1800)));
      int priority = 1 + random.nextInt(9);
      var parents = random.nextInt(3) == 0
          ? line.some(random)
          : List.<UUID>of();
      var input = json.createObjectNode().put("name", "model");
      var id = tasks.create(new NewTask(line.user(), "probe", new ProjectKey("p"), input, priority,
          parents, null, null, null)).task().taskId();
      line.create(id, clock.instant().minus(Duration.ofMinutes(15L * (priority - 5))), parents);
      last = "create %s %d %s".formatted(id, priority, parents);
    }

    /// What a node would take first of this user.
    private Optional<UUID> firstTicket(LineModel line) {
      return jdbc.sql("""
        select task.task_id from task join scheduled_tasks s on s.task_name = 'run'
          and s.task_instance = task.task_id || ':' || task.ticket
        where user_id = ? and task.state = 'queued' order by s.priority desc limit 1
        """).param(line.user().value()).query(UUID.class).optional();
    }

    private void start(LineModel line, UUID id) {
      last = "start " + id;
      var ticket = rows.find(id).orElseThrow().ticket();
      tries.put(id, records.start(new Moves.Ticket(id, ticket)).orElseThrow());
      line.start(id);
    }

    /// The first of each line.
    private void startTogether() {
      last = "start the first of each";
      var tickets = new TreeMap<UUID, Moves.Ticket>();
      lines.forEach(line -> firstTicket(line).ifPresent(id -> {
        tickets.put(id, new Moves.Ticket(id, rows.find(id).orElseThrow().ticket()));
        line.start(id);
      }));
      var started = records.startTogether(List.copyOf(tickets.values()));
      started.forEach(row -> tries.put(row.taskId(), row));
      assertThat(started).hasSameSizeAs(tickets.keySet());
    }

    private void completeSome(LineModel line) {
      if (random.nextBoolean()) {
        line.any(random, TaskState.RUNNING).ifPresent(it -> complete(line, it));
      } else {
        completeTogether();
      }
    }

    /// About half of what runs, whosever it is.
    private void completeTogether() {
      var done = new TreeMap<UUID, TryEndings.Finished>();
      for (var line : lines) {
        line.all(TaskState.RUNNING).stream().filter(_ -> random.nextBoolean()).forEach(id -> {
          done.put(id, new TryEndings.Finished(attempt(id),
              new TaskOutcome(Map.of("total_count", 0), List.of(), "done")));
          line.complete(id);
        });
      }
      last = "complete together " + done.keySet();
      assertThat(tryEndings.completeTogether(done)).hasSameSizeAs(done).doesNotContainValue(false);
    }

    private void complete(LineModel line, UUID id) {
      last = "complete " + id;
      assertThat(tryEndings.complete(attempt(id),
          new TaskOutcome(Map.of("total_count", 0), List.of(), "done"))).isTrue();
      line.complete(id);
    }

    private void endTry(LineModel line, UUID id) {
      switch (random.nextInt(3)) {
        case 0 -> {
          last = "fail " + id;
          tryEndings.fail(attempt(id), ERROR);
          line.end(id, TaskState.FAILED);
        }
        case 1 -> {
          last = "try later " + id;
          tryEndings.tryLater(attempt(id), ERROR, Duration.ofHours(1));
          line.putBack(id, true);
        }
        default -> {
          last = "hand back " + id;
          tryEndings.handBack(attempt(id));
          line.putBack(id, false);
        }
      }
    }

    private TaskRow attempt(UUID id) {
      return java.util.Objects.requireNonNull(tries.get(id));
    }

    private void cancel(LineModel line, UUID id) {
      last = "cancel " + id;
      tasks.cancel(line.user(), id);
      line.end(id, TaskState.CANCELLED);
    }

    private void release(LineModel line, UUID id) {
      last = "release " + id;
      admission.release(line.user(), id, attempt(id).node());
      line.release(id);
    }

    private void due(LineModel line, UUID id) {
      last = "due " + id;
      admission.due(line.user(), id);
      line.due(id);
    }

    private void compare(LineModel line) {
      var where = "seed %d, limit %d, after: %s".formatted(seed, line.limit(), last);
      assertThat(states(line)).as(where).isEqualTo(line.states());
      assertThat(waiting(line)).as(where).isEqualTo(line.count(TaskState.WAITING));
      assertThat(ranks(line)).as(where).isEqualTo(line.ranks());
    }

    private Map<UUID, String> states(LineModel line) {
      var found = new TreeMap<UUID, String>();
      jdbc.sql("select task_id, state, holds_slot from task where user_id = ?")
          .param(line.user().value()).query(row -> {
            found.put(row.getObject("task_id", UUID.class),
                row.getString("state") + (row.getBoolean("holds_slot") ? " with slot" : ""));
          });
      return found;
    }

    private int waiting(LineModel line) {
      return jdbc.sql("select waiting from user_slot where user_id = ?")
          .param(line.user().value()).query(Integer.class).single();
    }

    /// Behind how many of its user's tasks each queued one stands, smallest first.
    private List<Integer> ranks(LineModel line) {
      return jdbc.sql("""
        select ? - s.priority as rank from task join scheduled_tasks s on s.task_name = 'run'
          and s.task_instance = task.task_id || ':' || task.ticket
        where user_id = ? and task.state = 'queued' order by rank
        """).param(FIRST_PRIORITY).param(line.user().value())
          .query((row, _) -> row.getInt("rank")).list();
    }
  }
}

package dev.meanwhile.benchmark;

import static org.awaitility.Awaitility.await;

import dev.meanwhile.Application;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.door.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.node.JsonNodeFactory;

/// A whole server of ours in this process.
final class Node implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int CREATORS = 8;

  private final Store store;
  private final ConfigurableApplicationContext context;
  private final Tasks tasks;

  private Node(Store store, ConfigurableApplicationContext context) {
    this.store = store;
    this.context = context;
    this.tasks = context.getBean(Tasks.class);
  }

  /// Starts a server with the default settings and these.
  static Node start(Store store, String... more) throws IOException {
    var settings = new ArrayList<>(store.settings());
    settings.add("--server.port=0");
    settings.add("--logging.level.root=warn");
    settings.add("--meanwhile.data-dir=" + Files.createTempDirectory(Path.of("target"), "node-"));
    settings.addAll(Arrays.asList(more));
    return new Node(store, new SpringApplicationBuilder(Application.class)
        .run(settings.toArray(String[]::new)));
  }

  /// Users of this benchmark's own.
  List<UserId> users(int count) {
    var users = IntStream.range(0, count).mapToObj(_ -> new UserId("u-" + UUID.randomUUID()))
        .toList();
    users.forEach(user -> store.jdbc()
        .sql("insert into app_user (user_id, role, created_at) values (?, 'user', now())")
        .param(user.value()).update());
    return users;
  }

  /// Creates a task as any caller would, in a transaction of its own.
  UUID create(UserId user, int pauseMillis) {
    var input = JsonNodeFactory.instance.objectNode().put("pause_millis", pauseMillis);
    return tasks.create(new NewTask(user, "noop", new ProjectKey("p"), input,
        NewTask.DEFAULT_PRIORITY, List.of(), null, null, null)).task().taskId();
  }

  /// Creates a task that does nothing.
  ///
  /// @return milliseconds from the wish, before it is stored, until the task begins on some node
  double waitOf(UserId user) {
    long asked = System.nanoTime();
    var taskId = create(user, 0);
    return (startOf(taskId).nanoTime() - asked) / 1e6;
  }

  private static Noop.Start startOf(UUID taskId) {
    await().pollInterval(Duration.ofMillis(1)).atMost(LIMIT)
        .until(() -> Noop.STARTS.containsKey(taskId));
    return Objects.requireNonNull(Noop.STARTS.get(taskId));
  }

  /// Fills the lines of users as if their tasks had been created one by one, only faster. Nothing runs yet.
  void backlog(List<UserId> users, int each, int pauseMillis) {
    for (var user : users) {
      store.jdbc().sql("""
        insert into user_slot (user_id, waiting, pending_limit) values (:user, :each, 1000000)
        """).param("user", user.value()).param("each", each).update();
      store.jdbc().sql("""
        insert into task (task_id, user_id, project_id, task_type, state, priority, line_key,
          input, progress, max_attempts, created_at)
        select gen_random_uuid(), :user, 'p', 'noop', 'waiting', 5,
          now() - interval '1 minute' + n * interval '1 microsecond',
          jsonb_build_object('pause_millis', :pause),
          '{"current_step":"pending","step":0,"total_steps":1,"percentage":0,"message":""}', 3, now()
        from generate_series(1, :each) n
        """).param("user", user.value()).param("pause", pauseMillis).param("each", each).update();
    }
    store.jdbc().sql("analyze task").update();
  }

  /// Takes all that waits out of the users' lines.
  void forget(List<UserId> users) {
    for (var user : users) {
      store.jdbc().sql("delete from task where user_id = ? and state = 'waiting'")
          .param(user.value()).update();
      store.jdbc().sql("update user_slot set waiting = 0 where user_id = ?").param(user.value())
          .update();
    }
  }

  /// Creates tasks of many users, several at a time.
  void create(List<UserId> users, int each, int pauseMillis) {
    try (var creators = Executors.newFixedThreadPool(CREATORS)) {
      for (var user : users) {
        creators.execute(() -> IntStream.range(0, each).forEach(_ -> create(user, pauseMillis)));
      }
    }
  }

  /// Waits until no task is open.
  void awaitAllEnded() {
    awaitAllEndedBut(0);
  }

  /// Waits until no more than so many tasks are open.
  void awaitAllEndedBut(int held) {
    await().pollInterval(Duration.ofMillis(20)).atMost(LIMIT).until(() -> open() <= held);
  }

  private int open() {
    return store.jdbc().sql("""
      select count(*) from task where state in ('waiting', 'queued') or holds_slot
      """).query(Integer.class).single();
  }

  @Override
  public void close() {
    context.close();
  }
}

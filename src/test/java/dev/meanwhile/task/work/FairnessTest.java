package dev.meanwhile.task.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.OwnMeanwhileTest;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.Probe;
import dev.meanwhile.task.line.Slots;
import dev.meanwhile.task.row.History;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.run.LostTries;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Who gets the next slot that frees, on a node of four that doesn't look by itself: it starts tasks when it is told, or
/// not at all. Each task waits at its user's gate, so the test decides which slot frees and when; what started is then
/// counted, not timed.
@OwnMeanwhileTest
@TestPropertySource(properties = {"meanwhile.tasks.slots=4", "meanwhile.tasks.per-user-running=4",
    "meanwhile.tasks.per-user-pending=20000", "meanwhile.tasks.poll=10m",
    "meanwhile.tasks.drain=500ms"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FairnessTest {
  private static final int SLOTS = 4;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Autowired
  Tasks tasks;
  @Autowired
  Worker worker;
  @Autowired
  Starts starts;
  @Autowired
  MeterRegistry meters;
  @Autowired
  Slots slots;
  @Autowired
  History history;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  JsonMapper json;
  @Autowired
  TransactionTemplate transactions;
  @Autowired
  AutowireCapableBeanFactory beans;
  private final List<UserId> users = new ArrayList<>();

  private UserId newUser() {
    var made = new UserId("u" + UUID.randomUUID());
    jdbc.sql("insert into app_user (user_id, role, created_at) values (?, 'user', now())")
        .param(made.value()).update();
    users.add(made);
    return made;
  }

  /// Whatever a test left goes with its users.
  @AfterEach
  void removeUsers() {
    users.forEach(user -> jdbc.sql("delete from app_user where user_id = ?").param(user.value())
        .update());
    users.forEach(user -> Probe.gate(user.value()).release(SLOTS));
    users.clear();
  }

  private UUID create(UserId user) {
    var input = json.createObjectNode().put("name", user.value());
    input.putArray("plan").add("wait");
    return tasks.create(new NewTask(user, "probe", new ProjectKey("p"), input, 5, List.of(), null,
        null, null)).task().taskId();
  }

  private void endOneOf(UserId user) {
    Probe.gate(user.value()).release();
  }

  private int started(UserId user) {
    return jdbc.sql("select count(*) from task where user_id = ? and started_at is not null")
        .param(user.value()).query(Integer.class).single();
  }

  private int running(UserId user) {
    return jdbc.sql("select count(*) from task where user_id = ? and state = 'running'")
        .param(user.value()).query(Integer.class).single();
  }

  private int startedOfAll() {
    return users.stream().mapToInt(this::started).sum();
  }

  private void awaitStarted(int count) {
    await().atMost(LIMIT).until(() -> startedOfAll() >= count);
    assertThat(startedOfAll()).isEqualTo(count);
  }

  /// A slot may be another's while the end of the try that had it is on its way to the disk: so whoever still runs there may
  /// have nothing left that could end.
  private void awaitAtGates() {
    await().atMost(LIMIT).until(() -> users.stream()
        .mapToInt(user -> Probe.gate(user.value()).getQueueLength()).sum() == SLOTS);
  }

  private void addBacklog(UserId user, UUID example, int count) {
    jdbc.sql("""
      insert into task (task_id, user_id, project_id, task_type, state, priority, line_key, input,
        progress, max_attempts, created_at)
      select gen_random_uuid(), user_id, project_id, task_type, state, priority,
        line_key + n * interval '1 ms', input, progress, max_attempts, created_at
      from task, generate_series(1, ?) n where task_id = ?
      """).param(count).param(example).update();
    jdbc.sql("update user_slot set waiting = waiting + ? where user_id = ?").param(count)
        .param(user.value()).update();
  }

  @Test
  @Order(1)
  void eachOfNineNewcomersGetsTheNextSlotThatFreesBesideABacklogOfTenThousand() {
    var heavy = newUser();
    IntStream.range(0, SLOTS).forEach(_ -> create(heavy));
    awaitStarted(SLOTS);
    addBacklog(heavy, create(heavy), 10_000);
    var newcomers = IntStream.range(0, 9).mapToObj(_ -> newUser()).toList();
    newcomers.forEach(this::create);
    assertThat(newcomers).allMatch(newcomer -> started(newcomer) == 0);

    for (int i = 0; i < newcomers.size(); i++) {
      endOneOf(i < SLOTS ? heavy : newcomers.get(i - SLOTS));

      int next = i;
      await().atMost(LIMIT).until(() -> started(newcomers.get(next)) == 1);
      assertThat(started(heavy)).as("before newcomer %d started", i).isEqualTo(SLOTS);
      assertThat(startedOfAll()).as("one slot freed, one task started").isEqualTo(SLOTS + i + 1);
    }
    newcomers.subList(newcomers.size() - SLOTS, newcomers.size()).forEach(this::endOneOf);
    await("the backlog goes on").atMost(LIMIT).until(() -> started(heavy) == 2 * SLOTS);
  }

  @Test
  @Order(2)
  void usersWithEqualDemandGetEqualShares() {
    int tasksEach = 12;
    var equals = IntStream.range(0, 8).mapToObj(_ -> newUser()).toList();
    equals.forEach(user -> IntStream.range(0, tasksEach).forEach(_ -> create(user)));
    awaitStarted(SLOTS);
    var random = new Random(7);
    for (int total = SLOTS; equals.stream().allMatch(user -> started(user) < tasksEach); total++) {
      awaitAtGates();
      var atWork = equals.stream().filter(user -> Probe.gate(user.value()).hasQueuedThreads())
          .toList();
      endOneOf(atWork.get(random.nextInt(atWork.size())));
      awaitStarted(total + 1);
    }

    var shares = equals.stream().mapToDouble(this::started).toArray();
    assertThat(jain(shares)).as("Jain's index of %s", shares).isGreaterThanOrEqualTo(0.98);
  }

  /// 1 when all have the same, 1/n when one has all.
  private static double jain(double[] shares) {
    double sum = java.util.Arrays.stream(shares).sum();
    double squares = java.util.Arrays.stream(shares).map(share -> share * share).sum();
    return sum * sum / (shares.length * squares);
  }

  /// Each of the six asks for the next as soon as one has ended, so there is always somebody who runs nothing.
  @Test
  @Order(3)
  void aBacklogIsNotStarvedByUsersWhoComeWithOneTaskAtATime() {
    var backlog = newUser();
    IntStream.range(0, 20).forEach(_ -> create(backlog));
    awaitStarted(SLOTS);
    var oneByOne = IntStream.range(0, 6).mapToObj(_ -> newUser()).toList();
    oneByOne.forEach(this::create);
    Map<UserId, Integer> ended = new HashMap<>();
    int total = SLOTS;
    for (; total < SLOTS + 42; total++) {
      awaitAtGates();
      var longest = users.stream().filter(user -> Probe.gate(user.value()).hasQueuedThreads())
          .min(java.util.Comparator.comparing(user -> ended.getOrDefault(user, 0))).orElseThrow();
      endOneOf(longest);
      ended.put(longest, total);
      awaitStarted(total + 1);
      if (!longest.equals(backlog)) {
        create(longest);
      }
    }

    assertThat(started(backlog)).as("its share of 42 starts among 7").isGreaterThanOrEqualTo(6);
    assertThat(oneByOne).allMatch(user -> started(user) >= 4);
  }

  /// Nobody looks whether tasks have ended either: the try stops because it is told to.
  @Test
  @Order(4)
  void theSlotOfACancelledTaskGoesToTheNextAsSoonAsItsTryHasStopped() {
    var heavy = newUser();
    var first = IntStream.range(0, SLOTS).mapToObj(_ -> create(heavy)).toList().getFirst();
    awaitStarted(SLOTS);
    var newcomer = newUser();
    create(newcomer);

    tasks.cancel(heavy, first);

    await().atMost(LIMIT).until(() -> started(newcomer) == 1);
  }

  /// A slot is its handler's: while ends wait for their user's lock, others run. As many ends may wait as there are
  /// slots; then the slots wait too.
  @Test
  @Order(5)
  void anEndThatWaitsHoldsNoSlotUntilThereAreTooMany() {
    var busy = newUser();
    IntStream.range(0, SLOTS).forEach(_ -> create(busy));
    awaitStarted(SLOTS);
    var other = newUser();
    IntStream.range(0, SLOTS).forEach(_ -> create(other));
    var newcomer = newUser();
    transactions.executeWithoutResult(_ -> {
      slots.lock(busy);
      slots.lock(other);
      Probe.gate(busy.value()).release(SLOTS);
      await().atMost(LIMIT).until(() -> startedApart(other) == SLOTS);

      Probe.gate(other.value()).release(SLOTS);
      await("its slots wait with their ends").atMost(LIMIT)
          .until(() -> gauge("blocked") == SLOTS);
      assertThat(gauge("writing")).isEqualTo(SLOTS);
    });

    await().atMost(LIMIT).until(() -> running(busy) + running(other) == 0);
    create(newcomer);
    awaitStarted(2 * SLOTS + 1);
  }

  private double gauge(String what) {
    return meters.get("meanwhile.tasks.ends." + what).gauge().value();
  }

  /// As whoever is outside the test's transaction sees it.
  private int startedApart(UserId user) {
    var apart = new TransactionTemplate(
        Objects.requireNonNull(transactions.getTransactionManager()));
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return apart.execute(_ -> started(user));
  }

  @Test
  @Order(6)
  void shutdownHandsWorkBackWithinItsBoundAndFailsNothing() {
    var user = newUser();
    var ids = List.of(create(user), create(user));
    awaitStarted(2);
    var tries = newTries();
    var begun = begunWithoutThread(tries);
    var late = tries.begin();
    var slow = newUser();
    var ending = create(slow);
    awaitStarted(5);

    var stop = stopWhileAnEndWaits(slow);

    await("it stops beside tasks whose gates stay shut").atMost(LIMIT).until(stop::isDone);
    assertThat(tasks.get(slow, ending).status()).as("it waited for this end")
        .isEqualTo(TaskStatus.COMPLETED);
    for (var id : ids) {
      assertHandedBack(user, id, 1, "task.created", "task.started", "task.retrying");
    }
    assertHandedBack(tries.user(), begun.taskId(), begun.attempt() + 1, "task.created",
        "task.started", "task.started", "task.retrying");
    worker.claimed(List.of(new Moves.Ticket(late.taskId(), late.ticket())));
    assertThat(starts.has(late.taskId())).as("what there may be no thread for").isFalse();
    assertThatThrownBy(() -> create(user)).as("what it would not start it doesn't take")
        .isInstanceOf(Problem.class).hasMessageContaining("takes no new tasks");
  }

  private LostTries newTries() {
    var made = LostTries.ofNewUser(beans);
    users.add(made.user());
    return made;
  }

  /// A task that was claimed once more, and started with others, and no thread comes for it.
  private TaskRow begunWithoutThread(LostTries tries) {
    var row = tries.begin();
    starts.startTogether(List.of(new Moves.Ticket(row.taskId(), row.ticket())));
    return row;
  }

  private CompletableFuture<Void> stopWhileAnEndWaits(UserId user) {
    return Objects.requireNonNull(transactions.execute(_ -> {
      slots.lock(user);
      endOneOf(user);
      await().atMost(LIMIT).until(() -> Probe.gate(user.value()).availablePermits() == 0);
      var stop = CompletableFuture.runAsync(worker::stop);
      await("it waits for the end").atMost(LIMIT).until(() -> gauge("blocked") == 1);
      return stop;
    }));
  }

  private void assertHandedBack(UserId user, UUID id, int attempt, String... history) {
    var task = tasks.get(user, id);
    assertThat(task.status()).isEqualTo(TaskStatus.PENDING);
    assertThat(task.attempt()).as("none is counted for it").isEqualTo(attempt);
    assertThat(this.history.list(id)).extracting(History.Entry::type).containsExactly(history);
  }
}

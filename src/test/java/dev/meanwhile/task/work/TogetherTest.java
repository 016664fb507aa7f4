package dev.meanwhile.task.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.FeedEvent;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.line.Slots;
import dev.meanwhile.task.row.History;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.row.TaskState;
import dev.meanwhile.task.run.LostTries;
import dev.meanwhile.task.run.RunRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Starts and ends of several tasks in one transaction: each is told, numbered and followed up as if it were alone, and
/// one that can't be written is nobody else's trouble.
@MeanwhileTest
class TogetherTest {
  private static final TaskOutcome OUTCOME = new TaskOutcome(Map.of("total_count", 0),
      List.of(NewArtifact.text("same.txt", "other", "text/plain", "same")), "done");

  @Autowired
  Tasks tasks;
  @Autowired
  TryEndings endings;
  @Autowired
  Slots slots;
  @Autowired
  EndWriter ends;
  @Autowired
  RunRecords records;
  @Autowired
  TaskRows rows;
  @Autowired
  History history;
  @Autowired
  Feed feed;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  JsonMapper json;
  @Autowired
  TransactionTemplate transactions;
  @Autowired
  AutowireCapableBeanFactory beans;
  private final List<LostTries> users = new ArrayList<>();

  private LostTries newUser() {
    var made = LostTries.ofNewUser(beans);
    users.add(made);
    return made;
  }

  @AfterEach
  void removeUsers() {
    users.forEach(LostTries::remove);
  }

  private static Map<UUID, TryEndings.Finished> done(TaskRow... tries) {
    return Stream.of(tries).collect(Collectors.toMap(TaskRow::taskId,
        row -> new TryEndings.Finished(row, OUTCOME)));
  }

  /// A new version of a row that no index has to know costs a third of one that all have to.
  @Test
  void aStartWritesToNoIndex() {
    var one = newUser();
    int starts = 5;

    var withoutIndex = transactions.execute(_ -> {
      IntStream.range(0, starts).forEach(_ -> one.begin());
      return jdbc.sql("select pg_stat_get_xact_tuples_hot_updated('task'::regclass)")
          .query(Integer.class).single();
    });

    assertThat(withoutIndex).as("but for rows whose page is full").isGreaterThan(starts / 2);
  }

  @Test
  void eachIsToldOnceAndNumberedInItsFeedAndHistory() {
    var one = newUser();
    var two = newUser();
    var tries = new TaskRow[]{one.begin(), two.begin(), one.begin(), one.begin()};
    long oneBefore = feed.bounds(one.user()).newest();
    long twoBefore = feed.bounds(two.user()).newest();

    var again = records.startTogether(
        Stream.of(tries).map(row -> new Moves.Ticket(row.taskId(), row.ticket())).toList());
    assertThat(endings.completeTogether(done(again.toArray(TaskRow[]::new)))).hasSize(4)
        .doesNotContainValue(false);

    assertToldEnds(one, oneBefore, 3);
    assertToldEnds(two, twoBefore, 1);
    for (var row : tries) {
      assertThat(history.list(row.taskId())).extracting(entry -> entry.seq() + " " + entry.type())
          .containsExactly("1 task.created", "2 task.started", "3 task.started",
              "4 task.completed");
    }
    assertThat(jdbc.sql("select version from artifact where user_id = ? order by 1")
        .param(one.user().value()).query(Integer.class).list()).containsExactly(1, 2, 3);
  }

  private void assertToldEnds(LostTries of, long after, long count) {
    var told = feed.read(of.user(), after, 100);
    assertThat(told).extracting(FeedEvent::seq).containsExactlyElementsOf(
        LongStream.rangeClosed(after + 1, after + 3 * count).boxed().toList());
    assertThat(told.stream()
        .collect(Collectors.groupingBy(FeedEvent::type, Collectors.counting()))).isEqualTo(Map.of(
            "task.started", count, "task.completed", count, "artifact.created", count));
  }

  @Test
  void aTaskThatWaitsForSeveralOfThemIsQueuedOnce() {
    var tries = newUser();
    var first = tries.begin();
    var second = tries.begin();
    var other = newUser().begin();
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly(); // so that nobody takes its ticket
      var child = tasks.create(new NewTask(tries.user(), "probe", new ProjectKey("p"),
          json.createObjectNode().put("name", "child"), 5,
          List.of(first.taskId(), second.taskId()), null, null, null)).task();

      endings.completeTogether(done(first, second, other));

      var row = rows.find(child.taskId()).orElseThrow();
      assertThat(row.state()).isEqualTo(TaskState.QUEUED);
      assertThat(row.openDependencies()).isZero();
      assertThat(tasks.load(tries.user()).running()).isEqualTo(1);
      assertThat(tasks.load(tries.user()).pending()).isZero();
    });
  }

  @Test
  void whoIsRemovedOrCancelledMeanwhileIsNobodyElsesTrouble() {
    var stays = newUser().begin();
    var leaver = newUser();
    var left = leaver.begin();
    var canceller = newUser();
    var cancelled = canceller.begin();
    leaver.remove();
    tasks.cancel(canceller.user(), cancelled.taskId());

    assertThat(records.startTogether(List.of(new Moves.Ticket(left.taskId(), left.ticket()),
        new Moves.Ticket(cancelled.taskId(), cancelled.ticket())))).isEmpty();
    assertThat(endings.completeTogether(done(stays, left, cancelled))).isEqualTo(
        Map.of(stays.taskId(), true, cancelled.taskId(), false));
    assertThat(endings.complete(left, OUTCOME)).as("alone").isFalse();
  }

  /// The others of a group that is refused are written alone, so nothing of them may be left of the group.
  @Test
  void whoIsOverTheQuotaLeavesNothingOfTheGroupBehind() {
    var poor = newUser();
    var rich = newUser();
    var over = poor.begin();
    var fine = rich.begin();
    endings.complete(poor.begin(), OUTCOME);
    jdbc.sql("update artifact set size = 1000000000000000 where user_id = ?")
        .param(poor.user().value()).update();
    int told = feed.read(rich.user(), 0, 100).size();

    assertThatThrownBy(() -> endings.completeTogether(done(over, fine)))
        .isInstanceOf(Problem.class);

    assertThat(feed.read(rich.user(), 0, 100)).hasSize(told);
    assertThat(endings.complete(fine, OUTCOME)).isTrue();
    assertThat(tasks.get(rich.user(), fine.taskId()).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(rows.find(over.taskId())).contains(over);
  }

  /// The group was committed, and its answer lost: each is written once more, alone.
  @Test
  void whatIsWrittenAloneAfterItsGroupWasCommittedChangesNothing() {
    var tries = newUser();
    var row = tries.begin();
    endings.completeTogether(done(row, newUser().begin()));
    var told = feed.read(tries.user(), 0, 100);
    var ended = rows.find(row.taskId()).orElseThrow();

    assertThat(endings.complete(row, OUTCOME)).isFalse();
    endings.discard(row, OUTCOME);

    assertThat(feed.read(tries.user(), 0, 100)).isEqualTo(told);
    assertThat(rows.find(row.taskId())).contains(ended);
    assertThat(tasks.artifacts(tries.user(), row.taskId())).hasSize(1);
  }

  /// Whoever holds the lock may keep it for long: the others' transaction goes on without that user, and without an error.
  @Test
  void whoIsLockedMeanwhileIsLeftOutAndNobodyWaits() {
    var busy = newUser();
    var left = busy.begin();
    var free = newUser().begin();
    var apart = new TransactionTemplate(
        Objects.requireNonNull(transactions.getTransactionManager()),
        new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));

    transactions.executeWithoutResult(_ -> {
      slots.lock(busy.user());
      rows.lock(busy.user(), left.taskId());
      apart.executeWithoutResult(_ -> {
        assertThat(records.startTogether(Stream.of(left, free)
            .map(row -> new Moves.Ticket(row.taskId(), row.ticket())).toList()))
            .extracting(TaskRow::taskId).containsExactly(free.taskId());
        assertThat(endings.completeTogether(done(left, rows.find(free.taskId()).orElseThrow())))
            .isEqualTo(Map.of(free.taskId(), true));
      });
    });

    assertThat(endings.complete(left, OUTCOME)).as("alone").isTrue();
  }

  /// Who stores artifacts counts all that its user has, and waits for that user's uploads.
  @Test
  void nobodyWaitsForAnEndThatWaitsForItsUsersFiles() {
    var uploader = newUser();
    var slow = uploader.begin();
    var quick = newUser().begin();
    var slowIsWritten = new CountDownLatch(1);
    transactions.executeWithoutResult(_ -> {
      jdbc.sql("select pg_advisory_xact_lock(hashtextextended('files of ' || ?, 0))")
          .param(uploader.user().value()).query(_ -> {});
      ends.write(slow, new TryEnd.Done(OUTCOME), slowIsWritten::countDown);
      var waiting = await().until(() -> waitForFiles(uploader.user()), found -> !found.isEmpty());

      var quickIsWritten = new CountDownLatch(1);
      ends.write(quick, new TryEnd.Done(new TaskOutcome(Map.of("total_count", 0), List.of(),
          "done")), quickIsWritten::countDown);

      await().until(() -> quickIsWritten.getCount() == 0);
      assertThat(waitForFiles(uploader.user())).as("the same transaction as before")
          .isEqualTo(waiting);
    });
    await().until(() -> slowIsWritten.getCount() == 0);
    assertThat(Stream.of(slow, quick)).extracting(row -> rows.find(row.taskId()).orElseThrow()
        .state()).containsOnly(TaskState.COMPLETED);
  }

  /// The group leaves out whoever is locked, and the end is then written alone, by a thread that may wait.
  @Test
  void anEndThatItsGroupLeftOutIsWrittenAlone() {
    var busy = newUser();
    var row = busy.begin();
    var written = new CountDownLatch(1);
    transactions.executeWithoutResult(_ -> {
      slots.lock(busy.user());
      int holder = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
      ends.write(row, new TryEnd.Done(new TaskOutcome(Map.of("total_count", 0), List.of(),
          "done")), written::countDown);
      await().until(() -> somebodyWaitsFor(holder));
    });

    await().until(() -> written.getCount() == 0);
    assertThat(rows.find(row.taskId()).orElseThrow().state()).isEqualTo(TaskState.COMPLETED);
  }

  private boolean somebodyWaitsFor(int backend) {
    return jdbc
        .sql("select exists (select from pg_stat_activity where ? = any(pg_blocking_pids(pid)))")
        .param(backend).query(Boolean.class).single();
  }

  /// The transactions that wait for the lock of a user's files.
  private List<@Nullable String> waitForFiles(UserId user) {
    return jdbc.sql("""
      select virtualtransaction from pg_locks where locktype = 'advisory' and not granted
        and (classid::bigint << 32 | objid::bigint) = hashtextextended('files of ' || ?, 0)
      """).param(user.value()).query(String.class).list();
  }

  /// What a group waits for at the most is its own: the connection has the store's limit again.
  @Test
  void theLimitOfAGroupsWaitEndsWithIt() {
    var tries = newUser();
    var limits = Map.<String, Consumer<TaskRow>>of(
        "starts", row -> records.startTogether(List.of(new Moves.Ticket(row.taskId(),
            row.ticket()))),
        "ends", row -> endings.completeTogether(done(row)));
    limits.forEach((what, write) -> {
      var row = tries.begin();
      transactions.executeWithoutResult(_ -> {
        write.accept(row);
        assertThat(lockTimeout()).as(what).isEqualTo("250ms");
      });
      for (int i = 0; i < 50; i++) {
        assertThat(lockTimeout()).as("after " + what).isEqualTo("0");
      }
    });
  }

  private String lockTimeout() {
    return jdbc.sql("select current_setting('lock_timeout')").query(String.class).single();
  }
}

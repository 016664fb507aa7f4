package dev.meanwhile.task.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.line.Slots;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.run.BrokenRecords;
import dev.meanwhile.task.run.LostTries;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// What a node claimed at once is started at once, and each ticket by one thread.
@MeanwhileTest
class StartsTest {
  @Autowired
  Starts starts;
  @Autowired
  Tasks tasks;
  @Autowired
  TaskRows rows;
  @Autowired
  TaskSettings settings;
  @Autowired
  Slots slots;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TransactionTemplate transactions;
  @Autowired
  AutowireCapableBeanFactory beans;
  private LostTries tries;

  @BeforeEach
  void makeUser() {
    tries = LostTries.ofNewUser(beans);
  }

  @AfterEach
  void removeUser() {
    tries.remove();
  }

  private static Moves.Ticket ticket(TaskRow row) {
    return new Moves.Ticket(row.taskId(), row.ticket());
  }

  private TaskRow taken(Moves.Ticket ticket) {
    assertThat(starts.take(ticket)).isInstanceOf(Starts.Taken.Begun.class);
    return rows.find(ticket.taskId()).orElseThrow();
  }

  @Test
  void whatIsClaimedAtOnceIsStartedInOneTransaction() {
    var claimed = Stream.of(tries.begin(), tries.begin(), tries.begin()).map(StartsTest::ticket)
        .toList();

    starts.startTogether(claimed);

    assertThat(claimed).extracting(each -> taken(each).epoch())
        .as("begun anew").containsOnly(2);
    assertThat(jdbc.sql("select distinct xmin::text from task where user_id = ?")
        .param(tries.user().value()).query(String.class).list()).as("transactions").hasSize(1);
    claimed.forEach(starts::giveBack);
  }

  /// Its claim was lost with the database, so this node claims it once more.
  @Test
  void aTicketThatThisNodeHasIsNotStartedAgain() {
    var row = tries.begin();
    var first = taken(ticket(row));

    starts.startTogether(List.of(ticket(row)));

    assertThat(starts.take(ticket(row))).isEqualTo(new Starts.Taken.Elsewhere());
    assertThat(rows.find(row.taskId()).orElseThrow().epoch()).isEqualTo(first.epoch());
    starts.giveBack(ticket(row));
  }

  @Test
  void aTryThatHasBegunIsTakenOnce() {
    var row = tries.begin();
    starts.startTogether(List.of(ticket(row)));
    assertThat(starts.has(row.taskId())).as("before a thread comes").isTrue();

    assertThat(taken(ticket(row)).epoch()).isEqualTo(row.epoch() + 1);

    assertThat(starts.take(ticket(row))).as("the first has it")
        .isEqualTo(new Starts.Taken.Elsewhere());
    assertThat(starts.takeBegun(row.taskId()::equals)).isEmpty();
    starts.giveBack(ticket(row));
    assertThat(starts.has(row.taskId())).isFalse();
  }

  @Test
  void aVoidTicketIsLeftToTheThreadThatTakesIt() {
    var row = tries.begin();
    tasks.cancel(tries.user(), row.taskId());

    starts.startTogether(List.of(ticket(row)));

    assertThat(starts.has(row.taskId())).isFalse();
    assertThat(starts.take(ticket(row))).isEqualTo(new Starts.Taken.Nothing());
    starts.giveBack(ticket(row));
  }

  @Test
  void whoIsLockedKeepsTheOthersFromNothing() {
    var busy = tries.begin();
    var free = tries.begin();
    var apart = new TransactionTemplate(
        Objects.requireNonNull(transactions.getTransactionManager()));
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transactions.executeWithoutResult(_ -> {
      rows.lock(tries.user(), busy.taskId());
      apart.executeWithoutResult(_ -> starts.startTogether(List.of(ticket(busy), ticket(free))));
    });

    assertThat(rows.find(free.taskId()).orElseThrow().epoch()).isEqualTo(free.epoch() + 1);
    assertThat(rows.find(busy.taskId()).orElseThrow().epoch()).isEqualTo(busy.epoch());
    assertThat(taken(ticket(busy)).epoch()).as("alone").isEqualTo(busy.epoch() + 1);
    starts.giveBack(ticket(busy));
    starts.giveBack(ticket(free));
  }

  /// A transaction that is to be rolled back refuses the group's own.
  @Test
  void whatIsRefusedIsLeftToTheThreadThatTakesIt() {
    var row = tries.begin();
    transactions.executeWithoutResult(status -> {
      jdbc.sql("create or replace function refuse() returns trigger language plpgsql as "
          + "'begin raise exception ''refused''; end'").update();
      jdbc.sql("create trigger refuse before update on task for each row execute function refuse()")
          .update();
      starts.startTogether(List.of(ticket(row)));
      status.setRollbackOnly();
    });

    assertThat(starts.has(row.taskId())).isFalse();
    assertThat(starts.takeBegun(row.taskId()::equals)).isEmpty();
  }

  /// A thread's memory may run out: the tickets are claimed all the same, and somebody has to come for each.
  @Test
  void anErrorLeavesEachTicketToTheThreadThatTakesIt() {
    var broken = (BrokenRecords) beans.autowire(BrokenRecords.class,
        AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    var claimed = IntStream.range(0, settings.together() + 1)
        .mapToObj(_ -> new Moves.Ticket(UUID.randomUUID(), 0)).toList();
    var ofBroken = new Starts(broken, settings);

    ofBroken.startTogether(claimed);

    assertThat(claimed).noneMatch(ticket -> ofBroken.has(ticket.taskId()));
    var alone = claimed.getFirst();
    assertThatThrownBy(() -> ofBroken.take(alone)).isInstanceOf(InternalError.class);
    assertThat(ofBroken.has(alone.taskId())).isFalse();
  }

  @Test
  void anOldTicketOfATaskIsNotTakenForItsCurrentOne() {
    var row = tries.begin();
    var old = new Moves.Ticket(row.taskId(), row.ticket() + 1);

    starts.startTogether(List.of(old, ticket(row)));

    assertThat(starts.take(old)).isEqualTo(new Starts.Taken.Nothing());
    starts.giveBack(old);
    assertThat(starts.take(ticket(row))).isInstanceOf(Starts.Taken.Begun.class);
    starts.giveBack(ticket(row));
  }

  @Test
  void whatNoThreadComesForIsTakenAtTheEnd() {
    var row = tries.begin();
    var mine = Predicate.<UUID>isEqual(row.taskId());
    starts.startTogether(List.of(ticket(row)));

    assertThat(starts.takeBegun(id -> !mine.test(id))).isEmpty();
    assertThat(starts.takeBegun(mine)).containsOnlyKeys(ticket(row));

    assertThat(starts.takeBegun(mine)).isEmpty();
    starts.giveBack(ticket(row));
  }
}

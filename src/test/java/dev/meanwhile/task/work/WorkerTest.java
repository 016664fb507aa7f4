package dev.meanwhile.task.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.Handlers;
import dev.meanwhile.task.line.Admission;
import dev.meanwhile.task.line.Tickets;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.run.LostTries;
import dev.meanwhile.task.run.Runs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/// A ticket that a thread took is given back, whatever comes of it: else this node would hold it for one that it works on.
@MeanwhileTest
class WorkerTest {
  @Autowired
  Worker worker;
  @Autowired
  Starts starts;
  @Autowired
  Tasks tasks;
  @Autowired
  AutowireCapableBeanFactory beans;
  @SuppressWarnings("NullAway.Init") // made before each test
  private LostTries tries;

  @BeforeEach
  void makeTries() {
    tries = LostTries.ofNewUser(beans);
  }

  @AfterEach
  void removeTries() {
    tries.remove();
  }

  @Test
  void aTicketOfATaskThatHasEndedIsGivenBack() {
    var row = tries.begin();
    tasks.cancel(tries.user(), row.taskId());

    assertThat(worker.run(row.taskId(), row.ticket())).as("somebody else is to take it away")
        .isFalse();

    assertThat(starts.has(row.taskId())).isFalse();
  }

  @Test
  void aTicketIsGivenBackWhenItsTryBreaks() {
    var row = tries.begin();
    var broken = (BrokenWorker) beans.autowire(BrokenWorker.class,
        AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);

    assertThatThrownBy(() -> broken.run(row.taskId(), row.ticket()))
        .isInstanceOf(InternalError.class);

    assertThat(starts.has(row.taskId())).isFalse();
  }

  /// Its tries break with an error, as of a virtual machine that is at its end.
  static final class BrokenWorker extends Worker {
    BrokenWorker(Tickets tickets, TaskRows rows, Starts starts, Handlers handlers, Runs runs,
        Artifacts artifacts, JsonMapper json, EndWriter ends, TryEndings endings,
        Admission admission, TaskSettings settings) {
      super(tickets, rows, starts, new BrokenHandling(handlers, runs, artifacts, json), ends,
          endings, admission, runs, settings);
    }
  }

  private static final class BrokenHandling extends Handling {
    BrokenHandling(Handlers handlers, Runs runs, Artifacts artifacts, JsonMapper json) {
      super(handlers, runs, artifacts, json);
    }

    @Override
    TryEnd handle(TaskRow task) {
      throw new InternalError("a test's");
    }
  }
}

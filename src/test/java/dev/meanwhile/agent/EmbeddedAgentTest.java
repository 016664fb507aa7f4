package dev.meanwhile.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.agent.TurnOutcome.Ending;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.door.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The application's own agent on the built-in model, with real tasks.
@MeanwhileTest
class EmbeddedAgentTest {
  @Autowired
  Agent agent;
  @Autowired
  Tasks tasks;
  @Autowired
  JdbcClient jdbc;

  private final List<String> exchanges = new ArrayList<>();
  private UserId user = new UserId("nobody");

  @BeforeEach
  void makeUser() {
    user = new UserId("u" + UUID.randomUUID());
    jdbc.sql("insert into app_user (user_id, role, created_at) values (?, 'user', now())")
        .param(user.value()).update();
  }

  private TurnOutcome say(String text, TaskNews... news) {
    var outcome = agent.run(new TurnRequest(user, UUID.randomUUID(), UUID.randomUUID(),
        new ProjectKey("apollo"), exchanges,
        List.of(news), List.of(), text, new TurnCancel()), new Listening());
    exchanges.add(outcome.exchange());
    assertThat(outcome.ending()).isEqualTo(Ending.COMPLETED);
    return outcome;
  }

  @Test
  void aTaskIsStartedFollowedAndItsFileShown() {
    var started = say("run a probe, name: letter");
    var id = started.startedTasks().getFirst();
    assertThat(started.reply()).contains(id.toString(), "probe", "apollo");
    Awaitility.await().until(() -> tasks.get(user, id).status().isTerminal());

    assertThat(say("how is it doing?").reply()).contains(id.toString(), "completed");
    assertThat(say("what did it make?").reply()).contains("letter.txt");
    assertThat(say("show me letter.txt").reply()).contains("letter.txt", "```");
    assertThat(say("list my tasks").reply()).contains(id.toString());
  }

  @Test
  void aTaskIsCancelledAndRetried() {
    var id = say("run a probe, name: slow").startedTasks().getFirst();
    Awaitility.await().until(() -> tasks.get(user, id).status().isTerminal());
    assertThat(say("retry it", new TaskNews(id, "probe", "completed", "probed")).reply())
        .contains("probed");

    assertThat(say("retry " + id).reply()).contains("didn't work");
    assertThat(say("cancel " + id).reply()).contains("completed");
    assertThat(tasks.get(user, id).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void smallTalkStartsNothing() {
    assertThat(say("hello").startedTasks()).isEmpty();
    assertThat(say("which model are you?").reply()).contains("built-in");
  }
}

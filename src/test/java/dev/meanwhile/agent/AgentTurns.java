package dev.meanwhile.agent;

import static dev.meanwhile.testing.ScriptedReply.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.meanwhile.UserId;
import dev.meanwhile.llm.LlmFixture;
import dev.meanwhile.llm.prompt.Prompts;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.TaskFilter;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.testing.ScriptedReply;
import dev.meanwhile.tool.Toolbox;
import java.time.Duration;
import java.util.Map;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What the tests of whole turns share: a user, a model behind HTTP, and what was said before. The scripted server
/// refuses messages in an invalid order, so each test that goes on after a failure shows that the memory stayed valid.
abstract class AgentTurns {
  /// Less than the client waits for the first byte.
  static final Duration SOON = Duration.ofSeconds(15);
  static final ScriptedReply.Call START = call("probe_background_tool",
      "{\"name\":\"a\",\"plan\":[]}");

  @Autowired
  Toolbox toolbox;
  @Autowired
  Tasks tasks;
  @Autowired
  Prompts prompts;
  @Autowired
  JsonMapper json;
  @Autowired
  JdbcClient jdbc;

  final LlmFixture llm = new LlmFixture("retries=0", "first-byte-timeout=20s",
      "idle-timeout=2s");
  final List<String> exchanges = new ArrayList<>();
  Listening heard = new Listening();
  UserId user = new UserId("nobody");

  @BeforeEach
  void makeUser() {
    user = new UserId("u" + UUID.randomUUID());
    jdbc.sql("insert into app_user (user_id, role, created_at) values (?, 'user', now())")
        .param(user.value()).update();
  }

  @AfterEach
  void close() {
    llm.close();
  }

  Agent agent(AgentSettings settings) {
    return new Agent(llm.models, toolbox, prompts, settings, json);
  }

  static AgentSettings settings() {
    return new AgentSettings(8, 50, Duration.ofMinutes(5), 24_000, Duration.ZERO, Map.of());
  }

  TurnRequest request(String text, TurnCancel cancel) {
    return new TurnRequest(user, UUID.randomUUID(), UUID.randomUUID(), new ProjectKey("apollo"),
        exchanges, List.of(), List.of(), text, cancel);
  }

  TurnOutcome say(String text) {
    return run(agent(settings()), request(text, new TurnCancel()));
  }

  TurnOutcome run(Agent agent, TurnRequest request) {
    heard = new Listening();
    var outcome = agent.run(request, heard);
    exchanges.add(outcome.exchange());
    assertThat(Window.isWhole(ChatMessageDeserializer.messagesFromJson(outcome.exchange())))
        .isTrue();
    return outcome;
  }

  int tasksStarted() {
    return tasks.list(user, new TaskFilter(null, null, null, null, 100, null)).tasks().size();
  }
}

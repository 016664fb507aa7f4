package dev.meanwhile.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.task.TaskEnded;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// How a conversation is told that its tasks have ended.
@MeanwhileTest
class NoticesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Api nobody;
  @Autowired
  Feed feed;
  @Autowired
  Tasks tasks;
  @Autowired
  ApplicationEventPublisher events;
  @Autowired
  TransactionTemplate transactions;
  @Autowired
  JdbcClient jdbc;
  private Api api = Api.at(java.net.URI.create("http://nowhere"), java.nio.file.Path.of(""));
  private String conversation = "";
  private final String gate = UUID.randomUUID().toString();

  @BeforeEach
  void begin() {
    api = nobody.newUser();
    conversation = api.post("/api/v1/conversations", Map.of("project_id", "p")).json()
        .path("conversation_id").asString();
  }

  private String create(String plan, String... dependsOn) {
    return api.post("/api/v1/tasks/probe", Map.of("project_id", "p", "name", gate, "plan",
        List.of(plan), "depends_on", List.of(dependsOn), "conversation_id", conversation)).json()
        .path("task_id").asString();
  }

  private List<JsonNode> notices() {
    return api.get("/api/v1/conversations/" + conversation + "/messages").json().path("messages")
        .valueStream().filter(message -> message.path("role").asString().equals("notice"))
        .toList();
  }

  @Test
  @Tag("MW-CHAT-008")
  void aChainThatFallsIsToldInOneNoticeThatNamesAllOfIt() {
    var parent = create("wait");
    var child = create("step", parent);
    var grandchild = create("step", child);
    await().atMost(LIMIT).until(() -> Probe.gate(gate).hasQueuedThreads());

    api.post("/api/v1/tasks/" + parent + "/cancel", "");

    assertThat(notices()).singleElement().satisfies(notice -> {
      assertThat(notice.path("task_ids").valueStream().map(JsonNode::asString))
          .containsExactly(parent, child, grandchild);
      assertThat(notice.path("content").asString()).contains(parent, child, grandchild,
          "was cancelled");
    });
    assertThat(feed.read(new UserId(api.user()), 0, 100)).as("told to the open pages")
        .filteredOn(event -> event.type().equals("message.created")).singleElement()
        .satisfies(event -> assertThat(event.json().at("/message/role").asString())
            .isEqualTo("notice"));
  }

  @Test
  @Tag("MW-CHAT-008")
  void anEndIsToldOnceHoweverOftenItIsReported() {
    var id = create("permanent");
    await().atMost(LIMIT).until(() -> notices().size() == 1);
    var task = tasks.get(new UserId(api.user()), UUID.fromString(id));

    assertThatThrownBy(() -> transactions.executeWithoutResult(
        _ -> events.publishEvent(new TaskEnded(task, List.of(), "failed"))))
        .isInstanceOf(DuplicateKeyException.class);

    assertThat(notices()).hasSize(1);
  }

  @Test
  void theModelIsToldOfAnEndAlsoWhenItsTaskIsKeptNoMore() {
    var id = create("permanent");
    await().atMost(LIMIT).until(() -> notices().size() == 1);
    jdbc.sql("delete from task where task_id = ?::uuid").param(id).update();

    assertThat(say("hello")).as("the next turn").contains(id, "failed: never");
    assertThat(say("hello")).as("news are told once").doesNotContain(id);
  }

  private String say(String text) {
    return api.post("/api/v1/conversations/" + conversation + "/messages",
        Map.of("content", text)).json().at("/message/content").asString();
  }

  /// With the end that it tells, and not before: whoever reads the one reads the other.
  @Test
  @Tag("MW-CHAT-008")
  void aNoticeIsThereWithTheEndThatItTells() {
    var id = create("wait");
    await().atMost(LIMIT).until(() -> Probe.gate(gate).hasQueuedThreads());
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      tasks.cancel(new UserId(api.user()), UUID.fromString(id));
      assertThat(countNotices()).isEqualTo(1);
    });

    assertThat(api.get("/api/v1/tasks/" + id).json().path("status").asString())
        .isEqualTo("running");
    assertThat(notices()).isEmpty();
    Probe.gate(gate).release();
    await().atMost(LIMIT).until(() -> notices().size() == 1);
  }

  private int countNotices() {
    return jdbc.sql("select count(*) from message where conversation_id = ?::uuid")
        .param(conversation).query(Integer.class).single();
  }
}

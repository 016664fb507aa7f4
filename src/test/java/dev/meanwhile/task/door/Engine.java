package dev.meanwhile.task.door;

import static org.awaitility.Awaitility.await;

import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the tests of the engine share: a user, and probes of theirs.
abstract class Engine {
  static final ProjectKey PROJECT = new ProjectKey("apollo");
  static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Tasks tasks;
  @Autowired
  Feed feed;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  JsonMapper json;
  UserId user = new UserId("nobody");

  @BeforeEach
  void makeUser() {
    user = newUser();
  }

  UserId newUser() {
    var made = new UserId("u" + UUID.randomUUID());
    jdbc.sql("insert into app_user (user_id, role, created_at) values (?, 'user', now())")
        .param(made.value()).update();
    return made;
  }

  NewTask wish(UserId whose, String name, String... plan) {
    return new NewTask(whose, "probe", PROJECT, input(name, plan), 5, List.of(), null, null, null);
  }

  ObjectNode input(String name, String... plan) {
    ObjectNode input = json.createObjectNode().put("name", name);
    input.set("plan", json.valueToTree(List.of(plan)));
    return input;
  }

  Task start(String... plan) {
    return tasks.create(wish(user, unique(), plan)).task();
  }

  static String unique() {
    return UUID.randomUUID().toString();
  }

  Task ended(UUID id) {
    return await().atMost(LIMIT).until(() -> tasks.get(user, id),
        task -> task.status().isTerminal());
  }

  void awaitStatus(UserId whose, UUID id, TaskStatus status) {
    await().atMost(LIMIT).until(() -> tasks.get(whose, id).status() == status);
  }
}

package dev.meanwhile.task.operations;

import dev.meanwhile.Api;
import dev.meanwhile.UserId;
import dev.meanwhile.node.Nodes;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.door.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What the tests of the operations view share: a user with tasks, and what can be seen of them.
abstract class Observed {
  static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Api api;
  @Autowired
  StuckWork stuckWork;
  @Autowired
  Tasks tasks;
  @Autowired
  Nodes nodes;
  @Autowired
  MeterRegistry meters;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  JsonMapper json;
  @Autowired
  TransactionTemplate transactions;
  UserId user = new UserId("nobody");
  Api client = Api.at(java.net.URI.create("http://nowhere"), java.nio.file.Path.of(""));

  @BeforeEach
  void arrive() {
    client = api.newUser();
    user = new UserId(client.user());
  }

  UUID start(String name, String... plan) {
    var input = json.createObjectNode().put("name", name);
    input.set("plan", json.valueToTree(List.of(plan)));
    return tasks.create(new NewTask(user, "probe", new ProjectKey("secret-project"), input, 5,
        List.of(), null, null, null)).task().taskId();
  }
}

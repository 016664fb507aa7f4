package dev.meanwhile.task.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.store.StoreAddress;
import dev.meanwhile.task.handler.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.beans.factory.annotation.Autowired;

/// What runs for a removed user is stopped on whichever node it is, before any of them looks by itself.
@MeanwhileTest
class LeaversTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Api nobody;
  @Autowired
  StoreAddress address;

  @Test
  void everyNodeIsToldToStopTheWorkOfARemovedUser() throws SQLException {
    var api = nobody.newUser();
    var task = api.post("/api/v1/tasks/probe", Map.of("project_id", "p", "name", api.user(), "plan",
        List.of("wait"))).json().path("task_id").asString();
    await().atMost(LIMIT).until(() -> Probe.gate(api.user()).hasQueuedThreads());
    try (var elsewhere = address.connect("test"); var listen = elsewhere.createStatement()) {
      listen.execute("listen task_cancel");
      assertThat(nobody.admin().delete("/api/v1/users/" + api.user()).status()).isEqualTo(204);
      await().pollInSameThread().atMost(LIMIT)
          .untilAsserted(() -> assertThat(heard(elsewhere)).contains(task));
    }
    await().atMost(LIMIT).until(() -> !Probe.gate(api.user()).hasQueuedThreads());
  }

  private static List<String> heard(Connection connection) throws SQLException {
    var heard = connection.unwrap(PGConnection.class).getNotifications(100);
    return heard == null ? List.of() : Stream.of(heard).map(PGNotification::getParameter).toList();
  }
}

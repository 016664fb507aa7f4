package dev.meanwhile.task.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.store.StoreAddress;
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

/// A node that has a free slot hears of each new ticket, whichever node wrote it, and doesn't have to look first.
@MeanwhileTest
class WakeUpTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Autowired
  Api nobody;
  @Autowired
  StoreAddress address;

  @Test
  void otherNodesHearOfAnAdmittedTask() throws SQLException {
    var api = nobody.newUser();
    try (var elsewhere = address.connect("test"); var listen = elsewhere.createStatement()) {
      listen.execute("listen task_ready");
      assertThat(heard(elsewhere)).as("before").isEmpty();
      assertThat(api.post("/api/v1/tasks/probe",
          Map.of("project_id", "p", "name", api.user(), "plan", List.of())).status())
          .isEqualTo(202);
      await().pollInSameThread().atMost(LIMIT)
          .untilAsserted(() -> assertThat(heard(elsewhere)).contains("task_ready"));
    }
  }

  private static List<String> heard(Connection connection) throws SQLException {
    var heard = connection.unwrap(PGConnection.class).getNotifications(100);
    return heard == null ? List.of() : Stream.of(heard).map(PGNotification::getName).toList();
  }
}

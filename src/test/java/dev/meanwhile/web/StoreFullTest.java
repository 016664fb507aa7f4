package dev.meanwhile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.task.work.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// PostgreSQL reports a full disk as 53100. Triggers raise it here for the rows of one project, so nobody else notices.
@MeanwhileTest
class StoreFullTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Autowired
  Api nobody;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  Worker worker;
  private Api api = Api.at(java.net.URI.create("http://nowhere"), java.nio.file.Path.of(""));
  private final String project = "full-" + UUID.randomUUID();

  @BeforeEach
  void arrive() {
    api = nobody.newUser();
    jdbc.sql("create sequence full_disk_hits").update();
    jdbc.sql("""
      create function full_disk() returns trigger language plpgsql as $$ begin
        if new.project_id = '%s' then
          perform nextval('full_disk_hits');
          raise exception 'could not extend file' using errcode = '53100';
        end if;
        return new;
      end $$
      """.formatted(project)).update();
  }

  @AfterEach
  void makeRoom() {
    jdbc.sql("drop function if exists full_disk cascade").update();
    jdbc.sql("drop sequence if exists full_disk_hits").update();
  }

  private void fill(String table) {
    jdbc.sql("create trigger full_disk before insert on " + table
        + " for each row execute function full_disk()").update();
  }

  private Api.Answer create() {
    return api.post("/api/v1/tasks/probe",
        Map.of("project_id", project, "name", project, "plan", List.of("step")));
  }

  @Test
  void newWorkIsRefusedWithAReasonUntilThereIsRoom() {
    fill("task");

    var refused = create();
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.text()).doesNotContain("extend file", "53100");
    assertThat(api.get("/api/v1/tasks").json().path("tasks")).isEmpty();

    makeRoom();
    assertThat(create().status()).isEqualTo(202);
  }

  @Test
  void whatAnAcceptedTaskMadeIsKeptOnceThereIsRoom() {
    fill("artifact");
    var id = create().json().path("task_id").asString();
    await().atMost(LIMIT).until(() -> jdbc.sql("select last_value from full_disk_hits")
        .query(Long.class).single() >= 2);
    assertThat(api.get("/api/v1/tasks/" + id).json().path("status").asString())
        .isEqualTo("running");

    makeRoom();

    await().atMost(LIMIT).until(() -> api.get("/api/v1/tasks/" + id).json().path("status")
        .asString().equals("completed"));
    assertThat(api.get("/api/v1/tasks/" + id).json().path("attempt").asInt())
        .as("its end waited, it was not tried again").isEqualTo(1);
    assertThat(api.get("/api/v1/tasks/" + id + "/artifacts").json().path("artifacts")).hasSize(1);
  }

  /// Its thread is still at it, so missed heartbeats prove nothing.
  @Test
  void aTryWhoseEndWaitsForRoomIsNotTakenForDead() {
    fill("artifact");
    var id = UUID.fromString(create().json().path("task_id").asString());
    await().atMost(LIMIT).until(() -> jdbc.sql("select last_value from full_disk_hits")
        .query(Long.class).single() >= 2);

    assertThat(worker.works(id)).isTrue();
    jdbc.sql("update scheduled_tasks set last_heartbeat = now() - interval '1 hour' "
        + "where task_instance like ? || ':%'").param(id.toString()).update();

    makeRoom();
    await().atMost(LIMIT).until(() -> !worker.works(id));
    assertThat(api.get("/api/v1/tasks/" + id).json().path("attempt").asInt()).isEqualTo(1);
  }
}

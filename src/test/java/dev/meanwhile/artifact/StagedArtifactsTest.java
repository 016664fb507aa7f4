package dev.meanwhile.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Bytes that are stored before the end of their task are nobody's until that end.
@MeanwhileTest
class StagedArtifactsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final ProjectKey PROJECT = new ProjectKey("p");

  @Autowired
  private Api nobody;
  @Autowired
  private Artifacts artifacts;
  @Autowired
  private Blobs blobs;
  @Autowired
  private JdbcClient jdbc;
  private Api api;
  private UserId user;

  @BeforeEach
  void makeUser() {
    api = nobody.newUser();
    user = new UserId(api.user());
  }

  @Test
  void whatWasStagedIsStoredOnceAndSeenOnlyWhenItIsNamed() {
    var made = NewArtifact.text("a.txt", "other", "text/plain", "hello");
    var staged = artifacts.stage(user, made);
    assertThat(artifacts.newest(user, PROJECT, "other")).isEmpty();
    assertThat(artifacts.bytesUsed(user)).isZero();

    var stored = artifacts.store(user, PROJECT, null, null, List.of(staged)).getFirst();

    assertThat(count()).isOne();
    assertThat(artifacts.content(user, stored.artifactId())).asString().isEqualTo("hello");
  }

  @Test
  void whatIsDiscardedGoesUnlessTheTaskNamesIt() {
    var task = UUID.randomUUID();
    var named = artifacts.stage(user, NewArtifact.text("a.txt", "other", "text/plain", "a"));
    var lost = artifacts.stage(user, NewArtifact.text("b.txt", "other", "text/plain", "b"));
    var stored = artifacts.store(user, PROJECT, task, null, List.of(named)).getFirst();

    artifacts.discard(task, List.of(named, lost));

    assertThat(count()).isOne();
    assertThat(artifacts.content(user, stored.artifactId())).asString().isEqualTo("a");
  }

  @Test
  void whatNobodyHasNamedForADayIsRemoved() {
    artifacts.store(user, PROJECT, null, null,
        List.of(NewArtifact.text("a.txt", "other", "text/plain", "a")));
    api.upload("p", "b.txt", new byte[]{1});
    artifacts.stage(user, NewArtifact.text("c.txt", "other", "text/plain", "in a moment"));
    jdbc.sql("insert into blob (blob_id, user_id, content) values (?, ?, ?)")
        .param(new UUID(0x0198_0000_0000_7000L, new java.util.Random().nextLong()))
        .param(user.value()).param(new byte[]{2}).update();
    assertThat(count()).isEqualTo(4);

    blobs.trim();

    assertThat(count()).isEqualTo(3);
  }

  @Test
  void whoDeletesBytesFindsWhatNamesThemByAnIndex() {
    var unindexed = jdbc.sql("""
      select conrelid::regclass::text from pg_constraint
      where contype = 'f' and confrelid = 'blob'::regclass and not exists (
        select 1 from pg_index where indrelid = conrelid and indkey[0] = conkey[1])
      """).query(String.class).list();

    assertThat(unindexed).isEmpty();
  }

  /// Large enough to be stored before its end.
  @Test
  @Tag("MW-TASK-007")
  void aLargeOutcomeIsWholeAndACancelledOneLeavesNothing() {
    var text = IntStream.range(0, 1_500).mapToObj(i -> "REQ-%04d: The unit shall store record %d."
        .formatted(i, i)).collect(Collectors.joining("\n\n"));
    var done = api.with("Prefer", "wait=30").post("/api/v1/tasks/generate-test-cases",
        Map.of("rtm_content", text, "project_id", "p")).json();
    var names = done.path("result").path("generated_files");

    assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("completed");
    assertThat(count()).isEqualTo(names.size());
    assertThat(artifacts.bytesUsed(user)).isGreaterThan(1 << 20);

    var id = api.post("/api/v1/tasks/generate-test-cases",
        Map.of("rtm_content", text, "project_id", "p")).json().path("task_id").asString();
    await().pollInterval(Duration.ofMillis(5)).atMost(LIMIT).until(() -> count() > names.size());
    api.post("/api/v1/tasks/" + id + "/cancel", "");

    boolean lost = api.get("/api/v1/tasks/" + id).json().path("status").asString()
        .equals("cancelled");
    int left = lost ? names.size() : 2 * names.size();
    await().atMost(LIMIT).until(() -> count() == left);
  }

  private int count() {
    return jdbc.sql("select count(*) from blob where user_id = ?").param(user.value())
        .query(Integer.class).single();
  }
}

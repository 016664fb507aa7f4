package dev.meanwhile.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens when a user's bytes are used up: the one is refused, and nobody else notices.
@MeanwhileTest
class QuotaTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final ProjectKey PROJECT = new ProjectKey("p");
  private static final byte[] TEN_BYTES = new byte[10];

  @Autowired
  Api nobody;
  @Autowired
  Files files;
  @Autowired
  FileSettings settings;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TransactionTemplate transactions;
  private Api api = Api.at(java.net.URI.create("http://nowhere"), java.nio.file.Path.of(""));

  @BeforeEach
  void arrive() {
    api = nobody.newUser();
  }

  /// As if the user had brought so much that only `left` bytes may follow.
  private String useUpAllBut(long left) {
    var id = api.upload("p", "large.txt", TEN_BYTES);
    jdbc.sql("update file set size = ? where file_id = ?::uuid")
        .param(settings.perUser().toBytes() - left).param(id).update();
    return id;
  }

  @Test
  void anUploadOverTheQuotaIsRefusedUntilThereIsRoom() {
    var large = useUpAllBut(9);
    var refused = api.tryUpload("p", "more.txt", TEN_BYTES);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().path("code").asString()).isEqualTo("quota_files_per_user");
    assertThat(refused.json().path("detail").asString()).contains("meanwhile.files.per-user");
    assertThat(nobody.newUser().tryUpload("p", "more.txt", TEN_BYTES).status()).isEqualTo(201);

    assertThat(api.delete("/api/v1/projects/p/files/" + large).status()).isEqualTo(204);
    assertThat(api.tryUpload("p", "more.txt", TEN_BYTES).status()).isEqualTo(201);
  }

  @Test
  void twoUploadsAtOnceCountEachOther() throws Exception {
    useUpAllBut(19);
    var second = Objects.requireNonNull(transactions.execute(_ -> {
      store();
      var storing = CompletableFuture.runAsync(this::store, Thread::startVirtualThread);
      await().pollInSameThread().atMost(LIMIT)
          .until(() -> storing.isDone() || someoneWaitsForUs());
      return storing;
    }));
    assertThat(second.handle((_, failure) -> failure).get(LIMIT.toSeconds(), TimeUnit.SECONDS))
        .hasCauseInstanceOf(Problem.class).hasMessageContaining("meanwhile.files.per-user");
  }

  private void store() {
    files.store(new UserId(api.user()), PROJECT,
        List.of(new Files.Upload("more.txt", "text/plain", TEN_BYTES)));
  }

  private boolean someoneWaitsForUs() {
    return jdbc.sql("""
      select exists (select 1 from pg_locks
        where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
      """).query(Boolean.class).single();
  }

  @Test
  void aTaskThatMakesMoreThanMayBeKeptEndsFailedAndItsSlotIsFree() {
    useUpAllBut(3);
    var id = create(api);
    var others = create(nobody.newUser());
    await().atMost(LIMIT).until(() -> status(id).equals("failed"));
    var error = api.get("/api/v1/tasks/" + id).json().path("error");
    assertThat(error.path("code").asString()).isEqualTo("quota_files_per_user");
    assertThat(api.get("/api/v1/tasks/" + id + "/artifacts").json().path("artifacts")).isEmpty();
    assertThat(jdbc.sql("select count(*) from task where user_id = ? and holds_slot")
        .param(api.user()).query(Integer.class).single()).isZero();
    await().atMost(LIMIT).until(() -> status(others).equals("completed"));
  }

  private String create(Api whose) {
    return whose.post("/api/v1/tasks/probe",
        Map.of("project_id", "p", "name", whose.user(), "plan", List.of("step"))).json()
        .path("task_id").asString();
  }

  private String status(String id) {
    return jdbc.sql("select state from task where task_id = ?::uuid").param(id).query(String.class)
        .single();
  }
}

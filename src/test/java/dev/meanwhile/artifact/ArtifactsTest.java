package dev.meanwhile.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a task made is stored together, each name with a version of its own.
@MeanwhileTest
class ArtifactsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final ProjectKey PROJECT = new ProjectKey("p");

  @Autowired
  private Api nobody;
  @Autowired
  private Artifacts artifacts;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private TransactionTemplate transactions;
  private UserId user;

  @BeforeEach
  void makeUser() {
    user = new UserId(nobody.newUser().user());
  }

  private List<String> store(String... names) {
    return artifacts.store(user, PROJECT, null, null, Stream.of(names)
        .map(name -> NewArtifact.text(name, "other", "text/plain", "of " + name)).toList())
        .stream().map(stored -> stored.name() + " " + stored.version()).toList();
  }

  @Test
  void eachNameCountsItsOwnVersions() {
    assertThat(store("b.txt", "a.txt")).containsExactly("a.txt 1", "b.txt 1");
    assertThat(store("c.txt", "a.txt")).containsExactly("a.txt 2", "c.txt 1");
    assertThat(artifacts.list(user, PROJECT)).extracting(Artifact::name, Artifact::version)
        .hasToString("[(\"a.txt\", 2), (\"b.txt\", 1), (\"c.txt\", 1)]");
  }

  @Test
  void twoOfOneNameAreTwoVersions() {
    store("a.txt");

    assertThat(store("a.txt", "b.txt", "a.txt")).containsExactly("a.txt 2", "a.txt 3", "b.txt 1");
  }

  @Test
  void eachHasItsOwnBytes() {
    store("a.txt", "b.txt");

    assertThat(artifacts.list(user, PROJECT)).allSatisfy(stored -> assertThat(
        artifacts.content(user, stored.artifactId())).asString().isEqualTo("of " + stored.name()));
  }

  /// Two transactions that store the same names take them in one order and never wait for each other.
  @Test
  void namesAreTakenInOneOrder() throws Exception {
    var names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
    store(names.toArray(String[]::new));

    var storing = Objects.requireNonNull(transactions.execute(_ -> {
      jdbc.sql("select 1 from artifact_name where user_id = ? and name = 'e' for update")
          .param(user.value()).query(Integer.class).single();
      var stored = CompletableFuture.runAsync(
          () -> store(names.reversed().toArray(String[]::new)), Thread::startVirtualThread);
      await().pollInSameThread().atMost(LIMIT).until(this::someoneWaitsForUs);
      assertThat(namesNobodyElseHasTaken()).containsExactly("e", "f", "g", "h", "i");
      return stored;
    }));

    storing.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private List<String> namesNobodyElseHasTaken() {
    return jdbc.sql("""
      select name from artifact_name where user_id = ? order by name for update skip locked
      """).param(user.value()).query((row, _) -> Objects.requireNonNull(row.getString(1))).list();
  }

  private boolean someoneWaitsForUs() {
    return jdbc.sql("""
      select exists (select 1 from pg_locks
        where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
      """).query(Boolean.class).single();
  }
}

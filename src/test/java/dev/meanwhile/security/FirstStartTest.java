package dev.meanwhile.security;

import dev.meanwhile.security.user.Users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.store.DataDir;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// First starts, each in a transaction that begins by removing all users and is rolled back.
@MeanwhileTest
class FirstStartTest {
  @Autowired
  Users users;
  @Autowired
  AccessTokens tokens;
  @Autowired
  SignInCodes codes;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TransactionTemplate transaction;
  @TempDir
  Path folder = Path.of("");

  private interface Check {
    void run() throws IOException;
  }

  private void onAnEmptyStore(Check check) {
    transaction.executeWithoutResult(status -> {
      status.setRollbackOnly();
      jdbc.sql("delete from app_user").update();
      try {
        check.run();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private FirstStart start(@Nullable String token, @Nullable Path tokenFile,
      @Nullable URI publicUrl) {
    return new FirstStart(users, tokens, codes,
        new SecuritySettings(token, tokenFile, Duration.ofDays(14), Duration.ofMinutes(15), 100),
        new DataDir(folder),
        new PublicUrl(publicUrl), transaction);
  }

  private static String toldBy(FirstStart start, String page) throws IOException {
    var out = new ByteArrayOutputStream();
    start.tell(new PrintStream(out, true, StandardCharsets.UTF_8), page);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aGeneratedTokenIsWrittenForTheOwnerOnly() {
    onAnEmptyStore(() -> {
      start(null, null, null);
      var file = folder.resolve("token");
      var caller = tokens.callerWith(Files.readString(file).strip()).orElseThrow();
      assertThat(caller.user().value()).isEqualTo("local");
      assertThat(caller.isAdmin()).isTrue();
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    });
  }

  @Test
  void theTokenThatTheOperatorChoseIsTakenAndNotWritten() {
    onAnEmptyStore(() -> {
      start("mw_chosen-by-the-operator", null, null);
      assertThat(tokens.callerWith("mw_chosen-by-the-operator")).isPresent();
      assertThat(folder.resolve("token")).doesNotExist();
    });
  }

  @Test
  void theTokenMayComeFromAFile() {
    onAnEmptyStore(() -> {
      var file = Files.writeString(folder.resolve("secret"), "mw_from-a-mounted-secret\n");
      start(null, file, null);
      assertThat(tokens.callerWith("mw_from-a-mounted-secret")).isPresent();
    });
  }

  @Test
  void theFirstStartPrintsALinkThatWorks() {
    onAnEmptyStore(() -> {
      var told = toldBy(start(null, null, null), "http://localhost:8080");
      assertThat(told).containsPattern("http://localhost:8080/#signin=\\S{20,}").contains(
          "15 minutes",
          folder.resolve("token").toString());
      var code = told.replaceFirst("(?s).*#signin=(\\S+).*", "$1");
      assertThat(codes.redeem(code))
          .hasValueSatisfying(user -> assertThat(user.value()).isEqualTo("local"));
    });
  }

  @Test
  void aLaterStartChangesNothingAndPrintsNoLinkIntoALog() {
    onAnEmptyStore(() -> {
      start(null, null, null);
      var token = Files.readString(folder.resolve("token"));
      var told = toldBy(start("mw_another-token-that-comes-late", null, null),
          "http://localhost:8080");
      assertThat(told).doesNotContain("#signin").contains(folder.resolve("token").toString());
      assertThat(Files.readString(folder.resolve("token"))).isEqualTo(token);
      assertThat(tokens.callerWith("mw_another-token-that-comes-late")).isEmpty();
    });
  }

  @Test
  void linksNameThePublicUrl() {
    assertThat(new PublicUrl(URI.create("https://chat.example.org/")).page(8080))
        .isEqualTo("https://chat.example.org");
    assertThat(new PublicUrl(null).page(9090)).isEqualTo("http://localhost:9090");
  }
}

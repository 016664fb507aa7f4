package dev.meanwhile.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MeanwhileTest
class TokensTest {
  @Autowired
  Api api;
  @Autowired
  TestClock clock;
  @Autowired
  Credentials credentials;
  @Autowired
  SecuritySettings settings;
  @Autowired
  JdbcClient jdbc;

  @Test
  void aNewTokenIsShownOnceAndWorks() {
    var user = api.newUser();
    var created = user.post("/api/v1/tokens", Map.of("name", "laptop"));
    assertThat(created.status()).isEqualTo(201);
    var secret = created.json().path("token").asString();
    assertThat(secret).startsWith("mw_").hasSizeGreaterThanOrEqualTo(25);
    assertThat(created.header("Location")).endsWith(created.json().path("token_id").asString());
    assertThat(api.as(user.user(), secret).get("/api/v1/me").status()).isEqualTo(200);

    var list = user.get("/api/v1/tokens");
    assertThat(list.json().path("tokens").findValuesAsString("name")).containsExactly("first",
        "laptop");
    assertThat(list.text()).doesNotContain(secret).doesNotContain("hash");
  }

  @Test
  @Tag("MW-SEC-002")
  void theStoreHasOnlyTheHash() {
    var user = api.newUser();
    var rows = jdbc.sql("select t::text from access_token t where user_id = ?").param(user.user())
        .query(String.class)
        .list();
    assertThat(rows).hasSize(1).noneMatch(row -> String.valueOf(row).contains(user.token()));
  }

  @Test
  @Tag("MW-SEC-003")
  void aRevokedTokenIsRefusedAtOnce() {
    var user = api.newUser();
    var created = user.post("/api/v1/tokens", Map.of("name", "lost")).json();
    var id = UUID.fromString(created.path("token_id").asString());
    assertThat(credentials.isStillValid(new Credential.Token(id))).isTrue();
    assertThat(user.delete("/api/v1/tokens/" + id).status()).isEqualTo(204);
    assertThat(api.as("x", created.path("token").asString()).get("/api/v1/me").status())
        .isEqualTo(401);
    assertThat(credentials.isStillValid(new Credential.Token(id))).isFalse();
    assertThat(user.delete("/api/v1/tokens/" + id).status()).isEqualTo(404);
  }

  @Test
  void anExpiredTokenIsRefused() {
    var user = api.newUser();
    var expiry = clock.instant().plus(Duration.ofHours(1));
    var created = user
        .post("/api/v1/tokens", Map.of("name", "short", "expires_at", expiry.toString())).json();
    var shortLived = api.as(user.user(), created.path("token").asString());
    assertThat(shortLived.get("/api/v1/me").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(61));
    assertThat(shortLived.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void anExpiryInThePastIsRefusedByName() {
    var answer = api.newUser().post("/api/v1/tokens",
        Map.of("name", "late", "expires_at", "2020-01-01T00:00:00Z"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("expires_at");
  }

  @Test
  void aTokenNeedsAName() {
    var answer = api.newUser().post("/api/v1/tokens", Map.of());
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("name");
  }

  @Test
  void nobodyRevokesTheTokenOfAnother() {
    var owner = api.newUser();
    var id = owner.get("/api/v1/tokens").json().at("/tokens/0/token_id").asString();
    assertThat(api.newUser().delete("/api/v1/tokens/" + id).status()).isEqualTo(404);
    assertThat(owner.get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void tokensOverTheLimitAreRefusedWithItsName() {
    var user = api.newUser();
    for (int i = 1; i < settings.tokensPerUser(); i++) {
      assertThat(user.post("/api/v1/tokens", Map.of("name", "t" + i)).status()).isEqualTo(201);
    }
    var refused = user.post("/api/v1/tokens", Map.of("name", "one too many"));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().path("code").asString()).isEqualTo("quota_tokens_per_user");
    assertThat(refused.header("Retry-After")).isEqualTo("60");
    assertThat(refused.header("RateLimit")).contains("quota_tokens_per_user");
  }
}

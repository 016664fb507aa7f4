package dev.meanwhile.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MeanwhileTest
class DoorTest {
  @Autowired
  Api api;

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/me", "/api/v1/tokens", "/api/v1/users", "/api/v1/nowhere",
      "/v3/api-docs",
      "/swagger-ui/index.html", "/actuator", "/actuator/prometheus", "/actuator/info",
      "/nowhere/at/all"})
  @Tag("MW-SEC-001")
  void nobodyIsToldToSignIn(String path) {
    var answer = api.get(path);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("code").asString()).isEqualTo("unauthenticated");
    assertThat(answer.json().path("type").asString())
        .isEqualTo("urn:meanwhile:problem:unauthenticated");
    assertThat(answer.json().path("instance").asString()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness",
      "/actuator/health"})
  void healthIsOpenAndTellsNoDetails(String path) {
    var answer = api.get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asString()).isEqualTo("UP");
    assertThat(answer.text()).doesNotContain("details");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/missing.css", "/js/missing.js", "/webjars/missing.js"})
  void staticFilesNeedNobody(String path) {
    assertThat(api.get(path).status()).isIn(200, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/users", "/actuator/prometheus", "/actuator/info",
      "/api/v1/operations/tasks"})
  @Tag("MW-SEC-010")
  void adminPathsAreForAdmins(String path) {
    var refused = api.newUser().get(path);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("code").asString()).isEqualTo("forbidden");
    assertThat(api.admin().get(path).status()).isEqualTo(200);
  }

  @Test
  void aTokenThatIsNotKnownOpensNothingNotEvenOpenPaths() {
    var guess = api.as("x", "mw_guess");
    assertThat(guess.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(guess.post("/api/v1/sign-in", Map.of("token", "mw_guess")).status()).isEqualTo(401);
  }

  @Test
  void meIsTheCaller() {
    var user = api.newUser();
    var me = user.get("/api/v1/me").json();
    assertThat(me.path("user_id").asString()).isEqualTo(user.user());
    assertThat(me.path("role").asString()).isEqualTo("user");
    assertThat(api.admin().get("/api/v1/me").json().path("role").asString()).isEqualTo("admin");
  }

  @Test
  void everyAnswerCarriesTheProtectiveHeaders() {
    for (var answer : new Api.Answer[]{api.get("/"), api.get("/api/v1/me"),
        api.admin().get("/api/v1/me")}) {
      assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'self'")
          .doesNotContain("unsafe-inline");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }
  }
}

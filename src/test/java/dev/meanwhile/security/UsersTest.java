package dev.meanwhile.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MeanwhileTest
class UsersTest {
  @Autowired
  Api api;
  @Autowired
  JdbcClient jdbc;

  @Test
  void aNewUsersTokenIsShownOnce() {
    var name = "n-" + UUID.randomUUID();
    var created = api.admin().post("/api/v1/users", Map.of("user_id", name));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("role").asString()).isEqualTo("user");
    var token = created.json().path("token").asString();
    assertThat(api.as(name, token).get("/api/v1/me").json().path("user_id").asString())
        .isEqualTo(name);
    var list = api.admin().get("/api/v1/users");
    assertThat(list.json().path("users").findValuesAsString("user_id")).contains(name, "local");
    assertThat(list.text()).doesNotContain(token);
  }

  @Test
  void aNameThatIsTakenConflicts() {
    var user = api.newUser();
    assertThat(api.admin().post("/api/v1/users", Map.of("user_id", user.user())).status())
        .isEqualTo(409);
  }

  @Test
  void aBadNameOrRoleIsRefusedByField() {
    var badName = api.admin().post("/api/v1/users", Map.of("user_id", "Not Allowed"));
    assertThat(badName.status()).isEqualTo(400);
    assertThat(badName.json().at("/errors/0/field").asString()).isEqualTo("user_id");
    var badRole = api.admin().post("/api/v1/users", Map.of("user_id", "fine", "role", "emperor"));
    assertThat(badRole.status()).isEqualTo(400);
    assertThat(badRole.json().at("/errors/0/field").asString()).isEqualTo("role");
    assertThat(badRole.json().path("detail").asString()).contains("admin, user");
  }

  @Test
  @Tag("MW-SEC-011")
  void aRemovedUserIsGoneWithTokensAndSessions() {
    var user = api.newUser();
    var cookie = api.post("/api/v1/sign-in", Map.of("token", user.token())).header("Set-Cookie")
        .replaceFirst(";.*", "");
    assertThat(api.admin().delete("/api/v1/users/" + user.user()).status()).isEqualTo(204);
    assertThat(user.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(api.with("Cookie", cookie).get("/api/v1/me").status()).isEqualTo(401);
    assertThat(
        jdbc.sql("select count(*) from spring_session where principal_name = ?").param(user.user())
            .query(Integer.class).single())
        .isZero();
    assertThat(api.admin().delete("/api/v1/users/" + user.user()).status()).isEqualTo(404);
  }

  @Test
  void theLastAdminStays() {
    var second = api.newUser("admin");
    assertThat(api.admin().delete("/api/v1/users/" + second.user()).status()).isEqualTo(204);
    assertThat(api.admin().delete("/api/v1/users/local").status()).isEqualTo(409);
    assertThat(api.admin().get("/api/v1/me").status()).isEqualTo(200);
  }
}

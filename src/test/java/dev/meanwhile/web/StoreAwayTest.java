package dev.meanwhile.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// To a request a store without a free connection is like a store that is away.
@MeanwhileTest
class StoreAwayTest {
  private final HikariDataSource store;
  private final Api nobody;
  private Api api;
  private final Deque<Connection> taken = new ArrayDeque<>();

  @Autowired
  StoreAwayTest(HikariDataSource store, Api api) {
    this.store = store;
    this.nobody = api;
    this.api = api;
  }

  @BeforeEach
  void takeAllConnections() throws SQLException {
    api = nobody.newUser();
    while (taken.size() < store.getMaximumPoolSize()) {
      taken.push(store.getConnection());
    }
  }

  @AfterEach
  void giveThemBack() throws SQLException {
    while (!taken.isEmpty()) {
      taken.pop().close();
    }
  }

  @Test
  @Tag("MW-ERR-004")
  void aRequestIsToldToComeBackAndTheNodeIsNotReady() throws SQLException {
    var answer = api.get("/api/v1/me");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("code").asString()).isEqualTo("unavailable");
    assertThat(answer.text()).doesNotContain("Hikari", "store -", "Connection");
    assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(503);
    assertThat(nobody.get("/actuator/health/liveness").status()).isEqualTo(200);
    giveThemBack();
    assertThat(api.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
  }
}

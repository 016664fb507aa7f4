package dev.meanwhile.page;

import dev.meanwhile.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A user who has just come to the page. Each class has a browser of its own, which only its thread may use.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {
  @Autowired
  Api api;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  PageScenes scenes;
  @SuppressWarnings("NullAway.Init") // the first test finds it started
  Chromium chromium;
  @SuppressWarnings("NullAway.Init") // before each test
  Api user;

  @BeforeAll
  void startChromium() {
    chromium = Chromium.start();
  }

  @AfterAll
  void stopChromium() {
    chromium.close();
  }

  @BeforeEach
  void arrive() {
    user = api.newUser();
  }

  /// The user at a wide screen.
  Desk desk() {
    return Desk.wide(chromium.browser(), user);
  }
}

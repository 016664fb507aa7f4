package dev.meanwhile.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.OwnMeanwhileTest;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// The one page test with an application of its own: the mode is fixed when the server starts.
@OwnMeanwhileTest
@TestPropertySource(properties = "meanwhile.task-api.enabled=false")
@ResourceLock("the application without the task API")
class PageWithoutTaskApiTest {
  private static Chromium chromium;

  @Autowired
  Api api;
  @Autowired
  PageScenes scenes;

  @BeforeAll
  static void startChromium() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopChromium() {
    chromium.close();
  }

  @Test
  void cardsLiveFromTheFeedAlone() throws Exception {
    try (var desk = Desk.wide(chromium.browser(), api.newUser()).signIn()) {
      scenes.askForTestCases(desk);
      var card = desk.cards().first();
      assertThat(desk.state(card)).hasText("Completed");
      assertThat(Files.size(scenes.download(desk, card))).isPositive();

      desk.page().reload();
      desk.awaitLive();
      assertThat(desk.state(desk.cards().first())).hasText("Completed");
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void aTaskIsCancelledFromItsCard() {
    var user = api.newUser();
    try (var desk = Desk.wide(chromium.browser(), user).signIn()) {
      scenes.cancelFromCard(desk, user);
    }
  }
}

package dev.meanwhile.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.meanwhile.MeanwhileTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page from sign-in to result, as a browser shows it.
@MeanwhileTest
class PageTest extends BrowserTest {
  @Test
  void aSignInLinkOpensThePageOnce() throws Exception {
    var code = "code-" + UUID.randomUUID();
    var hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
    jdbc.sql(
        "insert into sign_in_code (hash, user_id, expires_at) values (?, ?, now() + interval '1 min')")
        .params(hash, user.user()).update();
    try (var desk = desk(); var late = desk()) {
      desk.open("/#signin=" + code);
      desk.awaitLive();
      assertThat(desk.page().url()).doesNotContain(code);
      late.open("/#signin=" + code);
      assertThat(late.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
          .containsText("sign-in link");
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void aSignInLinkPastedIntoTheOpenPageWorksToo() throws Exception {
    var code = "code-" + UUID.randomUUID();
    var hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
    jdbc.sql(
        "insert into sign_in_code (hash, user_id, expires_at) values (?, ?, now() + interval '1 min')")
        .params(hash, user.user()).update();
    try (var desk = desk()) {
      desk.open("/");
      assertThat(desk.page().getByLabel("Access token")).isVisible();
      desk.open("/#signin=" + code);
      desk.awaitLive();
      assertThat(desk.page().url()).doesNotContain(code);
    }
  }

  @Test
  void aTaskOfAConversationIsFollowedToItsResult() throws Exception {
    try (var desk = desk().signIn()) {
      scenes.askForTestCases(desk);

      var card = desk.cards().first();
      assertThat(desk.replies().first()).containsText("task");
      assertThat(desk.state(card)).hasText("Completed");
      assertThat(desk.notices()).hasCount(1);
      assertThat(desk.button(desk.notices().first(), "Show task")).isVisible();
      assertThat(Files.size(scenes.download(desk, card))).isPositive();
      scenes.preview(desk, card);
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void aScriptOfTheSameOriginNeedsOnlyAContentType() {
    try (var desk = desk().signIn()) {
      var status = desk.page().evaluate("""
        async () => {
          const created = await fetch('/api/v1/tasks/generate-test-cases', {
            method: 'POST',
            headers: {'Content-Type': 'application/json'},
            body: JSON.stringify({rtm_content: 'REQ-1: It shall stop.', project_id: 'proj456'}),
          });
          let task = await created.json();
          for (let i = 0; i < 100 && !['completed', 'failed'].includes(task.status); i++) {
            await new Promise((resolve) => setTimeout(resolve, 200));
            task = await (await fetch(`/api/v1/tasks/${task.task_id}`)).json();
          }
          return `${created.status} ${task.status}`;
        }
        """);

      assertThat(String.valueOf(status)).isEqualTo("202 completed");
    }
  }

  @Test
  void aPageThatWasAwayKnowsWhatHappenedMeanwhile() {
    try (var desk = desk().signIn()) {
      desk.say("Hello");
      assertThat(desk.replies()).hasCount(1);
      desk.page().reload();
      desk.awaitLive();
      assertThat(desk.log()).containsText("Hello");
      assertThat(desk.replies()).hasCount(1);
    }
  }

  @Test
  void thePageWorksOverPlainHttpFromAnotherMachine() {
    try (var desk = desk()) {
      desk.signInAt("http://" + Chromium.ELSEWHERE + ":" + user.server().getPort());
      assertThat(desk.page().evaluate("isSecureContext")).isEqualTo(false);
      scenes.askForTestCases(desk);

      var card = desk.cards().first();
      assertThat(desk.state(card)).hasText("Completed");
      desk.button(card, "Copy task ID").click();
      assertThat(card.locator(".id")).hasText(Pattern.compile("[0-9a-f-]{36}"));
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
  @Tag("MW-PAGE-002")
  void thePageIsAccessibleAndFitsAPhone(ColorScheme scheme) {
    try (var desk = Desk.narrow(chromium.browser(), user, scheme)) {
      desk.open("/");
      assertThat(desk.page().getByLabel("Access token")).isVisible();
      assertThat(desk.accessibilityViolations()).isEmpty();
      desk.signIn();
      assertThat(desk.accessibilityViolations()).isEmpty();
      scenes.askForTestCases(desk);
      assertThat(desk.state(desk.cards().first())).hasText("Completed");
      assertThat(desk.accessibilityViolations()).isEmpty();
      assertThat(desk.sidewaysOverflow()).isLessThanOrEqualTo(0);
      scenes.preview(desk, desk.cards().first());
      desk.page().locator("#show-tasks").click();
      assertThat(desk.page().locator("#task-list .card")).isVisible();
      assertThat(desk.accessibilityViolations()).isEmpty();
      desk.page().keyboard().press("Escape");
      assertThat(desk.page().locator("#task-list .card")).isHidden();
      assertThat(desk.page().locator("#show-tasks")).isFocused();
    }
  }

  @Test
  void anAdminSeesWhatIsStuckAndWhyAndNobodyElseIsOfferedIt() {
    var admin = api.newUser("admin");
    try (var desk = desk().signIn();
        var narrow = Desk.narrow(chromium.browser(), admin,
            ColorScheme.LIGHT).signIn()) {
      assertThat(desk.page().locator("#show-operations")).isHidden();
      assertThat(narrow.page().locator(".bar button:visible").evaluateAll(
          "buttons => new Set(buttons.map(one => one.getBoundingClientRect().top)).size"))
          .as("rows of buttons").isEqualTo(1);
      narrow.page().locator("#show-operations").click();
      var health = narrow.page().locator("#operations");
      assertThat(health).containsText("holds for");
      assertThat(health.locator("table").first()).not().containsText(user.user());

      scenes.loseAMove(new dev.meanwhile.UserId(user.user()));
      narrow.button(health, "Refresh").click();

      assertThat(health.locator("table").first()).containsText(user.user());
      assertThat(health.locator("table").first()).containsText("its user holds 1 of 2 slots");
      assertThat(narrow.accessibilityViolations()).isEmpty();
      assertThat(narrow.sidewaysOverflow()).isLessThanOrEqualTo(0);
      narrow.button(health, "Close queue health").click();
      assertThat(health).isHidden();
      assertThat(narrow.complaints()).isEmpty();
    } finally {
      admin.delete("/api/v1/users/" + user.user());
      api.admin().delete("/api/v1/users/" + admin.user()); // a test elsewhere wants one admin alone
    }
  }

  @Test
  void aConversationIsRenamedAndDeleted() {
    try (var desk = desk().signIn()) {
      desk.say("First words");
      assertThat(desk.replies()).hasCount(1);
      Locator list = desk.page().locator("#conversation-list");
      desk.button(list, "Rename First words").click();
      desk.page().getByLabel("Title").fill("Better");
      desk.page().locator("#ask-yes").click();
      assertThat(list).containsText("Better");
      desk.button(list, "Delete Better").click();
      desk.page().locator("#ask-yes").click();
      assertThat(list.locator("li")).hasCount(0);
      assertThat(desk.page()).hasURL(Pattern.compile(".*/#/$"));
    }
  }
}

package dev.meanwhile.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MeanwhileTest
class PageTest {
  private static final String HOSTILE = "<img src=x onerror=\"window.hacked=1\">"
      + "<script>window.hacked=1</script>";

  private static Chromium chromium;

  @Autowired
  Api api;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  PageScenes scenes;
  private Api user;

  @BeforeAll
  static void startChromium() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopChromium() {
    chromium.close();
  }

  @BeforeEach
  void arrive() {
    user = api.newUser();
  }

  private Desk desk() {
    return Desk.wide(chromium.browser(), user);
  }

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
  void aTaskIsCancelledFromItsCard() {
    try (var desk = desk().signIn()) {
      scenes.cancelFromCard(desk, user);
      assertThat(desk.complaints()).isEmpty();
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
  void messagesSentWhileTheirConversationIsMadeShareIt() {
    try (var desk = desk().signIn()) {
      var held = new ArrayList<Route>();
      desk.page().route("**/api/v1/conversations", held::add);
      desk.say("Hello");
      desk.say("What can you do?");
      desk.page().waitForCondition(() -> !held.isEmpty());
      desk.page().unroute("**/api/v1/conversations");
      held.forEach(Route::resume);

      assertThat(desk.replies()).hasCount(2);
      assertThat(desk.log().locator(".message.user")).containsText(new String[]{"Hello", "What"});
      assertThat(desk.page().locator("#conversation-list li")).hasCount(1);
    }
  }

  @Test
  void whatCouldNotBeSentComesBackWithItsFiles() {
    try (var desk = desk().signIn()) {
      desk.attach("srs.md", "- REQ-1: The pump shall stop.");
      var held = new ArrayList<Route>();
      desk.page().route("**/messages", held::add);
      desk.say("Make an RTM from the attached file");
      desk.page().waitForCondition(() -> !held.isEmpty());
      desk.messageBox().fill("And then");
      held.getFirst().abort();

      assertThat(desk.page().locator("#composer-error")).containsText("can’t be reached");
      assertThat(desk.messageBox()).hasValue("And then\n\nMake an RTM from the attached file");
      assertThat(desk.attached()).hasCount(1);

      desk.page().unroute("**/messages");
      desk.say("Make an RTM from the attached file");

      assertThat(desk.cards()).hasCount(1);
      assertThat(desk.attached()).hasCount(0);
      assertThat(desk.state(desk.cards().first())).hasText("Completed");
    }
  }

  @Test
  void anEmptiedProjectFieldMeansTheDefaultProject() {
    try (var desk = desk().signIn()) {
      desk.say("Hello");
      assertThat(desk.replies()).hasCount(1);
      var field = desk.page().locator("#project");
      for (var project : List.of("alpha", "")) {
        desk.page().waitForResponse(response -> response.request().method().equals("PATCH"),
            () -> {
              field.fill(project);
              field.blur();
            });
      }

      assertThat(user.get("/api/v1/conversations").json().at("/conversations/0/project_id")
          .asString()).isEqualTo("default");
    }
  }

  @Test
  void aProjectThatACommandChoseIsShownAndKeptByTheNextMessage() {
    try (var desk = desk().signIn()) {
      var field = desk.page().locator("#project");
      field.fill("alpha");
      desk.say("Hello");
      assertThat(desk.replies()).hasCount(1);

      desk.say("/project beta");
      assertThat(desk.replies()).hasCount(2);
      assertThat(field).hasValue("beta");
      desk.say("Hello again");
      assertThat(desk.replies()).hasCount(3);

      assertThat(field).hasValue("beta");
      assertThat(user.get("/api/v1/conversations").json().at("/conversations/0/project_id")
          .asString()).isEqualTo("beta");
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void whatATaskMadeIsAskedForWhenItsCardIsSeen() {
    var conversation = user.post("/api/v1/conversations", Map.of("title", "Long")).json()
        .path("conversation_id").asString();
    var tasks = IntStream.range(0, 15).mapToObj(_ -> user.with("Prefer", "wait=30").post(
        "/api/v1/tasks/generate-rtm", Map.of("project_id", "long", "requirements_content",
            "REQ-1: The pump shall stop.", "conversation_id", conversation)))
        .map(answer -> answer.json().path("task_id").asString()).toList();
    try (var desk = desk().signIn()) {
      var asked = new ArrayList<String>();
      desk.page().onRequest(request -> asked.add(request.url()));
      desk.open("/#/c/" + conversation);
      assertThat(desk.cards()).hasCount(tasks.size());
      assertThat(desk.cards().last()).containsText("rtm_req_1.csv");
      assertThat(asked.stream().filter(url -> url.endsWith("/artifacts")).distinct().count())
          .isLessThan(tasks.size());

      desk.cards().nth(tasks.size() / 2).scrollIntoViewIfNeeded();

      assertThat(desk.cards().nth(tasks.size() / 2)).containsText("rtm_req_1.csv");
    }
  }

  @Test
  void allTasksOfALongConversationAreAskedForPageByPage() {
    var conversation = user.post("/api/v1/conversations", Map.of("title", "Long")).json()
        .path("conversation_id").asString();
    IntStream.range(0, 3).forEach(_ -> user.post("/api/v1/tasks/generate-rtm", Map.of("project_id",
        "long", "requirements_content", "REQ-1: It shall stop.", "conversation_id", conversation)));
    try (var desk = desk().signIn()) {
      var asked = new ArrayList<String>();
      desk.page().route("**/api/v1/tasks?conversation_id=*", route -> {
        asked.add(route.request().url());
        route.resume(new Route.ResumeOptions()
            .setUrl(route.request().url().replace("limit=200", "limit=1")));
      });
      desk.open("/#/c/" + conversation);
      assertThat(desk.cards()).hasCount(3);

      desk.page().waitForCondition(() -> Set.copyOf(asked).size() == 3);
      assertThat(asked.stream().distinct().skip(1)).allMatch(url -> url.contains("cursor="));
    }
  }

  @Test
  void whoAsksForATaskThatIsNoLongerKeptIsToldSo() {
    try (var desk = desk().signIn()) {
      desk.say("Generate test cases for this RTM:\n\nREQ-1: The pump shall stop.");
      assertThat(desk.notices()).hasCount(1);
      jdbc.sql("delete from task where user_id = ?").param(user.user()).update();
      desk.page().reload();
      desk.awaitLive();
      assertThat(desk.cards()).hasCount(0);

      desk.button(desk.notices().first(), "Show task").click();

      assertThat(desk.page().locator("#toast")).containsText("isn’t kept any more");
    }
  }

  @Test
  void aCardTellsWhatAReaderOfTheResultHasToKnow() {
    try (var desk = desk().signIn()) {
      desk.say("/rtm REQ-1: The pump shall stop.");
      assertThat(desk.state(desk.cards().first())).hasText("Completed");
      assertThat(desk.cards().first().locator(".notes")).isHidden();
      IntStream.rangeClosed(1, 5)
          .forEach(i -> desk.attach("broken-" + i + ".xml", "<testsuite><testcase"));

      desk.say("/coverage");

      assertThat(desk.state(desk.cards().last())).hasText("Completed");
      assertThat(desk.cards().last().locator(".notes li")).containsText(
          new String[]{"broken-", "broken-", "broken-", "and 2 more, in the report"});
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

  @Test
  @Tag("MW-PAGE-001")
  void hostileTextInMessagesAndFileNamesStaysText() {
    try (var desk = desk().signIn()) {
      desk.page().locator("#files")
          .setInputFiles(new FilePayload("<img src=x onerror=alert(1)>.csv",
              "text/csv", "REQ-1,x".getBytes(StandardCharsets.UTF_8)));
      assertThat(desk.page().locator("#attachments .hint")).hasText("7 B");
      desk.say(HOSTILE + " [link](javascript:window.hacked=1)");
      assertThat(desk.replies()).hasCount(1);
      assertThat(desk.log()).containsText(HOSTILE);
      assertThat(desk.page().locator("img, a[href^='javascript']")).hasCount(0);
      assertThat(desk.page().evaluate("window.hacked")).isNull();
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
  @Tag("MW-PAGE-002")
  void theKeyboardReachesEverything() {
    try (var desk = desk().signIn()) {
      desk.page().locator("#message").focus();
      desk.page().keyboard().type("/ta");
      desk.page().keyboard().press("ArrowDown");
      desk.page().keyboard().press("Enter");
      assertThat(desk.page().locator("#message")).hasValue("/tasks");
      assertThat(desk.page().locator("#message")).isFocused();
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

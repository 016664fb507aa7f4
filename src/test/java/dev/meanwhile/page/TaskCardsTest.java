package dev.meanwhile.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import dev.meanwhile.MeanwhileTest;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The tasks of a conversation as its page shows them.
@MeanwhileTest
class TaskCardsTest extends BrowserTest {
  @Test
  void aTaskIsCancelledFromItsCard() {
    try (var desk = desk().signIn()) {
      scenes.cancelFromCard(desk, user);
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
}

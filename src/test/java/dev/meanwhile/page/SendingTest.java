package dev.meanwhile.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import dev.meanwhile.MeanwhileTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is typed and attached, and where it goes.
@MeanwhileTest
class SendingTest extends BrowserTest {
  private static final String HOSTILE = "<img src=x onerror=\"window.hacked=1\">"
      + "<script>window.hacked=1</script>";

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
}

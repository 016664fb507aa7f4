package dev.meanwhile.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.meanwhile.Api;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.door.Tasks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What people do at the page, in both modes of the task API.
@Component
class PageScenes {
  /// Of 255: what is darker stands out on white.
  private static final int READABLE = 100;
  /// The pixels of a frame's border and round corners.
  private static final int EDGE = 8;

  private final Tasks tasks;
  private final JsonMapper json;
  private final JdbcClient jdbc;

  PageScenes(Tasks tasks, JsonMapper json, JdbcClient jdbc) {
    this.tasks = tasks;
    this.json = json;
    this.jdbc = jdbc;
  }

  /// Leaves the user with a task that waits beside a free slot, as if its admission had been lost. The repair lets it
  /// be as long as another one of the user's holds a slot.
  void loseAMove(UserId user) {
    startEndless(user, null);
    jdbc.sql("update user_slot set running_limit = 2 where user_id = ?").param(user.value())
        .update();
    jdbc.sql("""
      insert into task (task_id, user_id, project_id, task_type, state, priority, line_key, input,
        progress, max_attempts, created_at)
      values (?, ?, 'p', 'probe', 'waiting', 5, now(), '{}', '{}', 3, now() - interval '1 hour')
      """).param(UUID.randomUUID()).param(user.value()).update();
  }

  /// Presses the suggestion and sends it.
  void askForTestCases(Desk desk) {
    desk.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write test cases"))
        .click();
    desk.page().keyboard().press("Enter");
    assertThat(desk.cards().first()).isVisible();
  }

  Path download(Desk desk, Locator card) {
    var download = desk.page().waitForDownload(() -> card
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Download")).first()
        .click());
    return download.path();
  }

  /// Looks at the table of results in its frame, where it can be read in each colour scheme.
  void preview(Desk desk, Locator card) {
    card.locator(".artifacts li").filter(new Locator.FilterOptions().setHasText(".csv"))
        .getByRole(AriaRole.BUTTON).click();
    var frame = desk.page().frameLocator("#preview iframe");
    assertThat(frame.locator("body")).containsText("REQ-001");
    desk.page().waitForCondition(
        () -> darkest(desk.page().locator("#preview iframe").screenshot()) < READABLE);
    desk.page().keyboard().press("Escape");
  }

  /// The least light of a picture's points, 0 to 255, its edges apart.
  private static int darkest(byte[] png) {
    try {
      var picture = ImageIO.read(new ByteArrayInputStream(png));
      return IntStream.range(EDGE, picture.getWidth() - EDGE)
          .flatMap(x -> IntStream.range(EDGE, picture.getHeight() - EDGE)
              .map(y -> picture.getRGB(x, y) >> 8 & 0xff))
          .min().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lets a task run in the open conversation that never ends by itself, and cancels it.
  void cancelFromCard(Desk desk, Api user) {
    desk.say("Hello");
    assertThat(desk.replies()).hasCount(1);
    var conversation = UUID.fromString(desk.page().url().replaceFirst(".*/c/", ""));
    startEndless(new UserId(user.user()), conversation);

    var card = desk.cards().first();
    assertThat(desk.state(card)).hasText("Running");
    desk.button(card, "Cancel").click();
    assertThat(desk.state(card)).hasText("Cancelled");
    assertThat(desk.button(card, "Retry")).isVisible();
  }

  private void startEndless(UserId user, @Nullable UUID conversation) {
    var input = json.createObjectNode().put("name", UUID.randomUUID().toString());
    input.putArray("plan").add("wait");
    tasks.create(new NewTask(user, "probe", new ProjectKey("p"), input, 5, List.of(), conversation,
        null, null));
  }
}

package dev.meanwhile.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.meanwhile.Api;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// A person at the page, in a new browser profile.
final class Desk implements AutoCloseable {
  private static final int WIDTH = 390;
  private static final int HEIGHT = 844;

  private final BrowserContext profile;
  private final Page page;
  private final Api user;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /// A phone.
  static Desk narrow(Browser browser, Api user, ColorScheme scheme) {
    return new Desk(browser, user,
        new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setColorScheme(scheme));
  }

  /// A screen that shows the tasks beside the talk.
  static Desk wide(Browser browser, Api user) {
    return new Desk(browser, user, new Browser.NewContextOptions().setViewportSize(1360, 860));
  }

  private Desk(Browser browser, Api user, Browser.NewContextOptions options) {
    this.user = user;
    profile = browser.newContext(options);
    profile.setDefaultTimeout(Chromium.LIMIT_MILLIS);
    page = profile.newPage();
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  /// Policy violations and uncaught errors so far.
  List<String> complaints() {
    return complaints;
  }

  void open(String path) {
    page.navigate(user.server() + path);
  }

  /// Pastes the access token and waits until the feed is live.
  Desk signIn() {
    return signInAt(user.server().toString());
  }

  /// The same over another address of the server.
  Desk signInAt(String server) {
    page.navigate(server + "/");
    page.getByLabel("Access token").fill(user.token());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    awaitLive();
    return this;
  }

  void awaitLive() {
    assertThat(page.locator("#connection")).hasText("live");
  }

  void say(String text) {
    messageBox().fill(text);
    page.keyboard().press("Enter");
  }

  Locator messageBox() {
    return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
  }

  /// The files that go with the next message.
  Locator attached() {
    return page.locator("#attachments li");
  }

  void attach(String name, String text) {
    page.locator("#files").setInputFiles(
        new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    assertThat(attached().filter(new Locator.FilterOptions().setHasText(name)))
        .containsText(text.length() + " B");
  }

  Locator log() {
    return page.locator("#log");
  }

  /// The replies that are finished.
  Locator replies() {
    return log().locator(".message.assistant");
  }

  Locator notices() {
    return log().locator(".message.notice");
  }

  /// The cards in the conversation.
  Locator cards() {
    return page.locator(".talk .card");
  }

  Locator state(Locator card) {
    return card.locator(".state");
  }

  Locator button(Locator within, String name) {
    return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  /// What axe finds wrong on the page as it is, as text.
  List<?> accessibilityViolations() {
    page.evaluate(axe());
    var found = page.evaluate("""
      async () => (await axe.run()).violations
          .map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | '))
      """);
    return (List<?>) found;
  }

  private static String axe() {
    try (InputStream script = Desk.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How far the page could be scrolled sideways, in pixels.
  int sidewaysOverflow() {
    return (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
  }

  @Override
  public void close() {
    profile.close();
  }
}

package dev.meanwhile.page;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The machine's own Chromium, driven without any download.
final class Chromium implements AutoCloseable {
  /// How long a test waits for what must come: a loaded machine is slow, not wrong.
  static final double LIMIT_MILLIS = 30_000;
  /// A name of this machine that a browser trusts no more than any other machine's.
  static final String ELSEWHERE = "elsewhere.test";
  private static final List<String> OPTIONS = List.of("--headless", "--no-sandbox", "--disable-gpu",
      "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
      "--host-resolver-rules=MAP " + ELSEWHERE + " 127.0.0.1");
  private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
      "1");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
    browser = playwright.chromium().launch(
        new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(OPTIONS));
  }

  /// Starts it. A machine without one skips the test; where `CI` is true that is a failure, since nobody would notice.
  static Chromium start() {
    var program = Stream
        .of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of).filter(Files::isExecutable).findFirst();
    if (program.isEmpty()) {
      String why = "no Chromium on this machine (apt-get install chromium): the page isn't tested";
      if ("true".equals(System.getenv("CI"))) {
        fail(why);
      }
      Assumptions.abort(why);
    }
    PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
    return new Chromium(program.orElseThrow());
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }
}

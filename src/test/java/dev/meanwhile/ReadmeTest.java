package dev.meanwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What the README tells newcomers to type works.
@MeanwhileTest
class ReadmeTest {
  private static final long LIMIT_MINUTES = 3;
  private static final String REQUIREMENTS = "REQ-1: The system shall lock an account after 5 "
      + "failed sign-ins.\nREQ-2: A password shall have 12 to 64 characters.";
  private static final String WALK = String.join("\n",
      Readme.read().section("API walk-through").fences("bash"));

  @Autowired
  Api nobody;

  @TempDir
  Path folder;

  @Test
  void theWalkThroughDoesWhatItSays() throws Exception {
    var user = nobody.newUser();
    assertThat(run(user)).as(said()).isZero();

    assertThat(files("tests.zip")).anyMatch(name -> name.endsWith(".py"));
    assertThat(Files.readString(folder.resolve("rtm.txt"))).contains("REQ-1");
    var tasks = tasks(user);
    assertThat(tasks).extracting(task -> task.path("task_type").asString()).contains(
        "generate_rtm", "generate_test_cases", "coverage_analysis", "file_processing");
    assertThat(tasks).extracting(task -> task.path("status").asString())
        .doesNotContain("failed");
    assertThat(coverageAsPrinted()).matches(".*\"requirements\":3\\b.*")
        .matches(".*\"percentage\":100\\b.*");
  }

  /// Runs the walk-through in one Bash that stops at the first line that fails, and shows each line as it goes.
  private int run(Api user) throws IOException, InterruptedException {
    var script = Files.writeString(folder.resolve("walk.sh"), WALK);
    var builder = new ProcessBuilder("bash", "-euvo", "pipefail", script.toString());
    builder.environment().put("MEANWHILE", user.server().toString());
    builder.environment().put("TOKEN", user.token());
    var bash = builder.directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile()).start();
    try {
      assertThat(bash.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).as("in time").isTrue();
      return bash.exitValue();
    } finally {
      bash.destroyForcibly();
    }
  }

  private String said() throws IOException {
    var said = Files.readString(folder.resolve("said"));
    return said.substring(Math.max(0, said.length() - 3_000));
  }

  private List<String> files(String zip) throws IOException {
    try (var file = new ZipFile(folder.resolve(zip).toFile())) {
      assertThat(file.stream()).allMatch(entry -> entry.getSize() != 0);
      return file.stream().map(entry -> entry.getName()).toList();
    }
  }

  private static List<JsonNode> tasks(Api user) {
    return user.get("/api/v1/tasks?limit=200").json().path("tasks").valueStream().toList();
  }

  /// The first coverage task that the walk-through printed.
  private String coverageAsPrinted() throws IOException {
    return Files.readAllLines(folder.resolve("said")).stream()
        .filter(line -> line.startsWith("{") && line.contains("\"coverage_analysis\""))
        .findFirst().orElse("none was printed");
  }

  @Test
  void everyRequestOfTheWalkThroughIsOneThatFailsUnlessAnsweredWell() {
    assertThat(WALK.lines().filter(line -> line.contains("curl "))).singleElement().asString()
        .startsWith("api() {").contains("--fail-with-body");
    assertThat(WALK).contains("/cancel\"", "task_type=", "/messages\"", "/api/v1/bot/commands\"",
        "/api/v1/bot/coverage-test\"", ".zip\"");
  }

  /// What the table "What to say" has, with the task types that it names.
  static Stream<Arguments> sayings() {
    return Readme.read().section("What to say").rows().stream()
        .filter(row -> !row.getFirst().startsWith("`/") && !row.getLast().matches("Starts|Does"))
        .map(row -> Arguments.of(row.getFirst(), new Readme(row.getLast()).all("`([a-z_]+)`")));
  }

  @ParameterizedTest
  @MethodSource("sayings")
  void whatToSayStartsWhatTheTableSays(String saying, List<String> types) throws Exception {
    var user = nobody.newUser();
    var conversation = user.post("/api/v1/conversations", Map.of("project_id", "said")).json()
        .path("conversation_id").asString();
    var reply = user.post("/api/v1/conversations/" + conversation + "/messages",
        Map.of("content", saying.replace("…", REQUIREMENTS), "file_ids",
            saying.contains("file") ? List.of(upload(user)) : List.of()));
    assertThat(reply.json().path("tasks").valueStream()
        .map(task -> task.path("task_type").asString())).as(reply.text())
        .containsExactlyInAnyOrderElementsOf(types);
  }

  private static String upload(Api user) {
    var body = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.md\"\r\n"
        + "Content-Type: text/markdown\r\n\r\n" + REQUIREMENTS + "\r\n--x--\r\n";
    return user.with("Content-Type", "multipart/form-data; boundary=x")
        .post("/api/v1/projects/said/files", body).json().path("files").path(0).path("file_id")
        .asString();
  }

  @Test
  void allLinksLeadToFilesAndHeadingsOfThisRepository() {
    var readme = Readme.read();
    var headings = readme.all("(?m)^#+ (.+)$").stream()
        .map(it -> "#" + it.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'))
        .collect(Collectors.toSet());
    assertThat(readme.all("\\]\\(([^)]+)\\)")).isNotEmpty().allSatisfy(link -> {
      if (link.startsWith("#")) {
        assertThat(headings).contains(link);
      } else {
        assertThat(Path.of(link.replaceFirst("#.*", ""))).exists();
      }
    });
  }
}

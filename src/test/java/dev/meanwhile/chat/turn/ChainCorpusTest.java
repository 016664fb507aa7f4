package dev.meanwhile.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.document.Corpora;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A real requirements document, dropped into the chat with one sentence, becomes an RTM, test cases and coverage.
@MeanwhileTest
class ChainCorpusTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int REQUIREMENTS = 16;

  @Autowired
  Api nobody;
  @TempDir
  Path folder = Path.of("");

  @Test
  @Tag("MW-CHAT-007")
  void oneSentenceChainsAllThree() throws Exception {
    var api = nobody.newUser();
    var tasks = chain(api,
        "Make an RTM from this file, then pytest test cases, and coverage after that");

    assertThat(tasks).extracting(task -> task.path("task_type").asString())
        .containsExactlyInAnyOrder("generate_rtm", "generate_test_cases", "coverage_analysis");
    assertThat(result(tasks, "generate_rtm").path("requirements").asInt()).isEqualTo(REQUIREMENTS);
    assertThat(result(tasks, "generate_test_cases").path("uncovered_requirements").size()).isZero();
    assertThat(result(tasks, "coverage_analysis").path("requirements").asInt())
        .isEqualTo(REQUIREMENTS);
    assertThat(result(tasks, "coverage_analysis").path("covered").asInt()).isEqualTo(REQUIREMENTS);
    var files = download(api, tasks, ".py");
    assertThat(files).isNotEmpty();
    assertThat(run("python3", "-m", "py_compile", files)).isZero();
  }

  @Test
  void theJavaFilesCompile() throws Exception {
    var api = nobody.newUser();
    var tasks = chain(api,
        "Make an RTM from this file, then JUnit test cases, and coverage after that");

    var files = download(api, tasks, ".java");
    assertThat(files).isNotEmpty();
    var compiler = ToolProvider.getSystemJavaCompiler();
    for (var file : files) {
      assertThat(compiler.run(null, null, null, "-d", folder.toString(), "-cp",
          System.getProperty("java.class.path"), file.toString())).isZero();
    }
  }

  @Test
  void theFeatureFilesParseToOneScenarioForEachCase() throws Exception {
    var api = nobody.newUser();
    var tasks = chain(api,
        "Make an RTM from this file, then Gherkin test cases, and coverage after that");

    var scenarios = new ArrayList<Pickle>();
    for (var file : download(api, tasks, ".feature")) {
      scenarios.addAll(parsed(file));
    }
    var cases = cases(api, tasks);
    assertThat(result(tasks, "generate_test_cases").path("framework").asString())
        .isEqualTo("gherkin");
    assertThat(scenarios)
        .hasSize(result(tasks, "generate_test_cases").path("total_count").asInt())
        .hasSameSizeAs(cases);
    assertThat(scenarios).extracting(ChainCorpusTest::tags).containsExactlyElementsOf(cases);
    assertThat(cases.stream().flatMap(List::stream).filter(tag -> tag.startsWith("@HK")).distinct())
        .hasSize(REQUIREMENTS);
  }

  private static List<Pickle> parsed(Path feature) throws IOException {
    var envelopes = GherkinParser.builder().includeSource(false).build().parse(feature).toList();
    assertThat(envelopes).noneMatch(envelope -> envelope.getParseError().isPresent());
    return envelopes.stream().map(Envelope::getPickle).flatMap(Optional::stream).toList();
  }

  private static List<String> tags(Pickle scenario) {
    return scenario.getTags().stream().map(PickleTag::getName).toList();
  }

  /// The tags that each designed case asks for: its requirements and its own ID.
  private static List<List<String>> cases(Api api, List<JsonNode> tasks) {
    var id = task(tasks, "generate_test_cases").path("task_id").asString();
    var designed = api.get("/api/v1/tasks/" + id + "/artifacts").json().path("artifacts")
        .valueStream().filter(artifact -> artifact.path("kind").asString().equals("test_cases"))
        .findFirst().orElseThrow();
    var content = api.get("/api/v1/artifacts/" + designed.path("artifact_id").asString()
        + "/content").json();
    return content.path("cases").valueStream().map(ChainCorpusTest::tags).toList();
  }

  private static List<String> tags(JsonNode designed) {
    return Stream.concat(designed.path("requirement_ids").valueStream(),
        Stream.of(designed.path("id"))).map(id -> "@" + id.asString()).toList();
  }

  private static List<JsonNode> chain(Api api, String sentence) {
    var file = api.upload("hk", "hk_FunctionalRequirements.csv",
        Corpora.bytes("cfs-hk/hk_FunctionalRequirements.csv"));
    var conversation = api.post("/api/v1/conversations", Map.of("project_id", "hk")).json()
        .path("conversation_id").asString();
    var turn = api.post("/api/v1/conversations/" + conversation + "/messages",
        Map.of("content", sentence, "file_ids", List.of(file)));
    assertThat(turn.json().path("tasks").size()).as(turn.text()).isEqualTo(3);
    await().atMost(LIMIT).until(() -> tasks(api, conversation).stream()
        .allMatch(task -> task.path("status").asString().equals("completed")));
    return tasks(api, conversation);
  }

  private static List<JsonNode> tasks(Api api, String conversation) {
    return api.get("/api/v1/tasks?conversation_id=" + conversation).json().path("tasks")
        .valueStream().toList();
  }

  private static JsonNode task(List<JsonNode> tasks, String type) {
    return tasks.stream().filter(task -> task.path("task_type").asString().equals(type)).findFirst()
        .orElseThrow();
  }

  private static JsonNode result(List<JsonNode> tasks, String type) {
    return task(tasks, type).path("result");
  }

  private List<Path> download(Api api, List<JsonNode> tasks, String extension) throws IOException {
    var id = task(tasks, "generate_test_cases").path("task_id").asString();
    var made = api.get("/api/v1/tasks/" + id + "/artifacts").json().path("artifacts");
    var files = new ArrayList<Path>();
    for (var artifact : made) {
      var name = artifact.path("name").asString();
      if (name.endsWith(extension)) {
        files.add(Files.writeString(folder.resolve(name), api.get("/api/v1/artifacts/"
            + artifact.path("artifact_id").asString() + "/content").text()));
      }
    }
    return files;
  }

  private static int run(String program, String flag, String module, List<Path> files)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program, flag, module));
    files.forEach(file -> command.add(file.toString()));
    var process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}

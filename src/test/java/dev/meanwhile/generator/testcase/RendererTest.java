package dev.meanwhile.generator.testcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RendererTest {
  /// Prints what each test function holds, without running the file.
  private static final String READ_CASES = """
    import ast, json, sys
    tree = ast.parse(open(sys.argv[1], encoding="utf-8").read())
    cases = []
    for function in [n for n in tree.body if isinstance(n, ast.FunctionDef)]:
        case = ast.literal_eval(function.body[0].value)
        cases.append({"name": function.name, "title": case["title"], "requirements": case["requirements"],
                      "steps": case["steps"]})
    sys.stdout.buffer.write(json.dumps(cases).encode("ascii"))
    """;

  @TempDir
  Path folder;

  @Test
  @Tag("MW-CASE-006")
  void pythonAcceptsEveryTextAndGivesItBack() throws Exception {
    assumeTrue(isThere("python3"), "python3 isn't installed");
    var set = HostileTexts.cases();
    var file = write(render(set, Framework.PYTEST)).getFirst();

    run("python3", "-m", "py_compile", file.toString());
    var read = JsonMapper.shared().readTree(run("python3", "-c", READ_CASES, file.toString()));

    assertThat(read).hasSize(set.cases().size());
    for (int i = 0; i < read.size(); i++) {
      var test = set.cases().get(i);
      assertThat(read.get(i).get("title").asString()).isEqualTo(test.title());
      assertThat(read.get(i).get("requirements").get(0).asString())
          .isEqualTo(test.requirementIds().getFirst());
      assertThat(expected(read.get(i))).isEqualTo(test.steps().getLast().expected());
    }
    assertThat(read.valueStream().map(c -> c.get("name").asString())).doesNotHaveDuplicates()
        .allMatch(n -> n.matches("test_[a-z0-9_]+"));
  }

  private static String expected(JsonNode test) {
    var steps = test.get("steps");
    return steps.get(steps.size() - 1).get("expected").asString();
  }

  @Test
  @Tag("MW-CASE-006")
  void javaCompilesEveryTextAndEachTestIsPending() throws Exception {
    var set = HostileTexts.cases();
    var file = write(render(set, Framework.JUNIT)).getFirst();

    try (var loader = compiled(file)) {
      var type = loader.loadClass(name(file));
      var tests = Arrays.stream(type.getDeclaredMethods())
          .filter(m -> m.isAnnotationPresent(Test.class)).toList();
      assertThat(tests).hasSize(set.cases().size());
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      for (var test : tests) {
        test.setAccessible(true);
        assertThatThrownBy(() -> test.invoke(constructor.newInstance()))
            .isInstanceOf(InvocationTargetException.class)
            .cause().isInstanceOf(TestAbortedException.class).hasMessageContaining("TODO TC-");
      }
    }
  }

  @Test
  void javaGivesEveryTextBack() throws Exception {
    var literals = HostileTexts.ALL.stream().map(Literals::java).toList();
    var file = folder.resolve("Texts.java");
    Files.writeString(file,
        "public class Texts { public static final String[] ALL = { " + String.join(",\n", literals)
            + " }; }");

    try (var loader = compiled(file)) {
      var texts = (String[]) loader.loadClass("Texts").getField("ALL").get(null);
      assertThat(texts).containsExactlyElementsOf(HostileTexts.ALL);
    }
  }

  @Test
  @Tag("MW-CASE-006")
  void gherkinReadsOneScenarioForEachCaseWithItsText() {
    var set = HostileTexts.cases();
    var file = render(set, Framework.GHERKIN).getFirst();

    var envelopes = GherkinParser.builder().includeSource(false).build()
        .parse("hostile.feature", file.content()).toList();
    assertThat(envelopes).noneMatch(e -> e.getParseError().isPresent());
    var pickles = envelopes.stream().map(Envelope::getPickle).flatMap(java.util.Optional::stream)
        .toList();

    assertThat(pickles).hasSize(set.cases().size());
    for (int i = 0; i < pickles.size(); i++) {
      var test = set.cases().get(i);
      assertThat(pickles.get(i).getSteps()).hasSize(1 + 2 * test.steps().size());
      assertThat(pickles.get(i).getTags()).hasSize(2);
      assertThat(pickles.get(i).getName()).startsWith(test.id().strip());
      assertThat(asLines(lastCell(pickles.get(i))))
          .isEqualTo(asLines(test.steps().getLast().expected()));
    }
  }

  private static String lastCell(Pickle pickle) {
    var table = pickle.getSteps().getLast().getArgument().orElseThrow().getDataTable()
        .orElseThrow();
    return table.getRows().getFirst().getCells().get(1).getValue();
  }

  /// Gherkin knows one end of a line, and trims cells of more than Java calls white space.
  private static String asLines(String text) {
    var utf8 = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return utf8.replace("\r\n", "\n").replace('\r', '\n')
        .replaceAll("^[\\s\\p{Z}\\x{85}]+|[\\s\\p{Z}\\x{85}]+$", "");
  }

  @Test
  void filesAreNamedForTheirToolsAndSplitBeforeTheyGrowTooLarge() {
    var one = HostileTexts.cases().cases().getFirst();
    var many = TestCases.of(IntStream.range(0, 501).mapToObj(i -> one.withId("TC-A-" + i)).toList(),
        List.of());

    assertThat(names(many, Framework.PYTEST)).containsExactly("test_hk_ccsds.py",
        "test_hk_ccsds_part2.py");
    assertThat(names(many, Framework.JUNIT)).containsExactly("HkCcsdsTest.java",
        "HkCcsdsPart2Test.java");
    assertThat(names(many, Framework.GHERKIN)).containsExactly("hk_ccsds.feature",
        "hk_ccsds_part2.feature");
  }

  @Test
  void eachCaseSaysWhereItsTestIs() {
    var rendering = Rendering.of(HostileTexts.cases(), Framework.PYTEST, "hk", "hash");

    assertThat(rendering.cases().cases()).extracting(TestCase::automation).allSatisfy(a -> {
      assertThat(a.file()).isEqualTo("test_hk.py");
      assertThat(a.status()).isEqualTo("pending");
    }).extracting(TestCase.Automation::symbol).doesNotHaveDuplicates();
  }

  @Test
  @Tag("MW-CASE-007")
  void theSameCasesGiveTheSameBytes() {
    for (var framework : Framework.values()) {
      assertThat(render(HostileTexts.cases(), framework).getFirst().content())
          .isEqualTo(render(HostileTexts.cases(), framework).getFirst().content());
    }
  }

  private static List<String> names(TestCases set, Framework framework) {
    return Rendering.of(set, framework, "hk_ccsds", "hash").files().stream().map(NewArtifact::name)
        .toList();
  }

  private static List<NewArtifact> render(TestCases set, Framework framework) {
    return Rendering.of(set, framework, "hostile", "0123").files();
  }

  private List<Path> write(List<NewArtifact> files) throws IOException {
    for (var file : files) {
      Files.write(folder.resolve(file.name()), file.content());
    }
    try (Stream<Path> written = Files.list(folder)) {
      return written.toList();
    }
  }

  private URLClassLoader compiled(Path file) throws IOException {
    var errors = new java.io.ByteArrayOutputStream();
    int code = ToolProvider.getSystemJavaCompiler().run(null, null, errors, "-d", folder.toString(),
        "-cp",
        System.getProperty("java.class.path"), file.toString());
    assertThat(code).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    return new URLClassLoader(new java.net.URL[]{folder.toUri().toURL()},
        getClass().getClassLoader());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".java", "");
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
        .anyMatch(p -> Files.isExecutable(Path.of(p, program)));
  }

  private static String run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}

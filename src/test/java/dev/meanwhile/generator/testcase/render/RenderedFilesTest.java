package dev.meanwhile.generator.testcase.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.document.Corpora;

import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import dev.meanwhile.trace.test.TestDesign;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTableRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.opentest4j.AssertionFailedError;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Every framework accepts every file, gives every text back as it was, and finds as many pending tests as there are
/// cases. The files stay in `target/rendered`, where `.ci/run` hands them to pytest, Robot Framework, Playwright and
/// Cucumber.
class RenderedFilesTest {
  private static final int GENERATED = 5_000;
  private static final Path FOLDER = Path.of("target", "rendered");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<Framework, List<NewArtifact>> FILES = new HashMap<>();
  private static TestCases cases = TestCases.of(List.of(), List.of());

  @BeforeAll
  static void render() throws IOException {
    var texts = new ArrayList<>(HostileTexts.generated(GENERATED));
    HostileTexts.ALL.stream().filter(t -> t.length() < 10_000).forEach(texts::add);
    var real = Corpora.areHere() ? corpora() : List.<Requirement>of();
    real.stream().map(Requirement::text).distinct().forEach(texts::add);
    var all = new ArrayList<>(HostileTexts.verbatim(texts).cases());
    all.addAll(HostileTexts.cases().cases().stream()
        .filter(c -> c.steps().getLast().expected().length() < 10_000).toList());
    all.addAll(TestDesign.collect(real, TestDesign::casesFor, true).cases());
    for (var framework : Framework.values()) {
      var rendering = Rendering.of(TestCases.of(all, List.of()), framework, "hostile", "0123");
      FILES.put(framework, rendering.files());
      write(framework.toString(), rendering.files());
      cases = rendering.cases();
    }
    RealResults.render();
    Files.writeString(FOLDER.resolve("expected.json"), JSON.writer()
        .with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(expected()));
  }

  private static List<Requirement> corpora() {
    return Corpora.SPECIFICATIONS.stream()
        .flatMap(d -> Extraction.of(Corpora.document(d).passages()).requirements().stream())
        .toList();
  }

  private static void write(String folder, List<NewArtifact> files) throws IOException {
    var target = FOLDER.resolve(folder);
    Files.createDirectories(target);
    try (Stream<Path> old = Files.list(target)) {
      for (var file : old.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    for (var file : files) {
      Files.write(target.resolve(file.name()), file.content());
    }
  }

  @Test
  @Tag("MW-CASE-006")
  void pythonAcceptsEveryFileAndGivesEveryTextBack() throws Exception {
    var script = FOLDER.resolve("read_pytest.py");
    Files.writeString(script,
        """
          import ast, glob, json, py_compile, sys
          cases, names = {}, set()
          for file in sorted(glob.glob(sys.argv[1] + "/*.py")):
              py_compile.compile(file, cfile=file + "c", doraise=True)
              for node in ast.parse(open(file, encoding="utf-8").read()).body:
                  if isinstance(node, ast.FunctionDef):
                      names.add(node.name)
                      case = ast.literal_eval(node.body[0].value)
                      assert ast.unparse(node.body[-1]) == "pytest.skip('Pending: ' + case['id'])"
                      cases[case["id"]] = case
          wrong = []
          expected = json.load(open(sys.argv[2], encoding="utf-8"))
          for test in expected:
              case = cases[test["id"]]
              same = (case["title"] == test["title"] and case["requirements"] == test["requirement_ids"]
                      and case["quote"] == test["source_quote"] and case["preconditions"] == test["preconditions"]
                      and [d["value"] for d in case["test_data"]] == [d["value"] for d in test["test_data"]]
                      and [(s["action"], s["expected"]) for s in case["steps"]]
                          == [(s["action"], s["expected"]) for s in test["steps"]])
              if not same:
                  wrong.append(test["id"])
          assert len(names) == len(cases) == len(expected), (len(names), len(cases), len(expected))
          assert not wrong, wrong[:5]
          print(len(cases))
          """);

    var output = run("python3", script.toString(), FOLDER.resolve("pytest").toString(),
        FOLDER.resolve("expected.json").toString());

    assertThat(output.strip()).isEqualTo(String.valueOf(cases.cases().size()));
  }

  /// What the tools outside have to find; lone surrogates escaped.
  private static ArrayNode expected() {
    var names = symbols(Framework.ROBOT);
    var array = JSON.createArrayNode();
    for (var test : cases.cases()) {
      var node = array.addObject();
      node.put("id", test.id()).put("title", test.title()).put("source_quote", test.sourceQuote());
      node.put("symbol", names.get(test.id()));
      test.requirementIds().forEach(node.putArray("requirement_ids")::add);
      test.preconditions().forEach(node.putArray("preconditions")::add);
      var data = node.putArray("test_data");
      test.testData().forEach(d -> data.addObject().put("value", d.value()));
      var steps = node.putArray("steps");
      test.steps().forEach(
          s -> steps.addObject().put("action", s.action()).put("expected", s.expected()));
    }
    return array;
  }

  @Test
  @Tag("MW-CASE-006")
  void javaGivesEveryTextBack() throws Exception {
    var texts = new HashMap<String, Set<String>>();
    for (var file : files(Framework.JUNIT)) {
      var task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null,
          List.of(), null, List.of(source(file)));
      for (var unit : task.parse()) {
        unit.accept(new TreeScanner<Void, Set<String>>() {
          @Override
          public Void visitMethod(MethodTree method, @Nullable Set<String> none) {
            return super.visitMethod(method,
                texts.computeIfAbsent(method.getName().toString(), n -> new HashSet<>()));
          }

          @Override
          public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Set<String> found) {
            if (found != null) {
              found.add(String.valueOf(literal.getValue()));
            }
            return null;
          }
        }, null);
      }
    }
    var symbols = symbols(Framework.JUNIT);
    for (var test : cases.cases()) {
      assertThat(texts.get(symbols.get(test.id()))).as(test.id()).contains(test.id(), test.title(),
          test.sourceQuote(), test.steps().getLast().action(), test.steps().getLast().expected());
    }
  }

  @Test
  @Tag("MW-CASE-006")
  void everyJunitTestIsFoundAndAborted() throws Exception {
    var folder = FOLDER.resolve("junit-classes");
    Files.createDirectories(folder);
    var arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", folder.toString(), "-cp",
        System.getProperty("java.class.path")));
    files(Framework.JUNIT)
        .forEach(f -> arguments.add(FOLDER.resolve("junit").resolve(f.name()).toString()));
    var errors = new ByteArrayOutputStream();
    int code = ToolProvider.getSystemJavaCompiler().run(null, null, errors,
        arguments.toArray(String[]::new));
    assertThat(code).as(errors.toString(StandardCharsets.UTF_8)).isZero();

    try (var loader = new URLClassLoader(new URL[]{folder.toUri().toURL()},
        getClass().getClassLoader())) {
      var request = LauncherDiscoveryRequestBuilder.request();
      for (var file : files(Framework.JUNIT)) {
        request.selectors(selectClass(loader.loadClass(file.name().replace(".java", ""))));
      }
      var summary = new SummaryGeneratingListener();
      LauncherFactory.create().execute(request.build(), summary);
      assertThat(summary.getSummary().getTestsFoundCount()).isEqualTo(cases.cases().size());
      assertThat(summary.getSummary().getTestsAbortedCount()).isEqualTo(cases.cases().size());
    }
  }

  @Test
  @Tag("MW-CASE-006")
  void gherkinReadsOneScenarioForEachCaseAndGivesEveryTextBack() {
    var parser = GherkinParser.builder().includeSource(false).includeGherkinDocument(false).build();
    var pickles = new HashMap<String, Pickle>();
    for (var file : files(Framework.GHERKIN)) {
      var envelopes = parser.parse(file.name(), file.content()).toList();
      assertThat(envelopes).noneMatch(e -> e.getParseError().isPresent());
      envelopes.stream().map(Envelope::getPickle).flatMap(Optional::stream)
          .forEach(p -> pickles.put(cell(p, 0, "id"), p));
    }
    assertThat(pickles).hasSize(cases.cases().size());
    for (var test : cases.cases()) {
      var pickle = Objects.requireNonNull(pickles.get(test.id()), test.id());
      assertThat(pickle.getSteps()).hasSize(1 + 2 * test.steps().size());
      assertThat(pickle.getTags()).isNotEmpty();
      assertThat(cell(pickle, 0, "title")).isEqualTo(test.title());
      assertThat(cell(pickle, 0, "quote")).isEqualTo(test.sourceQuote());
      assertThat(cell(pickle, 1, "action")).isEqualTo(test.steps().getFirst().action());
      assertThat(cell(pickle, pickle.getSteps().size() - 1, "expected"))
          .isEqualTo(test.steps().getLast().expected());
    }
  }

  private static String cell(Pickle pickle, int step, String name) {
    return pickle.getSteps().get(step).getArgument().orElseThrow().getDataTable().orElseThrow()
        .getRows().stream().map(PickleTableRow::getCells)
        .filter(r -> r.getFirst().getValue().equals(name)).map(r -> r.get(1).getValue())
        .map(v -> v.startsWith("\"") ? JSON.readTree(v).asString() : v).findFirst().orElseThrow();
  }

  @Test
  void thereIsOneTestForEachCaseInEveryFramework() {
    for (var framework : Framework.values()) {
      var symbols = symbols(framework);
      assertThat(symbols).hasSize(cases.cases().size());
      assertThat(new HashSet<>(symbols.values())).hasSize(cases.cases().size());
    }
  }

  @Test
  void everyTextOfTheCorporaIsAmongThem() {
    assertThat(Corpora.file("")).isDirectory();
    var texts = cases.cases().stream().map(c -> c.steps().getFirst().action()).toList();

    assertThat(corpora()).hasSizeGreaterThan(100).extracting(Requirement::text).isSubsetOf(texts);
    assertThat(cases.cases()).hasSizeGreaterThan(GENERATED + 500);
  }

  private static List<NewArtifact> files(Framework framework) {
    return Objects.requireNonNull(FILES.get(framework));
  }

  private static Map<String, String> symbols(Framework framework) {
    var symbols = new HashMap<String, String>();
    Rendering.of(cases, framework, "hostile", "0123").cases().cases()
        .forEach(c -> symbols.put(c.id(), symbol(c)));
    return symbols;
  }

  private static String symbol(TestCase test) {
    var automation = test.automation();
    if (automation == null) {
      throw new AssertionFailedError("not rendered: " + test.id());
    }
    return automation.symbol();
  }

  private static JavaFileObject source(NewArtifact file) {
    return new SimpleJavaFileObject(URI.create("string:///" + file.name()),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return new String(file.content(), StandardCharsets.UTF_8);
      }
    };
  }

  private static String run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}

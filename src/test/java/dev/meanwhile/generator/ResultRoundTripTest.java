package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What the frameworks write about the rendered tests leads back to the requirements, each in its own dialect.
@MeanwhileTest
class ResultRoundTripTest {
  private static final String REQUIREMENTS = """
    REQ-001: If the password is wrong, the system shall reject the login.
    REQ-002: The name shall hold at most 64 characters.
    REQ-003: When a name breaks REQ-002, the system shall warn the user & <name> it.
    REQ-004: The system shall greet the user.""";

  @Autowired
  private Api nobody;
  private Api user;

  @BeforeEach
  void makeUser() {
    user = nobody.newUser().with("Prefer", "wait=30");
  }

  /// How a tool writes a test case: its attributes, and what is in it beside the outcome.
  enum Dialect {
    PYTEST("pytest", "classname=\"{module}\" name=\"{symbol}\"",
        """
          <properties><property name="test_case" value="{id}" /><property name="requirement" value="{requirement}" />\
          </properties>"""),
    SUREFIRE("junit", "name=\"{symbol}\" classname=\"{module}\"", ""),
    JUNIT_CONSOLE("junit", "name=\"{symbol}()\" classname=\"{module}\"", """
      <system-out><![CDATA[
      unique-id: [engine:junit-jupiter]/[class:{module}]/[method:{symbol}()]
      display-name: [{requirement}] {id}
      ]]></system-out>"""),
    GRADLE("junit", "name=\"[{requirement}] {id} {title}\" classname=\"{module}\"", ""),
    CUCUMBER("gherkin", "classname=\"{module}\" name=\"{symbol} {title}\"", """
      <system-out><![CDATA[Given the test case...........{step}]]></system-out>""") {
      @Override
      String ending(String outcome) {
        return outcome.equals("skipped") ? "<failure/>" : super.ending(outcome);
      }
    },
    BEHAVE("gherkin",
        "classname=\"{module}.{module}\" name=\"{symbol} {title}\" status=\"{status}\"",
        "<system-out>\n<![CDATA[\n@scenario.begin\n  @{requirement} @{id}\n  Scenario: {symbol}\n]]>\n</system-out>"),
    ROBOT("robot", "classname=\"{module}\" name=\"{symbol} [{requirement}]\"", ""),
    PLAYWRIGHT("playwright",
        "name=\"{symbol} [{requirement}] {title}\" classname=\"{module}.spec.ts\"",
        """
          <properties><property name="test_case" value="{id}"></property><property name="requirement" \
          value="{requirement}"></property></properties>""");

    private final String framework;
    private final String attributes;
    private final String inside;

    Dialect(String framework, String attributes, String inside) {
      this.framework = framework;
      this.attributes = attributes;
      this.inside = inside;
    }

    String testCase(JsonNode test, String outcome) {
      return "<testcase %s time=\"0.01\">%s%s</testcase>".formatted(
          filled(attributes, test, outcome), filled(inside, test, outcome), ending(outcome));
    }

    String ending(String outcome) {
      return switch (outcome) {
        case "passed" -> "";
        case "failed" -> "<failure message=\"no\">no</failure>";
        default -> "<skipped message=\"Pending\"/>";
      };
    }

    private static String filled(String form, JsonNode test, String outcome) {
      var title = test.path("title").asString().replace("&", "&amp;").replace("<", "&lt;")
          .replace("\"", "&quot;");
      return form.replace("{id}", test.path("id").asString())
          .replace("{requirement}", requirement(test)).replace("{title}", title)
          .replace("{symbol}", test.path("automation").path("symbol").asString())
          .replace("{module}", test.path("automation").path("file").asString()
              .replaceFirst("\\..*", ""))
          .replace("{status}", outcome)
          .replace("{step}", outcome.equals("skipped") ? "undefined" : outcome);
    }
  }

  @ParameterizedTest
  @Tag("MW-COV-004")
  @Tag("MW-COV-005")
  @EnumSource(Dialect.class)
  void resultsLeadBackToTheRequirements(Dialect dialect) {
    var cases = cases(dialect.framework);
    var failed = cases.stream().filter(test -> requirement(test).equals("REQ-002")).findFirst()
        .orElseThrow().path("id");
    upload(dialect, cases.stream().map(test -> dialect.testCase(test,
        test.path("id").equals(failed)
            ? "failed"
            : requirement(test).equals("REQ-004") ? "skipped" : "passed"))
        .toList());

    var report = coverage();

    assertThat(standings(report)).containsExactlyInAnyOrderEntriesOf(Map.of("REQ-001", "passed",
        "REQ-002", "failed", "REQ-003", "passed", "REQ-004", "notrun"));
    assertThat(figure(report, "results")).isEqualTo(cases.size());
    assertThat(figure(report, "tests")).isEqualTo(cases.size());
    assertThat(figure(report, "executed")).isEqualTo(3);
    assertThat(report.path("orphans")).isEmpty();
    assertThat(report.path("unneeded")).isEmpty();
  }

  private List<JsonNode> cases(String framework) {
    var task = completed("generate-test-cases", Map.of("rtm_content", REQUIREMENTS, "project_id",
        "p", "generation_options", Map.of("test_framework", framework)));
    return artifact(task, "test_cases_req_001_to_req_004.json").path("cases").valueStream()
        .toList();
  }

  private void upload(Dialect dialect, List<String> testCases) {
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites><testsuite name="%s" tests="%d" timestamp="2026-03-01T10:00:00">
      %s
      </testsuite></testsuites>""".formatted(dialect.framework, testCases.size(),
        String.join("\n", testCases));
    user.upload("p", dialect.framework + ".xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode coverage() {
    var task = completed("coverage-analysis", Map.of("project_id", "p"));
    return artifact(task, "coverage.json");
  }

  private JsonNode completed(String slug, Map<String, ?> body) {
    var task = user.post("/api/v1/tasks/" + slug, body).json();
    assertThat(task.path("status").asString()).as(task.toPrettyString()).isEqualTo("completed");
    return task;
  }

  private JsonNode artifact(JsonNode task, String name) {
    var made = user.get("/api/v1/tasks/" + task.path("task_id").asString() + "/artifacts").json();
    var id = made.path("artifacts").valueStream()
        .filter(artifact -> artifact.path("name").asString().equals(name)).findFirst()
        .orElseThrow(() -> new AssertionError(made)).path("artifact_id").asString();
    return user.get("/api/v1/artifacts/" + id + "/content").json();
  }

  private static String requirement(JsonNode test) {
    return test.path("requirement_ids").path(0).asString();
  }

  private static Map<String, String> standings(JsonNode report) {
    return report.path("rows").valueStream().collect(Collectors.toMap(
        row -> row.path("requirement_id").asString(), row -> row.path("standing").asString()));
  }

  private static int figure(JsonNode report, String name) {
    return report.path("figures").path(name).path("count").asInt();
  }
}

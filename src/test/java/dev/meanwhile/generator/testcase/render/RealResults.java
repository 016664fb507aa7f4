package dev.meanwhile.generator.testcase.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.document.result.ResultFiles;

import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.coverage.Coverage;
import dev.meanwhile.trace.coverage.CoverageAnalysis;
import dev.meanwhile.trace.coverage.Material;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.TestResult;
import dev.meanwhile.trace.test.TestCases;
import dev.meanwhile.trace.test.TestDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reads what the frameworks themselves wrote when they ran the rendered files. `.ci/run` runs them and then this, as
/// the frameworks aren't there in other builds: every requirement comes back, every test was seen, and none passed.
class RealResults {
  private static final Path FOLDER = Path.of("target", "rendered", "plain");
  private static final Rtm RTM = Extraction.of(List.of(Passage.paragraph("""
    REQ-001: If the password is wrong, the system shall reject the login.
    REQ-002: The name shall hold at most 64 characters.
    REQ-003: When a name breaks REQ-002, the system shall warn the user & <name> it.
    SRS_LOGIN_4: The system shall greet the user in "German", 'English' or Français.
    FR-5.1: If the pressure is above 7 bar, the controller shall close valve 3 within 2 s.
    NFR12: The log shall not contain passwords.""", Source.line("a.txt", 1, null))));

  /// Renders the plain cases for every framework, for `.ci/run` to hand them to it.
  static void render() throws IOException {
    for (var framework : Framework.values()) {
      var folder = Files.createDirectories(FOLDER.resolve(framework.toString()));
      for (var file : rendering(framework).files()) {
        Files.write(folder.resolve(file.name()), file.content());
      }
    }
  }

  private static Rendering rendering(Framework framework) {
    var cases = TestDesign.collect(RTM.requirements(), TestDesign::casesFor, true);
    return Rendering.of(cases, framework, "plain", "0123");
  }

  @ParameterizedTest
  @CsvSource({"PYTEST,pytest.xml", "ROBOT,robot-xunit.xml", "ROBOT,robot.xml",
      "PLAYWRIGHT,playwright.xml", "GHERKIN,gherkin.xml"})
  void leadBackToTheRequirements(Framework framework, String file) throws IOException {
    var cases = rendering(framework).cases();
    var run = (ResultFile.Run) ResultFiles.read(Files.readAllBytes(FOLDER.resolve(file)), () -> {})
        .orElseThrow();

    var coverage = coverage(cases, run);

    assertThat(run.results()).hasSize(cases.cases().size());
    assertThat(run.results()).extracting(TestResult::outcome).containsOnly(Outcome.NOTRUN);
    assertThat(coverage.rows()).extracting(Coverage.Row::standing).hasSize(RTM.requirements()
        .size()).containsOnly("notrun");
    assertThat(coverage.rows()).flatExtracting(Coverage.Row::tests).hasSameSizeAs(cases.cases());
    assertThat(coverage.orphans()).isEmpty();
    assertThat(coverage.unneeded()).isEmpty();
    assertThat(coverage.figure("results").count()).isEqualTo(cases.cases().size());
    assertThat(coverage.figure("executed").count()).isZero();
  }

  private static Coverage coverage(TestCases cases, ResultFile.Run run) {
    return CoverageAnalysis.of(new Material().matrix("rtm", RTM).testCases("cases", cases)
        .results("results", run), () -> {});
  }
}

package dev.meanwhile.generator.coverage;

import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.generator.GeneratorSettings;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.handler.TaskKind;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.coverage.Coverage;
import dev.meanwhile.trace.coverage.CoverageAnalysis;
import dev.meanwhile.trace.test.TestCases;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Reports coverage over the newest version of every matrix and every set of test cases of a project.
@Component
class CoverageHandler implements TaskHandler<CoverageInput> {
  private static final int STEPS = 3;
  /// A result is a message, not a report: longer lists are in the artifacts.
  private static final int RESULT_ENTRIES = 500;

  private final Artifacts artifacts;
  private final GeneratorSettings settings;

  CoverageHandler(Artifacts artifacts, GeneratorSettings settings) {
    this.artifacts = artifacts;
    this.settings = settings;
  }

  @Override
  public TaskKind<CoverageInput> kind() {
    return new TaskKind<>("coverage_analysis", "coverage-analysis", "Analyse coverage",
        "Reports which requirements of a project have test cases, with gaps, orphans and duplicates.",
        CoverageInput.class, settings.timeLimit());
  }

  @Override
  public TaskOutcome run(CoverageInput input, TaskRun run) {
    var matrices = read(run, Stored.RTM, Rtm.class, 0);
    if (matrices.isEmpty()) {
      throw new PermanentFailure("no_rtm",
          "Project " + run.project().value()
              + " has no RTM yet: make one with generate_rtm first.");
    }
    var cases = read(run, Stored.TEST_CASES, TestCases.class, 25);
    run.progress(2, STEPS, "calculating", 50, "Calculating");
    var coverage = CoverageAnalysis.of(matrices, cases);
    run.progress(3, STEPS, "writing", 80, "Writing the report");
    return new TaskOutcome(result(coverage), reports(coverage, run), summary(coverage));
  }

  /// By name and version, the oldest first, so that the newest has the last word.
  private <T> Map<String, T> read(TaskRun run, String kind, Class<T> type, int percentage) {
    var read = new LinkedHashMap<String, T>();
    var newest = artifacts.newest(run.user(), run.project(), kind).stream()
        .sorted(Comparator.comparing(Artifact::createdAt).thenComparing(Artifact::name)).toList();
    for (var artifact : newest) {
      run.progress(1, STEPS, "reading", percentage + 25 * read.size() / newest.size(),
          "Reading " + artifact.name());
      read.put(artifact.name() + " version " + artifact.version(), Stored.read(artifact.name(),
          artifacts.content(run.user(), artifact.artifactId()), type));
    }
    return read;
  }

  private static List<NewArtifact> reports(Coverage coverage, TaskRun run) {
    var title = "Coverage of " + run.project().value();
    return List.of(Stored.json("coverage.json", Stored.COVERAGE, coverage),
        NewArtifact.text("coverage.md", Stored.COVERAGE, "text/markdown",
            CoverageTexts.markdown(coverage, title)),
        NewArtifact.text("coverage.csv", Stored.COVERAGE, "text/csv", CoverageTexts.csv(coverage)),
        NewArtifact.text("coverage.html", Stored.COVERAGE, "text/html",
            CoverageHtml.page(coverage, title)));
  }

  private static Map<String, Object> result(Coverage coverage) {
    var figures = coverage.figures();
    var result = new LinkedHashMap<String, Object>();
    result.put("total_count", figures.requirements());
    result.put("requirements", figures.requirements());
    result.put("covered", figures.covered());
    result.put("percentage", figures.percentage());
    result.put("figures", figures);
    result.put("gaps", first(coverage.gaps()));
    result.put("orphans", first(coverage.orphans()));
    result.put("duplicates", first(coverage.duplicates()));
    return result;
  }

  private static <T> List<T> first(List<T> entries) {
    return entries.subList(0, Math.min(entries.size(), RESULT_ENTRIES));
  }

  private static String summary(Coverage coverage) {
    var figures = coverage.figures();
    return "%s %% coverage: %d of %d requirements, %d gaps".formatted(
        figures.percentage().toPlainString(),
        figures.covered(), figures.requirements(), figures.gaps());
  }
}

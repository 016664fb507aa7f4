package dev.meanwhile.generator.testcase;

import dev.meanwhile.UserId;
import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.generator.Asking;
import dev.meanwhile.generator.GeneratorSettings;
import dev.meanwhile.generator.RtmHistory;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.generator.testcase.render.CaseTexts;
import dev.meanwhile.generator.testcase.render.Framework;
import dev.meanwhile.generator.testcase.render.Rendering;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.handler.TaskKind;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.Numbering;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import dev.meanwhile.trace.test.TestDesign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes test cases: finds the matrix, designs a requirement at a time (or a batch, with a model), renders, writes.
@Component
class TestCaseHandler implements TaskHandler<TestCaseInput> {
  static final int STEPS = 3;
  /// Percentages of the whole at which designing begins and ends.
  static final int FROM = 20, UP_TO = 85;
  private static final int CHECK_EVERY_REQUIREMENTS = 25;

  private final Basis basis;
  private final Asking asking;
  private final GeneratorSettings settings;

  TestCaseHandler(Basis basis, Asking asking, GeneratorSettings settings) {
    this.basis = basis;
    this.asking = asking;
    this.settings = settings;
  }

  @Override
  public TaskKind<TestCaseInput> kind() {
    return new TaskKind<>("generate_test_cases", "generate-test-cases", "Generate test cases",
        "Makes test cases and pending test files from requirements, an RTM artifact, or the RTM of another task.",
        TestCaseInput.class, settings.timeLimit());
  }

  @Override
  public List<UUID> dependencies(TestCaseInput input) {
    return input.rtmFromTask() == null ? List.of() : List.of(input.rtmFromTask());
  }

  @Override
  public void check(UserId user, ProjectKey project, TestCaseInput input) {
    basis.check(user, input);
  }

  @Override
  public TaskOutcome run(TestCaseInput input, TaskRun run) throws Exception {
    run.progress(1, STEPS, "reading", 0, "Reading the requirements");
    var matrix = basis.of(input, run);
    var requirements = requirements(matrix.rtm());
    var numbering = basis.numbering(run, setName(matrix));
    var cases = design(requirements, input.includeNegative(), numbering, run);
    run.progress(3, STEPS, "rendering", 85,
        "Writing " + Words.counted(cases.cases().size(), "test case"));
    return outcome(cases.noting(notes(matrix)), requirements.size(), input.framework(), matrix,
        run);
  }

  private static List<String> notes(Basis.Matrix matrix) {
    return matrix.origin() == Basis.Origin.EXCERPT
        ? List.of("The project's RTM states some of these requirements and holds more, so it stays "
            + "what coverage is measured against. To change that, make an RTM of the text.")
        : List.of();
  }

  /// Candidates count only where there is nothing better.
  private List<Requirement> requirements(Rtm rtm) {
    var requirements = rtm.requirements().isEmpty() ? rtm.candidates() : rtm.requirements();
    if (requirements.isEmpty()) {
      throw new PermanentFailure("no_requirements",
          "No requirement was found to make test cases from.");
    }
    if (requirements.size() > settings.maxRequirements()) {
      throw new PermanentFailure("too_many_requirements",
          "%,d requirements were found, the most is %,d (meanwhile.generators.max-requirements)."
              .formatted(requirements.size(), settings.maxRequirements()));
    }
    return requirements;
  }

  private TestCases design(List<Requirement> requirements, boolean includeNegative,
      Numbering numbering, TaskRun run) throws Exception {
    var design = asking.isPossible()
        ? new ModelDesign(asking, settings, run).design(requirements)
        : ModelDesign.Design.NONE;
    var counted = new Counted(requirements.size(), design, run);
    var set = TestDesign.collect(requirements, counted::casesFor, includeNegative, numbering);
    return set.with(set.cases(), design.notes());
  }

  /// Designs by rule and adds the model's cases, reports, and stops at the limit.
  private final class Counted {
    private final int all;
    private final ModelDesign.Design design;
    private final TaskRun run;
    private int done;
    private int cases;

    Counted(int all, ModelDesign.Design design, TaskRun run) {
      this.all = all;
      this.design = design;
      this.run = run;
    }

    List<TestCase> casesFor(Requirement requirement) {
      if (done++ % CHECK_EVERY_REQUIREMENTS == 0) {
        int from = asking.isPossible() ? ModelDesign.UP_TO : FROM;
        run.progress(2, STEPS, "designing", from + (UP_TO - from) * done / all,
            done + " of " + Words.counted(all, "requirement"));
      }
      var designed = design.casesFor(requirement, TestDesign.casesFor(requirement));
      cases += designed.size();
      if (cases > settings.maxCases()) {
        throw new PermanentFailure("too_many_cases",
            "More than %,d test cases (meanwhile.generators.max-cases)."
                .formatted(settings.maxCases()));
      }
      return designed;
    }
  }

  private static String setName(Basis.Matrix matrix) {
    return "test_cases_" + matrix.scope() + ".json";
  }

  private static TaskOutcome outcome(TestCases designed, int requirements, Framework framework,
      Basis.Matrix matrix, TaskRun run) {
    var hash = Words.hash(Stored.text(matrix.rtm()));
    run.checkpoint();
    int all = designed.cases().size();
    var rendering = Rendering.of(designed, framework, matrix.scope(), hash,
        done -> run.progress(3, STEPS, "rendering", 85 + 10 * done / all,
            done + " of " + Words.counted(all, "test case")));
    var cases = rendering.cases();
    var artifacts = new ArrayList<NewArtifact>();
    var files = rendering.files().stream().map(NewArtifact::name).toList();
    if (matrix.origin() == Basis.Origin.NEW) {
      artifacts.add(
          Stored.json(RtmHistory.name(matrix.scope()), Stored.RTM, matrix.rtm()));
    }
    run.progress(3, STEPS, "rendering", 96, "Writing " + setName(matrix));
    artifacts.add(Stored.json(setName(matrix), Stored.TEST_CASES, cases));
    run.progress(3, STEPS, "rendering", 98, "Writing the tables");
    artifacts
        .add(NewArtifact.text("test_cases_" + matrix.scope() + ".csv", Stored.OTHER, "text/csv",
            CaseTexts.csv(cases)));
    artifacts.addAll(rendering.files());
    run.checkpoint();
    artifacts
        .add(NewArtifact.text("readme_" + matrix.scope() + ".md", Stored.OTHER, "text/markdown",
            CaseTexts.readme(cases, framework, files, hash)));
    return new TaskOutcome(result(cases, framework), artifacts,
        Words.counted(cases.cases().size(), "test case") + " for "
            + Words.counted(requirements, "requirement"));
  }

  private static Map<String, Object> result(TestCases cases, Framework framework) {
    var result = new LinkedHashMap<String, Object>();
    result.put("total_count", cases.cases().size());
    result.put("by_type", cases.byType());
    result.put("by_technique", cases.byTechnique());
    result.put("uncovered_requirements",
        cases.uncovered().stream().map(TestCases.Uncovered::requirementId).toList());
    result.put("framework", framework.toString());
    result.put("notes", cases.notes());
    return result;
  }
}

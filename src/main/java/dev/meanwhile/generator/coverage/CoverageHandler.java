package dev.meanwhile.generator.coverage;

import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.generator.GeneratorSettings;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.handler.TaskKind;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.coverage.Coverage;
import dev.meanwhile.trace.coverage.CoverageAnalysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Reports coverage over the newest version of every matrix and every set of test cases of a project, with the results
/// that were uploaded into it.
@Component
class CoverageHandler implements TaskHandler<CoverageInput> {
  private static final int STEPS = 3;
  private static final int READ = 60;
  private static final int CALCULATED = 85;
  /// A result is a message, not a report: longer lists are in the artifacts.
  private static final int RESULT_ENTRIES = 500;

  private final ProjectMaterial material;
  private final GeneratorSettings settings;

  CoverageHandler(ProjectMaterial material, GeneratorSettings settings) {
    this.material = material;
    this.settings = settings;
  }

  @Override
  public TaskKind<CoverageInput> kind() {
    return new TaskKind<>("coverage_analysis", "coverage-analysis", "Analyse coverage",
        "Reports which requirements of a project have test cases and what test results say of them, "
            + "with gaps, orphans, duplicates and suspect links.",
        CoverageInput.class, settings.timeLimit());
  }

  @Override
  public TaskOutcome run(CoverageInput input, TaskRun run) {
    run.progress(1, STEPS, "reading", 0, "Reading");
    var gathered = material.of(run, new Reading(run));
    run.progress(2, STEPS, "calculating", READ, "Calculating");
    var coverage = CoverageAnalysis.of(gathered, percent -> run.progress(2, STEPS, "calculating",
        READ + (CALCULATED - READ) * percent / 100, "Calculating: " + percent + " %"));
    return new TaskOutcome(result(coverage),
        reports(coverage, "Coverage of " + run.project().value(), run), summary(coverage));
  }

  /// How far reading is nobody knows before the last file: it comes nearer to its share and never reaches it.
  private static final class Reading implements ProjectMaterial.Report {
    private final TaskRun run;
    private int read;

    Reading(TaskRun run) {
      this.run = run;
    }

    @Override
    public void reading(String name) {
      read++;
      goingOn("Reading " + name);
    }

    @Override
    public void goingOn(String words) {
      run.progress(1, STEPS, "reading", READ * read / (read + 5), words);
    }

    @Override
    public void tick() {
      run.checkpoint();
    }
  }

  private static List<NewArtifact> reports(Coverage coverage, String title, TaskRun run) {
    var written = new ArrayList<NewArtifact>();
    for (var form : Form.values()) {
      run.progress(3, STEPS, "writing", CALCULATED + 3 * written.size(), "Writing " + form);
      written.add(form.of(coverage, title, run::checkpoint));
    }
    return written;
  }

  /// The report in all its forms.
  static List<NewArtifact> reports(Coverage coverage, String title) {
    return Stream.of(Form.values()).map(f -> f.of(coverage, title, () -> {})).toList();
  }

  /// A form of the report, called as its file is.
  private enum Form {
    JSON(ProjectMaterial.REPORT), MARKDOWN("coverage.md"), CSV("coverage.csv"), HTML(
        "coverage.html"),
    XLSX("coverage.xlsx");

    private final String file;

    Form(String file) {
      this.file = file;
    }

    NewArtifact of(Coverage coverage, String title, Runnable tick) {
      return switch (this) {
        case JSON -> Stored.json(file, Stored.COVERAGE, coverage);
        case MARKDOWN -> text("markdown", CoverageTexts.markdown(coverage, title));
        case CSV -> text("csv", CoverageTexts.csv(coverage));
        case HTML -> text("html", CoverageHtml.page(coverage, title));
        case XLSX -> CoverageSheets.workbook(coverage, file, tick);
      };
    }

    private NewArtifact text(String subtype, String content) {
      return NewArtifact.text(file, Stored.COVERAGE, "text/" + subtype, content);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  private static Map<String, Object> result(Coverage coverage) {
    var covered = coverage.figure("covered");
    var counts = new LinkedHashMap<String, Integer>();
    coverage.figures().forEach((name, figure) -> counts.put(name, figure.count()));
    var result = new LinkedHashMap<String, Object>();
    result.put("total_count", coverage.figure("requirements").count());
    result.put("requirements", coverage.figure("requirements").count());
    result.put("covered", covered.count());
    result.put("percentage", covered.percentage());
    result.put("figures", counts);
    result.put("gaps", first(coverage.gaps()));
    result.put("orphans", first(coverage.orphans()));
    result.put("duplicates", first(coverage.duplicates()));
    result.put("notes", first(coverage.notes()));
    return result;
  }

  private static <T> List<T> first(List<T> entries) {
    return entries.subList(0, Math.min(entries.size(), RESULT_ENTRIES));
  }

  private static String summary(Coverage coverage) {
    var covered = coverage.figure("covered");
    var words = "%s %% coverage: %d of %s, %s".formatted(covered.percentageText(),
        covered.count(), Words.counted(coverage.figure("requirements").count(), "requirement"),
        Words.counted(coverage.figure("gaps").count(), "gap"));
    return coverage.figure("results").count() == 0
        ? words
        : words + "; %d passed, %d failed".formatted(coverage.figure("passed").count(),
            coverage.figure("failed").count());
  }
}

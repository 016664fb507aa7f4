package dev.meanwhile.generator.rtm;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.document.Documents;
import dev.meanwhile.generator.Asking;
import dev.meanwhile.generator.Extracting;
import dev.meanwhile.generator.GeneratorSettings;
import dev.meanwhile.generator.RtmHistory;
import dev.meanwhile.generator.Scope;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.generator.Uploads;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.handler.TaskKind;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Changes;
import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Rtm.SourceFile;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Extraction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Makes a requirements traceability matrix: reads, extracts, lets a model look at the prose if there is one, writes.
@Component
class RtmHandler implements TaskHandler<RtmInput> {
  static final int STEPS = 4;
  private static final String CONTENT = "requirements_content";

  private final Documents documents;
  private final Artifacts artifacts;
  private final Uploads uploads;
  private final Asking asking;
  private final RtmHistory history;
  private final GeneratorSettings settings;

  RtmHandler(Documents documents, Artifacts artifacts, Uploads uploads, Asking asking,
      RtmHistory history, GeneratorSettings settings) {
    this.documents = documents;
    this.artifacts = artifacts;
    this.uploads = uploads;
    this.asking = asking;
    this.history = history;
    this.settings = settings;
  }

  @Override
  public TaskKind<RtmInput> kind() {
    return new TaskKind<>("generate_rtm", "generate-rtm", "Generate an RTM",
        "Makes a requirements traceability matrix from requirements in a text or in uploaded files, "
            + "or writes one that is there in another format.",
        RtmInput.class, settings.timeLimit());
  }

  @Override
  public void check(UserId user, ProjectKey project, RtmInput input) {
    if (input.fileIds() != null) {
      uploads.check(user, input.fileIds());
    }
    var matrix = input.rtmArtifactId();
    if (matrix != null && artifacts.find(user, matrix)
        .filter(artifact -> artifact.kind().equals(Stored.RTM)).isEmpty()) {
      throw Problem.badField("rtm_artifact_id", "no RTM artifact " + matrix);
    }
  }

  @Override
  public TaskOutcome run(RtmInput input, TaskRun run) throws Exception {
    return input.rtmArtifactId() == null
        ? made(input, run)
        : written(input.rtmArtifactId(), input, run);
  }

  private TaskOutcome made(RtmInput input, TaskRun run) throws Exception {
    var read = read(input, run);
    var rtm = extract(input, read.passages(), run);
    var reviewed = asking.isPossible() ? reviewed(rtm, read.passages(), run) : rtm;
    run.progress(4, STEPS, "writing", 90, "Writing the matrix");
    var place = place(input, rtm.madeFrom(read.sources()), run);
    var matrix = place.earlier().follow(run, reviewed.madeFrom(read.sources()));
    return new TaskOutcome(result(matrix), artifacts(matrix, place.scope(), input.format(), run),
        summary(matrix));
  }

  /// A matrix as it is: nothing is read anew, so there is no new version of it.
  private TaskOutcome written(UUID artifactId, RtmInput input, TaskRun run) {
    run.progress(1, STEPS, "reading", 0, "Reading the matrix");
    var artifact = artifacts.get(run.user(), artifactId);
    var rtm = Stored.read(artifact.name(), artifacts.content(run.user(), artifactId), Rtm.class);
    run.progress(4, STEPS, "writing", 50, "Writing the matrix");
    return new TaskOutcome(result(rtm),
        inFormat(rtm, Scope.ofArtifact(artifact.name()), input.format(), run), summary(rtm));
  }

  private Rtm reviewed(Rtm rtm, List<Passage> passages, TaskRun run) throws Exception {
    run.progress(3, STEPS, "reviewing", 60, "Asking the model about prose");
    return new ModelReview(asking, settings, run).review(rtm, passages);
  }

  /// What the input holds, and what holds it.
  private record Read(List<Passage> passages, List<SourceFile> sources) {}

  private Read read(RtmInput input, TaskRun run) {
    run.progress(1, STEPS, "reading", 0, "Reading");
    var files = input.fileIds();
    if (files == null) {
      var text = String.valueOf(input.requirementsContent());
      return new Read(documents.readText(CONTENT, text).passages(),
          List.of(new SourceFile(CONTENT, Words.sha256(text))));
    }
    var read = uploads.read(run, files, STEPS, 30);
    return new Read(read.stream().flatMap(u -> u.document().passages().stream()).toList(),
        read.stream().map(u -> new SourceFile(u.file().name(), u.file().sha256())).toList());
  }

  private Rtm extract(RtmInput input, List<Passage> passages, TaskRun run) {
    var watch = Extracting.matrix(run, settings, (percent, words) -> run.progress(2,
        STEPS, "extracting", 30 + 30 * percent / 100, words));
    return checked(input.fileIds() != null
        ? Extraction.of(passages, watch)
        : Extraction.ofStatements(passages, watch));
  }

  private Rtm checked(Rtm rtm) {
    int found = rtm.requirements().size() + rtm.candidates().size();
    if (found == 0) {
      throw new PermanentFailure("no_requirements",
          "No requirement was found: nothing has an ID, and no sentence says shall, must or should.");
    }
    return rtm;
  }

  /// Where a matrix goes; found without what a model added, so that its replies don't change it.
  ///
  /// @param earlier what is there by now
  private record Place(String scope, RtmHistory.Earlier earlier) {}

  private Place place(RtmInput input, Rtm rtm, TaskRun run) {
    var files = input.fileIds();
    if (files == null) {
      var scope = Scope.of(rtm);
      return new Place(scope, history.earlierOfText(run, RtmHistory.name(scope), rtm));
    }
    var names = uploads.names(run.user(), files);
    var place = place(Scope.ofFiles(names), run);
    return place.earlier().isOfOthers(rtm) ? place(Scope.ofFilesByFormat(names), run) : place;
  }

  private Place place(String scope, TaskRun run) {
    return new Place(scope, history.earlier(run, RtmHistory.name(scope)));
  }

  private static Map<String, Object> result(Rtm rtm) {
    var result = new LinkedHashMap<String, Object>();
    result.put("total_count", rtm.requirements().size());
    result.put("requirements", rtm.requirements().size());
    result.put("candidates", rtm.candidates().size());
    result.put("links", rtm.links().size());
    result.put("findings", rtm.findings().size());
    result.put("findings_by_rule",
        rtm.findings().stream()
            .collect(Collectors.toMap(Finding::rule, f -> 1, Integer::sum, TreeMap::new)));
    result.put("unknown_requirements", List.copyOf(rtm.unknownIds()));
    result.put("suspect_links", rtm.links().stream().filter(Link::suspect).count());
    var changes = rtm.changes();
    if (changes != null) {
      result.put("changes",
          counts(changes));
    }
    result.put("notes", rtm.notes());
    return result;
  }

  private static Map<String, Integer> counts(Changes changes) {
    var counts = new LinkedHashMap<String, Integer>();
    counts.put("added", changes.added().size());
    counts.put("removed", changes.removed().size());
    counts.put("reworded", changes.reworded().size());
    counts.put("method_changed", changes.methods().size());
    counts.put("status_changed", changes.statuses().size());
    counts.put("renamed", changes.renamed().size());
    return counts;
  }

  private static List<NewArtifact> artifacts(Rtm rtm, String scope, String format, TaskRun run) {
    run.checkpoint();
    var artifacts = new ArrayList<>(
        List.of(Stored.json(RtmHistory.name(scope), Stored.RTM, rtm)));
    artifacts.addAll(inFormat(rtm, scope, format, run));
    return artifacts;
  }

  /// What people read; nothing for JSON, which each matrix is kept in.
  private static List<NewArtifact> inFormat(Rtm rtm, String scope, String format, TaskRun run) {
    run.checkpoint();
    var name = "rtm_" + scope;
    return switch (format) {
      case "csv" -> List
          .of(NewArtifact.text(name + ".csv", Stored.OTHER, "text/csv", RtmTexts.csv(rtm)));
      case "xlsx" -> List
          .of(RtmTexts.workbook(rtm, run::checkpoint).artifact(name + ".xlsx", Stored.OTHER));
      case "markdown" -> List.of(
          NewArtifact.text(name + ".md", Stored.OTHER, "text/markdown", RtmTexts.markdown(rtm)));
      case "html" -> List
          .of(NewArtifact.text(name + ".html", Stored.OTHER, "text/html", RtmTexts.html(rtm)));
      default -> List.of();
    };
  }

  private static String summary(Rtm rtm) {
    return String.join(", ", Words.counted(rtm.requirements().size(), "requirement"),
        Words.counted(rtm.candidates().size(), "candidate"),
        Words.counted(rtm.findings().size(), "finding"));
  }
}

package dev.meanwhile.generator.coverage;

import dev.meanwhile.Problem;
import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.artifact.Files;
import dev.meanwhile.artifact.StoredFile;
import dev.meanwhile.document.Documents;
import dev.meanwhile.document.result.ResultFiles;
import dev.meanwhile.generator.Extracting;
import dev.meanwhile.generator.GeneratorSettings;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.coverage.Coverage;
import dev.meanwhile.trace.coverage.Material;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.test.TestCases;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/// Gathers what a project holds about coverage: the newest version of every matrix and every set of test cases, uploaded
/// result files, documents that describe tests, and the earlier report.
@Component
class ProjectMaterial {
  static final String REPORT = "coverage.json";
  private static final Pattern TEST_DOCUMENT = Pattern.compile(
      "(?i)(?:^|[^a-z])(?:tests?|scenarios?|procedures?)(?![a-z]).*\\.(?:txt|md|markdown|docx?|pdf|rst|html?)$");

  private final Artifacts artifacts;
  private final Files files;
  private final Documents documents;
  private final GeneratorSettings settings;
  private final String version;

  ProjectMaterial(Artifacts artifacts, Files files, Documents documents,
      GeneratorSettings settings, ObjectProvider<BuildProperties> build) {
    this.version = build.stream().map(BuildProperties::getVersion).findFirst()
        .orElse("of an unknown version");
    this.artifacts = artifacts;
    this.files = files;
    this.documents = documents;
    this.settings = settings;
  }

  Material of(TaskRun run, Report report) {
    var material = new Material();
    var matrices = newest(run, Stored.RTM);
    if (matrices.isEmpty()) {
      throw new PermanentFailure("no_rtm", "Project " + run.project().value()
          + " has no RTM yet: make one with generate_rtm first.");
    }
    var hashes = new HashSet<String>();
    for (var artifact : matrices) {
      report.reading(artifact.name());
      var rtm = read(run, artifact, Rtm.class);
      rtm.requirements().forEach(r -> hashes.add(r.textHash()));
      rewordings(rtm, artifact.createdAt(), material);
      material.matrix(name(artifact), rtm).input(name(artifact), "matrix", artifact.sha256());
    }
    material.input("Meanwhile " + version, "tool", "");
    var fingerprints = cases(run, report, material);
    fingerprints.removeAll(hashes);
    files(run, report, material);
    if (material.hasRuns() || !fingerprints.isEmpty()) {
      formerTexts(run, report, matrices, fingerprints, material);
    }
    history(run, material);
    return material;
  }

  /// Reports what is read, and notices a cancel.
  interface Report {
    void reading(String name);

    void goingOn(String words);

    void tick();
  }

  /// By time, the oldest first, so that the newest has the last word.
  private List<Artifact> newest(TaskRun run, String kind) {
    return artifacts.newest(run.user(), run.project(), kind).stream()
        .sorted(Comparator.comparing(Artifact::createdAt).thenComparing(Artifact::name)).toList();
  }

  private static String name(Artifact artifact) {
    return artifact.name() + " version " + artifact.version();
  }

  private <T> T read(TaskRun run, Artifact artifact, Class<T> type) {
    var content = artifacts.content(run.user(), artifact.artifactId());
    run.checkpoint();
    var read = Stored.read(artifact.name(), content, type);
    run.checkpoint();
    return read;
  }

  /// The fingerprints of the wordings that the cases were made for.
  private Set<String> cases(TaskRun run, Report report, Material material) {
    var fingerprints = new HashSet<String>();
    for (var artifact : newest(run, Stored.TEST_CASES)) {
      report.reading(artifact.name());
      var cases = read(run, artifact, TestCases.class);
      cases.cases().forEach(c -> fingerprints.addAll(c.fingerprints().values()));
      material.testCases(name(artifact), cases).input(name(artifact), "test cases",
          artifact.sha256());
    }
    return fingerprints;
  }

  /// Earlier versions of the matrices still have the wordings that some cases were made for, and say when they changed.
  private void formerTexts(TaskRun run, Report report, List<Artifact> matrices,
      Set<String> fingerprints, Material material) {
    for (var artifact : matrices) {
      var versions = artifacts.versions(run.user(), artifact);
      if (versions.size() - 1 > settings.maxEarlierVersions()) {
        material.note("Of %d earlier versions of %s the newest %d were looked at for former "
            .formatted(versions.size() - 1, artifact.name(), settings.maxEarlierVersions())
            + "wordings (meanwhile.generators.max-earlier-versions).");
      }
      versions.stream().skip(1).limit(settings.maxEarlierVersions())
          .forEach(version -> formerTexts(run, report, version, fingerprints, material));
    }
  }

  private void formerTexts(TaskRun run, Report report, Artifact version, Set<String> fingerprints,
      Material material) {
    report.reading(name(version));
    var rtm = read(run, version, Rtm.class);
    rtm.requirements().stream().filter(r -> fingerprints.contains(r.textHash()))
        .forEach(r -> material.formerText(r.textHash(), r.text()));
    rewordings(rtm, version.createdAt(), material);
  }

  private static void rewordings(Rtm rtm, Instant since, Material material) {
    var changes = rtm.changes();
    if (changes != null) {
      changes.reworded().forEach(c -> material.reworded(c.id(), c.before(), since));
    }
  }

  private void files(TaskRun run, Report report, Material material) {
    var all = files.list(run.user(), run.project());
    var newest = all.subList(0, Math.min(all.size(), settings.maxResultFiles()));
    if (newest.size() < all.size()) {
      material.note("Of %d uploaded files the newest %d were looked at (meanwhile.generators."
          .formatted(all.size(), newest.size()) + "max-result-files).");
    }
    newest.reversed().forEach(file -> file(run, report, file, material));
  }

  private void file(TaskRun run, Report report, StoredFile file, Material material) {
    report.reading(file.name());
    var content = files.content(run.user(), file.fileId());
    var results = ResultFiles.read(content, report::tick);
    if (results.isPresent()) {
      material.results(file.name(), results.get(), file.createdAt())
          .input(file.name(), kind(results.get()), file.sha256());
    } else if (TEST_DOCUMENT.matcher(file.name()).find()) {
      document(file, content, run, report, material);
    }
  }

  private static String kind(ResultFile file) {
    return switch (file) {
      case ResultFile.Run _,ResultFile.Code _,ResultFile.Broken _ -> "result file";
      case ResultFile.References _ -> "table of references";
    };
  }

  private void document(StoredFile file, byte[] content, TaskRun run, Report report,
      Material material) {
    try {
      var document = documents.read(file.name(), content,
          percent -> report.goingOn("Reading %s: %d %%".formatted(file.name(), percent)));
      var rtm = Extraction.of(document.passages(), Extracting.any(run, settings,
          (_, words) -> report.goingOn(file.name() + ": " + words)));
      var links = Stream.concat(rtm.links().stream(), rtm.unknown().stream()).toList();
      material.document(file.name(), Material.TestDocument.of(file.name(), document.text(), links))
          .input(file.name(), "test document", file.sha256());
    } catch (Problem | PermanentFailure unreadable) {
      run.checkpoint(); // a reader that was interrupted calls its document unreadable
      material.note(file.name() + " was left out: " + unreadable.getMessage());
    }
  }

  private void history(TaskRun run, Material material) {
    List<Coverage.Point> earlier = artifacts.newest(run.user(), run.project(), Stored.COVERAGE)
        .stream().filter(a -> a.name().equals(REPORT)).findFirst()
        .map(a -> trend(run, a, material)).orElse(List.of());
    material.history(run.createdAt().toString(), earlier);
  }

  private List<Coverage.Point> trend(TaskRun run, Artifact artifact, Material material) {
    try {
      return read(run, artifact, Coverage.class).trend();
    } catch (PermanentFailure unreadable) {
      material.note("The earlier report is of another version: the trend begins anew.");
      return List.of();
    }
  }
}

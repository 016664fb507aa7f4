package dev.meanwhile.generator.testcase;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.document.Documents;
import dev.meanwhile.generator.Extracting;
import dev.meanwhile.generator.GeneratorSettings;
import dev.meanwhile.generator.RtmHistory;
import dev.meanwhile.generator.Scope;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.test.Numbering;
import dev.meanwhile.trace.test.TestCases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Finds the matrix that test cases are made from.
@Component
class Basis {
  private static final int MAX_EARLIER_SETS = 10;

  private final Artifacts artifacts;
  private final Documents documents;
  private final RtmHistory history;
  private final GeneratorSettings settings;

  Basis(Artifacts artifacts, Documents documents, RtmHistory history,
      GeneratorSettings settings) {
    this.artifacts = artifacts;
    this.documents = documents;
    this.history = history;
    this.settings = settings;
  }

  /// A matrix and what its artifacts are named after.
  ///
  /// @param origin where it came from
  record Matrix(Rtm rtm, String scope, Origin origin) {}

  /// Where a matrix came from, and with that, who keeps it.
  enum Origin {
    /// The project has it.
    KEPT,
    /// A text, whose requirements the project doesn't know: this run keeps it, so that coverage can be measured.
    NEW,
    /// A text about requirements that a matrix of the project states, with more beside them: that one stays the authority.
    EXCERPT
  }

  void check(UserId user, TestCaseInput input) {
    var artifactId = input.rtmArtifactId();
    if (artifactId != null && artifacts.find(user, artifactId).isEmpty()) {
      throw Problem.badField("rtm_artifact_id", "no artifact " + artifactId);
    }
  }

  Matrix of(TestCaseInput input, TaskRun run) {
    if (input.rtmArtifactId() != null) {
      return ofArtifact(artifacts.get(run.user(), input.rtmArtifactId()), run);
    }
    return input.rtmFromTask() != null
        ? ofArtifact(madeBy(run, run.newest(input.rtmFromTask())), run)
        : ofText("rtm_content", String.valueOf(input.rtmContent()), run);
  }

  /// The project's earlier sets, the one of the same name first: their cases keep their IDs.
  Numbering numbering(TaskRun run, String name) {
    var sets = artifacts.newest(run.user(), run.project(), Stored.TEST_CASES).stream()
        .sorted(Comparator.comparing((Artifact a) -> !a.name().equals(name))
            .thenComparing(Artifact::createdAt, Comparator.reverseOrder())
            .thenComparing(Artifact::name))
        .limit(MAX_EARLIER_SETS).toList();
    var earlier = new ArrayList<TestCases>();
    for (var set : sets) {
      run.progress(1, TestCaseHandler.STEPS, "reading", 20, "Reading " + set.name());
      var content = artifacts.content(run.user(), set.artifactId());
      run.checkpoint();
      earlier.add(Stored.read(set.name(), content, TestCases.class));
      run.checkpoint();
    }
    return new Numbering(earlier);
  }

  private Artifact madeBy(TaskRun run, UUID taskId) {
    return artifacts.madeBy(run.user(), taskId).stream().filter(a -> a.kind().equals(Stored.RTM))
        .findFirst()
        .orElseThrow(() -> new PermanentFailure("no_rtm", "Task " + taskId + " made no RTM."));
  }

  /// An artifact of another kind is read as the document that it is, a CSV for example.
  private Matrix ofArtifact(Artifact artifact, TaskRun run) {
    var content = artifacts.content(run.user(), artifact.artifactId());
    var rtm = artifact.kind().equals(Stored.RTM)
        ? Stored.read(artifact.name(), content, Rtm.class)
        : extracted(documents.read(artifact.name(), content).passages(), run);
    return new Matrix(rtm, Scope.ofArtifact(artifact.name()), Origin.KEPT);
  }

  private Matrix ofText(String name, String text, TaskRun run) {
    var rtm = extracted(documents.readText(name, text).passages(), run)
        .madeFrom(List.of(new Rtm.SourceFile(name, Words.sha256(text))));
    var scope = Scope.of(rtm);
    return history.onlyAdds(run, rtm)
        ? new Matrix(history.earlierOfText(run, RtmHistory.name(scope), rtm).follow(run, rtm),
            scope,
            Origin.NEW)
        : new Matrix(rtm, scope, Origin.EXCERPT);
  }

  private Rtm extracted(List<Passage> passages, TaskRun run) {
    return Extraction.ofStatements(passages, Extracting.matrix(run, settings,
        (percent, words) -> run.progress(1, TestCaseHandler.STEPS, "reading",
            TestCaseHandler.FROM * percent / 100, words)));
  }
}

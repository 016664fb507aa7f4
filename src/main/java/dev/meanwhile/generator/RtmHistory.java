package dev.meanwhile.generator;

import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.change.Comparison;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/// The project's matrices that a new one is added to.
@Component
public class RtmHistory {
  private final Artifacts artifacts;

  RtmHistory(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  /// What the matrix of a scope is called.
  public static String name(String scope) {
    return "rtm_" + scope + ".json";
  }

  /// The matrix with its changes since the earlier one of its name and its suspect links; as it is if there is no earlier
  /// one.
  public Rtm follow(TaskRun run, String name, Rtm rtm) {
    var earlier = newest(run).stream().filter(a -> a.name().equals(name)).findFirst();
    if (earlier.isEmpty()) {
      return rtm;
    }
    try {
      return Comparison.follow(read(run, earlier.get()), rtm, run::checkpoint);
    } catch (PermanentFailure unreadable) { // the new matrix is good without the old one
      return rtm
          .withNotes(List.of("No comparison with the earlier version: " + unreadable.getMessage()));
    }
  }

  /// Whether the project's matrix of a name is of other documents altogether: they are called otherwise and state none of
  /// the requirements of this one. A document that only changed its format states some.
  public boolean isOfOthers(TaskRun run, String name, Rtm rtm) {
    return newest(run).stream().filter(a -> a.name().equals(name))
        .map(artifact -> readable(run, artifact))
        .anyMatch(other -> !other.sources().isEmpty() && !other.ids().isEmpty()
            && Collections.disjoint(other.ids(), rtm.ids())
            && Collections.disjoint(files(other), files(rtm)));
  }

  private static List<String> files(Rtm rtm) {
    return rtm.sources().stream().map(Rtm.SourceFile::file).toList();
  }

  /// Whether a matrix only adds to what the project has: each matrix that states one of its requirements is wholly in
  /// it. Of any other, the project's own matrix is the authority.
  public boolean onlyAdds(TaskRun run, Rtm rtm) {
    var ids = rtm.ids();
    return newest(run).stream().map(artifact -> readable(run, artifact))
        .allMatch(other -> Collections.disjoint(ids, other.ids()) || rtm.holds(other));
  }

  private Rtm readable(TaskRun run, Artifact artifact) {
    run.checkpoint();
    try {
      return read(run, artifact);
    } catch (PermanentFailure _) { // what nobody can read states nothing
      return Rtm.of(List.of(), List.of(), List.of(), List.of());
    }
  }

  private List<Artifact> newest(TaskRun run) {
    return artifacts.newest(run.user(), run.project(), Stored.RTM);
  }

  private Rtm read(TaskRun run, Artifact artifact) {
    var content = artifacts.content(run.user(), artifact.artifactId());
    run.checkpoint();
    var rtm = Stored.read(artifact.name(), content, Rtm.class);
    run.checkpoint();
    return rtm;
  }
}

package dev.meanwhile.generator;

import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.change.Comparison;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /// What the project has under a name, read once.
  public Earlier earlier(TaskRun run, String name) {
    return newest(run).stream().filter(a -> a.name().equals(name)).findFirst()
        .map(artifact -> earlier(run, artifact)).orElse(Earlier.NOTHING);
  }

  /// What the project has under a name, or else the newest of its matrices that states the same requirements for the greater
  /// part: a text has no name of its own, and is called after its first and its last requirement.
  public Earlier earlierOfText(TaskRun run, String name, Rtm rtm) {
    var same = earlier(run, name);
    return same.isNothing()
        ? newest(run).stream().sorted(Comparator.comparing(Artifact::createdAt).reversed())
            .map(artifact -> readable(run, artifact)).filter(other -> isMostly(other, rtm))
            .findFirst().map(other -> new Earlier(Optional.of(other), List.of()))
            .orElse(Earlier.NOTHING)
        : same;
  }

  private static boolean isMostly(Rtm other, Rtm rtm) {
    long same = rtm.ids().stream().filter(other.ids()::contains).count();
    return 2 * same > Math.max(rtm.ids().size(), other.ids().size());
  }

  private Earlier earlier(TaskRun run, Artifact artifact) {
    try {
      return new Earlier(Optional.of(read(run, artifact)), List.of());
    } catch (PermanentFailure unreadable) { // the new matrix is good without the old one
      return new Earlier(Optional.empty(),
          List.of("No comparison with the earlier version: " + unreadable.getMessage()));
    }
  }

  /// The matrix of a name that a project has before a new one takes its place.
  ///
  /// @param notes why there is none to compare with, if something that can't be read has the name
  public record Earlier(Optional<Rtm> rtm, List<String> notes) {
    private static final Earlier NOTHING = new Earlier(Optional.empty(), List.of());

    boolean isNothing() {
      return rtm.isEmpty() && notes.isEmpty();
    }

    /// The new matrix with its changes since this one and its suspect links; as it is if there was none.
    public Rtm follow(TaskRun run, Rtm now) {
      return rtm.map(earlier -> Comparison.follow(earlier, now, run::checkpoint))
          .orElseGet(() -> now.withNotes(notes));
    }

    /// Whether it is of other documents altogether: they are called otherwise and state none of the requirements of the
    /// new one. A document that only changed its format states some.
    public boolean isOfOthers(Rtm now) {
      return rtm.filter(earlier -> !earlier.sources().isEmpty() && !earlier.ids().isEmpty()
          && Collections.disjoint(earlier.ids(), now.ids())
          && Collections.disjoint(files(earlier), files(now))).isPresent();
    }

    private static List<String> files(Rtm rtm) {
      return rtm.sources().stream().map(Rtm.SourceFile::file).toList();
    }
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

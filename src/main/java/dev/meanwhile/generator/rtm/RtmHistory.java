package dev.meanwhile.generator.rtm;

import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.change.Comparison;
import java.util.List;
import org.springframework.stereotype.Component;

/// The project's earlier matrix of the same name, which a new one is compared with.
@Component
class RtmHistory {
  private final Artifacts artifacts;

  RtmHistory(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  /// The matrix with its changes since the earlier one and its suspect links; as it is if there is no earlier one.
  Rtm follow(TaskRun run, String name, Rtm rtm) {
    var earlier = artifacts.newest(run.user(), run.project(), Stored.RTM).stream()
        .filter(a -> a.name().equals(name)).findFirst();
    if (earlier.isEmpty()) {
      return rtm;
    }
    try {
      var content = artifacts.content(run.user(), earlier.get().artifactId());
      return Comparison.follow(Stored.read(name, content, Rtm.class), rtm,
          run::checkpoint);
    } catch (PermanentFailure unreadable) { // the new matrix is good without the old one
      return rtm
          .withNotes(List.of("No comparison with the earlier version: " + unreadable.getMessage()));
    }
  }
}

package dev.meanwhile.task.handler;

import dev.meanwhile.artifact.NewArtifact;
import java.util.List;
import java.util.Map;

/// What a handler made.
///
/// @param result the members of the task's result, `snake_case`, with `total_count`; the engine adds `generated_files`
/// @param artifacts what is kept
/// @param summary one sentence for people, for example `15 test cases for 6 requirements`
public record TaskOutcome(Map<String, Object> result, List<NewArtifact> artifacts,
    String summary) {
  public TaskOutcome {
    if (!result.containsKey("total_count")) {
      throw new IllegalArgumentException("a result without total_count: " + result.keySet());
    }
  }

  /// The same outcome with its artifacts as they are kept.
  public TaskOutcome with(List<NewArtifact> kept) {
    return new TaskOutcome(result, kept, summary);
  }
}

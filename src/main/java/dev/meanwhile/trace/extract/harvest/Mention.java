package dev.meanwhile.trace.extract.harvest;

import dev.meanwhile.trace.Link.Result;
import dev.meanwhile.trace.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place that names requirements, before it is known which ones there are.
///
/// @param references as written, short ones and ranges included
/// @param target the test or the requirement that they are linked to
/// @param file the document that names them: its other IDs tell what a short reference means
/// @param suspect whether the document says that the link has to be looked at again
public record Mention(String references, Link.Type type, String target, List<String> steps,
    @Nullable Result result, String file, boolean suspect) {

  /// What a test names, and how it came out.
  public static Mention ofTest(String references, String test, List<String> steps,
      @Nullable Result result,
      String file) {
    return new Mention(references, Link.Type.TEST, test, steps, result, file, false);
  }

  /// As a link that has to be looked at again.
  public Mention suspected() {
    return new Mention(references, type, target, steps, result, file, true);
  }
}

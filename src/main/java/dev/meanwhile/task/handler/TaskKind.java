package dev.meanwhile.task.handler;

import java.time.Duration;
import java.util.regex.Pattern;

/// What a handler offers: the same description serves the API, its document, and the agent's tools.
///
/// @param type the task type, for example `generate_rtm`
/// @param slug the last part of its path below `/api/v1/tasks`, for example `generate-rtm`
/// @param title two or three words for people, for example `Generate an RTM`
/// @param description one sentence that tells a model when to use it
/// @param input the record that its input becomes; see [InputSchema]
/// @param timeLimit the longest that one try may run
public record TaskKind<I extends Record>(String type, String slug, String title,
    String description, Class<I> input, Duration timeLimit) {
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  public TaskKind {
    if (!TYPE.matcher(type).matches() || !SLUG.matcher(slug).matches()) {
      throw new IllegalArgumentException("type \"%s\", slug \"%s\"".formatted(type, slug));
    }
    if (timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException("time limit " + timeLimit);
    }
  }
}

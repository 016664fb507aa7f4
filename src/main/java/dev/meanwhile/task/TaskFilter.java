package dev.meanwhile.task;

import dev.meanwhile.Problem;
import dev.meanwhile.project.ProjectKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which of a user's tasks a listing wants; a null member wants all.
///
/// @param limit 1–200
/// @param cursor where the last page ended
public record TaskFilter(@Nullable String type, @Nullable TaskStatus status,
    @Nullable ProjectKey project, @Nullable UUID conversation, int limit,
    @Nullable Cursor cursor) {
  static final int MOST = 200;
  /// How many tasks a page has when the request doesn't say.
  public static final int DEFAULT_LIMIT = 50;

  public TaskFilter {
    if (limit < 1 || limit > MOST) {
      throw Problem.badField("limit", limit + " isn't between 1 and " + MOST);
    }
  }

  /// The newest tasks of all kinds.
  public static TaskFilter all() {
    return new TaskFilter(null, null, null, null, DEFAULT_LIMIT, null);
  }

  /// The place of a task in a listing, opaque to clients.
  public record Cursor(Instant createdAt, UUID taskId) {

    /// The place as a client is given it.
    public String text() {
      return Base64.getUrlEncoder().withoutPadding()
          .encodeToString((createdAt + " " + taskId).getBytes(StandardCharsets.UTF_8));
    }

    /// The place that a client was given.
    ///
    /// @throws Problem bad field `cursor`
    public static Cursor of(String text) {
      try {
        var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
            .split(" ", 2);
        return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
        throw Problem.badField("cursor", "isn't one that this server gave");
      }
    }
  }
}

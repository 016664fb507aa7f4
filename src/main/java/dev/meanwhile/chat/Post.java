package dev.meanwhile.chat;

import dev.meanwhile.Problem;
import dev.meanwhile.project.ProjectKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that a user sends.
///
/// @param content what the user wrote; may be blank when files are attached
/// @param fileIds the user's own files
/// @param projectId what the conversation works on from now on
/// @param clientId the client's own ID for the message, 1–100 characters: sent again, it is the same turn
public record Post(@Nullable String content, @Nullable List<UUID> fileIds,
    @Nullable ProjectKey projectId, @Nullable String clientId) {
  private static final int MOST_FILES = 50;
  private static final int LONGEST_CLIENT_ID = 100;

  public Post {
    if ((content == null || content.isBlank()) && (fileIds == null || fileIds.isEmpty())) {
      throw Problem.badField("content", "is empty");
    }
    if (fileIds != null && fileIds.size() > MOST_FILES) {
      throw Problem.badField("file_ids",
          "%d files, the most is %d".formatted(fileIds.size(), MOST_FILES));
    }
    if (clientId != null && (clientId.isBlank() || clientId.length() > LONGEST_CLIENT_ID)) {
      throw Problem.badField("client_id",
          "must have 1 to %d characters".formatted(LONGEST_CLIENT_ID));
    }
  }

  /// What was said; empty without content.
  public String text() {
    return content == null ? "" : content;
  }

  /// The IDs of the files that go with it.
  public List<UUID> files() {
    return fileIds == null ? List.of() : fileIds;
  }
}

package dev.meanwhile.live;

import dev.meanwhile.Problem;
import dev.meanwhile.chat.Post;
import dev.meanwhile.project.ProjectKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a client may say over its WebSocket.
sealed interface ClientFrame {

  /// The client's own name for the frame, repeated in the answer; null when it gave none.
  @Nullable
  String clientId();

  /// Go on after this number.
  record Resume(Long after, @Nullable String clientId) implements ClientFrame {
    public Resume {
      required("after", after);
      FeedReader.checked(after);
    }
  }

  /// A message of the user.
  record Message(UUID conversationId, @Nullable String content, @Nullable List<UUID> fileIds,
      @Nullable ProjectKey projectId, @Nullable String clientId) implements ClientFrame {
    public Message {
      required("conversation_id", conversationId);
    }

    Post post() {
      return new Post(content, fileIds, projectId, clientId);
    }
  }

  /// Stop the reply being written.
  record CancelTurn(UUID conversationId, @Nullable String clientId) implements ClientFrame {
    public CancelTurn {
      required("conversation_id", conversationId);
    }
  }

  /// End a task.
  record CancelTask(UUID taskId, @Nullable String clientId) implements ClientFrame {
    public CancelTask {
      required("task_id", taskId);
    }
  }

  /// Is anybody there?
  record Ping(@Nullable String clientId) implements ClientFrame {}

  private static void required(String field, @Nullable Object value) {
    if (value == null) {
      throw Problem.badField(field, "is missing");
    }
  }
}

package dev.meanwhile.agent;

import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that wants a reply.
///
/// @param project of the conversation; null stands for `default`
/// @param exchanges earlier turns as [TurnOutcome#exchange()] gave them, oldest first
/// @param news what ended since the last turn, oldest first
/// @param text the user's words, verbatim
/// @param cancel stops the turn
public record TurnRequest(UserId user, UUID conversationId, UUID turnId,
    @Nullable ProjectKey project, List<String> exchanges, List<TaskNews> news,
    List<AttachedFile> files, String text, TurnCancel cancel) {

  public TurnRequest {
    exchanges = List.copyOf(exchanges);
    news = List.copyOf(news);
    files = List.copyOf(files);
  }

  ProjectKey projectOrDefault() {
    return project == null ? ProjectKey.DEFAULT : project;
  }
}

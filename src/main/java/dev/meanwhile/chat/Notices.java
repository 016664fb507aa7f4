package dev.meanwhile.chat;

import static java.util.stream.Collectors.groupingBy;

import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.NewEvent;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskEnded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the end of a task in the conversation that started it: in the same commit, once, and never to a conversation
/// that is gone. What fell with a task is told in the same notice.
@Component
class Notices {
  private final Conversations conversations;
  private final MessageRows messages;
  private final Feed feed;

  Notices(Conversations conversations, MessageRows messages, Feed feed) {
    this.conversations = conversations;
    this.messages = messages;
    this.feed = feed;
  }

  @EventListener
  void taskEnded(TaskEnded end) {
    byConversation(end).forEach((conversation, tasks) -> tell(conversation, tasks, end.summary()));
  }

  private static Map<UUID, List<Task>> byConversation(TaskEnded end) {
    return Stream.concat(Stream.of(end.task()), end.fallen().stream())
        .filter(task -> task.conversationId() != null)
        .collect(groupingBy(task -> Objects.requireNonNull(task.conversationId()),
            LinkedHashMap::new, Collectors.toList()));
  }

  private void tell(UUID conversationId, List<Task> tasks, String summary) {
    var first = tasks.getFirst();
    if (conversations.lockIfThere(first.userId(), conversationId).isEmpty()) {
      return;
    }
    var ids = tasks.stream().map(Task::taskId).toList();
    var message = messages.insert(new MessageRows.NewMessage(conversationId,
        conversations.nextSeq(conversationId), null, "notice", text(tasks, summary), ids, null,
        first.taskId(), null, null));
    feed.tell(new NewEvent(first.userId(), "message.created", conversationId, first.taskId(),
        Map.of("message", message)));
  }

  private static String text(List<Task> tasks, String summary) {
    var first = tasks.getFirst();
    var text = "%s for project `%s` %s (task `%s`).".formatted(title(first), first.projectId(),
        outcome(first, summary), first.taskId());
    var fallen = tasks.subList(1, tasks.size());
    return fallen.isEmpty()
        ? text
        : text + " With it ended what depended on it: " + fallen.stream()
            .map(task -> "%s (`%s`)".formatted(title(task).toLowerCase(java.util.Locale.ROOT),
                task.taskId()))
            .collect(Collectors.joining(", ")) + ".";
  }

  private static String title(Task task) {
    return switch (task.taskType()) {
      case "generate_rtm" -> "RTM generation";
      case "generate_test_cases" -> "Test case generation";
      case "coverage_analysis" -> "Coverage analysis";
      case "file_processing" -> "File processing";
      default -> "Task " + task.taskType().replace('_', ' ');
    };
  }

  private static String outcome(Task task, String summary) {
    var error = task.error();
    return switch (task.status()) {
      case COMPLETED -> "is done: " + summary;
      case FAILED -> "failed: " + (error == null ? summary : error.message());
      case CANCELLED -> error == null ? "was cancelled" : "was cancelled: " + error.message();
      case PENDING, RUNNING -> throw new IllegalArgumentException("not ended: " + task.taskId());
    };
  }
}

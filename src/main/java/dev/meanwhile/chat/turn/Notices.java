package dev.meanwhile.chat.turn;

import static java.util.stream.Collectors.groupingBy;

import dev.meanwhile.agent.Agent;
import dev.meanwhile.chat.Conversations;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.NewEvent;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskEnded;
import dev.meanwhile.task.door.Tasks;
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
/// that is gone. What fell with a task is told in the same notice. An end that the reply may tell which started the task
/// waits for that reply, and is told with it if the reply doesn't.
@Component
class Notices {
  private final Conversations conversations;
  private final MessageRows messages;
  private final Feed feed;
  private final TurnRows turns;
  private final Tasks tasks;
  private final Agent agent;

  Notices(Conversations conversations, MessageRows messages, Feed feed, TurnRows turns,
      Tasks tasks, Agent agent) {
    this.conversations = conversations;
    this.messages = messages;
    this.feed = feed;
    this.turns = turns;
    this.tasks = tasks;
    this.agent = agent;
  }

  @EventListener
  void taskEnded(TaskEnded end) {
    byConversation(end).forEach((conversation, ended) -> {
      var first = ended.getFirst();
      if (conversations.lockIfThere(first.userId(), conversation).isPresent()
          && !(ended.size() == 1 && isForTheReply(conversation, first))) {
        tell(conversation, ended, end.summary());
      }
    });
  }

  /// Whether the turn that started the task still writes its reply; the conversation is locked.
  private boolean isForTheReply(UUID conversationId, Task task) {
    return agent.waitsForTasks() && turns.running(conversationId).stream()
        .flatMap(turn -> tasks.startedBy(turn.user(), turn.turnId()).stream())
        .anyMatch(started -> started.taskId().equals(task.taskId()));
  }

  /// Tells, with the end of a turn, the ends of its tasks that nobody has told; the conversation is locked.
  ///
  /// @param answered the tasks whose end its reply tells
  void tellRest(TurnRow turn, List<UUID> answered) {
    tasks.startedBy(turn.user(), turn.turnId()).stream()
        .filter(task -> task.status().isTerminal() && !answered.contains(task.taskId()))
        .filter(task -> !messages.isAnnounced(turn.conversationId(), task.taskId()))
        .forEach(task -> tell(turn.conversationId(), List.of(task), task.progress().message()));
  }

  private static Map<UUID, List<Task>> byConversation(TaskEnded end) {
    return Stream.concat(Stream.of(end.task()), end.fallen().stream())
        .filter(task -> task.conversationId() != null)
        .collect(groupingBy(task -> Objects.requireNonNull(task.conversationId()),
            LinkedHashMap::new, Collectors.toList()));
  }

  private void tell(UUID conversationId, List<Task> ended, String summary) {
    var first = ended.getFirst();
    var ids = ended.stream().map(Task::taskId).toList();
    var message = messages.insert(new MessageRows.NewMessage(conversationId,
        conversations.nextSeq(conversationId), null, "notice", text(ended, summary), ids, null,
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

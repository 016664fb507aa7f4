package dev.meanwhile.chat.turn;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.agent.Agent;
import dev.meanwhile.agent.AttachedFile;
import dev.meanwhile.agent.Exchange;
import dev.meanwhile.agent.TaskNews;
import dev.meanwhile.agent.TurnCancel;
import dev.meanwhile.agent.TurnListener;
import dev.meanwhile.agent.TurnOutcome;
import dev.meanwhile.agent.TurnRequest;
import dev.meanwhile.artifact.Files;
import dev.meanwhile.artifact.StoredFile;
import dev.meanwhile.chat.ChatSettings;
import dev.meanwhile.chat.Conversation;
import dev.meanwhile.chat.Conversations;
import dev.meanwhile.chat.Message;
import dev.meanwhile.command.Command;
import dev.meanwhile.command.CommandCaller;
import dev.meanwhile.command.CommandReply;
import dev.meanwhile.command.Commands;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.door.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes a turn's reply: a bot command runs at once, anything else goes to the agent.
@Component
class TurnWork {
  private final Agent agent;
  private final Commands commands;
  private final Conversations conversations;
  private final MessageRows messages;
  private final Files files;
  private final Tasks tasks;
  private final ChatSettings settings;

  TurnWork(Agent agent, Commands commands, Conversations conversations, MessageRows messages,
      Files files, Tasks tasks, ChatSettings settings) {
    this.agent = agent;
    this.commands = commands;
    this.conversations = conversations;
    this.messages = messages;
    this.files = files;
    this.tasks = tasks;
    this.settings = settings;
  }

  Written write(TurnRow turn, Draft draft, TurnCancel cancel) {
    var text = messages.find(turn.conversationId(), turn.userSeq()).orElseThrow().content();
    return Command.isCommand(text.strip())
        ? command(turn, text, draft)
        : converse(turn, text, draft, cancel);
  }

  private Written command(TurnRow turn, String text, Draft draft) {
    var reply = run(turn, text);
    draft.append(reply.text());
    if (reply.project() != null) {
      conversations.change(turn.user(), turn.conversationId(), null, reply.project());
    }
    return new Written(TurnState.COMPLETED, reply.text(), Exchange.plain(text, reply.text()),
        reply.tasks().stream().map(Task::taskId).toList(), List.of(), null, null, null, List.of());
  }

  private CommandReply run(TurnRow turn, String text) {
    var caller = new CommandCaller(turn.user(), turn.conversationId(), turn.turnId(),
        project(turn).orElse(ProjectKey.DEFAULT), turn.fileIds());
    try {
      return commands.run(caller, Command.parse(text));
    } catch (Problem problem) {
      return new CommandReply("That didn't work: " + problem.detail(), List.of(), null);
    }
  }

  private Optional<ProjectKey> project(TurnRow turn) {
    return Optional.ofNullable(turn.project())
        .or(() -> conversations.find(turn.user(), turn.conversationId())
            .map(Conversation::projectId));
  }

  private Written converse(TurnRow turn, String text, Draft draft, TurnCancel cancel) {
    int before = Objects.requireNonNull(turn.replySeq());
    var untold = messages.untold(turn.conversationId(), before);
    var outcome = agent.run(new TurnRequest(turn.user(), turn.conversationId(), turn.turnId(),
        project(turn).orElse(null),
        messages.exchanges(turn.conversationId(), before, settings.transcript()),
        news(turn.user(), untold), attached(turn), text, cancel), new Listener(draft));
    return new Written(state(outcome.ending()), outcome.reply(), outcome.exchange(),
        outcome.startedTasks(), outcome.answeredTasks(), outcome.failure(), outcome.promptHash(),
        (int) Math.min(Integer.MAX_VALUE, outcome.inputTokens() + outcome.outputTokens()),
        untold.stream().map(MessageRows.Untold::seq).toList());
  }

  private List<TaskNews> news(UserId user, List<MessageRows.Untold> untold) {
    Map<UUID, Task> known = tasks.of(user, untold.stream().map(MessageRows.Untold::taskId).toList())
        .stream().collect(Collectors.toMap(Task::taskId, Function.identity()));
    return untold.stream().map(notice -> news(notice, known.get(notice.taskId()))).toList();
  }

  /// Who comes back after the task's retention is told too: the notice stays.
  private static TaskNews news(MessageRows.Untold notice, @Nullable Task task) {
    return task == null
        ? new TaskNews(notice.taskId(), "", "removed", notice.content())
        : new TaskNews(task.taskId(), task.taskType(), task.status().word(), notice.content());
  }

  private List<AttachedFile> attached(TurnRow turn) {
    return turn.fileIds().stream().flatMap(id -> files.find(turn.user(), id).stream())
        .map(TurnWork::attached).toList();
  }

  private static AttachedFile attached(StoredFile file) {
    return new AttachedFile(file.fileId(), file.name(), file.size());
  }

  private static TurnState state(TurnOutcome.Ending ending) {
    return switch (ending) {
      case COMPLETED -> TurnState.COMPLETED;
      case FAILED -> TurnState.FAILED;
      case CANCELLED -> TurnState.CANCELLED;
    };
  }

  /// What a turn comes to that ended by a fault: what was written, what happened, and what it had started.
  Written failed(TurnRow turn, String text, String sentence) {
    var started = tasks.startedBy(turn.user(), turn.turnId());
    var reply = TurnRunner.join(text, sentence + started(started));
    return new Written(TurnState.FAILED, reply, exchange(turn, reply), started.stream()
        .map(Task::taskId).toList(), List.of(), sentence, null, null, List.of());
  }

  private String exchange(TurnRow turn, String reply) {
    return Exchange.plain(messages.find(turn.conversationId(), turn.userSeq())
        .map(Message::content).orElse(""), reply);
  }

  private static String started(List<Task> started) {
    return started.isEmpty()
        ? " It had started no task."
        : started.stream()
            .map(task -> "%s `%s`".formatted(task.taskType().replace('_', ' '), task.taskId()))
            .collect(Collectors.joining(", ", " It had started, and these go on: ", "."));
  }

  private record Listener(Draft draft) implements TurnListener {
    @Override
    public void delta(String text) {
      draft.append(text);
    }

    @Override
    public void toolStarted(String name) {
      draft.toolStarted(name);
    }

    @Override
    public void taskStarted(UUID taskId) {
      // the task's own event tells it
    }
  }
}

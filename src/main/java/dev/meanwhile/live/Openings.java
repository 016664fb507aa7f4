package dev.meanwhile.live;

import dev.meanwhile.UserId;
import dev.meanwhile.chat.Conversations;
import dev.meanwhile.chat.turn.Turns;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskFilter;
import dev.meanwhile.task.door.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a feed begins with: where it stands, the state when its past isn't kept, and replies being written.
@Component
class Openings {
  /// How many open tasks a reset looks at; its size is bounded anyway.
  private static final int MOST_OPEN = 500;

  private final Tasks tasks;
  private final Turns turns;
  private final Conversations conversations;
  private final LiveSettings settings;
  private final JsonMapper json;
  private final Clock clock;

  Openings(Tasks tasks, Turns turns, Conversations conversations, LiveSettings settings,
      JsonMapper json, Clock clock) {
    this.tasks = tasks;
    this.turns = turns;
    this.conversations = conversations;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  /// What a client asked for.
  ///
  /// @throws Problem not found when the conversation or task isn't the user's
  FeedFilter filter(UserId user, @Nullable UUID conversationId, @Nullable UUID taskId) {
    if (taskId != null) {
      tasks.get(user, taskId);
    }
    if (conversationId != null) {
      conversations.get(user, conversationId);
    }
    return new FeedFilter(conversationId, taskId);
  }

  ObjectNode hello(long seq) {
    return event("hello", seq);
  }

  /// The state as it was at `seq` or a little later: events after it repeat what the snapshot may know already.
  ObjectNode reset(UserId user, FeedFilter filter, long seq) {
    var reset = event("reset", seq);
    var told = reset.putArray("tasks");
    long room = settings.maxReset().toBytes() - bytes(reset);
    for (var task : tasksFor(user, filter)) {
      var node = json.valueToTree(task);
      room -= bytes(node) + 1;
      if (room < 0) {
        return reset.put("truncated", true);
      }
      told.add(node);
    }
    return reset.put("truncated", false);
  }

  private List<Task> tasksFor(UserId user, FeedFilter filter) {
    if (filter.taskId() != null) {
      return List.of(tasks.get(user, filter.taskId()));
    }
    if (filter.conversationId() != null) {
      return tasks.list(user, new TaskFilter(null, null, null, filter.conversationId(),
          settings.resetEnded(), null)).tasks();
    }
    var all = new ArrayList<>(tasks.open(user, MOST_OPEN));
    all.addAll(tasks.ended(user, settings.resetEnded()));
    return all;
  }

  /// The replies being written, each as one piece from its beginning.
  List<ObjectNode> drafts(UserId user, FeedFilter filter) {
    if (filter.taskId() != null) {
      return List.of();
    }
    return turns.openDrafts(user).stream()
        .filter(draft -> filter.conversationId() == null
            || filter.conversationId().equals(draft.conversationId()))
        .map(this::delta).toList();
  }

  private ObjectNode delta(Turns.OpenDraft draft) {
    return json.createObjectNode().put("type", "message.delta")
        .put("conversation_id", draft.conversationId().toString())
        .put("turn_id", draft.turnId().toString()).put("offset", 0).put("text", draft.text());
  }

  private ObjectNode event(String type, long seq) {
    return json.createObjectNode().put("seq", seq).put("type", type)
        .put("time", clock.instant().toString());
  }

  private long bytes(Object node) {
    return json.writeValueAsString(node).getBytes(StandardCharsets.UTF_8).length;
  }
}
